import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import { epochOf, momentOf } from '#platform/calendar.ts'
import type { Tx } from '#platform/database.ts'
import type { Trier } from '#platform/known-device.ts'
import { blindIndex, type HouseSecret } from '#platform/sealing.ts'

/**
 * Counts tries, so that guessing has an end: so many of one kind by one subject in one window.
 * The subject is kept under a key: whoever holds the table alone cannot try out addresses on it.
 */
export type Limit = Often & {
  readonly kind: string
  /** What is counted: tries for one address or document, or all that come from somewhere. */
  readonly of: 'address' | 'document' | 'client'
  readonly subject: string
}

type Often = { readonly timesMax: number; readonly windowMinutes: number }

/** Whose key a subject is kept under, and the moment of the try. */
export type Counting = { readonly secret: HouseSecret; readonly at: IsoMoment }

/** How often something may go wrong; whoever goes on from there waits longer each time. */
const FIRST_WRONG: Often = { timesMax: 10, windowMinutes: 15 }
const WRONG: readonly [Often, ...Often[]] = [
  FIRST_WRONG,
  { timesMax: 20, windowMinutes: 240 },
  { timesMax: 30, windowMinutes: 1440 },
]

type Try = Pick<Limit, 'kind' | 'of' | 'subject'> & Pick<Trier, 'client' | 'device'>

/**
 * A try is counted for its subject and for whoever makes it together: strangers may try what they
 * like and keep nobody out. A known device is counted by itself, and passes where its client is a
 * flood.
 */
export function limitsOf(
  { kind, of, subject, client, device }: Try,
  often: readonly [Often, ...Often[]] = WRONG,
): readonly Limit[] {
  if (device !== undefined) {
    return often.map((each) => ({ kind: `${kind}, device`, of, subject: device, ...each }))
  }
  const together = often.map((each) => ({ kind, of, subject: `${subject}\0${client}`, ...each }))
  return [...together, floodLimit(kind, client, often[0])]
}

/** The two faces know different people, so each counts for itself. */
export const signInLimits = ({ face, owner, ...trier }: Trier): readonly Limit[] =>
  limitsOf({ kind: `sign-in, ${face}`, of: 'address', subject: owner, ...trier })

/**
 * A client may be an office, a university or the customers of a carrier: it may do what so many
 * people may. That ends guessing at one account after another, which no other limit sees.
 */
export const PEOPLE_OF_A_CLIENT = 30

export const floodLimit = (
  kind: string,
  client: string,
  { timesMax, windowMinutes }: Often = FIRST_WRONG,
): Limit => ({
  kind: `${kind}, client`,
  of: 'client',
  subject: client,
  timesMax: timesMax * PEOPLE_OF_A_CLIENT,
  windowMinutes,
})

/** Counts this try and says whether it may go on. */
export async function countAttempt(tx: Tx, limit: Limit, counting: Counting): Promise<boolean> {
  const row = await tx
    .insertInto('attempt')
    .values({ ...windowOf(limit, counting), times: 1 })
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

/**
 * Counts this try under every limit and gives the reached one that lasts longest. A try that is
 * refused was none: who waits does not wait longer for having pressed again.
 */
export async function countAttempts(
  tx: Tx,
  limits: readonly Limit[],
  counting: Counting,
): Promise<Reached | undefined> {
  const may = await Promise.all(limits.map((limit) => countAttempt(tx, limit, counting)))
  const [longest] = limits
    .filter((_, index) => may[index] === false)
    .map((limit) => reachedOf(limit, counting.at))
    .toSorted((a, b) => b.seconds - a.seconds)
  if (longest) await takeBackAttempts(tx, limits, counting)
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
  counting: Counting,
): Promise<void> {
  const taking = limits.map((limit) => {
    const { subject, windowStart } = windowOf(limit, counting)
    return tx
      .updateTable('attempt')
      .set((each) => ({ times: each('times', '-', 1) }))
      .where('subject', '=', subject)
      .where('windowStart', '=', windowStart)
      .execute()
  })
  await Promise.all(taking)
}

function windowOf(limit: Limit, { secret, at }: Counting) {
  const { kind, subject, windowMinutes } = limit
  return {
    subject: blindIndex(secret, 'attempt', `${kind}\0${windowMinutes}\0${subject}`),
    windowStart: momentOf(Math.floor(epochOf(at) / lengthOf(limit)) * lengthOf(limit)),
  }
}

const lengthOf = ({ windowMinutes }: Pick<Limit, 'windowMinutes'>): number => windowMinutes * 60_000
