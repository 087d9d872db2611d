import {
  COUNTRIES,
  COUNTRY_CODES,
  ISSUER_CODES,
  isCountry,
  NATIONALITY_CODES,
} from '#core/facts/countries.ts'
import type { CountryCode, IssuerCode, NationalityCode } from '#core/facts/countries.ts'
import { OTHER_LANGUAGE, SPOKEN_LANGUAGES } from '#core/facts/code-lists.ts'
import type { SpokenLanguage } from '#core/facts/code-lists.ts'
import { onceEach, type Language, type Words } from '#core/language.ts'
import { compareIn, regionName, tongueName } from '#telling/formatters.ts'
import { NAMES_OF_COUNTRIES } from '#telling/names-of-countries.ts'

/**
 * Countries and languages by name, from the data that comes with the runtime (CLDR). What that data
 * lacks, shortens or names in a way the State does not, is named in `names-of-countries.ts` and
 * below.
 */

const NAMES_OF_LANGUAGES: Readonly<Partial<Record<SpokenLanguage, Partial<Words>>>> = {
  az: { tr: 'Azerbaycanca' },
  bn: { en: 'Bengali' },
  he: { az: 'İvrit' },
  mis: { az: 'Başqa dil', tr: 'Başka bir dil', en: 'Another language', ru: 'Другой язык' },
  nl: { az: 'Niderland dili' },
}

export type Named<Code extends string> = { readonly code: Code; readonly name: string }

/** A country, another nationality or an issuing organisation, as a list or a letter names it. */
export function countryName(code: IssuerCode, language: Language): string {
  const own = NAMES_OF_COUNTRIES[code]?.[language]
  if (own !== undefined) return own
  const name = isCountry(code) ? regionName(COUNTRIES[code], language) : undefined
  return spelledOut(name ?? code)
}

/** A language as it stands alone in a list, with a capital letter. */
export function languageName(code: SpokenLanguage, language: Language): string {
  const own = NAMES_OF_LANGUAGES[code]?.[language]
  if (own !== undefined) return own
  const name = capitalised(tongueName(code, language) ?? code, language)
  // Azerbaijani names a language by its people, and CLDR gives the people alone.
  return language === 'az' ? `${name} dili` : name
}

/** The places that a person can be born or live in, in the reader's alphabet. */
export const countriesSorted = (language: Language): readonly Named<CountryCode>[] =>
  countriesByName(language)

/** What a person can be a national of, being stateless included, in the reader's alphabet. */
export const nationalitiesSorted = (language: Language): readonly Named<NationalityCode>[] =>
  nationalitiesByName(language)

/** Who can issue a travel document, in the reader's alphabet. */
export const issuersSorted = (language: Language): readonly Named<IssuerCode>[] =>
  issuersByName(language)

/** Languages that can be chosen, in the reader's alphabet; one that is not among them is last. */
export const languagesSorted = (language: Language): readonly Named<SpokenLanguage>[] =>
  languagesByName(language)

function sorted<Code extends string>(
  codes: readonly Code[],
  language: Language,
  nameOf: (code: Code, language: Language) => string,
): readonly Named<Code>[] {
  const compare = compareIn(language)
  return codes
    .map((code) => ({ code, name: nameOf(code, language) }))
    .toSorted((a, b) => compare(a.name, b.name))
}

/** CLDR shortens islands in Russian. */
const spelledOut = (name: string): string =>
  name
    .replace(/^о-в /, 'Остров ')
    .replace(/^о-ва /, 'Острова ')
    .replace(/ о-ва/, ' острова')

export const capitalised = (name: string, language: Language): string =>
  name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)

const countriesByName = onceEach((language) => sorted(COUNTRY_CODES, language, countryName))
const nationalitiesByName = onceEach((language) => sorted(NATIONALITY_CODES, language, countryName))
const issuersByName = onceEach((language) => sorted(ISSUER_CODES, language, countryName))
const languagesByName = onceEach((language) => {
  const named = sorted(SPOKEN_LANGUAGES, language, languageName)
  const isOther = ({ code }: Named<SpokenLanguage>) => code === OTHER_LANGUAGE
  return [...named.filter((each) => !isOther(each)), ...named.filter(isOther)]
})
