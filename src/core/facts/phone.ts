import { plainDashes, plainDigits } from '#core/facts/digits.ts'

/** A telephone number as ITU-T E.164 dials it from anywhere: + and up to fifteen digits. */
export type PhoneReading =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly problem: PhoneProblem; readonly character?: string }

/** Why a number would lead nowhere. */
type PhoneProblem =
  /** There is nothing to say which country it is of. */
  | 'no-country-code'
  /** The digits behind the plus begin no country's numbers. */
  | 'no-such-country-code'
  | 'phone-too-short'
  | 'phone-too-long'
  | 'not-in-a-phone'

/**
 * A number as people write it: with spaces, brackets, dots and dashes, digits of any script, 00 or
 * 011 for the plus, and what is dialled at home only, mostly a zero, and leads nowhere from abroad.
 */
export function readPhone(typed: string): PhoneReading {
  const digits = plainDashes(plainDigits(typed))
    .replace(/^tel:/i, '')
    .replace(/[\s()./-]/g, '')
    .replace(/^(?:00|011(?=[1-9]\d{9}))/, '+')
  const strange = /[^\d]/.exec(digits.replace(/^\+/, ''))?.[0]
  if (strange !== undefined) return { ok: false, problem: 'not-in-a-phone', character: strange }
  if (!digits.startsWith('+')) return { ok: false, problem: 'no-country-code' }
  const code = countryCodeOf(digits)
  if (code === undefined) return { ok: false, problem: 'no-such-country-code' }
  const national = withoutTrunk(code, digits.slice(1 + code.length))
  const length = code.length + national.length
  if (length < DIGITS_MIN) return { ok: false, problem: 'phone-too-short' }
  if (length > DIGITS_MAX) return { ok: false, problem: 'phone-too-long' }
  return { ok: true, phone: `+${code}${national}` }
}

const DIGITS_MIN = 7
const DIGITS_MAX = 15

/** Where a zero belongs to the number itself, and is dialled from abroad too. */
const ZERO_STAYS = new Set(['39', '225', '229', '241', '242', '378', '379'])

/** What is dialled at home only, where it is no single zero: 06 in Hungary, 8 before ten digits. */
const TRUNK: Readonly<Record<string, RegExp>> = { '36': /^06?/, '7': /^8(?=\d{10}$)/ }

const withoutTrunk = (code: string, national: string): string =>
  ZERO_STAYS.has(code) ? national : national.replace(TRUNK[code] ?? /^0/, '')

const countryCodeOf = (digits: string): string | undefined =>
  [1, 2, 3].map((length) => digits.slice(1, 1 + length)).find((code) => COUNTRY_CODES.has(code))

/** The codes that ITU has given out (E.164, list of 2024), without services of no country. */
const COUNTRY_CODES = new Set(
  (
    '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 ' +
    '62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 ' +
    '225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 ' +
    '247 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 ' +
    '290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 ' +
    '377 378 379 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 ' +
    '508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 ' +
    '681 682 683 685 686 687 688 689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 ' +
    '882 883 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 979 ' +
    '992 993 994 995 996 998'
  ).split(' '),
)
