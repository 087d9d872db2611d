import type { CaseEventType } from '#core/lifecycle/application.ts'

/** Who may read an event, and which of its fields are sealed under the person's key. */
export type EventPrivacy = {
  readonly audience: 'applicant' | 'office'
  readonly sealed: readonly string[]
}

const own = (...sealed: readonly string[]): EventPrivacy => ({ audience: 'applicant', sealed })
const office = (...sealed: readonly string[]): EventPrivacy => ({ audience: 'office', sealed })

/**
 * Every field of every event is sealed or readable by this table. Scores, opinions and drafts stay
 * in the office; the applicant reads them in the signed decision.
 */
export const EVENT_PRIVACY = {
  'application-begun': own(),
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
} as const satisfies Record<CaseEventType, EventPrivacy>

export function isCaseEventType(text: string): text is CaseEventType {
  return Object.hasOwn(EVENT_PRIVACY, text)
}
