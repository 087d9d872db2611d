import { isAwaited } from '#core/cases/asked.ts'
import type { Law } from '#core/cases/context.ts'
import { answerTerm, clockCounted, clockFacts, termCounted } from '#core/cases/counting.ts'
import {
  askOf,
  hasEnded,
  leadsTo,
  roleAsked,
  stateOf,
  stepOf,
  type StateCode,
  type StepKind,
} from '#core/cases/life.ts'
import { reachedFrom } from '#core/reached.ts'
import { isOfficeRole, type Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import type { IsoDate } from '#core/dated.ts'
import { readClock, type Clock } from '#core/deadlines/clock.ts'
import { dayToTell, type Counted } from '#core/deadlines/counted.ts'
import { mayMove } from '#core/deadlines/terms.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { termOf, type Procedure, type Term, type TermCode } from '#core/policy/procedure.ts'

/** The statutory clock of a filed case as it reads on that day; none where its type has none. */
export function clockOf(standing: Standing, law: Law, on: IsoDate): Clock | undefined {
  const facts = clockFacts(standing, law)
  return facts && readClock({ ...facts, on, calendars: law.calendars })
}

/** Nothing was decided by the last day; while a clock stands still, that has not come. */
export function isOverdue(standing: Standing, law: Law, on: IsoDate): boolean {
  if (standing.decided !== undefined || hasEnded(law.type, standing.state)) return false
  const clock = clockOf(standing, law, on)
  return clock?.overdue === true && !clock.stopped
}

/** What the statutory day of a case is counted from, and that of the present step. */
export type Counts = { readonly clock?: Counted; readonly step?: Counted }

/** A case that ended has neither. */
export function countsOf(standing: Standing, law: Omit<Law, 'calendars'>): Counts {
  if (hasEnded(law.type, standing.state)) return {}
  const [clock, step] = [clockCounted(standing, law), stepCounted(standing, law)]
  return { ...(clock ? { clock } : {}), ...(step ? { step } : {}) }
}

/** The days that may be told of them: none of what stands still. */
export type Dues = {
  readonly dueOn?: IsoDate | undefined
  readonly stepDueOn?: IsoDate | undefined
}

/** Both at once. */
export function duesOf(standing: Standing, law: Law): Dues {
  const { clock, step } = countsOf(standing, law)
  return {
    dueOn: clock && dayToTell(clock, law.calendars),
    stepDueOn: step && dayToTell(step, law.calendars),
  }
}

/** By when the owner of the present state has to move; absent where the case has ended. */
export function stepDueOn(standing: Standing, law: Law): IsoDate | undefined {
  const step = stepCounted(standing, law)
  return step && dayToTell(step, law.calendars)
}

/** The event, with the day until which it leaves the case with a person, where it does. */
export function tellingDay(event: CaseEvent, after: Standing, law: Law): CaseEvent {
  const owner = stateOf(law.type, after.state)?.owner
  if (owner === undefined || isOfficeRole(owner)) return event
  const counted = stepCounted(after, law)
  if (counted === undefined || counted.terms.length === 0) return event // notice names its day
  const told = dayToTell(counted, law.calendars)
  return told === undefined ? event : { ...event, told }
}

/** The statutory day now, and the one that an extension of today would give. */
export function extendedDays(
  standing: Standing,
  law: Law,
  on: IsoDate,
): { readonly now: IsoDate; readonly extended: IsoDate } | undefined {
  const counted = clockCounted(standing, law)
  const longer = clockCounted({ ...standing, extended: [...standing.extended, on] }, law)
  const [now, extended] = [counted, longer].map((each) => each && dayToTell(each, law.calendars))
  return now === undefined || extended === undefined ? undefined : { now, extended }
}

/** A clock that had run out before it was given more time. */
export type LateThen = {
  readonly on: IsoDate
  readonly days: number
  readonly unit: Clock['countedIn']
}

/** Each time that a case was late when it was given more time: the extension does not undo that. */
export function lateWhenExtended(standing: Standing, law: Law): readonly LateThen[] {
  return standing.extended.flatMap((on, index) => {
    const then = { ...standing, extended: standing.extended.slice(0, index) }
    const clock = clockOf(then, law, on)
    if (clock?.overdue !== true) return []
    return [{ on, days: clock.usedDays - clock.totalDays, unit: clock.countedIn }]
  })
}

/** What others still owe to a case: by the step that answers, whether anybody does. */
export type Owed = Readonly<Record<string, boolean>>

/** Who has to move now, and in which time. */
export type Turn = { readonly owner?: Role; readonly clock?: TermCode }

/** Of those who were asked, whoever has not answered; where all have, the owner of the state. */
export function turnOf(standing: Pick<Standing, 'state'>, type: CaseType, owed: Owed): Turn {
  for (const { code, kind, from } of type.steps) {
    if (kind !== 'answer' || !from.includes(standing.state) || owed[code] !== true) continue
    const owner = roleAsked(type, code)
    const asked = askOf(type, code)
    if (owner !== undefined && asked) return { owner, clock: asked.clock }
  }
  return stateOf(type, standing.state) ?? {}
}

/** What others owe, as whoever reads the whole case knows it. */
export const owedIn = ({ tasks }: Standing): Owed =>
  Object.fromEntries(tasks.filter(isAwaited).map(({ step }) => [step, true]))

/** The time that whoever has to move now has, where the law gives one. */
export function stepTerm(standing: Standing, law: Law): Term | undefined {
  const { type, procedure } = law
  const { clock } = turnOf(standing, type, owedIn(standing))
  const code = clock === type.clock?.term ? answerTerm(standing, law) : clock
  return code === undefined ? undefined : termOf(procedure, code)
}

/** Which of the two days may still move. */
export function movable(standing: Standing, law: Law, dues: Dues): readonly (keyof Dues)[] {
  const { type, procedure, calendars } = law
  const statutory = type.clock && termOf(procedure, type.clock.term)
  const terms = { dueOn: statutory, stepDueOn: stepTerm(standing, law) }
  return (['dueOn', 'stepDueOn'] as const).filter((name) => {
    const day = dues[name]
    return day !== undefined && mayMove(day, terms[name]?.unit, calendars)
  })
}

/** Steps after which what was given back is no longer with the person, or nothing is counted. */
export const GOES_ON: readonly StepKind[] = ['file', 'decide', 'end', 'report']

/**
 * States in which the clock stands still: from where something is given back, until it is sent in.
 */
export function stopsIn(type: CaseType, procedure: Procedure): readonly StateCode[] {
  if (!procedure.clockStopsWhileReturned) return []
  const stops = type.steps.flatMap((step) => (step.kind === 'return' ? [step.to] : []))
  const stopped = reachedFrom(stops, (state) =>
    type.steps
      .filter(({ kind, from }) => from.includes(state) && !GOES_ON.includes(kind))
      .flatMap((step) => leadsTo(type, step, state)),
  )
  return [...stopped]
}

function stepCounted(standing: Standing, law: Omit<Law, 'calendars'>): Counted | undefined {
  const { type } = law
  const { notice } = standing
  const { clock: code } = turnOf(standing, type, owedIn(standing))
  if (code === undefined) return undefined
  const isNotice = notice !== undefined && isNoticed(standing, type)
  if (isNotice) return { from: notice.on, terms: [], pauses: [], told: notice.after }
  return termCounted(code, standing, law)
}

/** The state is one in which what was given notice of would be done. */
function isNoticed({ state }: Standing, type: CaseType): boolean {
  return type.steps.some(
    (rule) =>
      rule.kind === 'lapse' &&
      rule.does === 'give-notice' &&
      stepOf(type, rule.of)?.from.includes(state) === true,
  )
}
