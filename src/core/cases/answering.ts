import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import type { StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import type { Answer, AskedTask, Standing } from '#core/cases/standing.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { scoringOf, type Scoring } from '#core/policy/scoring.ts'

/** What is answered to one task: points of all its criteria with reasons, or an opinion. */
export type Given = {
  readonly step: StepCode
  readonly points?: readonly GivenPoints[]
  readonly objects?: boolean
  /** Of an opinion. */
  readonly reason?: string
}

/** Points as an expert writes them down. */
export type GivenPoints = {
  readonly criterion: string
  readonly points: number
  readonly reason: string
}

/** Why an answer is not taken. */
export type AnswerRefusal =
  | StepRefusal
  | { readonly reason: 'not-asked' }
  | { readonly reason: 'already-given' }
  | { readonly reason: 'not-your-criterion'; readonly criteria: readonly string[] }
  | { readonly reason: 'criteria-missing'; readonly criteria: readonly string[] }
  | { readonly reason: 'points-out-of-range'; readonly criteria: readonly string[] }
  /** Of which criteria; of the opinion, where none is named. */
  | { readonly reason: 'reason-missing'; readonly criteria: readonly string[] }

/**
 * A body answers what it was asked, whole. What is given stands, unless the type lets a role
 * correct it, and then only while others are still asked; the last answer leads on.
 */
export function answer(
  standing: Standing,
  context: Context,
  given: Given,
): Outcome<Step, AnswerRefusal> {
  const allowed = mayAs(context, 'answer', { step: given.step, standing })
  if (!allowed.ok) return allowed
  const task = taskOf(standing, given.step, context.by.body)
  if (task === undefined) return refuse({ reason: 'not-asked' })
  const { rule, role } = allowed.value
  const mayCorrect = rule.corrects?.some((each) => context.by.roles.includes(each)) === true
  if (task.answer && !mayCorrect) return refuse({ reason: 'already-given' })
  const read =
    task.kind === 'points' ? pointsIn(task, given, scoringOf(context)) : opinionIn(task, given)
  if (!read.ok) return read
  const others = awaitedHere(standing, context.type).filter(({ id }) => id !== task.id)
  const to = others.length === 0 ? rule.to : standing.state
  const event = { kind: 'answer', task: task.id, body: task.body, ...read.value } as const
  const corrector = rule.corrects?.find((each) => context.by.roles.includes(each))
  // Whoever corrects does it in a role that may.
  const taker = task.answer ? (corrector ?? role) : role
  return agree(stepIn({ ...allowed.value, role: taker }, to, event))
}

/** What a body was asked in this case by that step. */
export const taskOf = (
  { tasks }: Standing,
  step: StepCode,
  body: string | undefined,
): AskedTask | undefined => tasks.find((task) => task.step === step && task.body === body)

/** The criteria of this case that a body scores. */
export const criteriaOf = ({ tasks }: Standing, body: string): readonly string[] =>
  tasks.flatMap((task) => (task.body === body ? (task.criteria ?? []) : []))

function pointsIn(
  { criteria: own = [] }: AskedTask,
  { points: given = [] }: Given,
  scoring: Scoring,
): Outcome<Answer, AnswerRefusal> {
  const codes = given.map(({ criterion }) => criterion)
  const foreign = codes.filter((code) => !own.includes(code))
  if (foreign.length > 0) return refuse({ reason: 'not-your-criterion', criteria: foreign })
  const missing = own.filter((code) => codes.filter((each) => each === code).length !== 1)
  if (missing.length > 0) return refuse({ reason: 'criteria-missing', criteria: missing })
  const outside = given.filter((each) => !isWithinBounds(each, scoring))
  if (outside.length > 0)
    return refuse({ reason: 'points-out-of-range', criteria: codesOf(outside) })
  const silent = given.filter(({ reason }) => reason.trim() === '')
  if (silent.length > 0) return refuse({ reason: 'reason-missing', criteria: codesOf(silent) })
  return agree({
    points: Object.fromEntries(given.map(({ criterion, points }) => [criterion, points])),
    reasons: Object.fromEntries(given.map(({ criterion, reason }) => [criterion, reason.trim()])),
  })
}

const codesOf = (given: readonly GivenPoints[]): readonly string[] =>
  given.map(({ criterion }) => criterion)

/** Whether a criterion can be worth these points. */
export function isWithinBounds(
  { criterion, points }: Pick<GivenPoints, 'criterion' | 'points'>,
  { criteria }: Pick<Scoring, 'criteria'>,
): boolean {
  const rule = criteria.find(({ code }) => code === criterion)
  if (!rule || !Number.isInteger(points)) return false
  return points >= rule.pointsMin && points <= rule.pointsMax
}

/** A body objects, with a reason, or says that it does not. */
function opinionIn(
  { id }: AskedTask,
  { objects, reason = '' }: Given,
): Outcome<Answer, AnswerRefusal> {
  if (objects === undefined) return refuse({ reason: 'not-asked' })
  const said = reason.trim()
  if (objects && said === '') return refuse({ reason: 'reason-missing', criteria: [] })
  return agree({ objects, reasons: said === '' ? {} : { [id]: said } })
}
