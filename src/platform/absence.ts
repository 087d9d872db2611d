import { setTimeout as pause } from 'node:timers/promises'
import { available, type Database } from '#platform/database.ts'
import { faultFields, type Log } from '#platform/log.ts'

/** How many requests of each database could not be answered since it went away. */
const refused = new WeakMap<Database, number>()

/** A full disk answers this question, so that its two lines come no more often than this. */
const ASK_EVERY_MS = 10_000

type Noting = {
  readonly db: Database
  readonly log: Log
  readonly part: string
  readonly askEveryMs?: number
}

/**
 * While a database is away, every request fails alike and there may be thousands: the log has one
 * line when that begins, and one with their number when the database answers again.
 */
export function noteAbsence(fault: Error, { db, log, part, askEveryMs }: Noting): void {
  const before = refused.get(db) ?? 0
  refused.set(db, before + 1)
  if (before > 0) return
  log.warn('could not answer', { part, ...faultFields(fault) })
  void answering(db, askEveryMs ?? ASK_EVERY_MS).then(() => {
    log.warn('answers again', { part, count: refused.get(db) ?? 0 })
    refused.delete(db)
  })
}

async function answering(db: Database, askEveryMs: number): Promise<void> {
  do await pause(askEveryMs, undefined, { ref: false })
  while (!(await available(db)))
}
