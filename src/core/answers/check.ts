import { addDays, ageOn, OF_AGE, type IsoDate } from '#core/dated.ts'
import {
  isCefr,
  isEducationLevel,
  isOccupation,
  isSpokenLanguage,
  OTHER_LANGUAGE,
} from '#core/facts/code-lists.ts'
import { isCountry, isIssuer, isNationality, isWithoutNationality } from '#core/facts/countries.ts'
import { DOCUMENT_NUMBER_PLACES, notInDocumentNumber } from '#core/facts/document-number.ts'
import { isEmail } from '#core/facts/email.ts'
import { readLink } from '#core/facts/link.ts'
import { toMachineLetters } from '#core/facts/machine-letters.ts'
import { hasLetter, isLatin, MACHINE_NAME_PLACES, notInNames } from '#core/facts/name.ts'
import { isBefore, isFuture, isPartialDate, isPast, latest } from '#core/facts/partial-date.ts'
import { readPhone } from '#core/facts/phone.ts'
import type { DatePart } from '#core/facts/written-date.ts'
import type { Words } from '#core/language.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { CaseType, Block, FieldKind, FormField } from '#core/policy/case-type.ts'
import {
  valuesOf,
  type Answers,
  type Item,
  type Value,
  type Values,
} from '#core/answers/answers.ts'
import type { Ahead } from '#core/answers/ahead.ts'
import { whoMayNotApply } from '#core/answers/applicants.ts'
import { holds as isAnswered, shownFields } from '#core/answers/asked.ts'
import { keptDate, WITHOUT } from '#core/answers/read.ts'
import { unreadable } from '#core/answers/typed.ts'

/** Everything that can be wrong with an answer. */
export const PROBLEMS = [
  'missing',
  'too-long',
  'unreadable',
  'not-in-a-name',
  'no-letter',
  'machine-name-missing',
  'not-machine-letters',
  'not-a-document-number',
  'not-so-long',
  'part-missing',
  'not-a-part',
  'no-such-day',
  'year-too-short',
  'too-long-ago',
  'date-and-without',
  'not-past',
  'not-future',
  'before-other',
  'before-held',
  'not-an-option',
  'too-many',
  'stateless-and-citizen',
  'twice',
  'may-not-apply',
  'no-country-code',
  'no-such-country-code',
  'phone-too-short',
  'phone-too-long',
  'not-in-a-phone',
  'not-an-email',
  'not-a-link',
  'not-a-number',
  'too-large',
  'not-own-case',
  'of-age',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** What is wrong with one answer; telling has the sentence for it. */
export type Problem = { readonly field: string } & Wrong
type Wrong = {
  readonly problem: ProblemCode
  readonly max?: number
  /** The first character that cannot be taken. */
  readonly character?: string
  /** The box of a date that is to blame. */
  readonly part?: DatePart
  /** The other question that this answer does not agree with, and what was answered there. */
  readonly other?: { readonly block: string; readonly field: string; readonly value: Value }
  /** What a table makes of the name, for them to hold against the passport. */
  readonly suggested?: string
  /** The day on which ends what they hold. */
  readonly until?: IsoDate
  /** The rule about who may apply, in its own words. */
  readonly words?: Words
}

/** What an answer is held against besides itself. */
export type Surroundings = {
  readonly type: Pick<CaseType, 'applicants'>
  readonly answers: Answers
  /** Today in Baku. */
  readonly on: IsoDate
  /** Codes of the fields of activity in force. */
  readonly fields: readonly string[]
  readonly who?: Who
  /** What registers were asked of them ahead. */
  readonly ahead?: readonly Ahead[]
}

/** What is known of whoever an answer is about, besides what is answered. */
export type Who = {
  /** The numbers of what they have sent in, where that is known. */
  readonly ownCases?: readonly string[]
  /** Somebody acts for them as a child, or did when it was sent in. */
  readonly isChild?: boolean
  /** On which day ends what they hold and ask to go on, by what that day is asked as. */
  readonly goesOnFrom?: Readonly<Partial<Record<Meaning, IsoDate>>>
  /** What they hold here, where that is known. */
  readonly holds?: readonly HeldHere[]
  /** When it was: whoever was a child on that day came to it as they should. */
  readonly filedOn?: IsoDate
}

type HeldHere = { readonly kind: string; readonly number?: string; readonly until: IsoDate }

/** The most characters, in Unicode, and the most countries, where a question sets no number. */
const TEXT_MAX = 200
const LONG_TEXT_MAX = 2000
const COUNTRIES_MAX = 5

/**
 * Everything wrong with one item of a block, by itself, beside the other answers, and by who may
 * apply; nothing when it may stand as it is. At most one problem for each question.
 */
export function problemsOf(
  block: Block,
  { id, values }: Item,
  surroundings: Surroundings,
): readonly Problem[] {
  const near = { ...surroundings, block, id, values }
  return shownFields(block, surroundings, values).flatMap((field) => {
    const problem = problemOf(field, values[field.code] ?? '', near)
    return problem ? [{ field: field.code, ...problem }] : []
  })
}

type Near = Surroundings & { readonly block: Block; readonly id: string; readonly values: Values }

function problemOf(field: FormField, value: Value, near: Near): Wrong | undefined {
  if (value.length === 0) return field.required ? { problem: 'missing' } : unwritten(field, near)
  const problem =
    typeof value === 'string' ? problemOfText(field, value, near) : problemOfList(field, value)
  return problem ?? twice(field, value, near) ?? unfit(field, value, near)
}

/**
 * A name in another script than the Latin is asked for as the passport writes it in A to Z, and so
 * is one that no table writes so. Where a table does, that is a suggestion: of passports of one
 * country some follow it and others do not. What was sent in without it was taken so.
 */
function unwritten({ machineNameOf }: FormField, near: Near): Wrong | undefined {
  const name = machineNameOf === undefined ? undefined : near.values[machineNameOf]
  if (typeof name !== 'string' || name === '') return undefined
  const suggested = toMachineLetters(name)
  if (suggested === undefined) return { problem: 'machine-name-missing' }
  const isTaken = isLatin(name) || near.who?.filedOn !== undefined
  const problem = 'machine-name-missing'
  return isTaken ? undefined : { problem, suggested: suggested.replaceAll('<', ' ') }
}

function problemOfText(field: FormField, value: string, near: Near): Wrong | undefined {
  const character = unreadable(value)
  if (character !== undefined) return { problem: 'unreadable', character }
  const max = charactersMax(field)
  if (max !== undefined && Array.from(value).length > max) return { problem: 'too-long', max }
  return problemOfKind(field, value, near)
}

function charactersMax({ kind, max }: FormField): number | undefined {
  if (kind === 'whole-number') return undefined // its `max` is the largest number
  if (kind === 'document-number') return undefined // what keeps it from being read is told first
  if (kind === 'long-text') return max ?? LONG_TEXT_MAX
  return kind === 'text' || kind === 'name' ? (max ?? TEXT_MAX) : max
}

function problemOfList(field: FormField, values: readonly string[]): Wrong | undefined {
  if (field.kind !== 'countries') return { problem: 'not-an-option' }
  if (values.length > COUNTRIES_MAX) return { problem: 'too-many', max: COUNTRIES_MAX }
  const codes = values.filter(isNationality)
  if (codes.length < values.length) return { problem: 'not-an-option' }
  const stateless = codes.filter(isWithoutNationality).length
  const isBoth = stateless > 0 && stateless < codes.length
  return isBoth ? { problem: 'stateless-and-citizen' } : undefined
}

function problemOfKind(field: FormField, value: string, near: Near): Wrong | undefined {
  const wrong = (ok: boolean, problem: ProblemCode) => (ok ? undefined : { problem })
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return undefined
    case 'name':
      return problemOfName(value)
    case 'machine-name':
      return problemOfMachineName(value)
    case 'document-number':
      return problemOfDocumentNumber(field, value)
    case 'date':
    case 'partial-date':
    case 'month':
      return problemOfDate(field, value, near)
    case 'whole-number':
      return problemOfNumber(field, value, near)
    case 'phone':
      return problemOfPhone(value)
    case 'email':
      return wrong(isEmail(value), 'not-an-email')
    case 'link':
      return wrong(readLink(value) === value, 'not-a-link')
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

function problemOfName(value: string): Wrong | undefined {
  const character = notInNames(value)
  if (character !== undefined) return { problem: 'not-in-a-name', character }
  return hasLetter(value) ? undefined : { problem: 'no-letter' }
}

function problemOfMachineName(value: string): Wrong | undefined {
  const character = /[^A-Z< ]|^[< ]|[< ](?=[< ]|$)/u.exec(value)?.[0]
  if (character !== undefined) return { problem: 'not-machine-letters', character }
  if (value.length > MACHINE_NAME_PLACES) return { problem: 'too-long', max: MACHINE_NAME_PLACES }
  return undefined
}

function problemOfDocumentNumber({ length, max }: FormField, value: string): Wrong | undefined {
  const character = notInDocumentNumber(value)
  if (character !== undefined) return { problem: 'not-a-document-number', character }
  if (length !== undefined && value.length !== length)
    return { problem: 'not-so-long', max: length }
  const most = max ?? DOCUMENT_NUMBER_PLACES
  if (value.length > most) return { problem: 'too-long', max: most }
  const unread = /[^A-Z0-9]/u.exec(value)?.[0]
  return unread === undefined ? undefined : { problem: 'not-a-document-number', character: unread }
}

function problemOfPhone(value: string): Wrong | undefined {
  const reading = readPhone(value)
  if (!reading.ok) return wrongOf(reading)
  // A number of which a part would never be dialled was not read by us.
  return reading.phone === value ? undefined : { problem: 'no-country-code' }
}

/**
 * A day is in the future only when it has begun nowhere on earth, and past only when it is over
 * everywhere: the first place is ten hours ahead of Baku, the last sixteen hours behind. Nobody is
 * entered before the day of their birth has come in Baku, where ages are counted.
 */
function problemOfDate(field: FormField, value: string, near: Near): Wrong | undefined {
  if (value === WITHOUT && field.without !== undefined) return undefined
  const reading = keptDate(field, value)
  if (!reading.ok) return wrongOf(reading)
  if (reading.date !== value) return { problem: 'not-a-part', part: 'year' }
  const { date } = reading
  const today = field.means === 'birth-date' ? near.on : addDays(near.on, 1)
  if (field.when === 'past' && isFuture(date, today)) return { problem: 'not-past' }
  if (field.when === 'future' && isPast(date, addDays(near.on, -1))) {
    return { problem: 'not-future' }
  }
  for (const place of field.notBefore ?? []) {
    const there = place.block ?? near.block.code
    const values = place.block === undefined ? near.values : valuesOf(near.answers, place.block)
    const start = values[place.field]
    if (typeof start === 'string' && isPartialDate(start) && isBefore(date, start)) {
      return { problem: 'before-other', other: { block: there, field: place.field, value: start } }
    }
  }
  return undefined
}

/** Why it could not be read, without that it could not. */
const wrongOf = ({ ok: _not, ...wrong }: Wrong & { readonly ok: false }): Wrong => wrong

function problemOfNumber(field: FormField, value: string, near: Near): Wrong | undefined {
  if (!/^(0|[1-9]\d{0,5})$/.test(value)) return { problem: 'not-a-number' }
  // Who asks for no time at all has not said for how long.
  const asksTime = field.means === 'requested-term' || field.means === 'requested-days'
  if (asksTime && value === '0') return { problem: 'missing' }
  const { maxWhen: less } = field
  const isLess = less !== undefined && isAnswered(less, near.answers, near.values)
  const max = (isLess ? less.max : field.max) ?? 999_999
  return Number(value) > max ? { problem: 'too-large', max } : undefined
}

/**
 * Where each item must differ from the others in this answer, the second of the same is wrong;
 * languages that are not in the list may be several.
 */
function twice({ code }: FormField, value: Value, near: Near): Wrong | undefined {
  if (near.block.differIn !== code || value === OTHER_LANGUAGE) return undefined
  const others = (near.answers[near.block.code] ?? []).filter(({ id }) => id !== near.id)
  return others.some(({ values }) => values[code] === value) ? { problem: 'twice' } : undefined
}

function unfit({ code, means }: FormField, value: Value, near: Near): Wrong | undefined {
  const { type, block, on, who: { ownCases, isChild, filedOn = on, goesOnFrom = {} } = {} } = near
  if (means === 'concerned-case' && typeof value === 'string' && ownCases) {
    return ownCases.includes(caseNumberIn(value)) ? undefined : { problem: 'not-own-case' }
  }
  const until = means && goesOnFrom[means]
  if (until !== undefined && typeof value === 'string' && value < until) {
    return { problem: 'before-held', until }
  }
  const born = means === 'birth-date' && isChild === true ? value : undefined
  if (typeof born === 'string' && isPartialDate(born) && ageOn(latest(born), filedOn) >= OF_AGE) {
    return { problem: 'of-age' }
  }
  const rule = whoMayNotApply(type, { block: block.code, field: code, value, on: filedOn })[0]
  return rule && { problem: 'may-not-apply', words: rule.words }
}

/** A number of a case as it is written down, whatever came before and after it. */
export const caseNumberIn = (written: string): string => written.trim().toUpperCase()

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
