import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { Actor, Application } from '#core/lifecycle/application.ts'
import type { Action, ActionRule, Lifecycle, State } from '#core/lifecycle/lifecycle.ts'

/** Why somebody may not take an action now; every action can be refused for these. */
export type ActionRefusal =
  | { readonly reason: 'not-in-this-state'; readonly state: State }
  | { readonly reason: 'not-your-role' }
  | { readonly reason: 'another-person-must'; readonly action: Action }

/** The row of the table for an action, where the type has it. */
export function ruleOf(lifecycle: Lifecycle, action: Action): ActionRule | undefined {
  return lifecycle.actions.find((rule) => rule.action === action)
}

/** True to the table: the state allows it, the role allows it, and four eyes are four eyes. */
export function may(
  { by, lifecycle }: { readonly by: Actor; readonly lifecycle: Lifecycle },
  action: Action,
  application: Application,
): Outcome<ActionRule, ActionRefusal> {
  const rule = ruleOf(lifecycle, action)
  if (!rule || !rule.from.includes(application.state)) {
    return refuse({ reason: 'not-in-this-state', state: application.state })
  }
  const isHolder = by.id === application.applicantId
  const role = rule.by.find(
    (each) => by.roles.includes(each) && (each === 'applicant') === isHolder,
  )
  if (!role) return refuse({ reason: 'not-your-role' })
  if (rule.notBy && application.lastBy[rule.notBy] === by.id) {
    return refuse({ reason: 'another-person-must', action: rule.notBy })
  }
  return agree(rule)
}

/** The actions this actor may take now, in the order of the table: menus and buttons read it. */
export function actionsFor(
  context: { readonly by: Actor; readonly lifecycle: Lifecycle },
  application: Application,
): readonly Action[] {
  return context.lifecycle.actions
    .map((rule) => rule.action)
    .filter((action) => may(context, action, application).ok)
}
