import { CEFR_LEVELS, EDUCATION_LEVELS, OCCUPATIONS } from '#core/facts/code-lists.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import type { Criterion, EstimateRule, Fact, Scoring } from '#core/policy/scoring.ts'

/**
 * What the estimate of a criterion must mean: every rule reads a fact of its own kind, no rule can
 * give more than may be given, and the maximum can be reached by somebody.
 */
export function problemsOfEstimate(
  scoring: Scoring,
  criterion: Criterion,
  path: Path,
): readonly PolicyProblem[] {
  const { estimate, pointsMax } = criterion
  const reached = mostOf(scoring, estimate)
  return [
    ...problemsOfRule(scoring, { rule: estimate, cap: pointsMax }, path),
    ...unless(
      reached >= pointsMax,
      path,
      `the estimate gives ${reached} points at most, never ${pointsMax}`,
    ),
  ]
}

/** The codes that a fact can have, or undefined where it is a number. */
export function codesOfFact(scoring: Scoring, fact: Fact): readonly string[] | undefined {
  if (fact.kind !== 'code') return undefined
  const { from, options = [] } = fact
  const read = from.kind === 'best' ? [...from.order, from.otherwise] : []
  return [...options.map(({ code }) => code), ...listed(scoring, fact.list), ...read]
}

function listed(scoring: Scoring, list: Fact['list']): readonly string[] {
  switch (list) {
    case undefined:
      return []
    case 'fields':
      return scoring.fields.map(({ code }) => code)
    case 'occupations':
      return OCCUPATIONS
    case 'education':
      return EDUCATION_LEVELS
    case 'cefr':
      return CEFR_LEVELS
  }
}

function problemsOfRule(
  scoring: Scoring,
  { rule, cap }: { readonly rule: EstimateRule; readonly cap: number },
  path: Path,
): readonly PolicyProblem[] {
  if (rule.kind === 'sum') {
    const inner = rule.of.flatMap((each, index) =>
      problemsOfRule(scoring, { rule: each, cap: rule.pointsMax }, [...path, 'of', index]),
    )
    return [...aboveCap(rule.pointsMax, cap, [...path, 'pointsMax']), ...inner]
  }
  const fact = scoring.facts.find(({ code }) => code === rule.fact)
  if (!fact) return [{ path: [...path, 'fact'], reason: `there is no fact ${rule.fact}` }]
  const fits = (rule.kind === 'lookup') === (fact.kind === 'code')
  return [
    ...unless(fits, [...path, 'fact'], `${rule.kind} does not read a fact of kind ${fact.kind}`),
    ...problemsOfTable(scoring, { rule, cap, fact }, path),
  ]
}

function problemsOfTable(
  scoring: Scoring,
  {
    rule,
    cap,
    fact,
  }: {
    readonly rule: Exclude<EstimateRule, { kind: 'sum' }>
    readonly cap: number
    readonly fact: Fact
  },
  path: Path,
): readonly PolicyProblem[] {
  switch (rule.kind) {
    case 'bands':
      return rule.table.flatMap(({ from, points }, index) => {
        const least = index === 0 ? 0 : (rule.table[index - 1]?.from ?? 0) + 1
        const ordered = index === 0 ? from === 0 : from >= least
        const at = [...path, 'table', index]
        return [
          ...unless(ordered, at, 'bands begin at 0 and each begins after the one before'),
          ...aboveCap(points, cap, at),
        ]
      })
    case 'lookup': {
      const codes = codesOfFact(scoring, fact) ?? []
      const rows = Object.entries(rule.table).flatMap(([code, points]) => {
        const at = [...path, 'table', code]
        const known = unless(codes.includes(code), at, `${fact.code} is never ${code}`)
        return known.concat(aboveCap(points, cap, at))
      })
      return [...rows, ...aboveCap(rule.otherwise, cap, [...path, 'otherwise'])]
    }
    case 'counted':
      return aboveCap(rule.pointsMax, cap, [...path, 'pointsMax'])
  }
}

const aboveCap = (points: number, cap: number, path: Path): readonly PolicyProblem[] =>
  unless(points <= cap, path, `${points} points are more than the ${cap} that may be given`)

/** The most that a rule gives to anybody, each of its facts taken at its best. */
function mostOf(scoring: Scoring, rule: EstimateRule): number {
  switch (rule.kind) {
    case 'bands': {
      const most = mostOfFact(scoring, rule)
      return Math.max(0, ...rule.table.filter(({ from }) => from <= most).map(pointsOf))
    }
    case 'lookup':
      return Math.max(rule.otherwise, ...Object.values(rule.table))
    case 'counted':
      return Math.min(rule.pointsMax, rule.pointsEach * mostOfFact(scoring, rule))
    case 'sum': {
      const sum = rule.of.reduce((points, each) => points + mostOf(scoring, each), 0)
      return Math.min(rule.pointsMax, sum)
    }
  }
}

const pointsOf = ({ points }: { readonly points: number }): number => points

const mostOfFact = (scoring: Scoring, { fact }: { readonly fact: string }): number =>
  scoring.facts.find(({ code }) => code === fact)?.max ?? Number.MAX_SAFE_INTEGER
