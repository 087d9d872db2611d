import { ZenEngine } from '@gorules/zen-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { z } from 'zod'
import type { Facts } from '#core/policy/evaluate.ts'
import type { EstimateRule, Scoring } from '#core/policy/scoring.ts'

/** The points of each criterion and of all, as an engine found them. */
export type Points = { readonly criteria: Readonly<Record<string, number>>; readonly all: number }

type Leaf = Exclude<EstimateRule, { kind: 'sum' }>

/** The rules at work in one criterion, sums taken apart. */
export const leavesOf = (rule: EstimateRule): readonly Leaf[] =>
  rule.kind === 'sum' ? rule.of.flatMap(leavesOf) : [rule]

/**
 * json-rules-engine: a rule for each band, code and count, whose event carries the points. It does
 * not add up, so the sums and their limits are taken over its events, as its users do.
 */
export function jsonRules(scoring: Scoring): (facts: Facts) => Promise<Points> {
  const engine = new Engine(
    scoring.criteria.flatMap(({ code, estimate }) => {
      return leavesOf(estimate).flatMap((leaf) => eventsOf(leaf, code))
    }),
  )
  return async (facts) => {
    const { events } = await engine.run(facts)
    const given = new Map<string, number>()
    for (const { params } of events)
      given.set(String(params?.['place']), Number(params?.['points']))
    const criteria: Record<string, number> = {}
    let all = 0
    for (const { code, estimate, pointsMin, pointsMax } of scoring.criteria) {
      const sum = summed(estimate, (fact) => given.get(`${code}/${fact}`) ?? 0)
      const points = Math.max(pointsMin, Math.min(sum, pointsMax))
      criteria[code] = points
      all += points
    }
    return { criteria, all }
  }
}

function summed(rule: EstimateRule, pointsOf: (fact: string) => number): number {
  if (rule.kind !== 'sum') return pointsOf(rule.fact)
  const sum = rule.of.reduce((total, each) => total + summed(each, pointsOf), 0)
  return Math.min(sum, rule.pointsMax)
}

function eventsOf(leaf: Leaf, criterion: string): readonly RuleProperties[] {
  const { fact } = leaf
  const rule = (operators: readonly (readonly [string, unknown])[], points: number) => ({
    conditions: { all: operators.map(([operator, value]) => ({ fact, operator, value })) },
    event: { type: 'points', params: { place: `${criterion}/${fact}`, points } },
  })
  switch (leaf.kind) {
    case 'bands':
      return steps(leaf.table, rule)
    case 'lookup':
      return [
        ...Object.entries(leaf.table).map(([code, points]) => rule([['equal', code]], points)),
        rule([['notIn', Object.keys(leaf.table)]], leaf.otherwise),
      ]
    case 'counted':
      return steps(
        Array.from({ length: Math.ceil(leaf.pointsMax / leaf.pointsEach) + 1 }, (_, count) => ({
          from: count,
          points: Math.min(count * leaf.pointsEach, leaf.pointsMax),
        })),
        rule,
      )
  }
}

function steps<Made>(
  table: readonly { readonly from: number; readonly points: number }[],
  rule: (operators: readonly (readonly [string, unknown])[], points: number) => Made,
): readonly Made[] {
  return table.map(({ from, points }, index) => {
    const next = table[index + 1]
    const until = next ? [['lessThan', next.from] as const] : []
    return rule([['greaterThanInclusive', from], ...until], points)
  })
}

export type ZenRules = {
  /** Its names of facts hold no hyphen. */
  readonly factsFor: (facts: Facts) => Readonly<Record<string, number | string>>
  readonly run: (facts: Readonly<Record<string, number | string>>) => Promise<unknown>
  readonly pointsIn: (answer: unknown) => Points
}

/** zen-engine: a decision table for each banded or looked-up fact, and expressions that add up. */
export function zenRules(scoring: Scoring, { trace }: { readonly trace: boolean }): ZenRules {
  const leaves = scoring.criteria.flatMap(({ estimate }) => leavesOf(estimate))
  const names = new Map(leaves.map(({ fact }, index) => [fact, `f${index}`]))
  const nameOf = (fact: string) => names.get(fact) ?? fact
  const decision = new ZenEngine().createDecision(graphOf(scoring, nameOf))
  return {
    factsFor: (facts) =>
      Object.fromEntries(Object.entries(facts).map(([fact, value]) => [nameOf(fact), value])),
    run: (facts) => decision.evaluate(facts, { trace }),
    pointsIn: (answer) => {
      const { result } = zenAnswer.parse(answer)
      const criteria = Object.fromEntries(
        scoring.criteria.map(({ code }) => [code, Number(result[code])]),
      )
      return { criteria, all: Number(result['all']) }
    },
  }
}

const zenAnswer = z.object({ result: z.record(z.string(), z.unknown()) })

function graphOf(scoring: Scoring, nameOf: (fact: string) => string): object {
  const tables = scoring.criteria
    .flatMap(({ estimate }) => leavesOf(estimate))
    .filter((leaf) => leaf.kind !== 'counted')
    .map((leaf) => zenTable(leaf, nameOf(leaf.fact)))
  const bounded = scoring.criteria.map(({ code, estimate, pointsMin, pointsMax }) => {
    const value = `max([${pointsMin}, min([${zenSum(estimate, nameOf)}, ${pointsMax}])])`
    return { id: code, key: code, value }
  })
  const all = bounded.map(({ key }) => `$.${key}`).join(' + ')
  const expressions = [...bounded, { id: 'all', key: 'all', value: all }]
  const position = { x: 0, y: 0 }
  const edges = [
    ...tables.flatMap(({ id }) => [
      ['in', id],
      [id, 'sum'],
    ]),
    ['in', 'sum'],
    ['sum', 'out'],
  ].map(([sourceId, targetId], index) => ({ id: `e${index}`, sourceId, targetId, type: 'edge' }))
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      ...tables.map((table) => ({ ...table, position })),
      { id: 'sum', name: 'sum', type: 'expressionNode', position, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges,
  }
}

function zenTable(leaf: Exclude<Leaf, { kind: 'counted' }>, name: string) {
  const cells =
    leaf.kind === 'bands'
      ? leaf.table.toReversed().map(({ from, points }) => [`>= ${from}`, points] as const)
      : [
          ...Object.entries(leaf.table).map(([code, points]) => [`"${code}"`, points] as const),
          ['', leaf.otherwise] as const,
        ]
  return {
    id: `table-${name}`,
    name: leaf.fact,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      inputs: [{ id: 'value', name: leaf.fact, field: name }],
      outputs: [{ id: 'points', name: 'points', field: `${name}points` }],
      rules: cells.map(([value, points], index) => {
        return { _id: `r${index}`, value, points: String(points) }
      }),
    },
  }
}

function zenSum(rule: EstimateRule, nameOf: (fact: string) => string): string {
  if (rule.kind === 'sum') {
    const parts = rule.of.map((each) => zenSum(each, nameOf)).join(' + ')
    return `min([${parts}, ${rule.pointsMax}])`
  }
  const name = nameOf(rule.fact)
  if (rule.kind === 'counted') return `min([${name} * ${rule.pointsEach}, ${rule.pointsMax}])`
  return `${name}points`
}
