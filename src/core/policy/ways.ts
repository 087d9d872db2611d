import { evaluate, type Evaluation, type Facts } from '#core/policy/evaluate.ts'
import type { Improvement, Scoring } from '#core/policy/scoring.ts'

/** One fact that a person can still change, what it would become, and the least time for it. */
export type Change = {
  readonly improvement: string
  readonly fact: string
  readonly from: number | string
  readonly to: number | string
  readonly months: number
}

/** Changes that together reach the pass mark, none of which could be left out or made smaller. */
export type Way = {
  readonly changes: readonly Change[]
  /** Changes go on side by side, so a way takes as long as its longest. */
  readonly months: number
  /** The sum that the estimate gives once all of them are made. */
  readonly points: number
}

const CHANGES_MAX = 3
const WAYS_MAX = 3
/** Fifteen years of experience month by month; beyond it nobody plans. */
export const STEPS_MAX = 180

/** A change with its place among the steps of its improvement, the smallest first. */
type Option = { readonly change: Change; readonly improvement: number; readonly rank: number }

/**
 * The shortest ways from these facts to the pass mark: fewest months first, then fewest changes.
 * None where it is reached already, or where a criterion is undecided. It promises nothing about
 * what the bodies will say: `given` are points they gave, from which the estimate's gain counts.
 */
export function shortestWays(
  scoring: Scoring,
  facts: Facts,
  given?: Readonly<Record<string, number>>,
): readonly Way[] {
  const before = evaluate(scoring, facts)
  const reach = (after: Evaluation) => pointsAfter(scoring, { before, after, given })
  if (before.undecided.length > 0 || reach(before) >= scoring.passMark) return []

  const found: { readonly options: readonly Option[]; readonly way: Way }[] = []
  for (const options of combinations(optionsOf(scoring, facts, before))) {
    // Smaller choices come first, so whatever contains one that reached is more than is needed.
    if (found.some((each) => isWithin(each.options, options))) continue
    const changes = options.map(({ change }) => change)
    const points = reach(evaluate(scoring, withChanges(facts, changes)))
    if (points < scoring.passMark) continue
    const months = Math.max(...changes.map((change) => change.months))
    found.push({ options, way: { changes, months, points } })
  }
  return shortest(found.map(({ way }) => way))
}

/** The facts once the changes are made. */
export function withChanges(facts: Facts, changes: readonly Change[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map((change) => [change.fact, change.to])) }
}

/** What the sum would be: points given by the bodies, plus what the estimate gains, capped. */
export function pointsAfter(
  scoring: Scoring,
  {
    before,
    after,
    given,
  }: {
    readonly before: Evaluation
    readonly after: Evaluation
    readonly given: Readonly<Record<string, number>> | undefined
  },
): number {
  if (!given) return after.points
  return scoring.criteria.reduce((sum, criterion, index) => {
    const was = before.findings[index]?.points ?? 0
    const gain = (after.findings[index]?.points ?? 0) - was
    return sum + Math.min((given[criterion.code] ?? 0) + Math.max(gain, 0), criterion.pointsMax)
  }, 0)
}

/** For each improvement the steps that some part of the estimate gains by, smallest first. */
function optionsOf(
  scoring: Scoring,
  facts: Facts,
  before: Evaluation,
): readonly (readonly Option[])[] {
  return scoring.improvements.map((improvement, index) => {
    const kept = [partsOf(before)]
    return changesOf(facts, improvement).flatMap((change, rank): readonly Option[] => {
      const parts = partsOf(evaluate(scoring, withChanges(facts, [change])))
      // A step no part of which gives more than a smaller one can always be made smaller.
      if (kept.some((smaller) => parts.every((points, at) => points <= (smaller[at] ?? 0)))) {
        return []
      }
      kept.push(parts)
      return [{ change, improvement: index, rank }]
    })
  })
}

const partsOf = ({ findings }: Evaluation): readonly number[] =>
  findings.flatMap(({ parts }) => parts.map(({ points }) => points))

function changesOf(facts: Facts, { code, fact, steps }: Improvement): readonly Change[] {
  const from = facts[fact]
  if (steps.kind === 'ladder') {
    const rung = typeof from === 'string' ? steps.order.indexOf(from) : -1
    if (from === undefined || rung < 0) return []
    let months = 0
    return steps.order.slice(rung + 1).map((to, index) => {
      months += steps.monthsEach[rung + index] ?? 0
      return { improvement: code, fact, from, to, months }
    })
  }
  if (typeof from !== 'number') return []
  const count = Math.min(STEPS_MAX, Math.max(0, Math.floor((steps.most - from) / steps.by)))
  return Array.from({ length: count }, (_, index) => {
    const times = index + 1
    const to = from + times * steps.by
    return { improvement: code, fact, from, to, months: times * steps.monthsEach }
  })
}

/** Every choice of at most three facts and one step of each; fewer and smaller come first. */
function combinations(options: readonly (readonly Option[])[]): readonly (readonly Option[])[] {
  let grown: { readonly chosen: readonly Option[]; readonly next: number }[] = [
    { chosen: [], next: 0 },
  ]
  const all: (readonly Option[])[] = []
  for (let size = 1; size <= CHANGES_MAX; size += 1) {
    grown = grown.flatMap(({ chosen, next }) =>
      options
        .slice(next)
        .flatMap((steps, index) =>
          steps
            .filter(({ change }) => chosen.every((other) => other.change.fact !== change.fact))
            .map((step) => ({ chosen: [...chosen, step], next: next + index + 1 })),
        ),
    )
    all.push(...grown.map(({ chosen }) => chosen))
  }
  return all
}

/** True where every change of the smaller choice is made by the larger, at least as far. */
function isWithin(smaller: readonly Option[], larger: readonly Option[]): boolean {
  return smaller.every(({ improvement, rank }) =>
    larger.some((other) => other.improvement === improvement && other.rank >= rank),
  )
}

function shortest(ways: readonly Way[]): readonly Way[] {
  return ways
    .toSorted(
      (one, other) => one.months - other.months || one.changes.length - other.changes.length,
    )
    .slice(0, WAYS_MAX)
}
