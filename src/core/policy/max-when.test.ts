import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf } from '#core/answers/check.ts'
import { isoDate } from '#core/dated.ts'
import type { FormField } from '#core/policy/case-type.ts'
import { found } from '#test/toy-spoilt.ts'
import { block, field, toyType } from '#test/toy-types.ts'

const ON = isoDate('2026-04-06')
const AROUND = { type: { applicants: [] }, answers: {}, on: ON, fields: [] }

test('another answer makes the largest number that can be answered smaller', () => {
  const maxWhen = { field: 'purpose', is: ['first'], max: 6 }
  const asked = block('any', [
    field('it', 'whole-number', { max: 10, maxWhen }),
    field('purpose', 'text', { required: false }),
  ])
  const said = (it: string, purpose: string) =>
    problemsOf(asked, { id: 'it', values: { it, purpose } }, AROUND).map(({ max }) => max)
  deepEqual(said('6', 'first'), [])
  deepEqual(said('7', 'first'), [6])
  deepEqual(said('10', 'other'), [])
  deepEqual(said('11', 'other'), [10])
})

test('it is smaller, by an answer that is asked in the same item, and of a number', () => {
  const less = (max: number, said: Partial<FormField>, by = 'stateless') => {
    const maxWhen = { field: by, is: ['yes'], max }
    const blocks = toyType.blocks.map((each) => ({
      ...each,
      fields: each.fields.map((one): FormField =>
        one.code === 'given-names' ? { ...one, kind: 'whole-number', maxWhen, ...said } : one,
      ),
    }))
    return found({ ...toyType, blocks }).filter((each) => each.includes('maxWhen'))
  }
  const at = 'blocks.0.fields.1.maxWhen'
  const reason = `${at}: it makes no largest number smaller`
  deepEqual(less(12, { max: 24 }), [])
  deepEqual(less(24, { max: 24 }), [reason])
  deepEqual(less(12, {}), [reason])
  deepEqual(less(12, { max: 24, kind: 'text' }), [reason])
  deepEqual(less(12, { max: 24 }, 'gone'), [`${at}: here.gone is not asked`])
})
