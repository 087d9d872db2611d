import { assert } from '#core/assert.ts'
import { termEnd, type Law } from '#core/cases/context.ts'
import {
  askOf,
  hasEnded,
  leadsTo,
  reachedFrom,
  stateOf,
  stepOf,
  type StateCode,
  type StepKind,
} from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import { isAwaited, type Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import { readClock, type Clock } from '#core/deadlines/clock.ts'
import { mayMove } from '#core/deadlines/terms.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { termOf, type Procedure, type Term, type TermCode } from '#core/policy/procedure.ts'

/** The statutory clock of a filed case as it reads on that day; none where its type has none. */
export function clockOf(
  { filedOn, pauses, extensions, decided }: Standing,
  { type, procedure, calendars }: Law,
  on: IsoDate,
): Clock | undefined {
  if (filedOn === undefined || type.clock === undefined) return undefined
  const { clock } = type
  const [term, extension] = [termOf(procedure, clock.term), termOf(procedure, clock.extension)]
  assert(term !== undefined && extension !== undefined, 'the loader saw to it that both are there')
  return readClock({
    startedOn: filedOn,
    pauses,
    extensions,
    ...(decided ? { endedOn: decided.on } : {}),
    on,
    rules: {
      term,
      stopsWhileReturned: procedure.clockStopsWhileReturned,
      extension: { term: extension, times: procedure.extensionTimes },
      warnAt: procedure.warnAtPercent.map((percent) => percent / 100),
    },
    calendars,
  })
}

/** By when the owner of the present state has to move; absent where the case has ended. */
export const stepDueOn = (standing: Standing, law: Law, on: IsoDate): IsoDate | undefined =>
  stepDue(standing, law, () => clockOf(standing, law, on))

/** The end of the statutory term and that of the present step; a case that ended has neither. */
export type Dues = {
  readonly dueOn?: IsoDate | undefined
  readonly stepDueOn?: IsoDate | undefined
}

/** Both at once, the clock read once. */
export function duesOf(standing: Standing, law: Law, on: IsoDate): Dues {
  if (hasEnded(law.type, standing.state)) return {}
  const clock = clockOf(standing, law, on)
  return { dueOn: clock?.dueOn, stepDueOn: stepDue(standing, law, () => clock) }
}

/** What others still owe to a case: by the step that answers, whether anybody does. */
export type Owed = Readonly<Record<string, boolean>>

/** Who has to move now, and in which time. */
export type Turn = { readonly owner?: Role; readonly clock?: TermCode }

/** Of those who were asked, whoever has not answered; where all have, the owner of the state. */
export function turnOf(standing: Pick<Standing, 'state'>, type: CaseType, owed: Owed): Turn {
  for (const { code, kind, from, by } of type.steps) {
    if (kind !== 'answer' || !from.includes(standing.state) || owed[code] !== true) continue
    const [owner] = by
    const asked = askOf(type, code)
    if (owner !== undefined && asked) return { owner, clock: asked.clock }
  }
  return stateOf(type, standing.state) ?? {}
}

/** What others owe, as whoever reads the whole case knows it. */
export const owedIn = ({ tasks }: Standing): Owed =>
  Object.fromEntries(tasks.filter(isAwaited).map(({ step }) => [step, true]))

/** The time that whoever has to move now has, where the law gives one. */
export function stepTerm(standing: Standing, { type, procedure }: Law): Term | undefined {
  const { clock } = turnOf(standing, type, owedIn(standing))
  return clock === undefined ? undefined : termOf(procedure, clock)
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
export const GOES_ON: readonly StepKind[] = ['file', 'decide', 'end']

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

function stepDue(
  standing: Standing,
  law: Law,
  clock: () => Clock | undefined,
): IsoDate | undefined {
  const { type } = law
  const { clock: code } = turnOf(standing, type, owedIn(standing))
  if (code === undefined) return undefined
  const statutory = code === type.clock?.term ? clock()?.dueOn : undefined
  if (statutory !== undefined) return statutory
  if (standing.notice && isNoticed(standing, type)) return standing.notice.after
  return termEnd(code, standing.stateSince, law)
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
