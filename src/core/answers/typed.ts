/**
 * What a form sent, field by field, as it was typed and cleaned: it is shown again when it is
 * wrong. Fields of secrets are read where they are needed and are not among these.
 */
export type Typed = Readonly<Record<string, readonly string[]>>

/** The first text of a field; empty where it was not sent. */
export const first = (typed: Typed, name: string): string =>
  (Object.hasOwn(typed, name) ? typed[name]?.[0] : undefined) ?? ''

/**
 * The one cleaning of everything that is typed, pasted or scanned: what can be seen stays, in one
 * form (NFC), with plain spaces and line breaks; what nobody can see goes. Empty means that there
 * is nothing to see. Cleaning again changes nothing.
 */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(LINE_BREAK, '\n')
    .replace(BLANK, ' ')
    .replace(UNSEEN, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .normalize('NFC')
}

/** Scripts in which a joiner between two letters changes how they are written. */
const JOINING = [
  'Adlm Arab Beng Deva Gujr Guru Khmr Knda Mand Mlym Mong Mymr Nkoo Orya Phag Rohg Sinh Syrc Taml',
  'Telu Thaa Tibt',
]
  .flatMap((scripts) => scripts.split(' '))
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')

/** The sign that takes the vowel away from an Indian letter; at the end of a word it joins too. */
const VIRAMA = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`

/**
 * Persian and Indian names are written with joiners, which are invisible, and selectors choose
 * among the drawings of a Han or Mongolian letter. Every other invisible character carries nothing,
 * and some serve only to deceive.
 */
const KEPT = [
  String.raw`(?<=[${JOINING}])[\u200C\u200D](?=[${JOINING}])`,
  String.raw`(?<=[${VIRAMA}])\u200D`,
  String.raw`(?<=\p{sc=Han})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{sc=Mong})[\u180B-\u180F]`,
].join('|')

/** Controls of old (C0) have no picture; those of C1 stay, as signs of a wrong encoding. */
const UNSEEN = new RegExp(
  String.raw`(?!${KEPT})[\p{Default_Ignorable_Code_Point}\0-\x09\x0E-\x1F\x7F]`,
  'gu',
)

/** Spaces of every width, and the blank of Braille, which is drawn as nothing. */
const BLANK = /[\p{Zs}\t\u2800]/gu
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** True for text that reached us as it was typed: none of it was lost in a wrong encoding. */
export const isReadable = (text: string): boolean => unreadable(text) === undefined

/** The first character that no keyboard writes: a control, a replacement, a private character. */
export const unreadable = (text: string): string | undefined =>
  /(?!\n)[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]/u.exec(text)?.[0]
