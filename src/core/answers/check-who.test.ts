import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf } from '#core/answers/check.ts'
import { isoDate } from '#core/dated.ts'
import { block, field } from '#test/toy-types.ts'

const ON = isoDate('2026-04-06')
const AROUND = { type: { applicants: [] }, answers: {}, on: ON, fields: [] }

test('whoever names a case of theirs names one, however they write it; who knows of none is not asked', () => {
  const asked = block('any', [field('it', 'text', { means: 'concerned-case', required: false })])
  const ownCases = ['TOY-2026-000001']
  const of = (it: string, around: object = { who: { ownCases } }) =>
    problemsOf(asked, { id: 'it', values: { it } }, { ...AROUND, ...around })[0]?.problem
  equal(of(' toy-2026-000001 '), undefined)
  equal(of('TOY-2026-000002'), 'not-own-case')
  equal(of(''), undefined)
  equal(of('TOY-2026-000002', {}), undefined)
})

test('what goes on from what is held ends no day before that', () => {
  const asked = block('any', [field('it', 'date', { means: 'stay-ends' })])
  const who = { goesOnFrom: { 'stay-ends': isoDate('2026-09-29') } }
  const of = (it: string, around: object = { who }) =>
    problemsOf(asked, { id: 'it', values: { it } }, { ...AROUND, ...around })
  const wrong = { field: 'it', problem: 'before-held', until: '2026-09-29' }
  deepEqual(of('2026-09-28'), [wrong])
  deepEqual([of('2026-09-29'), of('2026-09-30'), of('2026-09-28', {})], [[], [], []])
})

test('nobody of 18 or older is answered for as a child, from their birthday on', () => {
  const asked = block('any', [field('it', 'partial-date', { means: 'birth-date' })])
  const of = (it: string, who: object = { isChild: true }) =>
    problemsOf(asked, { id: 'it', values: { it } }, { ...AROUND, who })[0]?.problem
  deepEqual(
    ['2008-04-07', '2008-04-06', '1990-01-01'].map((each) => of(each)),
    [undefined, 'of-age', 'of-age'],
  )
  equal(of('1990-01-01', { isChild: false }), undefined)
})
