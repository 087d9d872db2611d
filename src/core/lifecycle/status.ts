import { assert } from '#core/assert.ts'
import { addYears, addDays, type IsoDate } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import type { NotYetDue } from '#core/lifecycle/examine.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { Application } from '#core/lifecycle/application.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { onlyStep, type Context, type Step } from '#core/lifecycle/step.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'

/** The last day on which a status is valid: so many years less a day. */
export function validUntil(decidedOn: IsoDate, rules: RuleSet): IsoDate {
  const term = termOf(rules, 'status-validity')
  assert(term?.unit === 'years', 'the validity of a status is given in years')
  return addDays(addYears(decidedOn, term.length), -1)
}

type ReasonMissing = { readonly reason: 'reason-missing' }
/** Why an annulment is not proposed. */
export type ProposeAnnulmentRefusal =
  ActionRefusal | ReasonMissing | { readonly reason: 'ground-unknown' }

/** One person proposes, on a ground of the rule set; the holder is heard unless it says not. */
export function proposeAnnulment(
  application: Application,
  context: Context,
  { ground, reason }: { readonly ground: string; readonly reason: string },
): Outcome<Step, ProposeAnnulmentRefusal> {
  const allowed = may(context, 'propose-annulment', application)
  if (!allowed.ok) return allowed
  const found = context.rules.grounds.find(
    (each) => each.kind === 'annulment' && each.code === ground,
  )
  if (!found) return refuse({ reason: 'ground-unknown' })
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  const { hearing } = found
  return agree(onlyStep(allowed.value, [{ type: 'annulment-proposed', ground, reason, hearing }]))
}

/** The status stays as it was, for a reason that the holder is told. */
export function dropAnnulment(
  application: Application,
  context: Context,
  reason: string,
): Outcome<Step, ActionRefusal | ReasonMissing> {
  const allowed = may(context, 'drop-annulment', application)
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  return agree(onlyStep(allowed.value, [{ type: 'annulment-dropped', reason }]))
}

/** Another person annuls, not before the holder had the time to be heard. */
export function annul(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal | NotYetDue> {
  const allowed = may(context, 'annul', application)
  if (!allowed.ok) return allowed
  const { annulment } = application
  assert(annulment !== undefined, 'a proposed annulment is on the record')
  const due = heardUntil(application, context)
  if (due && context.on <= due) return refuse({ reason: 'not-yet-due', dueOn: due })
  return agree(onlyStep(allowed.value, [{ type: 'status-annulled', ground: annulment.ground }]))
}

/** A report is no confirmation: it names its evidence and waits for another person. */
export function reportDeath(
  application: Application,
  context: Context,
  evidence: string,
): Outcome<Step, ActionRefusal | ReasonMissing> {
  const allowed = may(context, 'report-death', application)
  if (!allowed.ok) return allowed
  if (evidence.trim() === '') return refuse({ reason: 'reason-missing' })
  return agree(onlyStep(allowed.value, [{ type: 'death-reported', evidence }]))
}

/** The holder lives, or the evidence speaks of somebody else. */
export function dismissDeathReport(
  application: Application,
  context: Context,
  reason: string,
): Outcome<Step, ActionRefusal | ReasonMissing> {
  const allowed = may(context, 'dismiss-death-report', application)
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  return agree(onlyStep(allowed.value, [{ type: 'death-report-dismissed', reason }]))
}

/** Confirmed by another person than the one who reported it. */
export function confirmDeath(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal> {
  const allowed = may(context, 'confirm-death', application)
  return allowed.ok ? agree(onlyStep(allowed.value, [{ type: 'holder-death-confirmed' }])) : allowed
}

/** A status ends by itself on the day after its last valid day. */
export function expire(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal | NotYetDue> {
  const allowed = may(context, 'expire', application)
  if (!allowed.ok) return allowed
  assert(application.decided !== undefined, 'a status was decided on a day')
  const due = validUntil(application.decided.on, context.rules)
  if (context.on <= due) return refuse({ reason: 'not-yet-due', dueOn: due })
  return agree(onlyStep(allowed.value, [{ type: 'status-expired' }]))
}

/** The last day on which the holder is heard; none where the ground needs no hearing. */
export function heardUntil(
  { annulment }: Application,
  { rules, calendars }: Pick<Context, 'rules' | 'calendars'>,
): IsoDate | undefined {
  const term = termOf(rules, 'hearing')
  return annulment?.hearing === true && term ? dueOn(term, annulment.on, calendars) : undefined
}
