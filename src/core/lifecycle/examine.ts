import { dueOn } from '#core/deadlines/terms.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { Application, Mark } from '#core/lifecycle/application.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { onlyStep, step, type Context, type Step } from '#core/lifecycle/step.ts'
import { scorerOf, termOf } from '#core/policy/rule-set.ts'

/** The application is complete: from now on each body scores its criteria, and may object. */
export function accept(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal | { readonly reason: 'no-scorer'; readonly criterion: string }> {
  const allowed = may(context, 'accept', application)
  if (!allowed.ok) return allowed

  const scorers: Record<string, string> = {}
  for (const criterion of context.rules.criteria) {
    const body = scorerOf(context.rules, criterion, application.field ?? '')
    if (body === undefined) return refuse({ reason: 'no-scorer', criterion: criterion.code })
    scorers[criterion.code] = body
  }
  const { objectionBodies } = context.rules
  return agree(
    onlyStep(allowed.value, [{ type: 'application-accepted', scorers, objectionBodies }]),
  )
}

/** Why an application is not given back. */
export type ReturnRefusal =
  | ActionRefusal
  | { readonly reason: 'nothing-marked' }
  | { readonly reason: 'mark-without-note'; readonly marks: readonly Mark[] }
  | { readonly reason: 'returned-too-often'; readonly times: number }

/** Each mark says what is wrong with which field or document; the clock stops where it may. */
export function returnForCorrection(
  application: Application,
  context: Context,
  { marks, explanation }: { readonly marks: readonly Mark[]; readonly explanation: string },
): Outcome<Step, ReturnRefusal> {
  const allowed = may(context, 'return', application)
  if (!allowed.ok) return allowed
  if (marks.length === 0) return refuse({ reason: 'nothing-marked' })
  const silent = marks.filter((mark) => mark.note.trim() === '')
  if (silent.length > 0) return refuse({ reason: 'mark-without-note', marks: silent })
  const { returnsMax } = context.rules
  if (application.returns >= returnsMax) {
    return refuse({ reason: 'returned-too-often', times: returnsMax })
  }
  return agree(onlyStep(allowed.value, [{ type: 'application-returned', marks, explanation }]))
}

/** Why a term is not extended. */
export type ExtendRefusal =
  | ActionRefusal
  | { readonly reason: 'reason-missing' }
  | { readonly reason: 'extended-already'; readonly times: number }

/** More time, for a reason that the applicant is told, as often as the rule set allows. */
export function extend(
  application: Application,
  context: Context,
  reason: string,
): Outcome<Step, ExtendRefusal> {
  const allowed = may(context, 'extend', application)
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  const times = context.rules.extensionTimes
  if (application.extensions >= times) return refuse({ reason: 'extended-already', times })
  return agree(step(allowed.value, application.state, [{ type: 'term-extended', reason }]))
}

/** It is too early: the day named is the last one on which nothing happens. */
export type NotYetDue = { readonly reason: 'not-yet-due'; readonly dueOn: string }

/** When the time for a correction has passed in silence, the case is put up for closing. */
export function proposeClosing(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal | NotYetDue> {
  const allowed = may(context, 'propose-closing', application)
  if (!allowed.ok) return allowed
  const term = termOf(context.rules, 'correction')
  const due = term && dueOn(term, application.stateSince, context.calendars)
  if (due && context.on <= due) return refuse({ reason: 'not-yet-due', dueOn: due })
  return agree(onlyStep(allowed.value, [{ type: 'closing-proposed' }]))
}

/** A person confirms what the clock proposed; nothing is held against a new application. */
export function closeUnexamined(
  application: Application,
  context: Context,
): Outcome<Step, ActionRefusal> {
  const allowed = may(context, 'close-unexamined', application)
  return allowed.ok
    ? agree(onlyStep(allowed.value, [{ type: 'application-left-unexamined' }]))
    : allowed
}
