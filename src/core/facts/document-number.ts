import { plainDashes } from '#core/facts/digits.ts'

/** ICAO Doc 9303 part 3, 4.9: the weights repeat along the field. */
const WEIGHTS = [7, 3, 1] as const
const FILLER = '<'

/**
 * The digit from 0 to 9 that closes a field of the machine-readable zone, or undefined when the
 * field holds anything but capital letters A to Z, digits and fillers.
 */
export function checkDigit(field: string): number | undefined {
  if (!/^[A-Z0-9<]*$/.test(field)) return undefined
  const sum = Array.from(field).reduce((total, character, index) => {
    const value = character === FILLER ? 0 : Number.parseInt(character, 36)
    return total + value * (WEIGHTS[index % WEIGHTS.length] ?? 0)
  }, 0)
  return sum % 10
}

/** The places that the zone of a passport has for its number. */
export const DOCUMENT_NUMBER_PLACES = 9

/**
 * True for the number of a travel document as its machine-readable zone writes it: one to nine
 * capital letters and digits, with no space, hyphen or filler.
 */
export function isDocumentNumber(text: string): boolean {
  return /^[A-Z0-9]+$/.test(text) && text.length <= DOCUMENT_NUMBER_PLACES
}

/**
 * The number as the zone writes it, from one typed with small letters, with spaces or hyphens
 * between its characters, or with the fillers behind it. A sign that is not printed is an error.
 */
export function documentNumber(typed: string): string | undefined {
  const number = typed.replace(/[\s<\p{Pd}\u2212\u2043]/gu, '').toUpperCase()
  return notInDocumentNumber(typed) === undefined && isDocumentNumber(number) ? number : undefined
}

/** The first character that is no part of a number, or that stands where it is not left out. */
export function notInDocumentNumber(typed: string): string | undefined {
  const text = plainDashes(typed).replace(/\s/g, '')
  const strange = /[^A-Za-z0-9<-]|^[<-]/u.exec(text)?.[0]
  return strange ?? (text.replaceAll('<', '').endsWith('-') ? '-' : undefined)
}
