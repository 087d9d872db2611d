import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block, FieldKind, FormField } from '#core/policy/case-type.ts'
import { sameValues, typedFrom, valuesIn } from '#core/answers/read.ts'
import { first } from '#core/answers/typed.ts'

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
test('what is kept is shown again as it was typed, whatever day it is', () => {
  const asked = block(field('d', 'date'), field('t', 'text'), field('c', 'countries'))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1900, max: 9999 }),
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

test('a field that was not sent is empty, whatever it is called', () => {
  equal(first({ a: ['x', 'y'] }, 'a'), 'x')
  equal(first({}, 'a'), '')
  equal(first({}, 'constructor'), '')
})
