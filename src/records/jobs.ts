import type { Tx } from '#platform/database.ts'

/** Every job and what it is given. The worker has a handler for each or does not compile. */
export type Jobs = {
  readonly 'send-letter': { readonly letter: string }
  readonly 'send-account-link': {
    readonly account: string
    readonly purpose: 'confirm' | 'reset' | 'already-registered'
    /** The token sealed for the mail alone; the database keeps only its hash. */
    readonly sealedToken: string
  }
  /** Asked for by the database itself, where somebody is invited. */
  readonly 'send-invitation': { readonly invitation: string; readonly sealedToken: string }
  readonly 'tell-official': {
    readonly account: string
    /** What came to them since the one moment, before the other; all of it, where there is none. */
    readonly after: string | null
    readonly until: string
  }
  readonly 'watch-terms': Record<string, never>
  /** Asked for where the calendars are others than those that lists are sorted by. */
  readonly 'follow-calendars': Record<string, never>
  /** Asked for by the database itself, where something was decided that has effects elsewhere. */
  readonly 'carry-out': Record<string, never>
  /** Asked for by the database itself, where a case was sent in that asks registers. */
  readonly 'ask-registers': Record<string, never>
  /** The same, where a register has answered. */
  readonly 'take-answers': Record<string, never>
  /** The same, where the portal of payments said that something was paid. */
  readonly 'take-payments': Record<string, never>
  /** Asked for by the database itself, where a status was given or changed. */
  readonly 'tell-registers': Record<string, never>
  /** Asked for by the database itself, where a version was adopted that takes cases over. */
  readonly 'move-cases': Record<string, never>
  /** Asked for by the database itself, where it erases the rows that named them. */
  readonly 'remove-files': { readonly addresses: readonly string[] }
}
type JobName = keyof Jobs

/** A job that follows; it exists exactly when the transaction is committed. */
export type Job = {
  [Name in JobName]: { readonly task: Name; readonly payload: Jobs[Name] }
}[JobName]

export async function enqueue(tx: Tx, { task, payload }: Job): Promise<void> {
  await tx
    .insertInto('waitingJob')
    .values({ task, payload: JSON.stringify(payload) })
    .execute()
}
