import { basisOf, type Basis } from '#core/policy/basis.ts'
import type { Criterion, EstimateRule, FactCode, Scoring } from '#core/policy/scoring.ts'

/** What is known of a person, fact by fact. What is not known is absent, and never zero. */
export type Facts = Readonly<Record<FactCode, number | string>>

/** One rule at work: the fact, its value, the points it gave and the mark it reached. */
export type Part =
  | {
      readonly kind: 'bands'
      readonly fact: FactCode
      readonly value: number
      readonly points: number
      readonly reached: number
      readonly next?: { readonly from: number; readonly points: number }
    }
  | {
      readonly kind: 'lookup'
      readonly fact: FactCode
      readonly value: string
      readonly points: number
    }
  | {
      readonly kind: 'counted'
      readonly fact: FactCode
      readonly value: number
      readonly points: number
      readonly pointsEach: number
      readonly pointsMax: number
    }

/** The points of one criterion and why, complete enough to print in a letter. */
export type Finding = {
  readonly criterion: string
  /** Absent while a fact is missing: an undecided criterion has no points, not zero points. */
  readonly points?: number
  readonly pointsMax: number
  readonly missing: readonly FactCode[]
  readonly parts: readonly Part[]
  /** The parts added up to more than may be given. */
  readonly capped: boolean
  readonly evidence: readonly string[]
  readonly basis: Basis
}

/** What the facts add up to under one scoring, criterion by criterion. */
export type Evaluation = {
  readonly scoring: string
  readonly passMark: number
  readonly findings: readonly Finding[]
  /** The sum of the decided criteria. */
  readonly points: number
  readonly undecided: readonly string[]
  /** Passed and failed only when no criterion is undecided, or none of them could change it. */
  readonly verdict: 'passes' | 'fails' | 'undecided'
}

/** The same facts and the same scoring give the same evaluation, whenever and wherever. */
export function evaluate(scoring: Scoring, facts: Facts): Evaluation {
  const findings: Finding[] = []
  const undecided: string[] = []
  let points = 0
  let open = 0
  for (const criterion of scoring.criteria) {
    const finding = estimate(criterion, facts)
    findings.push(finding)
    if (finding.points === undefined) {
      undecided.push(criterion.code)
      open += criterion.pointsMax
    } else points += finding.points
  }
  const verdict =
    points >= scoring.passMark ? 'passes' : points + open < scoring.passMark ? 'fails' : 'undecided'
  return { scoring: scoring.id, passMark: scoring.passMark, findings, points, undecided, verdict }
}

/** A missing fact leaves the criterion undecided; it never counts as zero. */
export function estimate(criterion: Criterion, facts: Facts): Finding {
  const parts: Part[] = []
  const missing: FactCode[] = []
  const sum = applied(criterion.estimate, facts, { parts, missing })
  const { pointsMin, pointsMax } = criterion
  const found = {
    criterion: criterion.code,
    pointsMax,
    missing,
    parts,
    capped: sum.capped || sum.points > pointsMax,
    evidence: criterion.evidence,
    basis: basisOf(criterion, 'estimate'),
  }
  if (missing.length > 0) return found
  return { ...found, points: Math.max(pointsMin, Math.min(sum.points, pointsMax)) }
}

type Sum = { readonly points: number; readonly capped: boolean }
type Tally = { readonly parts: Part[]; readonly missing: FactCode[] }

function applied(rule: EstimateRule, facts: Facts, tally: Tally): Sum {
  if (rule.kind === 'sum') {
    let [points, capped] = [0, false]
    for (const each of rule.of) {
      const inner = applied(each, facts, tally)
      points += inner.points
      capped ||= inner.capped
    }
    return { points: Math.min(points, rule.pointsMax), capped: capped || points > rule.pointsMax }
  }
  const value = facts[rule.fact]
  const part = value === undefined ? undefined : partOf(rule, value)
  if (!part) {
    if (!tally.missing.includes(rule.fact)) tally.missing.push(rule.fact)
    return { points: 0, capped: false }
  }
  tally.parts.push(part)
  return { points: part.points, capped: false }
}

/** Undefined where the value is not of the kind that the rule reads. */
function partOf(rule: Exclude<EstimateRule, { kind: 'sum' }>, value: number | string) {
  switch (rule.kind) {
    case 'bands':
      return isCount(value) ? bandOf(rule, value) : undefined
    case 'lookup':
      return typeof value === 'string' ? lookedUp(rule, value) : undefined
    case 'counted':
      return isCount(value) ? counted(rule, value) : undefined
  }
}

/** Anything else, NaN above all, would pass every comparison and give points nobody has. */
const isCount = (value: number | string): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

function bandOf({ fact, table }: Extract<EstimateRule, { kind: 'bands' }>, value: number): Part {
  let [points, reached] = [0, 0]
  for (const band of table) {
    if (band.from > value) {
      return { kind: 'bands', fact, value, points, reached, next: band }
    }
    points = band.points
    reached = band.from
  }
  return { kind: 'bands', fact, value, points, reached }
}

function lookedUp(
  { fact, table, otherwise }: Extract<EstimateRule, { kind: 'lookup' }>,
  value: string,
): Part {
  const points = Object.hasOwn(table, value) ? table[value] : undefined
  return { kind: 'lookup', fact, value, points: points ?? otherwise }
}

function counted(rule: Extract<EstimateRule, { kind: 'counted' }>, value: number): Part {
  const { fact, pointsEach, pointsMax } = rule
  const points = Math.min(value * pointsEach, pointsMax)
  return { kind: 'counted', fact, value, points, pointsEach, pointsMax }
}
