import { addMonths, daysBetween, isoDate } from '#core/dated.ts'

/**
 * Months as people write them: in full or shortened, with or without a day beside them, in the
 * languages whose speakers may come, and in Roman numerals.
 */

/** The languages of the portal count first: where others disagree, theirs decide. */
const LANGUAGES = [
  'az tr en ru',
  'ar ar-LB be bg bn bs ca cs da de el es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko ky ' +
    'lt lv mk mn ms mt nb ne nl pa pl ps pt ro sk sl sq sr sv sw ta te tg th tk uk ur uz vi zh',
].map((codes) => codes.split(' '))

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** Fewer letters than these are not taken for the beginning of a name. */
const LETTERS_MIN = 3

/** The month from 1 to 12, or undefined where no language calls one so, or two differ about it. */
export function monthNamed(written: string): number | undefined {
  const name = folded(written)
  const roman = ROMAN.indexOf(name)
  if (roman !== -1) return roman + 1
  known ??= LANGUAGES.map(monthsByName)
  for (const names of known) {
    const months = names.get(name) ?? (name.length < LETTERS_MIN ? [] : begunBy(names, name))
    const [month, another] = new Set(months)
    if (month !== undefined) return another === undefined ? month : undefined
  }
  return undefined
}

type Names = ReadonlyMap<string, readonly number[]>

let known: readonly Names[] | undefined

const begunBy = (names: Names, beginning: string): readonly number[] =>
  [...names].flatMap(([name, months]) => (name.startsWith(beginning) ? months : []))

/** The beginning of a month of some year, in the milliseconds that Intl counts. */
const momentOf = (month: number): number =>
  daysBetween(EPOCH, addMonths(EPOCH, 12 * 31 + month - 1)) * 86_400_000
const EPOCH = isoDate('1970-01-01')

function monthsByName(languages: readonly string[]): Names {
  const names = new Map<string, number[]>()
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      for (const withDay of [{ day: 'numeric' }, {}] as const) {
        const options = { month: style, ...withDay, timeZone: 'UTC' } as const
        const write = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, options)
        for (let month = 1; month <= 12; month += 1) {
          const parts = write.formatToParts(momentOf(month))
          const name = folded(parts.find(({ type }) => type === 'month')?.value ?? '')
          if (name === '' || /\d/.test(name)) continue
          names.set(name, [...(names.get(name) ?? []), month])
        }
      }
    }
  }
  return names
}

/** Small letters without marks or dots: keyboards without ı, ş or й write them otherwise. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}.]/gu, '')
    .replaceAll('ı', 'i')
    .trim()
