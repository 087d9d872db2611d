import type { Answers } from '#core/answers/answers.ts'
import type { Recorded } from '#core/lifecycle/application.ts'

/** What was sent in: the answers, and the ids of the documents filed with them. */
export type Filed = { readonly answers: Answers; readonly documents: readonly string[] }

/** What was sent in last, which is what officials examine; undefined for a draft. */
export function lastFiled(history: readonly Recorded[]): Filed | undefined {
  const event = history.findLast(
    (each) =>
      each.event.type === 'application-submitted' || each.event.type === 'application-resubmitted',
  )?.event
  return event && 'answers' in event ? event : undefined
}
