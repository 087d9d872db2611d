import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOfScoring } from '#core/policy/check-scoring.ts'
import type { Criterion, EstimateRule, Fact, Improvement, Scoring } from '#core/policy/scoring.ts'
import { say, toyLaws, toyScoring } from '#test/toy-rules.ts'

/** Where problems are and what they are, for a scoring that is spoilt in one place. */
const found = (said: Partial<Scoring>) =>
  problemsOfScoring({ ...toyScoring, ...said }, toyLaws).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

const changed = <Entry extends object>(
  entries: readonly Entry[],
  index: number,
  said: Partial<Entry>,
): readonly Entry[] => entries.map((entry, at) => (at === index ? { ...entry, ...said } : entry))

const criterion = (index: number, said: Partial<Criterion>) =>
  found({ criteria: changed(toyScoring.criteria, index, said) })
const estimate = (rule: EstimateRule) => criterion(0, { estimate: rule })
const fact = (index: number, said: Partial<Fact>) =>
  found({ facts: changed(toyScoring.facts, index, said) })
const improvement = (index: number, said: Partial<Improvement>) =>
  found({ improvements: changed(toyScoring.improvements, index, said) })

test('a scoring that means what it says has no problems, and one without criteria scores nothing', () => {
  deepEqual(found({}), [])
  deepEqual(found({ criteria: [], pointsTotal: 0, passMark: 0 }), [
    'criteria: without criteria nothing is scored',
  ])
})

test('a basis names an act and a clause of the register, and * is always provisional', () => {
  const based = (basis: string) => found({ basis: { ...toyScoring.basis, passMark: basis } })
  deepEqual(based('toy-act'), [])
  deepEqual(based('toy-act/1'), [])
  deepEqual(based('provisional'), [])
  deepEqual(based('toy-act/2'), ['basis.passMark: toy-act has no clause 2 in the register of laws'])
  deepEqual(based('old-act/1'), ['basis.passMark: old-act/1 names no act of the register of laws'])
  deepEqual(found({ basis: { '*': 'toy-act' } }), ['basis.*: * may only be provisional'])
  deepEqual(criterion(1, { basis: { '*': 'provisional', pointsMax: 'gone' } }), [
    'criteria.1.basis.pointsMax: gone names no act of the register of laws',
  ])
})

test('a code stands for one thing', () => {
  deepEqual(found({ fields: [...toyScoring.fields, ...toyScoring.fields.slice(0, 1)] }), [
    'fields.2: bridges is there already',
  ])
  deepEqual(found({ facts: [...toyScoring.facts, ...toyScoring.facts.slice(0, 1)] }), [
    'facts.4: months is there already',
  ])
})

test('the criteria add up to the total, and the pass mark lies within it', () => {
  deepEqual(found({ pointsTotal: 101 }), ['pointsTotal: the criteria add up to 100'])
  deepEqual(found({ passMark: 100 }), [])
  deepEqual(found({ passMark: 101 }), ['passMark: nobody can reach more than the total'])
  deepEqual(criterion(2, { pointsMin: 21 }), [
    'criteria.2.pointsMin: the least is more than the most',
  ])
})

test('bands begin at 0, ascend, and stay under the cap', () => {
  const bands = (...table: readonly (readonly [number, number])[]) =>
    estimate({
      kind: 'bands',
      fact: 'months',
      table: table.map(([from, points]) => ({ from, points })),
    })
  const order = 'bands begin at 0 and each begins after the one before'
  deepEqual(bands([0, 0], [12, 50]), [])
  deepEqual(bands([1, 0], [12, 50]), [`criteria.0.estimate.table.0: ${order}`])
  deepEqual(bands([0, 0], [12, 20], [12, 50]), [`criteria.0.estimate.table.2: ${order}`])
  deepEqual(bands([0, 0], [12, 51]), [
    'criteria.0.estimate.table.1: 51 points are more than the 50 that may be given',
  ])
})

test('the most that may be given can be reached by somebody', () => {
  const never = (points: number) => [
    `criteria.0.estimate: the estimate gives ${points} points at most, never 50`,
  ]
  const at = (from: number): EstimateRule => ({
    kind: 'bands',
    fact: 'months',
    table: [
      { from: 0, points: 9 },
      { from, points: 50 },
    ],
  })
  const each = (pointsEach: number, pointsMax: number): EstimateRule => ({
    kind: 'counted',
    fact: 'patents',
    pointsEach,
    pointsMax,
  })
  deepEqual(estimate(at(180)), [])
  deepEqual(estimate(at(181)), never(9))
  deepEqual(estimate(each(1, 50)), [])
  deepEqual(estimate(each(1, 49)), never(49))
  deepEqual(estimate(each(0, 50)), never(0))
  deepEqual(
    estimate({ kind: 'lookup', fact: 'level', table: { '8': 10 }, otherwise: 49 }),
    never(49),
  )
  deepEqual(estimate({ kind: 'sum', of: [each(1, 25), at(1)], pointsMax: 50 }), [])
  deepEqual(estimate({ kind: 'sum', of: [each(1, 25), each(1, 24)], pointsMax: 50 }), never(49))
})

test('no rule gives more than may be given, within a sum or outside it', () => {
  const over = (points: number, cap: number) =>
    `${points} points are more than the ${cap} that may be given`
  const patents = (pointsMax: number): EstimateRule => ({
    kind: 'counted',
    fact: 'patents',
    pointsEach: 9,
    pointsMax,
  })
  deepEqual(estimate(patents(51)), [`criteria.0.estimate.pointsMax: ${over(51, 50)}`])
  deepEqual(estimate({ kind: 'sum', of: [patents(51)], pointsMax: 51 }), [
    `criteria.0.estimate.pointsMax: ${over(51, 50)}`,
  ])
  deepEqual(estimate({ kind: 'sum', of: [patents(51)], pointsMax: 50 }), [
    `criteria.0.estimate.of.0.pointsMax: ${over(51, 50)}`,
  ])
  deepEqual(estimate({ kind: 'lookup', fact: 'level', table: { '8': 51 }, otherwise: 52 }), [
    `criteria.0.estimate.table.8: ${over(51, 50)}`,
    `criteria.0.estimate.otherwise: ${over(52, 50)}`,
  ])
})

test('a rule reads a fact that there is, of its own kind, with codes that it can have', () => {
  deepEqual(estimate({ kind: 'counted', fact: 'gone', pointsEach: 1, pointsMax: 50 }), [
    'criteria.0.estimate.fact: there is no fact gone',
  ])
  deepEqual(estimate({ kind: 'counted', fact: 'level', pointsEach: 1, pointsMax: 50 }), [
    'criteria.0.estimate.fact: counted does not read a fact of kind code',
  ])
  deepEqual(estimate({ kind: 'lookup', fact: 'months', table: {}, otherwise: 50 }), [
    'criteria.0.estimate.fact: lookup does not read a fact of kind months',
  ])
  deepEqual(estimate({ kind: 'lookup', fact: 'level', table: { '9': 1 }, otherwise: 50 }), [
    'criteria.0.estimate.table.9: level is never 9',
  ])
  deepEqual(estimate({ kind: 'lookup', fact: 'language', table: { c3: 1 }, otherwise: 50 }), [
    'criteria.0.estimate.table.c3: language is never c3',
  ])
})

test('a fact is read as what it is, with codes that somebody knows', () => {
  const ofFacts = (problems: readonly string[]) =>
    problems.filter((each) => each.startsWith('facts'))
  const level = toyScoring.facts[1] as Fact
  const from = { kind: 'answer', block: 'field', field: 'field' } as const
  deepEqual(ofFacts(fact(0, { kind: 'code', list: 'cefr' })), [
    'facts.0.from.kind: months does not give a fact of kind code',
  ])
  deepEqual(ofFacts(fact(2, { from: level.from })), [
    'facts.2.from.kind: best does not give a fact of kind count',
  ])
  deepEqual(fact(2, { from }), [])
  deepEqual(ofFacts(fact(1, { options: [], from })), [
    'facts.1.options: nobody knows what codes it may have',
  ])
  deepEqual(fact(1, { options: level.options?.slice(1) ?? [] }), [
    'facts.1.from: none is not among the options',
  ])
})

test('what can be improved is a fact, by steps that fit it', () => {
  const ladder = (order: readonly string[], monthsEach: readonly number[]) =>
    improvement(1, { steps: { kind: 'ladder', order, monthsEach } })
  const add = (by: number, most: number) =>
    improvement(2, { steps: { kind: 'add', by, most, monthsEach: 1 } })
  deepEqual(improvement(0, { fact: 'gone' }), ['improvements.0.fact: there is no fact gone'])
  deepEqual(improvement(0, { fact: 'level' }), [
    'improvements.0.steps.kind: add does not fit a fact of kind code',
  ])
  deepEqual(improvement(1, { fact: 'patents' }), [
    'improvements.1.steps.kind: ladder does not fit a fact of kind count',
  ])
  deepEqual(ladder(['6', '7'], [24]), [])
  deepEqual(ladder(['6', '9'], [24]), ['improvements.1.steps.order.1: level is never 9'])
  deepEqual(ladder(['6', '6'], [24]), ['improvements.1.steps.order.1: 6 is there already'])
  deepEqual(ladder(['6', '7'], [24, 36]), [
    'improvements.1.steps.monthsEach: from each rung to the next there is one time',
  ])
  deepEqual(add(1, 50), [])
  deepEqual(add(1, 51), ['improvements.2.steps.most: patents is never above 50'])
  deepEqual(add(0, 50), ['improvements.2.steps.by: more than 180 steps, or none'])
  deepEqual(improvement(2, { advice: { ...say('{value}'), ru: 'Нет' } }), [
    'improvements.2.advice.ru: other places for values than in az',
  ])
  deepEqual(
    improvement(2, { advice: say('{worth}') })[0],
    'improvements.2.advice.az: nothing fills {worth}',
  )
})

test('the body of a field is sought among fields', () => {
  deepEqual(found({ fields: [] }), [
    'criteria.0.scoredBy: without fields there is no body of a field',
  ])
})
