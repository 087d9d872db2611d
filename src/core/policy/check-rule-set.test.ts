import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { overlapsAndGaps, problemsOfRuleSet } from '#core/policy/check.ts'
import type { Criterion, EstimateRule, Fact, Improvement, RuleSet } from '#core/policy/rule-set.ts'
import { comfortRules, say, toyLaws, toyRules } from '#test/toy-rules.ts'

/** Where problems are and what they are, for a rule set that is spoilt in one place. */
const found = (said: Partial<RuleSet>) =>
  problemsOfRuleSet({ ...toyRules, ...said }, toyLaws).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

const changed = <Entry extends object>(
  entries: readonly Entry[],
  index: number,
  said: Partial<Entry>,
): readonly Entry[] => entries.map((entry, at) => (at === index ? { ...entry, ...said } : entry))

const criterion = (index: number, said: Partial<Criterion>) =>
  found({ criteria: changed(toyRules.criteria, index, said) })
const estimate = (rule: EstimateRule) => criterion(0, { estimate: rule })
const fact = (index: number, said: Partial<Fact>) =>
  found({ facts: changed(toyRules.facts, index, said) })
const improvement = (index: number, said: Partial<Improvement>) =>
  found({ improvements: changed(toyRules.improvements, index, said) })

test('a rule set that means what it says has no problems, with criteria or without', () => {
  deepEqual(found({}), [])
  deepEqual(problemsOfRuleSet(comfortRules, toyLaws), [])
})

test('a basis names an act and a clause of the register, and * is always provisional', () => {
  const based = (basis: string) => found({ basis: { ...toyRules.basis, passMark: basis } })
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
  deepEqual(found({ bodies: [...toyRules.bodies, ...toyRules.bodies.slice(0, 1)] }), [
    'bodies.5: service is there already',
  ])
  deepEqual(found({ terms: [...toyRules.terms, ...toyRules.terms.slice(2, 3)] }), [
    'terms.16: completeness is there already',
  ])
  deepEqual(found({ objectionBodies: ['guard', 'guard'] }), [
    'objectionBodies.1: guard is there already',
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
  const level = toyRules.facts[1] as Fact
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

test('the terms of delivering and contesting a decision are there', () => {
  for (const gone of ['delivery', 'appeal', 'court']) {
    deepEqual(found({ terms: toyRules.terms.filter(({ code }) => code !== gone) }), [
      `terms: the term ${gone} is missing`,
    ])
  }
})

test('bodies that decide, object or score are bodies that there are', () => {
  deepEqual(found({ decisionBody: 'gone' }), ['decisionBody: there is no body gone'])
  deepEqual(found({ objectionBodies: ['guard', 'gone'] }), [
    'objectionBodies.1: there is no body gone',
  ])
  deepEqual(criterion(1, { scoredBy: 'gone' }), ['criteria.1.scoredBy: there is no body gone'])
  deepEqual(found({ fields: changed(toyRules.fields, 1, { body: 'gone' }) }), [
    'fields.1.body: there is no body gone',
  ])
  deepEqual(found({ fields: [] }), [
    'criteria.0.scoredBy: without fields there is no body of a field',
  ])
})

test('one ground follows from points and one from an objection, and a person chooses all others', () => {
  const grounds = (index: number, holds: 'chosen' | 'objection') =>
    found({ grounds: changed(toyRules.grounds, index, { holds }) })
  deepEqual(grounds(0, 'chosen'), [
    'grounds: 0 grounds hold by points-below-pass-mark, not exactly one',
  ])
  deepEqual(grounds(2, 'objection'), ['grounds: 2 grounds hold by objection, not exactly one'])
  deepEqual(found({ objectionBodies: [] }), [
    'grounds: 1 grounds hold by objection, and nothing gives it',
  ])
})

test('rule sets of one family follow each other without a day between or a day together', () => {
  const set = (id: string, from: string, until?: string): RuleSet => ({
    ...toyRules,
    id,
    inForceFrom: isoDate(from),
    ...(until === undefined ? {} : { inForceUntil: isoDate(until) }),
  })
  const first = (until?: string) => set('first', '2025-04-03', until)
  const second = set('second', '2026-01-01')
  deepEqual(overlapsAndGaps([second, first('2026-01-01')]), [])
  deepEqual(overlapsAndGaps([first('2025-12-31'), second]), [
    'first and second leave a gap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first('2026-01-02'), second]), [
    'first and second overlap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first(), second]), [
    'first and second overlap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first(), { ...set('other', '2026-01-01'), family: 'other' }]), [])
  deepEqual(overlapsAndGaps([set('same', '2026-01-01'), second]).length, 1)
  deepEqual(found({ inForceUntil: isoDate('2026-01-01') }), [
    'inForceUntil: no longer in force before it ever was',
  ])
  deepEqual(found({ inForceUntil: isoDate('2026-01-02') }), [])
})
