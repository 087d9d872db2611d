import { letterHabitOf, toMachineLetters } from '#core/facts/machine-letters.ts'
import type { LetterHabit } from '#core/facts/machine-letters.ts'

/** The characters of Unicode that a name may have, whatever room they take in memory. */
export const NAME_CHARACTERS_MAX = 200

const ALLOWED = /^[\p{L}\p{M} '’‘ʻʼ.·・\-‐‑\u200C\u200D]+$/u
const LETTER = /\p{L}/u

/**
 * Persian and Indian names are written with joiners, which are invisible, between two letters.
 * Every other invisible character, and a joiner among Latin letters, serves only to deceive.
 */
const INVISIBLE = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u
const JOINER_ASTRAY = /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?!\p{L})/u
const JOINER_IN_LATIN = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]\p{M}*[\u200C\u200D]/u

/** A name in the one form in which it is kept: NFC, no space around it and single spaces in it. */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/**
 * True for a person's name in any script: one letter at least, 200 characters at most, and nothing
 * but letters, their marks, spaces, apostrophes, hyphens and dots, in the form in which it is kept.
 */
export function isName(text: string): boolean {
  if (Array.from(text).length > NAME_CHARACTERS_MAX || text !== tidyName(text)) return false
  if (!ALLOWED.test(text) || !LETTER.test(text) || /^\p{M}/u.test(text)) return false
  return ![INVISIBLE, JOINER_ASTRAY, JOINER_IN_LATIN].some((unseen) => unseen.test(text))
}

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
  person: { readonly surname: string; readonly given: string; readonly habit?: LetterHabit },
  length: number = MACHINE_NAME_PLACES,
): string | undefined {
  const habit = person.habit ?? letterHabitOf(`${person.surname} ${person.given}`)
  const names = [person.surname, person.given]
    .filter((name) => name.trim() !== '')
    .map((name) => toMachineLetters(name, habit))
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
