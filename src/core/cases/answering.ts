import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import { failing } from '#core/cases/holds.ts'
import {
  askOf,
  asksIn,
  outcomeOf,
  type AskRule,
  type Life,
  type OutcomeCode,
  type StepCode,
} from '#core/cases/life.ts'
import { knownOf, lastDayOf, mayAs, type StepRefusal } from '#core/cases/may.ts'
import { isAwaited, isFor } from '#core/cases/asked.ts'
import type { Actor } from '#core/cases/roles.ts'
import type { Answer, AskedTask, Standing } from '#core/cases/standing.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import type { IsoDate } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { scoringOf, type Scoring } from '#core/policy/scoring.ts'

/** What is answered to one task: of each kind one of these, with its reasons. */
export type Given = {
  readonly step: StepCode
  readonly points?: readonly GivenPoints[]
  readonly objects?: boolean
  /** The side of a party, or that they have nothing to add to it. */
  readonly reply?: { readonly text: string; readonly documents?: readonly string[] } | 'nothing'
  readonly recorded?: { readonly option: string; readonly on: IsoDate }
  readonly vote?: OutcomeCode
  /** Of an opinion or a vote; of a record, its note. */
  readonly reason?: string
  /** The day on which it came, where an official enters it for somebody. */
  readonly cameOn?: IsoDate
}

/** As much as a person writes who has a lot to say; pages hold it to that. */
export const REPLY_MAX = 10_000

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
  /** Of which criteria; of another answer, where none is named. */
  | { readonly reason: 'reason-missing'; readonly criteria: readonly string[] }
  | { readonly reason: 'reply-missing' }
  | { readonly reason: 'option-unknown' }
  | { readonly reason: 'outcome-unknown' }
  /** It did not come before it was asked for, nor after today. */
  | { readonly reason: 'day-impossible' }

/**
 * Whoever was asked answers, whole. What is given stands, unless the type lets a role correct it,
 * and then only while others are still asked; the last answer leads on.
 */
export function answer(
  standing: Standing,
  context: Context,
  given: Given,
): Outcome<Step, AnswerRefusal> {
  const allowed = mayAs(context, 'answer', { step: given.step, standing })
  if (!allowed.ok) return allowed
  const task = taskOf(standing, given.step, context.by)
  if (task === undefined) return refuse({ reason: 'not-asked' })
  const { rule, role } = allowed.value
  const mayCorrect = rule.corrects?.some((each) => context.by.roles.includes(each)) === true
  if (task.answer && !mayCorrect) return refuse({ reason: 'already-given' })
  const { cameOn } = given
  if (cameOn !== undefined && (cameOn < standing.stateSince || cameOn > context.on)) {
    return refuse({ reason: 'day-impossible' })
  }
  const read = readIn(task, given, { standing, context })
  if (!read.ok) return read
  const others = awaitedHere(standing, context.type).filter(({ id }) => id !== task.id)
  const to = others.length === 0 ? rule.to : standing.state
  const { id, body } = task
  const whose = body === undefined ? {} : { body }
  const event = { kind: 'answer', task: id, ...whose, ...read.value } as const
  const corrector = rule.corrects?.find((each) => context.by.roles.includes(each))
  // Whoever corrects does it in a role that may.
  const taker = task.answer ? (corrector ?? role) : role
  const step = stepIn({ ...allowed.value, role: taker }, to, event)
  return agree(cameOn === undefined ? step : { ...step, on: cameOn })
}

/**
 * What somebody was asked in this case by that step; of an official who may answer for a party,
 * the first that a party still owes: what came on paper is entered for them.
 */
export function taskOf(
  { tasks, parties }: Standing,
  step: StepCode,
  by: Pick<Actor, 'id' | 'body'>,
): AskedTask | undefined {
  const those = tasks.filter((task) => task.step === step)
  const own = those.find((task) => isFor(task, by))
  const isParty = (id: string | undefined) => parties.some((party) => party.id === id)
  if (own || isParty(by.id)) return own
  return those.find((task) => isParty(task.party) && isAwaited(task))
}

/** The criteria of this case that a body scores. */
export const criteriaOf = ({ tasks }: Standing, body: string): readonly string[] =>
  tasks.flatMap((task) => (task.body === body ? (task.criteria ?? []) : []))

function readIn(
  task: AskedTask,
  given: Given,
  { standing, context }: { readonly standing: Standing; readonly context: Context },
): Outcome<Answer, AnswerRefusal> {
  const rule = askOf(context.type, task.step)
  switch (task.kind) {
    case 'points':
      return pointsIn(task, given, scoringOf(context))
    case 'opinion':
      return opinionIn(task, given)
    case 'reply':
      return replyIn(given)
    case 'record':
    case 'payment':
    case 'appearance':
      return recordIn(task, given, { rule, standing, context })
    case 'vote':
      return voteIn(task, given, rule ? votable(rule, standing, context) : [])
  }
}

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

/** A party gives their side, or says that they have nothing to add: an empty box is neither. */
function replyIn({ reply }: Given): Outcome<Answer, AnswerRefusal> {
  if (reply === 'nothing') return agree({ says: '', reasons: {} })
  const says = reply?.text.trim() ?? ''
  const { documents = [] } = reply ?? {}
  if (says === '' && documents.length === 0) return refuse({ reason: 'reply-missing' })
  return agree({ says, ...(documents.length > 0 ? { documents } : {}), reasons: {} })
}

/**
 * The first day on which what is asked for by that step can have been: of what carries a decision
 * out, the day of the decision; else that on which the case was sent in. What is paid can have been
 * paid for a decision that another has taken the place of.
 */
export function recordedSince(
  { decided, filedOn, stateSince }: Standing,
  { steps }: Pick<Life, 'steps'>,
  { step, kind }: Pick<AskedTask, 'step' | 'kind'>,
): IsoDate {
  const asking = steps.find((each) => asksIn(each).some((ask) => ask.step === step))
  const isCarriedOut = asking?.kind === 'decide' && kind !== 'payment'
  return (isCarriedOut ? decided?.on : undefined) ?? filedOn ?? stateSince
}

type Recording = {
  readonly rule: AskRule | undefined
  readonly standing: Standing
  readonly context: Context
}

/** An official records what happened, or what a register says. */
function recordIn(
  task: AskedTask,
  { recorded, reason = '' }: Given,
  { rule, standing, context }: Recording,
): Outcome<Answer, AnswerRefusal> {
  const option = rule?.options?.find(({ code }) => code === recorded?.option)
  if (!recorded || !rule || !option) return refuse({ reason: 'option-unknown' })
  const since = recordedSince(standing, context.type, task)
  if (recorded.on > context.on || recorded.on < since) return refuse({ reason: 'day-impossible' })
  const dueOn = option.late ? lastDayOf(rule.clock, standing, context) : undefined
  if (dueOn !== undefined && context.on <= dueOn) return refuse({ reason: 'not-yet-due', dueOn })
  const test = failing(option.needs ?? [], knownOf(standing, context))
  if (test !== undefined) return refuse({ reason: 'does-not-hold', test })
  const note = reason.trim()
  return agree({ recorded, reasons: note === '' ? {} : { [task.id]: note } })
}

/** What can be voted for: outcomes that nothing but the votes could still stand against. */
export const votable = (
  { outcomes = [] }: Pick<AskRule, 'outcomes'>,
  standing: Standing,
  context: Omit<Context, 'by' | 'at'>,
): readonly OutcomeCode[] =>
  outcomes.filter((code) => {
    const needs = outcomeOf(context.type, code)?.needs ?? []
    const others = needs.filter(({ test }) => test !== 'voted')
    return failing(others, knownOf(standing, context)) === undefined
  })

function voteIn(
  { id }: AskedTask,
  { vote, reason = '' }: Given,
  outcomes: readonly OutcomeCode[],
): Outcome<Answer, AnswerRefusal> {
  if (vote === undefined || !outcomes.includes(vote)) {
    return refuse({ reason: 'outcome-unknown' })
  }
  const said = reason.trim()
  if (said === '') return refuse({ reason: 'reason-missing', criteria: [] })
  return agree({ vote, reasons: { [id]: said } })
}
