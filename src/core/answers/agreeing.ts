import type { Value } from '#core/answers/answers.ts'
import type { Said } from '#core/cases/consulted.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** How what somebody wrote is held against what a register says. */

/** What was written, by what each question means. */
export type Written = readonly (readonly [Meaning, Value | undefined])[]

/** The one thing of those that it says which agrees in most with what was written. */
export function nearest(says: readonly Said[], written: Written): Said | undefined {
  const agreeing = (entry: Said) =>
    written.filter(([meaning, value]) => {
      const said = entry[meaning]
      return said !== undefined && value !== undefined && isSame(value, said)
    }).length
  return says.toSorted((one, other) => agreeing(other) - agreeing(one))[0]
}

/** A list agrees with each of its members; of a day, as much as both know. */
export function isSame(value: Value, says: string): boolean {
  if (typeof value !== 'string') {
    return Array.isArray(value) && value.some((each) => typeof each === 'string' && each === says)
  }
  const [one, other] = [plain(value), plain(says)]
  const isDay = /^\d{4}(-\d{2}){0,2}$/
  if (isDay.test(one) && isDay.test(other)) return one.startsWith(other) || other.startsWith(one)
  return one === other || spellings(one).some((each) => spellings(other).includes(each))
}

const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

/**
 * In the letters A to Z, as two registers may each write a name. A schwa is A or E, and an umlaut
 * one letter or two: neither has a single answer (ICAO Doc 9303-3).
 */
function spellings(text: string): readonly string[] {
  const base = text.toLowerCase()
  return LETTERS.map((letters) =>
    Array.from(base, (letter) => letters[letter] ?? letter)
      .join('')
      .normalize('NFD')
      .replaceAll(/[^a-z0-9]/g, ''),
  ).filter((each) => each !== '')
}

const SAFE: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' }
const LETTERS: readonly Readonly<Record<string, string>>[] = [
  { ...SAFE, ə: 'a' },
  { ...SAFE, ə: 'e' },
  { ...SAFE, ə: 'a', ö: 'oe', ü: 'ue', ä: 'ae', å: 'aa', ø: 'oe' },
  { ...SAFE, ə: 'e', ö: 'oe', ü: 'ue', ä: 'ae', å: 'aa', ø: 'oe' },
]
