import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { documentNumber } from '#core/facts/document-number.ts'
import { tidyName } from '#core/facts/name.ts'
import type { Block, FormField } from '#core/policy/application-type.ts'

/**
 * What a form sent, field by field, exactly as it was typed: it is shown again when it is wrong.
 */
export type Typed = Readonly<Record<string, readonly string[]>>

export const DATE_PARTS = ['day', 'month', 'year'] as const
export type DatePart = (typeof DATE_PARTS)[number]

export async function typedOf(request: {
  readonly parseBody: (options: { all: true }) => Promise<Record<string, unknown>>
}): Promise<Typed> {
  const body = await request.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
    ]),
  )
}

export const first = (typed: Typed, name: string): string => typed[name]?.[0] ?? ''

/** The values of an item in their one form; what its other answers hide is left out. */
export function valuesIn(block: Block, typed: Typed, answers: Answers): Values {
  let values: Values = Object.fromEntries(
    block.fields.map((field) => [field.code, valueIn(field, typed)]),
  )
  // An answer that is hidden shows nothing further, so a chain of questions falls link by link.
  for (const _ of block.fields) {
    values = answered(shownFields(block, answers, values), values)
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
  switch (field.kind) {
    case 'date':
    case 'partial-date':
    case 'month':
      return dateIn(field, typed)
    case 'countries':
      return [...new Set((typed[field.code] ?? []).filter((code) => code !== ''))]
    case 'name':
      return tidyName(text)
    case 'machine-name':
      return text
        .trim()
        .replace(/[\s<]+/g, ' ')
        .toUpperCase()
    case 'document-number':
      return documentNumber(text) ?? text.trim()
    case 'phone':
      return text.replace(/[\s()./-]/g, '').replace(/^00/, '+')
    case 'long-text':
      return text.replaceAll('\r\n', '\n').trim().normalize('NFC')
    case 'consent':
      return text === 'yes' ? 'yes' : 'no'
    case 'text':
    case 'email':
    case 'link':
    case 'whole-number':
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
      return text.trim().normalize('NFC')
  }
}

/** A date that cannot be put together stays as it was typed, so that the check refuses it. */
function dateIn(field: FormField, typed: Typed): string {
  const parts = DATE_PARTS.map((part) => first(typed, `${field.code}-${part}`).trim())
  const [day = '', month = '', year = ''] = parts
  if (parts.every((part) => part === '')) return ''
  const pad = (part: string) => (/^\d$/.test(part) ? `0${part}` : part)
  const wanted = field.kind === 'month' ? [year, month] : [year, month, day]
  if (field.kind === 'partial-date') {
    while (wanted.length > 1 && wanted.at(-1) === '') wanted.pop()
  }
  return wanted.map(pad).join('-')
}

/** The other way round: what a form shows for values that were kept. */
export function typedFrom(block: Block, values: Values): Typed {
  return Object.fromEntries(
    block.fields.flatMap((field): [string, readonly string[]][] => {
      const value = values[field.code]
      if (value === undefined) return []
      if (typeof value !== 'string') return [[field.code, value]]
      if (field.kind !== 'date' && field.kind !== 'partial-date' && field.kind !== 'month') {
        return [[field.code, [value]]]
      }
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
