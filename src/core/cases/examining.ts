import { assert } from '#core/assert.ts'
import { stepIn, stepTo, type Context, type Step } from '#core/cases/context.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { askOf, type StepCode, type StepOf } from '#core/cases/life.ts'
import type { ActorId, Mark } from '#core/cases/happenings.ts'
import { mayAs, stepHere, type StepRefusal } from '#core/cases/may.ts'
import { subjectsOf, toDecide, type Standing } from '#core/cases/standing.ts'
import { tell, type TellRefusal } from '#core/cases/telling.ts'
import { announceOn, purgeOn, type IdleRule } from '#core/deadlines/retention.ts'
import { nextWorkingMorning } from '#core/deadlines/working-days.ts'
import type { IsoDate } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { termOf, type Procedure, type TermCode } from '#core/policy/procedure.ts'

/** Why a case is not given back. */
export type ReturnRefusal =
  | StepRefusal
  | { readonly reason: 'nothing-marked' }
  | { readonly reason: 'mark-without-note'; readonly marks: readonly Mark[] }
  | { readonly reason: 'not-a-subject' }

/** Each mark says what is wrong with which field or document; the clock stops where it may. */
export function giveBack(
  standing: Standing,
  context: Context,
  said: {
    readonly step: StepCode
    readonly marks: readonly Mark[]
    readonly explanation: string
  },
): Outcome<Step, ReturnRefusal> {
  const { step, marks, explanation } = said
  const allowed = mayAs(context, 'return', { step, standing })
  if (!allowed.ok) return allowed
  if (marks.length === 0) return refuse({ reason: 'nothing-marked' })
  const silent = marks.filter((mark) => mark.note.trim() === '')
  if (silent.length > 0) return refuse({ reason: 'mark-without-note', marks: silent })
  const isOfSubjects = marks.every(({ subject }) => subjectsOf(standing).includes(subject))
  if (!isOfSubjects) return refuse({ reason: 'not-a-subject' })
  return agree(stepTo(allowed.value, { kind: 'return', marks, explanation }))
}

/** Why a term is not extended. */
export type ExtendRefusal = StepRefusal | { readonly reason: 'reason-missing' }

/** More time, for a reason that the person is told, as often as the procedure allows. */
export function extend(
  standing: Standing,
  context: Context,
  { step, reason }: { readonly step: StepCode; readonly reason: string },
): Outcome<Step, ExtendRefusal> {
  const allowed = mayAs(context, 'extend', { step, standing })
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  return agree(stepIn(allowed.value, standing.state, { kind: 'extend', reason }))
}

/** Why time does not take a step. */
export type LapseRefusal =
  | StepRefusal
  | { readonly reason: 'nobody-silent' }
  | { readonly reason: 'silence-means-nothing' }
  | { readonly reason: 'nothing-idle' }

/** What time does by itself: it moves a case, proposes, notes silence, or gives notice. */
export function lapse(
  standing: Standing,
  context: Context,
  { step, touchedOn }: { readonly step: StepCode; readonly touchedOn: IsoDate },
): Outcome<Step, LapseRefusal> {
  const allowed = mayAs(context, 'lapse', { step, standing })
  if (!allowed.ok) return allowed
  const { value } = allowed
  const { rule } = value
  switch (rule.does) {
    case 'move':
      return agree(stepIn(value, rule.to, { kind: 'lapse' }))
    case 'propose': {
      const proposals = toDecide(standing).map((subject) => ({
        subject,
        outcome: rule.outcome,
        grounds: [],
        reasoning: '',
      }))
      return agree(stepIn(value, rule.to, { kind: 'lapse', proposals }))
    }
    case 'note-silence':
      return silence(standing, context, {
        rule,
        step: (to, silent) => stepIn(value, to, { kind: 'lapse', silent }),
      })
    case 'give-notice': {
      const idle = idleRule(rule, context.procedure)
      if (context.on < announceOn(idle, touchedOn) || noticeSince(standing, context, touchedOn)) {
        return refuse({ reason: 'nothing-idle' })
      }
      const notice = purgeOn(idle, { idleSince: touchedOn, announcedOn: context.on })
      return agree(stepIn(value, standing.state, { kind: 'lapse', notice }))
    }
  }
}

type Silence = Extract<StepOf<'lapse'>, { readonly does: 'note-silence' }>

function silence(
  standing: Standing,
  { type, procedure }: Context,
  {
    rule,
    step,
  }: {
    readonly rule: Silence
    readonly step: (to: string, silent: readonly string[]) => Step
  },
): Outcome<Step, LapseRefusal> {
  const isOpinion = askOf(type, rule.answers)?.kind === 'opinion'
  if (isOpinion && procedure.silenceOfObjectionBody !== 'no-objection') {
    return refuse({ reason: 'silence-means-nothing' })
  }
  const awaited = awaitedHere(standing, type)
  // Whether a system ever had the question, a case does not know: its silence says nothing.
  const silent = awaited
    .filter((task) => task.step === rule.answers && task.answersBy === undefined)
    .map(({ id }) => id)
  if (silent.length === 0) return refuse({ reason: 'nobody-silent' })
  const isLast = awaited.length === silent.length
  return agree(step(isLast ? rule.to : standing.state, silent))
}

/** What a case's owner was told will be done by itself, unless something was written since. */
export function noticeSince(
  { notice, state }: Standing,
  { type, procedure }: Pick<Context, 'type' | 'procedure'>,
  touchedOn: IsoDate,
): Standing['notice'] {
  const rule = type.steps.filter(isNotice).find(({ from }) => from.includes(state))
  if (notice === undefined || rule === undefined) return undefined
  return notice.on < announceOn(idleRule(rule, procedure), touchedOn) ? undefined : notice
}

type Notice = Extract<StepOf<'lapse'>, { readonly does: 'give-notice' }>

/** Whether a step of time gives notice of what will be done by itself. */
const isNotice = (rule: Context['type']['steps'][number]): rule is Notice =>
  rule.kind === 'lapse' && rule.does === 'give-notice'

function idleRule({ notice, whole }: Notice, procedure: Procedure): IdleRule {
  return {
    announceAfterMonths: months(notice, procedure),
    purgeAfterMonths: months(whole, procedure),
  }
}

function months(code: TermCode, procedure: Procedure): number {
  const term = termOf(procedure, code)
  assert(term?.unit === 'months', 'idleness is measured in months')
  return term.length
}

/** Why an automatic step is not taken back. */
export type ReopenRefusal =
  | StepRefusal
  | { readonly reason: 'reason-missing' }
  | { readonly reason: 'nothing-lapsed' }
  | { readonly reason: 'letters-left' }

/**
 * One asks that a step of time be taken back, another does it, while its letters are still here.
 */
export function reopen(
  standing: Standing,
  context: Context,
  { step, reason }: { readonly step: StepCode; readonly reason: string },
): Outcome<Step, ReopenRefusal> {
  const allowed = mayAs(context, 'reopen', { step, standing })
  if (!allowed.ok) return allowed
  const { rule } = allowed.value
  const { lapsed } = standing
  if (rule.does === 'enter-again' || lapsed?.step !== rule.of)
    return refuse({ reason: 'nothing-lapsed' })
  if (context.at >= nextWorkingMorning(lapsed.at, context.calendars)) {
    return refuse({ reason: 'letters-left' })
  }
  if (rule.confirms === undefined) {
    if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
    return agree(stepIn(allowed.value, standing.state, { kind: 'reopen', reason, done: false }))
  }
  if (lapsed.reopening === undefined) return refuse({ reason: 'nothing-lapsed' })
  return agree(stepIn(allowed.value, lapsed.from, { kind: 'reopen', reason, done: true }))
}

/** A case that has ended is entered again, as a decision in another one causes it. */
export function enterAgain(
  standing: Standing,
  context: Context,
  {
    step,
    decision,
    whose,
    binding,
  }: {
    readonly step: StepCode
    readonly decision: string
    /** What was decided is not decided again as the case stood. */
    readonly binding?: true
    /** Of whom it is decided anew; of everybody, where nothing is said. */
    readonly whose?: readonly ActorId[]
  },
): Outcome<Step, StepRefusal> {
  const allowed = mayAs(context, 'reopen', { step, standing })
  if (!allowed.ok) return allowed
  const { rule } = allowed.value
  assert(rule.does === 'enter-again', `${step} enters the case again`)
  const isOfSome = whose !== undefined && subjectsOf(standing).some((id) => !whose.includes(id))
  const of = { ...(isOfSome ? { whose } : {}), ...(binding ? { binding } : {}) }
  const event = { kind: 'reopen', reason: '', done: true, decision, ...of } as const
  return agree(stepTo({ ...allowed.value, rule }, event))
}

/** The step of time that is due, else the first that will be: what a job tries by itself. */
export function stepOfTime(
  standing: Standing,
  context: Context,
  touchedOn: IsoDate,
): Outcome<Step, LapseRefusal | TellRefusal> | undefined {
  const lapses = context.type.steps.filter(
    (rule) => rule.kind === 'lapse' && rule.from.includes(standing.state),
  )
  const notice = noticeSince(standing, context, touchedOn)
  const announced = lapses.find(isNotice)
  if (notice && announced && context.on > notice.after) {
    const allowed = mayAs(context, 'end', { step: announced.of, standing })
    return allowed.ok ? agree(stepTo(allowed.value, { kind: 'end' })) : allowed
  }
  const tells = stepHere(context, standing, 'tell')
  const outcomes = [
    ...lapses.map(({ code }) => lapse(standing, context, { step: code, touchedOn })),
    ...(tells === undefined ? [] : [tell(standing, context, { step: tells.code })]),
  ]
  return outcomes.find(({ ok }) => ok) ?? outcomes[0]
}
