import { isWithinBounds, type GivenScore, type ScoreRefusal } from '#core/lifecycle/assess.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'
import { reasonProblem, type Stale } from '#office/case-step.ts'
import { type Typed, first } from '#core/answers/typed.ts'

/** What is wrong with the points or the reason of one criterion; the page has the words. */
export type PointsError = 'points-missing' | 'points-number' | 'points-range'
export type ReasonError = 'reason-missing' | 'reason-too-long' | 'reason-bad-characters'
export type ScoreErrors = {
  readonly points: Readonly<Record<string, PointsError>>
  readonly reasons: Readonly<Record<string, ReasonError>>
}

export const NO_ERRORS: ScoreErrors = { points: {}, reasons: {} }

export const pointsName = (criterion: string): string => `points.${criterion}`
export const reasonName = (criterion: string): string => `reason.${criterion}`

export type ScoresParsed =
  | { readonly ok: true; readonly given: readonly GivenScore[] }
  | { readonly ok: false; readonly errors: ScoreErrors }

/** All criteria of a body at once, and everything that is wrong with any of them. */
export function parseScores(
  typed: Typed,
  criteria: readonly string[],
  rules: Pick<RuleSet, 'criteria'>,
): ScoresParsed {
  const points: Record<string, PointsError> = {}
  const reasons: Record<string, ReasonError> = {}
  const given: GivenScore[] = []
  for (const criterion of criteria) {
    const written = first(typed, pointsName(criterion))
    const reason = first(typed, reasonName(criterion))
    if (written === '') points[criterion] = 'points-missing'
    else if (!/^[+-]?\d{1,4}$/.test(written)) points[criterion] = 'points-number'
    else if (!isWithinBounds({ criterion, points: Number(written) }, rules)) {
      points[criterion] = 'points-range'
    }
    const problem = reasonProblem(reason)
    if (problem) reasons[criterion] = `reason-${problem}`
    given.push({ criterion, points: Number(written), reason })
  }
  const isWrong = Object.keys(points).length + Object.keys(reasons).length > 0
  return isWrong ? { ok: false, errors: { points, reasons } } : { ok: true, given }
}

/** Why points were not taken: what the form holds, or what the core says. */
export type Refusal = ScoreRefusal | { readonly reason: 'form'; readonly errors: ScoreErrors }

/** A refusal that is about what was typed, and so stands beside its field. */
export function errorsOf(refusal: Refusal | Stale): ScoreErrors | undefined {
  if (refusal.reason === 'form') return refusal.errors
  if (refusal.reason === 'points-out-of-range') {
    const points = refusal.criteria.map((code) => [code, 'points-range'] as const)
    return { points: Object.fromEntries(points), reasons: {} }
  }
  if (refusal.reason === 'reason-missing') {
    const reasons = refusal.criteria.map((code) => [code, 'reason-missing'] as const)
    return { points: {}, reasons: Object.fromEntries(reasons) }
  }
  return undefined
}
