import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { FormField } from '#core/policy/case-type.ts'
import { problemsOf } from '#core/answers/check.ts'
import { isoDate } from '#core/dated.ts'
import { block, field } from '#test/toy-types.ts'

const AROUND = {
  type: { applicants: [] },
  answers: {},
  on: isoDate('2026-04-06'),
  fields: ['bridges'],
}

const wrong = (value: string, said: Partial<FormField>) => {
  const asked = block('any', [field('it', 'whole-number', said)])
  return problemsOf(asked, { id: 'it', values: { it: value } }, AROUND)[0]?.problem
}

test('whoever asks for no time at all has not said for how long', () => {
  for (const means of ['requested-term', 'requested-days'] as const) {
    equal(wrong('0', { means }), 'missing', means)
    equal(wrong('1', { means }), undefined, means)
  }
  equal(wrong('0', {}), undefined, 'of other things there may be none')
})
