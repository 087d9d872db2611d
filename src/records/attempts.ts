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
  /** What is counted: tries for one address or document, or all that come from somewhere. */
  readonly of: 'address' | 'document' | 'client'
  readonly subject: string
  readonly timesMax: number
  readonly windowMinutes: number
}

/**
 * What one address may do, and what may be done from one client. A client may be an office, a
 * university or the customers of a carrier: it may do what so many people may. That ends guessing
 * at one account after another, which the limit of no account sees.
 */
export const PEOPLE_OF_A_CLIENT = 30

export function addressLimits(
  kind: string,
  { address, client }: { readonly address: string; readonly client: string },
  { timesMax, windowMinutes }: Pick<Limit, 'timesMax' | 'windowMinutes'>,
): readonly Limit[] {
  return [
    { kind, of: 'address', subject: address, timesMax, windowMinutes },
    {
      kind: `${kind}, client`,
      of: 'client',
      subject: client,
      timesMax: timesMax * PEOPLE_OF_A_CLIENT,
      windowMinutes,
    },
  ]
}

/** How often signing in may go wrong, at either door. */
export const WRONG_SIGN_INS = { timesMax: 10, windowMinutes: 15 } as const

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

/** A limit that is reached, and when its window ends. */
export type Reached = {
  readonly of: Limit['of']
  readonly until: IsoMoment
  readonly seconds: number
}

/** Counts this try under every limit, also when one is reached; gives what lasts longest. */
export async function countAttempts(
  tx: Tx,
  limits: readonly Limit[],
  at: IsoMoment,
): Promise<Reached | undefined> {
  let longest: Reached | undefined
  for (const limit of limits) {
    if (await countAttempt(tx, limit, at)) continue
    const reached = reachedOf(limit, at)
    if (longest === undefined || reached.until > longest.until) longest = reached
  }
  return longest
}

function reachedOf(limit: Limit, at: IsoMoment): Reached {
  const until = windowEnd(limit, at)
  return { of: limit.of, until, seconds: Math.ceil((epochOf(until) - epochOf(at)) / 1000) }
}

/** When a limit that counts now counts from nothing again. */
export const windowEnd = (limit: Pick<Limit, 'windowMinutes'>, at: IsoMoment): IsoMoment =>
  momentOf((Math.floor(epochOf(at) / lengthOf(limit)) + 1) * lengthOf(limit))

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

function windowOf(limit: Limit, at: IsoMoment) {
  const { kind, subject } = limit
  return {
    subject: createHash('sha256').update(`${kind}\0${subject}`).digest(),
    windowStart: momentOf(Math.floor(epochOf(at) / lengthOf(limit)) * lengthOf(limit)),
  }
}

const lengthOf = ({ windowMinutes }: Pick<Limit, 'windowMinutes'>): number => windowMinutes * 60_000
