import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'
import { documentNumber } from '#core/facts/document-number.ts'
import { readLink } from '#core/facts/link.ts'
import { tidyName } from '#core/facts/name.ts'
import { readPhone } from '#core/facts/phone.ts'
import {
  DATE_PARTS,
  readDate,
  type DateBoxes,
  type DateNeed,
  type DateReading,
} from '#core/facts/written-date.ts'
import type { Block, FieldKind, FormField } from '#core/policy/case-type.ts'

/**
 * The one place where an answer is read from what people write. Each kind of question has one form
 * in which its answer is kept; what cannot be brought into it stays as it was written, so that the
 * check can say what is wrong with it.
 */
export function valuesIn(block: Block, typed: Typed, answers: Answers): Values {
  const values = block.fields.map((field) => [field.code, valueIn(field, typed)] as const)
  return shownValues(block, Object.fromEntries(values), answers)
}

/** The answers to questions that are asked beside these and the others. */
export function shownValues(block: Block, written: Values, answers: Answers): Values {
  let values = written
  // An answer that is hidden shows nothing further, so a chain of questions falls link by link.
  for (const _ of block.fields) {
    values = answered(shownFields(block, { answers }, values), values)
  }
  return values
}

const answered = (fields: readonly FormField[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ code }) => {
      const value = values[code]
      return value === undefined || value.length === 0 ? [] : [[code, value]]
    }),
  )

/** True where every question has the same answer, in whatever order they were kept. */
export function sameValues(one: Values, other: Values): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...codes].every((code) => JSON.stringify(one[code]) === JSON.stringify(other[code]))
}

function valueIn(field: FormField, typed: Typed): Value {
  const text = first(typed, field.code)
  const line = text.replaceAll('\n', ' ')
  switch (field.kind) {
    case 'date':
    case 'partial-date':
    case 'month':
      return dateIn(field, typed)
    case 'countries':
      return [...new Set((typed[field.code] ?? []).filter((code) => code !== ''))]
    case 'name':
      return tidyName(line)
    case 'machine-name':
      return plainDashes(plainDigits(line))
        .replace(/[\s<-]+/g, ' ')
        .trim()
        .toUpperCase()
    case 'document-number':
      return documentNumber(plainDigits(line)) ?? line
    case 'phone': {
      const reading = readPhone(line)
      return reading.ok ? reading.phone : line
    }
    case 'link':
      return readLink(line) ?? line
    case 'whole-number':
      return plainDigits(line).replace(/^0+(?=\d)/, '')
    case 'long-text':
      return text
    case 'consent':
      return text === 'yes' ? 'yes' : 'no'
    case 'text':
    case 'email':
    case 'country':
    case 'issuer':
    case 'language':
    case 'cefr':
    case 'education':
    case 'occupation':
    case 'field':
    case 'choice':
    case 'yes-no':
    case 'declaration':
      return line
  }
}

/** How a date without an end is kept, where the question lets one say so. */
export const WITHOUT = 'none'

/** The box beside a date that says that there is none. */
export const withoutName = (field: string): string => `${field}-${WITHOUT}`

/** Between the boxes of a date that could not be read; no box holds it. */
const BETWEEN = '/'

/** The ends of a span, and a day that a travel document leaves open, need not be known exactly. */
const NEEDS: Partial<Record<FieldKind, DateNeed>> = {
  date: 'day',
  month: 'month',
  'partial-date': 'year',
}

function dateIn(field: FormField, typed: Typed): string {
  const boxes: DateBoxes = {
    day: first(typed, `${field.code}-day`),
    month: first(typed, `${field.code}-month`),
    year: first(typed, `${field.code}-year`),
  }
  const isWithout = field.without !== undefined && first(typed, withoutName(field.code)) === 'yes'
  if (DATE_PARTS.every((part) => boxes[part] === '')) return isWithout ? WITHOUT : ''
  const reading = readDate(boxes, needOf(field))
  if (reading.ok && !isWithout) return reading.date
  const written = DATE_PARTS.map((part) => boxes[part].replaceAll(BETWEEN, ' '))
  return [...written, ...(isWithout ? [WITHOUT] : [])].join(BETWEEN)
}

const needOf = ({ kind }: FormField): DateNeed => NEEDS[kind] ?? 'day'

/** A kept date, or what was written into the boxes and why it is none. */
export type KeptDate =
  | DateReading
  /** A date, and beside it that there is none. */
  | { readonly ok: false; readonly problem: 'date-and-without' }

/** Reads back what `valuesIn` kept of a date. */
export function keptDate(field: FormField, value: string): KeptDate {
  const isWritten = value.includes(BETWEEN)
  const pieces = isWritten ? value.split(BETWEEN) : value.split('-').toReversed()
  if (pieces[3] === WITHOUT) return { ok: false, problem: 'date-and-without' }
  // Kept to the month or the year, a date has fewer pieces, and they are the larger ones.
  const [day = '', month = '', year = ''] = isWritten ? pieces : [...MISSING, ...pieces].slice(-3)
  return readDate({ day, month, year }, needOf(field))
}

const MISSING = ['', '', ''] as const

/** The other way round: what a form shows for values that were kept. */
export function typedFrom(block: Block, values: Values): Typed {
  return Object.fromEntries(
    block.fields.flatMap((field): [string, readonly string[]][] => {
      const value = values[field.code]
      if (value === undefined) return []
      if (typeof value !== 'string') return [[field.code, value]]
      if (NEEDS[field.kind] === undefined) return [[field.code, [value]]]
      if (value === WITHOUT) return [[withoutName(field.code), ['yes']]]
      const [year = '', month = '', day = ''] = value.split('-')
      const plain = (part: string) => part.replace(/^0/, '')
      return [
        [`${field.code}-day`, [plain(day)]],
        [`${field.code}-month`, [plain(month)]],
        [`${field.code}-year`, [year]],
      ]
    }),
  )
}
