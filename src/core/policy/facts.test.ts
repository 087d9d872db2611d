import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { isoDate } from '#core/dated.ts'
import { evaluate } from '#core/policy/evaluate.ts'
import { factsOf } from '#core/policy/facts.ts'
import type { Fact, FactSource, Scoring } from '#core/policy/scoring.ts'
import { fullAnswers } from '#test/toy-case.ts'
import { toyScoring } from '#test/toy-rules.ts'

const ON = isoDate('2026-04-06')

const items = (...values: readonly Values[]) =>
  values.map((each, index) => ({ id: `i${index}`, values: each }))

const factOf = (answers: Answers, code: string, scoring: Scoring = toyScoring) =>
  factsOf(scoring, answers, ON)[code]

const rulesReading = (kind: Fact['kind'], from: FactSource): Scoring => ({
  ...toyScoring,
  facts: [{ ...(toyScoring.facts[0] as Fact), code: 'it', kind, from }],
})

test('facts are read from the answers, and add up to an evaluation', () => {
  const facts = factsOf(toyScoring, fullAnswers, ON)
  deepEqual(facts, { months: 172, level: '7', patents: 0, language: 'none' })
  equal(evaluate(toyScoring, facts).points, 75)
})

test('a block that was not answered gives no fact, and one answered with none gives none', () => {
  deepEqual(factsOf(toyScoring, {}, ON), {})
  const none = { experience: [], education: [], achievements: [], languages: [] }
  deepEqual(factsOf(toyScoring, none, ON), {
    months: 0,
    level: 'none',
    patents: 0,
    language: 'none',
  })
  const half = factsOf(toyScoring, { experience: [] }, ON)
  deepEqual(evaluate(toyScoring, half).undecided, ['EDU', 'ACH'])
})

test('months of work are counted once, in the field, in the last fifteen years', () => {
  const work = (from: string, to?: string, inField = 'yes'): Values => ({
    'in-field': inField,
    from,
    ...(to === undefined ? {} : { to }),
  })
  const cases = [
    [[work('2020-01', '2020-12')], 12],
    [[work('2020-01', '2020-12'), work('2020-07', '2021-06')], 18],
    [[work('2020-01', '2020-12'), work('2020-03', '2020-04')], 12],
    [[work('2020-01', '2020-12'), work('2021-01', '2021-12', 'no')], 12],
    [[work('2026-04')], 1],
    [[work('2026-05')], 0],
    [[work('2026-01', '')], 4],
    [[work('1990-01', '2000-12')], 0],
    [[work('1990-01')], 180],
    [[work('2020-12', '2020-01')], 0],
    [[work('2020-01', 'soon')], 0],
    [[work('soon', '2020-01')], 0],
    [[{ 'in-field': 'yes', to: '2020-01' }], 0],
    [[{ from: '2020-01', to: '2020-12' }], 0],
  ] as const
  for (const [spans, months] of cases) {
    equal(factOf({ experience: items(...spans) }, 'months'), months, JSON.stringify(spans))
  }
})

test('the best of several degrees counts, and one that the scoring does not know does not', () => {
  const cases = [
    [['6', '8', '7'], '8'],
    [['6'], '6'],
    [['3'], 'none'],
    [['3', '6'], '6'],
    [[], 'none'],
  ] as const
  for (const [levels, best] of cases) {
    equal(factOf({ education: items(...levels.map((level) => ({ level }))) }, 'level'), best)
  }
})

test('only items that fit are counted', () => {
  const kinds = items({ kind: 'patent' }, { kind: 'award' }, { kind: 'patent' }, {})
  equal(factOf({ achievements: kinds }, 'patents'), 2)
  const languages = items({ language: 'tr', level: 'c2' }, { language: 'az', level: 'b1' })
  equal(factOf({ languages }, 'language'), 'b1')

  const where = { field: 'language', isNot: ['az', 'en'] }
  const others = rulesReading('count', { kind: 'count', block: 'languages', where })
  equal(factOf({ languages }, 'it', others), 1)
  equal(
    factOf({ languages }, 'it', rulesReading('count', { kind: 'count', block: 'languages' })),
    2,
  )
})

test('one answer is a fact as it stands, and a number where a number is wanted', () => {
  const from = { kind: 'answer', block: 'field', field: 'field' } as const
  const answered = (field: Value | undefined): Answers => ({
    field: items(field === undefined ? {} : { field }),
  })
  const cases = [
    ['code', 'bridges', 'bridges'],
    ['code', '12', '12'],
    ['code', '', undefined],
    ['code', undefined, undefined],
    ['code', ['bridges'], undefined],
    ['count', '12', 12],
    ['count', '0', 0],
    ['count', 'twelve', undefined],
    ['count', '-3', undefined],
  ] as const
  for (const [kind, field, wanted] of cases) {
    equal(factOf(answered(field), 'it', rulesReading(kind, from)), wanted)
  }
})
