import { first, type Typed } from '#core/answers/typed.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'
import { DATE_PARTS, readDate } from '#core/facts/written-date.ts'
import { PASSPORT_END_LENGTH, type Claim } from '#records/papers.ts'

/** What a person types to check a status, kept as typed so that nothing is lost. */
export type TypedClaim = {
  readonly document: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly passport: string
}

export const NOTHING_TYPED: TypedClaim = {
  document: '',
  day: '',
  month: '',
  year: '',
  passport: '',
}

/** Errors are codes; the page has the words. */
const CLAIM_ERRORS = {
  document: ['document-missing', 'document-long'],
  'birth-date': ['date-missing', 'date-unreal'],
  passport: ['passport-missing', 'passport-characters'],
} as const
export type ClaimField = keyof typeof CLAIM_ERRORS
type ClaimErrorCode = (typeof CLAIM_ERRORS)[ClaimField][number]
export type ClaimErrors = Readonly<Partial<Record<ClaimField, ClaimErrorCode>>>

export type ClaimParsed =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly errors: ClaimErrors }

/** A number or a code with its groups is shorter than this, whatever stands between them. */
const DOCUMENT_LENGTH_MAX = 60

export const typedClaim = (typed: Typed): TypedClaim => ({
  document: first(typed, 'document'),
  day: first(typed, 'birth-date-day'),
  month: first(typed, 'birth-date-month'),
  year: first(typed, 'birth-date-year'),
  passport: first(typed, 'passport'),
})

export function parseClaim(typed: TypedClaim): ClaimParsed {
  const document = plainDashes(plainDigits(typed.document))
  const passportEnd = plainDashes(plainDigits(typed.passport))
    .replace(/[\s\-<]/g, '')
    .toUpperCase()
  const birthDate = dayOf(typed)
  const errors: ClaimErrors = {
    ...(document === '' ? { document: 'document-missing' as const } : {}),
    ...(document.length > DOCUMENT_LENGTH_MAX ? { document: 'document-long' as const } : {}),
    ...(typeof birthDate === 'object' ? { 'birth-date': birthDate.error } : {}),
    ...passportError(passportEnd),
  }
  if (typeof birthDate === 'object' || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, claim: { document, birthDate, passportEnd } }
}

function passportError(end: string): ClaimErrors {
  if (end === '') return { passport: 'passport-missing' }
  const isEnd = end.length <= PASSPORT_END_LENGTH && /^[A-Z0-9]+$/.test(end)
  return isEnd ? {} : { passport: 'passport-characters' }
}

/** As far as the holder's travel document knows it. */
function dayOf(typed: TypedClaim): PartialDate | { readonly error: ClaimErrorCode } {
  if (DATE_PARTS.every((part) => typed[part] === '')) return { error: 'date-missing' }
  const reading = readDate(typed, 'year')
  return reading.ok ? reading.date : { error: 'date-unreal' }
}
