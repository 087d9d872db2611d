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
  const row = await tx
    .insertInto('attempt')
    .values({ ...windowOf(limit, at), times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'windowStart'])
        .doUpdateSet({ times: sql<number>`attempt.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return row.times <= limit.timesMax
}

/** Counts this try under every limit, also when one of them is reached already. */
export async function countAttempts(
  tx: Tx,
  limits: readonly Limit[],
  at: IsoMoment,
): Promise<boolean> {
  let mayGoOn = true
  for (const limit of limits) mayGoOn = (await countAttempt(tx, limit, at)) && mayGoOn
  return mayGoOn
}

/** A try that was right was no guess: it counts no more, and those before it still do. */
export async function takeBackAttempts(
  tx: Tx,
  limits: readonly Limit[],
  at: IsoMoment,
): Promise<void> {
  for (const limit of limits) {
    const { subject, windowStart } = windowOf(limit, at)
    await tx
      .updateTable('attempt')
      .set((each) => ({ times: each('times', '-', 1) }))
      .where('subject', '=', subject)
      .where('windowStart', '=', windowStart)
      .execute()
  }
}

export async function forgetAttempts(tx: Tx, before: IsoMoment): Promise<void> {
  await tx.deleteFrom('attempt').where('windowStart', '<', before).execute()
}

function windowOf({ kind, subject, windowMinutes }: Limit, at: IsoMoment) {
  const length = windowMinutes * 60_000
  return {
    subject: createHash('sha256').update(`${kind}\0${subject}`).digest(),
    windowStart: momentOf(Math.floor(epochOf(at) / length) * length),
  }
}
