import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { announceOn, purgeOn, type IdleRule } from '#core/deadlines/retention.ts'
import type { Application } from '#core/lifecycle/application.ts'
import { discard } from '#core/lifecycle/apply.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { onlyStep, type Context, type Step } from '#core/lifecycle/step.ts'
import { agree, type Outcome } from '#core/outcome.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'

/**
 * What becomes of a draft in which nothing was written since that day: its owner is told, and when
 * the whole notice has passed it goes. Whoever writes in it again has all the time anew.
 */
export function idleStep(
  application: Application,
  context: Context,
  idleSince: IsoDate,
): Outcome<Step, ActionRefusal> | undefined {
  const rule = idleRuleOf(context.rules)
  if (context.on < announceOn(rule, idleSince)) return undefined
  const announced = announcedSince(application, context.rules, idleSince)
  if (announced) return context.on > announced.discardOn ? discard(application, context) : undefined
  const allowed = may(context, 'announce-discard', application)
  if (!allowed.ok) return allowed
  const discardOn = purgeOn(rule, { idleSince, announcedOn: context.on })
  return agree(onlyStep(allowed.value, [{ type: 'discard-announced', discardOn }]))
}

/** What its owner was told, unless something was written since. */
export function announcedSince(
  { discardAnnounced }: Application,
  rules: RuleSet,
  idleSince: IsoDate,
): Application['discardAnnounced'] {
  if (!discardAnnounced) return undefined
  return discardAnnounced.on < announceOn(idleRuleOf(rules), idleSince)
    ? undefined
    : discardAnnounced
}

function idleRuleOf(rules: RuleSet): IdleRule {
  const [notice, idle] = [termOf(rules, 'draft-notice'), termOf(rules, 'draft-idle')]
  assert(notice?.unit === 'months' && idle?.unit === 'months', 'idleness is measured in months')
  return { announceAfterMonths: notice.length, purgeAfterMonths: idle.length }
}
