import { letterHabitOf, toMachineLetters } from '#core/facts/machine-letters.ts'
import type { LetterHabit } from '#core/facts/machine-letters.ts'

/**
 * What passports print in names beside letters: apostrophes and hyphens of several scripts, dots,
 * commas (King, Jr.), a slash (A/L, S/O), an alias behind @ or in brackets, an ordinal (3rd).
 */
const TAKEN = /^[\p{L}\p{M}\p{Nd}\u05BE\u05F3\u05F4\u058A\u30A0 '’‘ʻʼ.·・\-,/@()&]$/u
/** What cleaning leaves of the unseen: it belongs to the letter before it. */
const WITH_LETTER = /^\p{Default_Ignorable_Code_Point}$/u

/** Drawn like an apostrophe, and typed where the keyboard has no other. */
const APOSTROPHE = /[`´ʹ′‵‛＇]/g
const HYPHEN = /(?![\u05BE\u058A\u30A0])[\p{Pd}\u2212\u2043]/gu

/**
 * A cleaned name in the one form in which it is kept: look-alike apostrophes and dashes are one,
 * letters of double width and joined ones (ﬁ) are plain, and there are single spaces in it and
 * none around it.
 */
export function tidyName(typed: string): string {
  // Before it too: what is the same in two codes (the Greek numeral sign) is one of them.
  return typed
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\uFB00-\uFB06]/g, (joined) => joined.normalize('NFKC'))
    .replace(APOSTROPHE, '’')
    .replace(HYPHEN, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** The first character that no passport prints in a name. */
export const notInNames = (text: string): string | undefined =>
  Array.from(text).find((each) => !TAKEN.test(each) && !WITH_LETTER.test(each))

/** True where there is something to call a person by. */
export const hasLetter = (text: string): boolean => /^\P{M}*\p{L}/u.test(text)

/** True where every letter is a Latin one: whoever reads the passport reads it there as well. */
export const isLatin = (text: string): boolean => !/(?!\p{sc=Latin})\p{L}/u.test(text)

/** The places for the name in the zone of a passport: its upper line without the first five. */
export const MACHINE_NAME_PLACES = 39

/**
 * True for a surname or given names as a person reads them off the foot of the passport: words of
 * the letters A to Z with one filler or one space between them, 39 characters at most.
 */
export function isMachineName(text: string): boolean {
  return text.length <= MACHINE_NAME_PLACES && /^[A-Z]+(?:[< ][A-Z]+)*$/.test(text)
}

/**
 * The name field of a machine-readable zone, filled to its length, or undefined when the name is in
 * a script without a table. Who has one name has it in the place of the surname.
 */
export function machineName(
  person: {
    readonly surname: string
    readonly given: string
    readonly habit?: LetterHabit
    /** Both as the passport writes them, where they are known; its letters go before ours. */
    readonly inPassport?: readonly [string, string]
  },
  length: number = MACHINE_NAME_PLACES,
): string | undefined {
  const habit = person.habit ?? letterHabitOf(`${person.surname} ${person.given}`)
  const [surname, given] = person.inPassport ?? ['', '']
  const names = [
    [person.surname, surname],
    [person.given, given],
  ].flatMap(([name = '', known = '']) => {
    if (known !== '') return [known.replaceAll(' ', '<')]
    return name.trim() === '' ? [] : [toMachineLetters(name, habit)]
  })
  const [primary, secondary, unwritten] = [names[0], names[1], names.includes(undefined)]
  if (primary === undefined || unwritten) return undefined
  return field(primary, secondary, length).padEnd(length, '<')
}

/**
 * A name that is too long loses letters at its end, and a letter in the last place shows that it
 * may have. However long the surname, the first given name keeps its initial.
 */
function field(primary: string, secondary: string | undefined, length: number): string {
  if (secondary === undefined) return shorten(primary, length)
  const kept = primary.length + 2 + secondary.length > length ? length - 3 : length
  const surname = shorten(primary, kept)
  return `${surname}<<${shorten(secondary, length - surname.length - 2)}`
}

function shorten(name: string, places: number): string {
  const cut = name.slice(0, places)
  if (name.length <= places || !cut.endsWith('<')) return cut
  // The last place would be a filler, so a word gives up its last letter for the next initial.
  return name
    .slice(0, places + 1)
    .replace(/^(.*[A-Z])[A-Z]((?:<[A-Z])+)$/, '$1$2')
    .slice(0, places)
}
