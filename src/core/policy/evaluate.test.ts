import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalBytes } from '#core/canonical.ts'
import { estimate, evaluate, type Facts } from '#core/policy/evaluate.ts'
import type { Criterion, EstimateRule } from '#core/policy/scoring.ts'
import { toyScoring } from '#test/toy-rules.ts'

const FACTS: Facts = { months: 120, level: '7', patents: 1, language: 'none' }

const criterionWith = (rule: EstimateRule, said: Partial<Criterion> = {}): Criterion => ({
  ...(toyScoring.criteria[0] as Criterion),
  estimate: rule,
  ...said,
})

const someFacts = fc.record(
  {
    months: fc.nat({ max: 200 }),
    level: fc.constantFrom('none', '6', '7', '8'),
    patents: fc.nat({ max: 6 }),
    language: fc.constantFrom('none', 'a1', 'b1', 'b2', 'c1', 'c2'),
  },
  { requiredKeys: [] },
)

test('an evaluation says the points of each criterion and on which facts they rest', () => {
  deepEqual(evaluate(toyScoring, FACTS), {
    scoring: 'toy-points-2026',
    passMark: 70,
    points: 80,
    undecided: [],
    verdict: 'passes',
    findings: [
      {
        criterion: 'EXP',
        points: 50,
        pointsMax: 50,
        missing: [],
        parts: [{ kind: 'bands', fact: 'months', value: 120, points: 50, reached: 120 }],
        capped: false,
        evidence: ['reference'],
        basis: 'provisional',
      },
      {
        criterion: 'EDU',
        points: 25,
        pointsMax: 30,
        missing: [],
        parts: [{ kind: 'lookup', fact: 'level', value: '7', points: 25 }],
        capped: false,
        evidence: ['diploma'],
        basis: 'provisional',
      },
      {
        criterion: 'ACH',
        points: 5,
        pointsMax: 20,
        missing: [],
        parts: [
          {
            kind: 'counted',
            fact: 'patents',
            value: 1,
            points: 5,
            pointsEach: 5,
            pointsMax: 15,
          },
          { kind: 'lookup', fact: 'language', value: 'none', points: 0 },
        ],
        capped: false,
        evidence: [],
        basis: 'provisional',
      },
    ],
  })
})

test('a band begins at its number, and what comes next is told', () => {
  const cases = [
    [0, 0, 0, 24],
    [23, 0, 0, 24],
    [24, 10, 24, 60],
    [59, 10, 24, 60],
    [60, 30, 60, 120],
    [119, 30, 60, 120],
    [120, 50, 120, undefined],
    [500, 50, 120, undefined],
  ] as const
  for (const [months, points, reached, next] of cases) {
    const [part] = estimate(toyScoring.criteria[0] as Criterion, { months }).parts
    ok(part?.kind === 'bands')
    deepEqual([part.points, part.reached, part.next?.from], [points, reached, next])
  }
})

test('below the first band there are no points', () => {
  const rule = criterionWith({ kind: 'bands', fact: 'months', table: [{ from: 12, points: 9 }] })
  deepEqual(
    [11, 12].map((months) => estimate(rule, { months }).points),
    [0, 9],
  )
})

test('a missing fact leaves its criterion undecided, and never counts as zero', () => {
  const { months: _, ...rest } = FACTS
  const { findings, undecided, points, verdict } = evaluate(toyScoring, rest)
  deepEqual(undecided, ['EXP'])
  equal(points, 30)
  equal(verdict, 'undecided')
  equal(findings[0] && 'points' in findings[0], false)
  deepEqual(findings[0]?.missing, ['months'])
})

test('a criterion of several facts is undecided until the last of them is known', () => {
  const [, , sum] = toyScoring.criteria
  ok(sum)
  equal(estimate(sum, { patents: 3 }).points, undefined)
  deepEqual(estimate(sum, {}).missing, ['patents', 'language'])
  equal(estimate(sum, { patents: 0, language: 'none' }).points, 0)
})

test('a fact that two rules read is missing once', () => {
  const part: EstimateRule = { kind: 'counted', fact: 'patents', pointsEach: 1, pointsMax: 5 }
  const both = criterionWith({ kind: 'sum', of: [part, part], pointsMax: 10 })
  deepEqual(estimate(both, {}).missing, ['patents'])
})

test('a value that no rule can read leaves the criterion undecided', () => {
  const unreadable = ['120', Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY]
  for (const months of unreadable) {
    const { missing, points } = estimate(toyScoring.criteria[0] as Criterion, { months })
    deepEqual([missing, points], [['months'], undefined], String(months))
  }
  deepEqual(estimate(toyScoring.criteria[1] as Criterion, { level: 7 }).missing, ['level'])
})

test('a code that is not in the table gives what all others give, whatever it is called', () => {
  const rule = criterionWith({ kind: 'lookup', fact: 'level', table: { '8': 9 }, otherwise: 2 })
  for (const level of ['5', '', 'constructor', 'toString', '__proto__']) {
    equal(estimate(rule, { level }).points, 2, level)
  }
})

test('nothing gives more than its cap, and a cap that was met is told', () => {
  const cases = [
    [{ patents: 2, language: 'c1' }, 18, false],
    [{ patents: 2, language: 'c2' }, 20, false],
    [{ patents: 3, language: 'b1' }, 19, false],
    [{ patents: 3, language: 'b2' }, 20, true],
    [{ patents: 99, language: 'c2' }, 20, true],
  ] as const
  for (const [facts, points, capped] of cases) {
    const finding = estimate(toyScoring.criteria[2] as Criterion, facts)
    deepEqual([finding.points, finding.capped], [points, capped])
  }
  const high = criterionWith({ kind: 'counted', fact: 'patents', pointsEach: 60, pointsMax: 99 })
  deepEqual(estimate(high, { patents: 1 }).points, 50)
  equal(estimate(high, { patents: 1 }).capped, true)
})

test('a decided criterion gives its least points at least', () => {
  const rule = criterionWith(
    { kind: 'counted', fact: 'patents', pointsEach: 1, pointsMax: 5 },
    { pointsMin: 2 },
  )
  deepEqual(
    [0, 2, 3].map((patents) => estimate(rule, { patents }).points),
    [2, 2, 3],
  )
  equal(estimate(rule, {}).points, undefined)
})

test('the pass mark is reached at 70, not at 69, and seen as soon as it is certain', () => {
  const exact = (passMark: number) => evaluate({ ...toyScoring, passMark }, FACTS).verdict
  deepEqual([exact(79), exact(80), exact(81)], ['passes', 'passes', 'fails'])

  const cases = [
    [{}, 'undecided'],
    [{ months: 120 }, 'undecided'],
    [{ months: 120, level: '7' }, 'passes'],
    [{ months: 60 }, 'undecided'],
    [{ months: 24, level: '8' }, 'fails'],
    [{ months: 0 }, 'fails'],
  ] as const
  for (const [facts, verdict] of cases) equal(evaluate(toyScoring, facts).verdict, verdict)
})

test('whatever the missing facts turn out to be, they never contradict a verdict', () => {
  fc.assert(
    fc.property(someFacts, someFacts, (known, more) => {
      const before = evaluate(toyScoring, known)
      const after = evaluate(toyScoring, { ...more, ...known })
      if (before.verdict !== 'undecided') equal(after.verdict, before.verdict)
      if (after.undecided.length === 0) equal(after.verdict === 'undecided', false)
      ok(after.points >= before.points)
    }),
  )
})

test('the sum is what the decided criteria add up to, within their bounds', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { findings, points, undecided } = evaluate(toyScoring, facts)
      const decided = findings.filter((finding) => finding.points !== undefined)
      equal(
        points,
        decided.reduce((sum, finding) => sum + (finding.points ?? 0), 0),
      )
      equal(decided.length + undecided.length, toyScoring.criteria.length)
      for (const finding of decided) {
        ok(finding.points !== undefined && finding.points >= 0)
        ok(finding.points <= finding.pointsMax)
      }
    }),
  )
})

test('the same facts give the same bytes, in whatever order they were written', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const turned = Object.fromEntries(Object.entries(facts).reverse())
      deepEqual(
        canonicalBytes(evaluate(toyScoring, turned)),
        canonicalBytes(evaluate(toyScoring, facts)),
      )
    }),
  )
})
