import type { Evaluation } from '#core/policy/evaluate.ts'
import type { CriterionCode, Scoring } from '#core/policy/scoring.ts'

/**
 * Points that add up to so many above the pass mark, or below it. They start from the estimate and
 * leave it by as little as they can, one criterion after the other, within what each may give.
 */
export function pointsFor(
  { criteria, passMark }: Scoring,
  { findings }: Evaluation,
  reaches: number,
): ReadonlyMap<CriterionCode, number> {
  const points = criteria.map(({ pointsMin, pointsMax }, index) =>
    Math.min(pointsMax, Math.max(pointsMin, findings[index]?.points ?? pointsMax)),
  )
  const step = Math.sign(passMark + reaches - sum(points))
  for (let gone = true; gone && sum(points) !== passMark + reaches;) {
    gone = false
    for (const [index, { pointsMin, pointsMax }] of criteria.entries()) {
      const next = (points[index] ?? 0) + step
      if (next < pointsMin || next > pointsMax || sum(points) === passMark + reaches) continue
      points[index] = next
      gone = true
    }
  }
  return new Map(criteria.map(({ code }, index) => [code, points[index] ?? 0]))
}

const sum = (points: readonly number[]): number => points.reduce((all, each) => all + each, 0)
