import { randomBytes } from 'node:crypto'
import { numberEnd, type Place } from '#core/cases/places.ts'
import { plainDashes } from '#core/facts/digits.ts'

/** Crockford's digits: no I, L, O or U, so that a code read off paper has one meaning. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BITS = 128
const CODE_LENGTH = Math.ceil(CODE_BITS / 5)

/** A new code: 128 random bits in groups that can be typed. */
export const newStatusCode = (): string => statusCodeOf(randomBytes(CODE_BITS / 8).toString('hex'))

/** The code of these bits, which are written in hexadecimal. */
export function statusCodeOf(bits: string): string {
  let rest = BigInt(`0x${bits}`)
  let digits = ''
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    digits = `${DIGITS[Number(rest % 32n)] ?? ''}${digits}`
    rest /= 32n
  }
  return digits.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
}

/** The code as it was given out, from one typed in any of the ways that a person may read it. */
export function readStatusCode(typed: string): string | undefined {
  const digits = typed
    .replace(/[\s\-‐‑–]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const known = Array.from(digits).every((digit) => DIGITS.includes(digit))
  return known && digits.length === CODE_LENGTH ? digits : undefined
}

/**
 * HQM-2026-000123 gives HQM-S-2026-000123: one status for one case. Of several people in one case,
 * each has their place at the end: TRP-S-2026-000123-2. What is given to somebody anew says that it
 * is: TRP-S-2026-000123-2-2.
 */
export const statusNumber = (caseNumber: string, place?: Place): string =>
  `${caseNumber.replace(/-(?=\d{4}-\d+$)/, '-S-')}${place === undefined ? '' : `-${numberEnd(place)}`}`

/** The number in the one form in which it is kept. */
export const readStatusNumber = (typed: string): string =>
  plainDashes(typed).replace(/\s/g, '').toUpperCase()
