import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { epochOf, momentOf } from '#platform/calendar.ts'

/**
 * Counts tries, so that guessing has an end: so many of one kind by one subject in one window.
 * The subject is hashed; an address or a number is not kept.
 */
export type Limit = {
  readonly kind: string
  readonly subject: string
  readonly timesMax: number
  readonly windowMinutes: number
}

/** Counts this try and says whether it may go on. */
export async function countAttempt(tx: Tx, limit: Limit, at: IsoMoment): Promise<boolean> {
  const subject = createHash('sha256').update(`${limit.kind}\0${limit.subject}`).digest()
  const row = await tx
    .insertInto('attempt')
    .values({ subject, windowStart: windowStart(at, limit.windowMinutes), times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'windowStart'])
        .doUpdateSet({ times: sql<number>`attempt.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return row.times <= limit.timesMax
}

export async function forgetAttempts(tx: Tx, before: IsoMoment): Promise<void> {
  await tx.deleteFrom('attempt').where('windowStart', '<', before).execute()
}

function windowStart(at: IsoMoment, minutes: number): IsoMoment {
  const length = minutes * 60_000
  return momentOf(Math.floor(epochOf(at) / length) * length)
}
