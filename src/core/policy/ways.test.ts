import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { evaluate, type Facts } from '#core/policy/evaluate.ts'
import type { Criterion, EstimateRule, Improvement, Scoring } from '#core/policy/scoring.ts'
import { pointsAfter, shortestWays, STEPS_MAX, withChanges } from '#core/policy/ways.ts'
import { say, toyScoring } from '#test/toy-rules.ts'

type Given = Readonly<Record<string, number>>

const told = (facts: Facts, given?: Given, scoring: Scoring = toyScoring) =>
  shortestWays(scoring, facts, given).map(({ changes, months, points }) => [
    changes.map(({ fact, to }) => `${fact} ${to}`).join(', '),
    months,
    points,
  ])

test('the shortest ways come first, each with its time and the points it reaches', () => {
  deepEqual(told({ months: 60, level: '7', patents: 1, language: 'b2' }), [
    ['language c2', 15, 70],
    ['patents 2', 18, 71],
    ['level 8', 36, 71],
  ])
  deepEqual(told({ months: 60, level: '6', patents: 0, language: 'none' }), [
    ['level 7, patents 1, language c2', 30, 70],
    ['level 7, patents 2, language b2', 36, 71],
    ['level 7, patents 3', 54, 70],
  ])
})

test('a change says what the fact is and what it would become', () => {
  const [way] = shortestWays(toyScoring, { months: 60, level: '7', patents: 1, language: 'b2' })
  deepEqual(way?.changes, [
    { improvement: 'learn', fact: 'language', from: 'b2', to: 'c2', months: 15 },
  ])
})

test('who has passed, or of whom a fact is missing, is shown no way', () => {
  deepEqual(told({ months: 120, level: '7', patents: 0, language: 'none' }), [])
  deepEqual(told({ months: 120, level: '6', patents: 1, language: 'none' }), [])
  deepEqual(told({ months: 60, level: '7', patents: 1 }), [])
  deepEqual(told({}), [])
})

test('where nothing in reach is enough there is no way', () => {
  const scoring = { ...toyScoring, improvements: toyScoring.improvements.slice(3) }
  deepEqual(
    told({ months: 0, level: 'none', patents: 0, language: 'none' }, undefined, scoring),
    [],
  )
})

test('from points that were given, a way counts only what the estimate gains', () => {
  const facts = { months: 120, level: '7', patents: 0, language: 'none' }
  const given = { EXP: 40, EDU: 20, ACH: 0 }
  deepEqual(told(facts, given), [
    ['patents 1, language b2', 18, 71],
    ['language c2', 30, 70],
    ['patents 2', 36, 70],
  ])
  deepEqual(told(facts, { EXP: 50, EDU: 20, ACH: 0 }), [])

  const before = evaluate(toyScoring, facts)
  const after = evaluate(toyScoring, { ...facts, level: '8', patents: 3 })
  equal(pointsAfter(toyScoring, { before, after, given: undefined }), 95)
  equal(pointsAfter(toyScoring, { before, after, given }), 40 + 25 + 15)
  equal(pointsAfter(toyScoring, { before, after, given: { EXP: 40, EDU: 29, ACH: 10 } }), 90)
  equal(pointsAfter(toyScoring, { before: after, after: before, given }), 60)
  equal(pointsAfter(toyScoring, { before, after, given: {} }), 5 + 15)
})

test('a plan has an end, also where a document asks for endless steps', () => {
  const steps = { kind: 'add', by: 0, most: 1_000_000_000, monthsEach: 0 } as const
  const improvements = toyScoring.improvements.map((each) =>
    each.fact === 'patents' ? { ...each, steps } : each,
  )
  const endless = { ...toyScoring, improvements }
  const facts = { months: 60, level: '7', patents: 1, language: 'b2' }
  deepEqual(told(facts, undefined, endless)[0], ['language c2', 15, 70])
  ok(STEPS_MAX >= 180)
})

const CODES = ['none', 'low', 'mid', 'top'] as const
const NUMBERS = ['n1', 'n2'] as const
const KINDS = ['k1', 'k2'] as const
const some = fc.nat({ max: 20 })

const bands: fc.Arbitrary<EstimateRule> = fc.record({
  kind: fc.constant('bands' as const),
  fact: fc.constantFrom(...NUMBERS),
  table: fc
    .tuple(some, some, some)
    .map((points) => points.map((each, index) => ({ from: index * 3, points: each }))),
})
const lookup: fc.Arbitrary<EstimateRule> = fc.record({
  kind: fc.constant('lookup' as const),
  fact: fc.constantFrom(...KINDS),
  table: fc.record({ low: some, mid: some, top: some }),
  otherwise: some,
})
const counted: fc.Arbitrary<EstimateRule> = fc.record({
  kind: fc.constant('counted' as const),
  fact: fc.constantFrom(...NUMBERS),
  pointsEach: fc.nat({ max: 5 }),
  pointsMax: some,
})
const rule: fc.Arbitrary<EstimateRule> = fc.oneof(
  bands,
  lookup,
  counted,
  fc.record({
    kind: fc.constant('sum' as const),
    of: fc.array(fc.oneof(bands, lookup, counted), { minLength: 2, maxLength: 3 }),
    pointsMax: fc.nat({ max: 40 }),
  }),
)

const steps: fc.Arbitrary<Pick<Improvement, 'fact' | 'steps'>> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...NUMBERS),
    steps: fc.record({
      kind: fc.constant('add' as const),
      by: fc.integer({ min: 1, max: 3 }),
      most: fc.nat({ max: 9 }),
      monthsEach: fc.nat({ max: 12 }),
    }),
  }),
  fc.record({
    fact: fc.constantFrom(...KINDS),
    steps: fc
      .tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 }))
      .map((monthsEach) => ({ kind: 'ladder' as const, order: CODES, monthsEach })),
  }),
)

const someRules: fc.Arbitrary<Scoring> = fc
  .record({
    estimates: fc.array(rule, { minLength: 1, maxLength: 3 }),
    improvements: fc.array(steps, { minLength: 1, maxLength: 4 }),
    passMark: fc.integer({ min: 1, max: 70 }),
    pointsMax: fc.integer({ min: 10, max: 40 }),
  })
  .map(({ estimates, improvements, passMark, pointsMax }) => ({
    ...toyScoring,
    passMark,
    criteria: estimates.map((estimate, index) => ({
      ...(toyScoring.criteria[0] as Criterion),
      code: `C${index}`,
      pointsMax,
      estimate,
    })),
    improvements: improvements.map((each, index) => ({
      ...each,
      code: `I${index}`,
      advice: say('{value}'),
      basis: { '*': 'provisional' },
    })),
  }))

const someFacts: fc.Arbitrary<Facts> = fc.record({
  n1: fc.nat({ max: 9 }),
  n2: fc.nat({ max: 9 }),
  k1: fc.constantFrom(...CODES),
  k2: fc.constantFrom(...CODES),
})
const someGiven: fc.Arbitrary<Given | undefined> = fc.option(
  fc.record({ C0: some, C1: some, C2: some }),
  { nil: undefined },
)

type Taken = { readonly fact: string; readonly to: number | string; readonly months: number }

/** Every step of an improvement, told once more in the plainest way. */
function stepsOf({ fact, steps: each }: Improvement, facts: Facts): readonly Taken[] {
  const from = facts[fact]
  const all: Taken[] = []
  let months = 0
  if (each.kind === 'add' && typeof from === 'number') {
    for (let to = from + each.by; to <= each.most; to += each.by) {
      months += each.monthsEach
      all.push({ fact, to, months })
    }
  }
  if (each.kind === 'ladder') {
    for (const [rung, to] of each.order.entries()) {
      if (rung <= each.order.indexOf(String(from))) continue
      months += each.monthsEach[rung - 1] ?? 0
      all.push({ fact, to, months })
    }
  }
  return all
}

/** The months of the fastest choice of up to three improvements, found by trying them all. */
function fastest(scoring: Scoring, facts: Facts, reaches: (facts: Facts) => boolean) {
  const chosen: { readonly facts: Facts; readonly months: number; readonly size: number }[] = [
    { facts, months: 0, size: 0 },
  ]
  for (const improvement of scoring.improvements) {
    const grown = chosen
      .filter(({ size }) => size < 3)
      .flatMap((before) =>
        stepsOf(improvement, facts).map(({ fact, to, months }) => ({
          facts: { ...before.facts, [fact]: to },
          months: Math.max(before.months, months),
          size: before.size + 1,
        })),
      )
    chosen.push(...grown)
  }
  const months = chosen.filter((each) => reaches(each.facts)).map((each) => each.months)
  return months.length === 0 ? undefined : Math.min(...months)
}

test('each way really reaches the pass mark, and no other way is faster than the first', () => {
  fc.assert(
    fc.property(someRules, someFacts, someGiven, (scoring, facts, given) => {
      const before = evaluate(scoring, facts)
      const pointsOf = (changed: Facts) =>
        pointsAfter(scoring, { before, after: evaluate(scoring, changed), given })
      const ways = shortestWays(scoring, facts, given)
      if (pointsOf(facts) >= scoring.passMark) return deepEqual(ways, [])

      for (const { changes, months, points } of ways) {
        equal(pointsOf(withChanges(facts, changes)), points)
        ok(points >= scoring.passMark)
        equal(months, Math.max(...changes.map((change) => change.months)))
      }
      const reaches = (changed: Facts) => pointsOf(changed) >= scoring.passMark
      equal(ways[0]?.months, fastest(scoring, facts, reaches))
    }),
    { numRuns: 2000 },
  )
})

test('no change of a way can be left out, and none can be made smaller', () => {
  fc.assert(
    fc.property(someRules, someFacts, someGiven, (scoring, facts, given) => {
      const before = evaluate(scoring, facts)
      const reaches = (changed: Facts) =>
        pointsAfter(scoring, { before, after: evaluate(scoring, changed), given }) >=
        scoring.passMark
      for (const { changes } of shortestWays(scoring, facts, given)) {
        for (const change of changes) {
          const others = changes.filter((other) => other !== change)
          equal(reaches(withChanges(facts, others)), false)
          const improvement = scoring.improvements.find(({ code }) => code === change.improvement)
          ok(improvement)
          const all = stepsOf(improvement, facts)
          const smaller = all.slice(
            0,
            all.findIndex(({ to }) => to === change.to),
          )
          for (const { to } of smaller) {
            equal(reaches(withChanges(facts, [...others, { ...change, to }])), false)
          }
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('only what can be improved changes, each fact once, and the answer is always the same', () => {
  fc.assert(
    fc.property(someRules, someFacts, someGiven, (scoring, facts, given) => {
      const ways = shortestWays(scoring, facts, given)
      const turned = Object.fromEntries(Object.entries(facts).reverse())
      deepEqual(shortestWays(scoring, turned, given), ways)
      ok(ways.length <= 3)
      for (const { changes } of ways) {
        const changed = changes.map(({ fact }) => fact)
        equal(new Set(changed).size, changed.length)
        ok(changes.length >= 1 && changes.length <= 3)
        for (const { fact, from, improvement } of changes) {
          equal(from, facts[fact])
          ok(scoring.improvements.some((each) => each.code === improvement && each.fact === fact))
        }
      }
    }),
  )
})
