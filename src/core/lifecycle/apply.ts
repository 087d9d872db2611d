import type { Answers } from '#core/answers/answers.ts'
import { chosenField } from '#core/answers/asked.ts'
import { gapsIn, type Gap } from '#core/answers/gaps.ts'
import { openMarks, unmarkedChanges, type Correction } from '#core/answers/correction.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { Application, Mark } from '#core/lifecycle/application.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { onlyStep, type Context, type Step } from '#core/lifecycle/step.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'

/** A document of a case, as far as the law cares: what kind it is. */
export type Uploaded = { readonly id: string; readonly kind: string }

/** Why a draft cannot be submitted. */
export type SubmitRefusal =
  | ActionRefusal
  | { readonly reason: 'answers-missing'; readonly gaps: readonly Gap[] }
  | { readonly reason: 'policy-not-adopted' }

/** What is handed in, and the law it is handed in under. */
export type Submission = {
  readonly type: ApplicationType
  readonly answers: Answers
  readonly documents: readonly Uploaded[]
  readonly number: string
  /** The rule set and the description of the type, by the hash of their canonical bytes. */
  readonly ruleSet: string
  readonly typeHash: string
  /** Where the rule set was taken over by two named people of the Service, or need not be. */
  readonly adopted: boolean
}

/** Submitting freezes the answers and starts the statutory clock; both happen or neither does. */
export function submit(
  application: Application,
  context: Context,
  submission: Submission,
): Outcome<Step, SubmitRefusal> {
  const allowed = may(context, 'submit', application)
  if (!allowed.ok) return allowed
  if (!submission.adopted) return refuse({ reason: 'policy-not-adopted' })

  const { type, answers, documents, number, ruleSet, typeHash } = submission
  const fields = context.rules.fields.map((field) => field.code)
  const gaps = gapsIn(type, { answers, documents, on: context.on, fields })
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })

  return agree(
    onlyStep(allowed.value, [
      {
        type: 'application-submitted',
        number,
        field: chosenField(type, answers) ?? '',
        ruleSet,
        typeHash,
        answers,
        documents: documents.map((document) => document.id),
      },
    ]),
  )
}

/** Why a correction cannot be sent back. */
export type ResubmitRefusal =
  | ActionRefusal
  | { readonly reason: 'marks-open'; readonly marks: readonly Mark[] }
  | { readonly reason: 'not-marked'; readonly places: readonly string[] }
  | { readonly reason: 'answers-missing'; readonly gaps: readonly Gap[] }

/** Only what was marked may change, and every mark is answered: mended, or confirmed as right. */
export function resubmit(
  application: Application,
  context: Context,
  correction: Correction & { readonly type: ApplicationType },
): Outcome<Step, ResubmitRefusal> {
  const allowed = may(context, 'resubmit', application)
  if (!allowed.ok) return allowed

  const places = unmarkedChanges(application.marks, correction)
  if (places.length > 0) return refuse({ reason: 'not-marked', places })
  const marks = openMarks(application.marks, correction)
  if (marks.length > 0) return refuse({ reason: 'marks-open', marks })
  const { answers, documents } = correction.after
  const { fields, type } = correction
  const gaps = gapsIn(type, { answers, documents, on: context.on, fields })
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })

  const ids = documents.map((document) => document.id)
  return agree(
    onlyStep(allowed.value, [{ type: 'application-resubmitted', answers, documents: ids }]),
  )
}

/** The applicant takes it back, at any time before the decision is signed. */
export function withdraw(application: Application, context: Context): Outcome<Step, ActionRefusal> {
  const allowed = may(context, 'withdraw', application)
  return allowed.ok ? agree(onlyStep(allowed.value, [{ type: 'application-withdrawn' }])) : allowed
}

/** A draft is thrown away by its owner, or as `idleStep` says. */
export function discard(application: Application, context: Context): Outcome<Step, ActionRefusal> {
  const allowed = may(context, 'discard', application)
  return allowed.ok ? agree(onlyStep(allowed.value, [{ type: 'draft-discarded' }])) : allowed
}
