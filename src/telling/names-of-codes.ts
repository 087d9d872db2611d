import {
  COUNTRIES,
  COUNTRY_CODES,
  ISSUER_CODES,
  isCountry,
  NATIONALITY_CODES,
} from '#core/facts/countries.ts'
import type { CountryCode, IssuerCode, NationalityCode } from '#core/facts/countries.ts'
import { SPOKEN_LANGUAGES } from '#core/facts/code-lists.ts'
import type { SpokenLanguage } from '#core/facts/code-lists.ts'
import type { Language, Words } from '#core/language.ts'
import { NAMES_OF_COUNTRIES } from '#telling/names-of-countries.ts'

/**
 * Countries and languages by name, from the data that comes with the runtime (CLDR), and numbers in
 * the reader's writing. What that data lacks, shortens or names in a way the State does not, is
 * named in `names-of-countries.ts` and below.
 */

const NAMES_OF_LANGUAGES: Readonly<Partial<Record<SpokenLanguage, Partial<Words>>>> = {
  az: { tr: 'Azerbaycanca' },
  bn: { en: 'Bengali' },
  he: { az: 'İvrit' },
  nl: { az: 'Niderland dili' },
}

export type Named<Code extends string> = { readonly code: Code; readonly name: string }

/** A country, another nationality or an issuing organisation, as a list or a letter names it. */
export function countryName(code: IssuerCode, language: Language): string {
  const own = NAMES_OF_COUNTRIES[code]?.[language]
  if (own !== undefined) return own
  const name = isCountry(code) ? REGIONS[language].of(COUNTRIES[code]) : undefined
  return spelledOut(name ?? code)
}

/** A language as it stands alone in a list, with a capital letter. */
export function languageName(code: SpokenLanguage, language: Language): string {
  const own = NAMES_OF_LANGUAGES[code]?.[language]
  if (own !== undefined) return own
  const name = capitalised(TONGUES[language].of(code) ?? code, language)
  // Azerbaijani names a language by its people, and CLDR gives the people alone.
  return language === 'az' ? `${name} dili` : name
}

/** The places that a person can be born or live in, in the reader's alphabet. */
export const countriesSorted = (language: Language): readonly Named<CountryCode>[] =>
  COUNTRIES_BY_NAME[language]

/** What a person can be a national of, being stateless included, in the reader's alphabet. */
export const nationalitiesSorted = (language: Language): readonly Named<NationalityCode>[] =>
  NATIONALITIES_BY_NAME[language]

/** Who can issue a travel document, in the reader's alphabet. */
export const issuersSorted = (language: Language): readonly Named<IssuerCode>[] =>
  ISSUERS_BY_NAME[language]

/** Languages that can be chosen, in the reader's alphabet. */
export const languagesSorted = (language: Language): readonly Named<SpokenLanguage>[] =>
  LANGUAGES_BY_NAME[language]

/** A number in the reader's writing: 1234567.5 is 1.234.567,5 in Azerbaijani. */
export const formatNumber = (number: number, language: Language): string =>
  NUMBERS[language].format(number)

function sorted<Code extends string>(
  codes: readonly Code[],
  language: Language,
  nameOf: (code: Code, language: Language) => string,
): readonly Named<Code>[] {
  const { compare } = new Intl.Collator(language)
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

const capitalised = (name: string, language: Language): string =>
  name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)

function each<Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> {
  return { az: make('az'), tr: make('tr'), en: make('en'), ru: make('ru') }
}

const REGIONS = each((language) => new Intl.DisplayNames(language, { type: 'region' }))
const TONGUES = each((language) => new Intl.DisplayNames(language, { type: 'language' }))
const NUMBERS = each((language) => new Intl.NumberFormat(language))
const COUNTRIES_BY_NAME = each((language) => sorted(COUNTRY_CODES, language, countryName))
const NATIONALITIES_BY_NAME = each((language) => sorted(NATIONALITY_CODES, language, countryName))
const ISSUERS_BY_NAME = each((language) => sorted(ISSUER_CODES, language, countryName))
const LANGUAGES_BY_NAME = each((language) => sorted(SPOKEN_LANGUAGES, language, languageName))
