import { evaluate, type Evaluation, type Facts } from '#core/policy/evaluate.ts'
import type { Improvement, RuleSet } from '#core/policy/rule-set.ts'

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

/**
 * The shortest ways from these facts to the pass mark: fewest months first, then fewest changes.
 * None where it is reached already, or where a criterion is undecided. It promises nothing about
 * what the bodies will say: `given` are points they gave, from which the estimate's gain counts.
 */
export function shortestWays(
  rules: RuleSet,
  facts: Facts,
  given?: Readonly<Record<string, number>>,
): readonly Way[] {
  const before = evaluate(rules, facts)
  const reach = (after: Evaluation) => pointsAfter(rules, { before, after, given })
  if (before.undecided.length > 0 || reach(before) >= rules.passMark) return []

  const options = rules.improvements.map((improvement) => usefulChanges(rules, facts, improvement))
  const ways: Way[] = []
  for (const changes of combinations(options)) {
    if (ways.some((way) => isWithin(way.changes, changes))) continue
    const points = reach(evaluate(rules, withChanges(facts, changes)))
    if (points < rules.passMark) continue
    ways.push({ changes, months: Math.max(...changes.map((change) => change.months)), points })
  }
  return shortest(minimal(ways))
}

/** The facts once the changes are made. */
export function withChanges(facts: Facts, changes: readonly Change[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map((change) => [change.fact, change.to])) }
}

/** What the sum would be: points given by the bodies, plus what the estimate gains, capped. */
export function pointsAfter(
  rules: RuleSet,
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
  return rules.criteria.reduce((sum, criterion, index) => {
    const was = before.findings[index]?.points ?? 0
    const gain = (after.findings[index]?.points ?? 0) - was
    return sum + Math.min((given[criterion.code] ?? 0) + Math.max(gain, 0), criterion.pointsMax)
  }, 0)
}

/** The steps of one improvement that change the points, smallest first. */
function usefulChanges(rules: RuleSet, facts: Facts, improvement: Improvement): readonly Change[] {
  let best = evaluate(rules, facts).points
  return changesOf(facts, improvement).filter((change) => {
    const { points } = evaluate(rules, withChanges(facts, [change]))
    if (points <= best) return false
    best = points
    return true
  })
}

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
  const count = Math.max(0, Math.floor((steps.most - from) / steps.by))
  return Array.from({ length: count }, (_, index) => {
    const times = index + 1
    const to = from + times * steps.by
    return { improvement: code, fact, from, to, months: times * steps.monthsEach }
  })
}

/** Every choice of at most three improvements and one step of each; fewer changes come first. */
function combinations(options: readonly (readonly Change[])[]): readonly (readonly Change[])[] {
  let grown: { readonly changes: readonly Change[]; readonly next: number }[] = [
    { changes: [], next: 0 },
  ]
  const all: (readonly Change[])[] = []
  for (let size = 1; size <= CHANGES_MAX; size += 1) {
    grown = grown.flatMap(({ changes, next }) =>
      options
        .slice(next)
        .flatMap((steps, index) =>
          steps.map((change) => ({ changes: [...changes, change], next: next + index + 1 })),
        ),
    )
    all.push(...grown.map(({ changes }) => changes))
  }
  return all
}

/** True where every change of the smaller way is made by the larger, at least as far. */
function isWithin(smaller: readonly Change[], larger: readonly Change[]): boolean {
  return smaller.every((change) =>
    larger.some((other) => other.fact === change.fact && other.months >= change.months),
  )
}

function minimal(ways: readonly Way[]): readonly Way[] {
  return ways.filter(
    (way) => !ways.some((other) => other !== way && isWithin(other.changes, way.changes)),
  )
}

function shortest(ways: readonly Way[]): readonly Way[] {
  return [...ways]
    .sort((one, other) => one.months - other.months || one.changes.length - other.changes.length)
    .slice(0, WAYS_MAX)
}
