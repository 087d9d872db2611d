import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { PASSPORT_END_LENGTH, type Claim } from '#records/status-documents.ts'

/** What a person types to check a status, kept as typed so that nothing is lost. */
export type Typed = {
  readonly document: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly passport: string
}

export const NOTHING_TYPED: Typed = { document: '', day: '', month: '', year: '', passport: '' }

/** Errors are codes; the page has the words. */
export const CLAIM_ERRORS = {
  document: ['document-missing', 'document-long'],
  'birth-date': ['date-missing', 'date-unreal'],
  passport: ['passport-missing', 'passport-characters'],
} as const
export type ClaimField = keyof typeof CLAIM_ERRORS
export type ClaimErrorCode = (typeof CLAIM_ERRORS)[ClaimField][number]
export type ClaimErrors = Readonly<Partial<Record<ClaimField, ClaimErrorCode>>>

export type ClaimParsed =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly errors: ClaimErrors }

/** A number or a code with its groups is shorter than this, whatever stands between them. */
const DOCUMENT_LENGTH_MAX = 60

export function typedIn(form: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    document: text('document'),
    day: text('birth-date-day'),
    month: text('birth-date-month'),
    year: text('birth-date-year'),
    passport: text('passport'),
  }
}

export function parseClaim(typed: Typed): ClaimParsed {
  const document = typed.document.trim()
  const passportEnd = typed.passport.replace(/[\s\-<]/g, '').toUpperCase()
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

function dayOf({ day, month, year }: Typed): IsoDate | { readonly error: ClaimErrorCode } {
  const parts = [year, month, day].map((part) => part.trim())
  if (parts.every((part) => part === '')) return { error: 'date-missing' }
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return { error: 'date-unreal' }
  const [y = '', m = '', d = ''] = parts
  const date = `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return y.length === 4 && isIsoDate(date) ? date : { error: 'date-unreal' }
}
