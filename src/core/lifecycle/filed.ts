import type { Answers } from '#core/answers/answers.ts'
import type { CaseEvent, Recorded } from '#core/lifecycle/application.ts'

/** What was sent in: the answers, and the ids of the documents filed with them. */
export type Filed = { readonly answers: Answers; readonly documents: readonly string[] }

/** What was sent in last, which is what officials examine; undefined for a draft. */
export function lastFiled(history: readonly Recorded[]): Filed | undefined {
  return history.map(({ event }) => event).findLast(isFiling)
}

/** Every document that was ever sent in; one that was replaced may still be read. */
export function everFiled(history: readonly Recorded[]): readonly string[] {
  return history.flatMap(({ event }) => (isFiling(event) ? event.documents : []))
}

type Filing = Extract<
  CaseEvent,
  { type: 'application-submitted' } | { type: 'application-resubmitted' }
>

const isFiling = (event: CaseEvent): event is Filing =>
  event.type === 'application-submitted' || event.type === 'application-resubmitted'
