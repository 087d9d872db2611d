import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import type { Application } from '#core/lifecycle/application.ts'
import { criteriaOf, isWithBodies } from '#core/lifecycle/assess.ts'
import type { Dues, Law } from '#core/lifecycle/dues.ts'
import type { Action, Role } from '#core/lifecycle/lifecycle.ts'
import { ruleOf } from '#core/lifecycle/may.ts'
import { termOf, type BodyCode, type TermCode } from '#core/policy/rule-set.ts'

/** Who must do what by when: what a case asks for as it stands. */
export type Task = {
  readonly kind: 'next-move' | 'points' | 'opinion'
  /** What is owed: an action, or for a next move the state that it leads out of. */
  readonly step: string
  readonly ownerRole: Role
  readonly ownerBody?: BodyCode
  readonly dueOn?: IsoDate
  /** What time does when nobody has. */
  readonly silence?: Action
}

/** All that is open in a case: the next move of one, or what several bodies still owe. */
export function openTasks(
  application: Application,
  law: Law,
  { stepDueOn }: Pick<Dues, 'stepDueOn'>,
): readonly Task[] {
  const { lifecycle } = law
  const { state } = application
  if (isWithBodies(lifecycle, state))
    return [...points(application, law), ...opinions(application, law)]
  const rule = lifecycle.states.find((each) => each.state === state)
  if (rule?.owner === undefined) return []
  const silence = lifecycle.actions.find(
    ({ by, from }) => by.includes('system') && from.includes(state),
  )?.action
  return [
    {
      kind: 'next-move',
      step: state,
      ownerRole: rule.owner,
      ...(stepDueOn === undefined ? {} : { dueOn: stepDueOn }),
      ...(silence === undefined ? {} : { silence }),
    },
  ]
}

/** A body gives the points of all its criteria at once. */
function points(application: Application, law: Law): readonly Task[] {
  const bodies = [...new Set(Object.values(application.scorers))]
  return bodies
    .filter((body) =>
      criteriaOf(application, body).some((code) => application.scores[code] === undefined),
    )
    .map((ownerBody) => ({ kind: 'points', ownerBody, ...owed(application, law, 'score') }))
}

function opinions(application: Application, law: Law): readonly Task[] {
  return Object.entries(application.opinions)
    .filter(([, opinion]) => opinion === 'awaited')
    .map(([ownerBody]) => ({
      kind: 'opinion',
      ownerBody,
      ...owed(application, law, 'give-opinion'),
      silence: 'note-silence',
    }))
}

const TERMS: Readonly<Partial<Record<Action, TermCode>>> = {
  score: 'scoring',
  'give-opinion': 'objection',
}

/** What a body owes is due in so long from the day on which the case came to the bodies. */
function owed({ stateSince }: Application, { lifecycle, rules, calendars }: Law, step: Action) {
  const code = TERMS[step]
  const term = code && termOf(rules, code)
  const ownerRole = ruleOf(lifecycle, step)?.by[0]
  assert(term !== undefined && ownerRole !== undefined, `${step} has a term, and somebody who may`)
  return { step, ownerRole, dueOn: dueOn(term, stateSince, calendars) }
}
