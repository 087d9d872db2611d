import { assert } from '#core/assert.ts'
import type { Actor, CaseEvent } from '#core/lifecycle/application.ts'
import type { Action, ActionRule, Lifecycle, State } from '#core/lifecycle/lifecycle.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { IsoDate } from '#core/dated.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'

/** What an allowed action does: the events it leaves behind, and the state after them. */
export type Step = {
  readonly action: Action
  readonly to: State
  readonly events: readonly CaseEvent[]
}

/** What every decision about a case is given: who, when, and the law of this case. */
export type Context = {
  readonly by: Actor
  readonly on: IsoDate
  readonly lifecycle: Lifecycle
  readonly rules: RuleSet
  readonly calendars: Calendars
}

/** The step along a rule; it can only lead where the table says. */
export function step(rule: ActionRule, to: State, events: readonly CaseEvent[]): Step {
  assert(rule.to.includes(to), `${rule.action} leads to ${rule.to.join(' or ')}, not to ${to}`)
  return { action: rule.action, to, events }
}

/** The step along a rule that leads to exactly one place. */
export function onlyStep(rule: ActionRule, events: readonly CaseEvent[]): Step {
  const [to, ...others] = rule.to
  assert(to !== undefined && others.length === 0, `${rule.action} leads to one state`)
  return { action: rule.action, to, events }
}
