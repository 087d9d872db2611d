import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block, FieldKind, FormField } from '#core/policy/application-type.ts'
import { first, sameValues, typedFrom, typedOf, valuesIn } from '#portal/answer-form.ts'

const words = { az: '', tr: '', en: '', ru: '' }
const field = (code: string, kind: FieldKind, more: Partial<FormField> = {}): FormField => ({
  code,
  label: words,
  kind,
  required: true,
  privacy: 'sealed',
  basis: { '*': 'provisional' },
  ...more,
})
const block = (...fields: readonly FormField[]): Block => ({
  code: 'block',
  title: words,
  repeats: false,
  itemsMin: 1,
  itemsMax: 1,
  basis: { '*': 'provisional' },
  fields,
})
const valueOf = (kind: FieldKind, typed: Readonly<Record<string, readonly string[]>>) =>
  valuesIn(block(field('x', kind)), typed, {})['x']

test('what is typed in different ways is kept in one form', () => {
  const cases: readonly (readonly [FieldKind, string, string | undefined])[] = [
    ['text', '  Porto ', 'Porto'],
    ['text', 'Ə\u0301', 'Ə\u0301'],
    ['text', 'e\u0301', 'é'],
    ['text', ' \t ', undefined],
    ['name', '  Ana   Luísa ', 'Ana Luísa'],
    ['machine-name', 'ferreira<<lopes', 'FERREIRA LOPES'],
    ['document-number', 'cd 123-456', 'CD123456'],
    ['phone', '00351 (912) 345-678', '+351912345678'],
    ['long-text', 'one\r\ntwo\r\n', 'one\ntwo'],
    ['consent', '', 'no'],
    ['consent', 'on', 'no'],
    ['consent', 'yes', 'yes'],
    ['declaration', '', undefined],
  ]
  for (const [kind, typed, kept] of cases) {
    equal(valueOf(kind, { x: [typed] }), kept, `${kind} ${typed}`)
  }
})

test('a date is put together from its parts, and a wrong one stays wrong', () => {
  const date = (day: string, month: string, year: string) => ({
    'x-day': [day],
    'x-month': [month],
    'x-year': [year],
  })
  const cases: readonly (readonly [FieldKind, readonly [string, string, string], unknown])[] = [
    ['date', ['7', '3', '1987'], '1987-03-07'],
    ['date', ['07', '03', '1987'], '1987-03-07'],
    ['date', ['', '', ''], undefined],
    ['date', ['', '3', '1987'], '1987-03-'],
    ['date', ['x', '3', '1987'], '1987-03-x'],
    ['partial-date', ['', '7', '2010'], '2010-07'],
    ['partial-date', ['', '', '2010'], '2010'],
    ['partial-date', ['5', '', '2010'], '2010--05'],
    ['month', ['9', '7', '2010'], '2010-07'],
    ['month', ['', '7', ''], '-07'],
  ]
  for (const [kind, [day, month, year], kept] of cases) {
    equal(valueOf(kind, date(day, month, year)), kept, `${kind} ${day} ${month} ${year}`)
  }
})

test('what is kept is shown again as it was typed, whatever day it is', () => {
  const asked = block(field('d', 'date'), field('t', 'text'), field('c', 'countries'))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1000, max: 9999 }),
      fc.uniqueArray(fc.constantFrom('PRT', 'AZE', 'TUR')),
      (day, month, year, countries) => {
        const typed = {
          'd-day': [String(day)],
          'd-month': [String(month)],
          'd-year': [String(year)],
          t: ['Porto'],
          ...(countries.length > 0 ? { c: countries } : {}),
        }
        const values = valuesIn(asked, typed, {})
        deepEqual(typedFrom(asked, values), typed)
        ok(sameValues(values, valuesIn(asked, typedFrom(asked, values), {})))
      },
    ),
  )
})

test('a chain of questions falls with its first link, in whatever order they stand', () => {
  const chain = [
    field('one', 'yes-no'),
    field('two', 'choice', { shownWhen: { field: 'one', is: ['yes'] } }),
    field('three', 'text', { shownWhen: { field: 'two', is: ['visa', 'permit'] } }),
  ]
  const typed = { two: ['visa'], three: ['V 1'] }
  for (const fields of [chain, [...chain].reverse()]) {
    deepEqual(valuesIn(block(...fields), { ...typed, one: ['no'] }, {}), { one: 'no' })
    deepEqual(valuesIn(block(...fields), { ...typed, one: ['yes'] }, {}), {
      one: 'yes',
      two: 'visa',
      three: 'V 1',
    })
  }
})

test('answers are the same where each question has the same answer', () => {
  ok(sameValues({ a: '1', b: ['x', 'y'] }, { b: ['x', 'y'], a: '1' }))
  ok(!sameValues({ a: '1' }, { a: '1', b: '2' }))
  ok(!sameValues({ a: '1', b: '2' }, { a: '1' }))
  ok(!sameValues({ b: ['x', 'y'] }, { b: ['y', 'x'] }))
})

test('of a form only texts are read', async () => {
  const from = (body: Record<string, unknown>) => ({ parseBody: () => Promise.resolve(body) })
  const file = new File([], 'x.pdf')
  deepEqual(await typedOf(from({ a: 'x', b: ['y', file], c: file })), { a: ['x'], b: ['y'], c: [] })
  equal(first({}, 'a'), '')
  equal(first({}, 'constructor'), '')
})
