import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { isCefr, isEducationLevel, isOccupation, isSpokenLanguage } from '#core/facts/code-lists.ts'
import { isCountry, isIssuer, isNationality } from '#core/facts/countries.ts'
import { isDocumentNumber } from '#core/facts/document-number.ts'
import { isMachineName, isName } from '#core/facts/name.ts'
import { isBefore, isFuture, isMonth, isPartialDate, isPast } from '#core/facts/partial-date.ts'
import type { Block, FieldKind, FormField } from '#core/policy/application-type.ts'
import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'

/** Everything that can be wrong with an answer. */
export const PROBLEMS = [
  'missing',
  'too-long',
  'bad-characters',
  'not-a-name',
  'not-machine-letters',
  'not-a-document-number',
  'not-a-date',
  'not-a-month',
  'not-past',
  'not-future',
  'before-start',
  'not-an-option',
  'too-many',
  'not-a-phone',
  'not-an-email',
  'not-a-link',
  'not-a-number',
  'too-large',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** What is wrong with one answer; telling has the sentence for it. */
export type Problem = {
  readonly field: string
  readonly problem: ProblemCode
  readonly max?: number
}

/** What an answer is held against besides itself. */
export type Surroundings = {
  readonly answers: Answers
  readonly on: IsoDate
  /** Codes of the fields of activity in force. */
  readonly fields: readonly string[]
}

/** The most characters, in Unicode, and the most countries, where a question sets no number. */
export const TEXT_MAX = 200
export const LONG_TEXT_MAX = 2000
export const COUNTRIES_MAX = 5

/** Everything wrong with one item of a block; nothing when it may stand as it is. */
export function problemsOf(
  block: Block,
  values: Values,
  surroundings: Surroundings,
): readonly Problem[] {
  return shownFields(block, surroundings.answers, values).flatMap((field) => {
    const value = values[field.code]
    if (value === undefined || value === '' || value.length === 0) {
      return field.required ? [{ field: field.code, problem: 'missing' as const }] : []
    }
    const problem = problemOf(field, value, { ...surroundings, values })
    return problem ? [{ field: field.code, ...problem }] : []
  })
}

type Wrong = Omit<Problem, 'field'>
type Near = Surroundings & { readonly values: Values }

function problemOf(field: FormField, value: Value, near: Near): Wrong | undefined {
  if (typeof value !== 'string') return problemOfList(field, value)
  const broken = field.kind !== 'long-text' && /[\r\n]/.test(value)
  if (broken || !isCleanText(value)) return { problem: 'bad-characters' }
  const max = field.max ?? (field.kind === 'long-text' ? LONG_TEXT_MAX : TEXT_MAX)
  const isText = field.kind === 'text' || field.kind === 'long-text' || field.kind === 'name'
  if (isText && Array.from(value).length > max) return { problem: 'too-long', max }
  return problemOfKind(field, value, near)
}

function problemOfList(field: FormField, values: readonly string[]): Wrong | undefined {
  if (field.kind !== 'countries') return { problem: 'not-an-option' }
  if (values.length > COUNTRIES_MAX) return { problem: 'too-many', max: COUNTRIES_MAX }
  return values.every(isNationality) ? undefined : { problem: 'not-an-option' }
}

function problemOfKind(field: FormField, value: string, near: Near): Wrong | undefined {
  const wrong = (ok: boolean, problem: ProblemCode) => (ok ? undefined : { problem })
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return undefined
    case 'name':
      return wrong(isName(value), 'not-a-name')
    case 'machine-name':
      return wrong(isMachineName(value), 'not-machine-letters')
    case 'document-number':
      return wrong(isDocumentNumber(value), 'not-a-document-number')
    case 'date':
    case 'partial-date':
    case 'month':
      return problemOfDate(field, value, near)
    case 'whole-number':
      return problemOfNumber(field, value)
    case 'phone':
      return wrong(/^\+[1-9]\d{6,14}$/.test(value), 'not-a-phone')
    case 'email':
      return wrong(isEmail(value), 'not-an-email')
    case 'link':
      return wrong(/^https?:\/\/[^\s/]+\.[^\s]+$/.test(value) && value.length <= 500, 'not-a-link')
    case 'country':
    case 'countries':
    case 'issuer':
    case 'language':
    case 'cefr':
    case 'education':
    case 'occupation':
    case 'field':
    case 'choice':
    case 'yes-no':
    case 'declaration':
    case 'consent':
      return wrong(isOption(field, value, near.fields), 'not-an-option')
  }
}

function problemOfDate(field: FormField, value: string, near: Near): Wrong | undefined {
  if (field.kind === 'month') {
    if (!isMonth(value)) return { problem: 'not-a-month' }
  } else if (field.kind === 'date' ? !isIsoDate(value) : !isPartialDate(value)) {
    return { problem: 'not-a-date' }
  }
  if (!isPartialDate(value)) return { problem: 'not-a-date' }
  if (field.when === 'past' && isFuture(value, near.on)) return { problem: 'not-past' }
  if (field.when === 'future' && isPast(value, near.on)) return { problem: 'not-future' }
  const start = field.notBefore === undefined ? undefined : near.values[field.notBefore]
  if (typeof start === 'string' && isPartialDate(start) && isBefore(value, start)) {
    return { problem: 'before-start' }
  }
  return undefined
}

function problemOfNumber(field: FormField, value: string): Wrong | undefined {
  if (!/^(0|[1-9]\d{0,5})$/.test(value)) return { problem: 'not-a-number' }
  const max = field.max ?? 999_999
  return Number(value) > max ? { problem: 'too-large', max } : undefined
}

/** Kinds of question whose answers are a list that nobody can add to. */
const CLOSED: Partial<Record<FieldKind, (value: string) => boolean>> = {
  country: isCountry,
  countries: isNationality,
  issuer: isIssuer,
  language: isSpokenLanguage,
  cefr: isCefr,
  education: isEducationLevel,
  occupation: isOccupation,
  'yes-no': (value) => value === 'yes' || value === 'no',
  declaration: (value) => value === 'yes',
  consent: (value) => value === 'yes' || value === 'no',
}

function isOption(field: FormField, value: string, fields: readonly string[]): boolean {
  if (field.kind === 'field') return fields.includes(value)
  const isListed = CLOSED[field.kind]
  return isListed ? isListed(value) : (field.options ?? []).some(({ code }) => code === value)
}

/** An address that mail can be sent to: RFC 5321 lengths, one @, a domain with a dot. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}

/** No control characters but line breaks, and nothing that was lost in a wrong encoding. */
export function isCleanText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Co}\uFFFD\u202A-\u202E\u2066-\u2069]/u.test(
    text.replace(/[\r\n\t]/g, ' '),
  )
}
