import { onceEach, type Language } from '#core/language.ts'

/**
 * What writes, counts and sorts as a language does. To make one costs a hundred times its use, so
 * each is made once for a language, and nowhere but here.
 */
const numbers = onceEach((language) => new Intl.NumberFormat(language))
const plurals = onceEach((language) => new Intl.PluralRules(language))
const collators = onceEach((language) => new Intl.Collator(language))
const regions = onceEach((language) => new Intl.DisplayNames(language, { type: 'region' }))
const tongues = onceEach((language) => new Intl.DisplayNames(language, { type: 'language' }))
const choices = onceEach((language) => new Intl.ListFormat(language, { type: 'disjunction' }))
const sizes = {
  kilobyte: onceEach((language) => new Intl.NumberFormat(language, sizeIn('kilobyte'))),
  megabyte: onceEach((language) => new Intl.NumberFormat(language, sizeIn('megabyte'))),
} as const

const hours = onceEach((language) => new Intl.NumberFormat(language, HOURS))
const HOURS = { style: 'unit', unit: 'hour', unitDisplay: 'long' } as const

const sizeIn = (unit: string) => ({ style: 'unit', unit, maximumFractionDigits: 1 }) as const

/** A number in the reader's writing: 1234567.5 is 1.234.567,5 in Azerbaijani. */
export const formatNumber = (number: number, language: Language): string =>
  numbers(language).format(number)

export const formatSize = (size: number, unit: keyof typeof sizes, language: Language): string =>
  sizes[unit](language).format(size)

/** A length of time in words: "2 hours". */
export const formatHours = (count: number, language: Language): string =>
  hours(language).format(count)

/** Which form of a noun stands after this number. */
export const pluralOf = (count: number, language: Language): Intl.LDMLPluralRule =>
  plurals(language).select(count)

/** One of several, with the language's own "or". */
export const formatOneOf = (names: readonly string[], language: Language): string =>
  choices(language).format(names)

/** The order of two texts in the reader's alphabet. */
export const compareIn = (language: Language): ((one: string, other: string) => number) =>
  collators(language).compare

/** A region of ISO 3166, and a language of BCP 47, as the runtime's own data (CLDR) names them. */
export const regionName = (code: string, language: Language): string | undefined =>
  regions(language).of(code)
export const tongueName = (code: string, language: Language): string | undefined =>
  tongues(language).of(code)
