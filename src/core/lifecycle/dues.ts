import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { readClock, type Clock } from '#core/deadlines/clock.ts'
import { dueOn, mayMove } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { opinionsAreIn, pointsOf, type Application } from '#core/lifecycle/application.ts'
import type { Lifecycle, State, StateRule } from '#core/lifecycle/lifecycle.ts'
import { ruleOf } from '#core/lifecycle/may.ts'
import { validUntil } from '#core/lifecycle/status.ts'
import { termOf, type RuleSet, type Term } from '#core/policy/rule-set.ts'

/** By what a case is counted. */
export type Law = {
  readonly lifecycle: Lifecycle
  readonly rules: RuleSet
  readonly calendars: Calendars
}

/** The statutory clock of a submitted case as it reads on that day. */
export function clockOf(
  application: Application,
  { rules, calendars }: Omit<Law, 'lifecycle'>,
  on: IsoDate,
): Clock | undefined {
  const { submittedOn, pauses, extensions, decided } = application
  if (submittedOn === undefined) return undefined
  const [term, extension] = [termOf(rules, 'decision'), termOf(rules, 'extension')]
  assert(term !== undefined && extension !== undefined, 'a rule set names all terms')
  return readClock({
    startedOn: submittedOn,
    pauses,
    extensions,
    ...(decided ? { endedOn: decided.on } : {}),
    on,
    rules: {
      term,
      stopsWhileReturned: rules.clockStopsWhileReturned,
      extension: { term: extension, times: rules.extensionTimes },
      warnAt: rules.warnAtPercent.map((percent) => percent / 100),
    },
    calendars,
  })
}

/** By when the owner of the present state has to move; absent where the case has ended. */
export const stepDueOn = (application: Application, law: Law, on: IsoDate): IsoDate | undefined =>
  stepDue(application, law, () => clockOf(application, law, on))

/** The end of the statutory term and that of the present step; a case that ended has neither. */
export type Dues = {
  readonly dueOn?: IsoDate | undefined
  readonly stepDueOn?: IsoDate | undefined
}

/** Both at once, the clock read once. */
export function duesOf(application: Application, law: Law, on: IsoDate): Dues {
  const state = law.lifecycle.states.find((each) => each.state === application.state)
  if (state?.ends === true) return {}
  const clock = clockOf(application, law, on)
  return { dueOn: clock?.dueOn, stepDueOn: stepDue(application, law, () => clock) }
}

/** What bodies still owe to a case, as far as somebody knows. */
export type Owed = { readonly points: boolean; readonly opinions: boolean }

type Turn = Pick<StateRule, 'owner' | 'term'>

/** Who has to move now, and in which time: of bodies that answer, the ones that have not. */
export function turnOf(
  application: Application,
  { lifecycle }: Pick<Law, 'lifecycle'>,
  owed: Owed = {
    points: !pointsOf(application).complete,
    opinions: !opinionsAreIn(application),
  },
): Turn {
  const opinion = ruleOf(lifecycle, 'give-opinion')
  const [giver] = opinion?.by ?? []
  const isForOpinions = opinion?.from.includes(application.state) && !owed.points && owed.opinions
  if (isForOpinions && giver !== undefined) return { owner: giver, term: 'objection' }
  return lifecycle.states.find((each) => each.state === application.state) ?? {}
}

/** The time that whoever has to move now has, where the law gives one. */
export function stepTerm(
  application: Application,
  law: Pick<Law, 'lifecycle' | 'rules'>,
): Term | undefined {
  const { term } = turnOf(application, law)
  return term && termOf(law.rules, term)
}

/** Which of the two days may still move. */
export function movable(application: Application, law: Law, dues: Dues): readonly (keyof Dues)[] {
  const terms = { dueOn: termOf(law.rules, 'decision'), stepDueOn: stepTerm(application, law) }
  return (['dueOn', 'stepDueOn'] as const).filter((name) => {
    const day = dues[name]
    return day !== undefined && mayMove(day, terms[name]?.unit, law.calendars)
  })
}

/** States in which the clock stands still: whoever is in one can send the case back to us. */
export const stopsIn = ({ actions }: Lifecycle, rules: RuleSet): readonly State[] =>
  rules.clockStopsWhileReturned
    ? actions.flatMap(({ action, from }) => (action === 'resubmit' ? from : []))
    : []

function stepDue(
  application: Application,
  law: Law,
  clock: () => Clock | undefined,
): IsoDate | undefined {
  const { term: code } = turnOf(application, law)
  if (code === undefined) return undefined
  if (code === 'decision') return clock()?.dueOn
  if (code === 'status-validity') {
    return application.decided && validUntil(application.decided.on, law.rules)
  }
  if (code === 'draft-notice' && application.discardAnnounced) {
    return application.discardAnnounced.discardOn
  }
  const term = termOf(law.rules, code)
  return term && dueOn(term, application.stateSince, law.calendars)
}
