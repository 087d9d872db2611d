import { dueOn } from '#core/deadlines/terms.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import {
  opinionsAreIn,
  pointsOf,
  type Application,
  type CaseEvent,
  type Opinion,
} from '#core/lifecycle/application.ts'
import type { NotYetDue } from '#core/lifecycle/examine.ts'
import type { Action, ActionRule, Lifecycle, State } from '#core/lifecycle/lifecycle.ts'
import { may, ruleOf, type ActionRefusal } from '#core/lifecycle/may.ts'
import { step, type Context, type Step } from '#core/lifecycle/step.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'

/** Points as an expert writes them down. */
export type GivenScore = {
  readonly criterion: string
  readonly points: number
  readonly reason: string
}

/** Why points are not taken. */
export type ScoreRefusal =
  | ActionRefusal
  | { readonly reason: 'not-your-criterion'; readonly criteria: readonly string[] }
  | { readonly reason: 'criteria-missing'; readonly criteria: readonly string[] }
  | { readonly reason: 'points-out-of-range'; readonly criteria: readonly string[] }
  | { readonly reason: 'reason-missing'; readonly criteria: readonly string[] }
  | { readonly reason: 'already-given' }

/**
 * A body gives the points of all its criteria at once, each with a reason. What is given stands;
 * only the body's supervisor may correct it, and only while others are still scoring.
 */
export function score(
  application: Application,
  context: Context,
  given: readonly GivenScore[],
): Outcome<Step, ScoreRefusal> {
  const allowed = may(context, 'score', application)
  if (!allowed.ok) return allowed
  const body = context.by.body ?? ''
  const own = criteriaOf(application, body)
  const refusal = whyNot(application, context, { own, given })
  if (refusal) return refuse(refusal)

  const events = given.map(({ criterion, points, reason }): CaseEvent => ({
    type: 'criterion-scored',
    criterion,
    body,
    points,
    reason: reason.trim(),
  }))
  const scores = { ...application.scores }
  for (const { criterion, points, reason } of given) {
    scores[criterion] = { body, points, reason, by: context.by.id, on: context.on }
  }
  return agree(assessed({ ...application, scores }, allowed.value, events))
}

const GIVEN_BY_BODIES: readonly Action[] = ['score', 'give-opinion']

/** Whether bodies may give anything to a case in this state; elsewhere they owe nothing. */
export const isWithBodies = (lifecycle: Lifecycle, state: State): boolean =>
  GIVEN_BY_BODIES.some((action) => ruleOf(lifecycle, action)?.from.includes(state) === true)

/** The criteria of this case that a body scores. */
export function criteriaOf(application: Application, body: string): readonly string[] {
  return Object.keys(application.scorers).filter((code) => application.scorers[code] === body)
}

/** Whether a criterion can be worth these points. */
export function isWithinBounds(
  { criterion, points }: Pick<GivenScore, 'criterion' | 'points'>,
  { criteria }: Pick<RuleSet, 'criteria'>,
): boolean {
  const rule = criteria.find((each) => each.code === criterion)
  if (!rule || !Number.isInteger(points)) return false
  return points >= rule.pointsMin && points <= rule.pointsMax
}

function whyNot(
  application: Application,
  { by, rules }: Context,
  { own, given }: { readonly own: readonly string[]; readonly given: readonly GivenScore[] },
): ScoreRefusal | undefined {
  const codes = given.map((each) => each.criterion)
  const foreign = codes.filter((code) => !own.includes(code))
  if (foreign.length > 0) return { reason: 'not-your-criterion', criteria: foreign }
  const missing = own.filter((code) => codes.filter((each) => each === code).length !== 1)
  if (missing.length > 0 || own.length === 0) {
    return { reason: 'criteria-missing', criteria: missing }
  }
  const outside = given.filter((each) => !isWithinBounds(each, rules))
  if (outside.length > 0) {
    return { reason: 'points-out-of-range', criteria: outside.map((each) => each.criterion) }
  }
  const silent = given.filter((each) => each.reason.trim() === '')
  if (silent.length > 0) {
    return { reason: 'reason-missing', criteria: silent.map((each) => each.criterion) }
  }
  const stands = own.some((code) => application.scores[code] !== undefined)
  if (stands && !by.roles.includes('body-supervisor')) return { reason: 'already-given' }
  return undefined
}

/** Why an opinion is not taken. */
export type OpinionRefusal =
  | ActionRefusal
  | { readonly reason: 'not-asked' }
  | { readonly reason: 'already-given' }
  | { readonly reason: 'reason-missing' }

/** A body objects, with a reason, or says that it does not. */
export function giveOpinion(
  application: Application,
  context: Context,
  { objects, reason }: { readonly objects: boolean; readonly reason: string },
): Outcome<Step, OpinionRefusal> {
  const allowed = may(context, 'give-opinion', application)
  if (!allowed.ok) return allowed
  const body = context.by.body ?? ''
  const asked = application.opinions[body]
  if (asked === undefined) return refuse({ reason: 'not-asked' })
  if (asked !== 'awaited' && asked !== 'silent') return refuse({ reason: 'already-given' })
  if (objects && reason.trim() === '') return refuse({ reason: 'reason-missing' })

  const opinion: Opinion = objects ? 'objection' : 'no-objection'
  const opinions = { ...application.opinions, [body]: opinion }
  const event = { type: 'opinion-given', body, objects, reason: reason.trim() } as const
  return agree(assessed({ ...application, opinions }, allowed.value, [event]))
}

/** Why silence is not noted. */
export type SilenceRefusal =
  | ActionRefusal
  | NotYetDue
  | { readonly reason: 'nobody-silent' }
  | { readonly reason: 'silence-means-nothing' }

/** When the time for objections has passed, silence means what the rule set says it means. */
export function noteSilence(
  application: Application,
  context: Context,
): Outcome<Step, SilenceRefusal> {
  const allowed = may(context, 'note-silence', application)
  if (!allowed.ok) return allowed
  if (context.rules.silenceOfObjectionBody !== 'no-objection') {
    return refuse({ reason: 'silence-means-nothing' })
  }
  const term = termOf(context.rules, 'objection')
  const due = term && dueOn(term, application.stateSince, context.calendars)
  if (due && context.on <= due) return refuse({ reason: 'not-yet-due', dueOn: due })

  const bodies = Object.keys(application.opinions)
  const awaited = bodies.filter((body) => application.opinions[body] === 'awaited')
  if (awaited.length === 0) return refuse({ reason: 'nobody-silent' })
  const opinions: Record<string, Opinion> = { ...application.opinions }
  for (const body of awaited) opinions[body] = 'silent'
  const events = awaited.map((body): CaseEvent => ({ type: 'opinion-silent', body }))
  return agree(assessed({ ...application, opinions }, allowed.value, events))
}

/** With the last score and the last opinion in, the case goes on to its decision. */
function assessed(after: Application, rule: ActionRule, events: readonly CaseEvent[]): Step {
  const scored = Object.keys(after.scorers).every((code) => after.scores[code] !== undefined)
  if (!scored || !opinionsAreIn(after)) return step(rule, 'in-assessment', events)
  const { points } = pointsOf(after)
  return step(rule, 'awaiting-decision', [...events, { type: 'assessment-completed', points }])
}
