import type { CaseEvent, CaseEventType } from '#core/lifecycle/application.ts'

/** Who may read an event, and which of its fields are sealed. */
export type EventPrivacy<Field extends string = string> = {
  readonly audience: 'applicant' | 'office'
  readonly sealed: readonly Field[]
}

type FieldOf<Type extends CaseEventType> = Exclude<
  keyof Extract<CaseEvent, { readonly type: Type }> & string,
  'type'
>

const own = <const Sealed extends readonly string[]>(...sealed: Sealed) =>
  ({ audience: 'applicant', sealed }) as const
const office = <const Sealed extends readonly string[]>(...sealed: Sealed) =>
  ({ audience: 'office', sealed }) as const

/**
 * Every field of every event is sealed or readable by this table. Scores, opinions and drafts stay
 * in the office; the applicant reads them in the signed decision.
 */
export const EVENT_PRIVACY = {
  'application-begun': own(),
  'discard-announced': own(),
  'draft-discarded': own(),
  'application-submitted': own('answers'),
  'application-withdrawn': own(),
  'application-accepted': own(),
  'application-returned': own('marks', 'explanation'),
  'application-resubmitted': own('answers'),
  'closing-proposed': own(),
  'application-left-unexamined': own(),
  'criterion-scored': office('reason'),
  'opinion-given': office('reason'),
  'opinion-silent': office(),
  'assessment-completed': office(),
  'term-extended': own('reason'),
  'decision-drafted': office('reasoning'),
  'decision-sent-back': office('reason'),
  'decision-signed': own(),
  'annulment-proposed': own('reason'),
  'annulment-dropped': own('reason'),
  'status-annulled': own(),
  'death-reported': office('evidence'),
  'death-report-dismissed': office('reason'),
  'holder-death-confirmed': office(),
  'status-expired': own(),
} as const satisfies { readonly [Type in CaseEventType]: EventPrivacy<FieldOf<Type>> }

/** True for the name of something that can happen to a case. */
export function isCaseEventType(text: string): text is CaseEventType {
  return Object.hasOwn(EVENT_PRIVACY, text)
}
