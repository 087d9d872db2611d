import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import { later } from '#platform/calendar.ts'
import type { Tx } from '#platform/database.ts'
import { newToken, tokenHash } from '#platform/sealing.ts'
import { accountHolder, recordAccess } from '#records/access.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

const HOUR_MS = 3_600_000

/** More than anybody has browsers in use; what goes on signing in leaves no more open doors. */
const SESSIONS_MAX = 20

/**
 * The token of a new session of this account. A cookie holds it, the table its hash and an end; of
 * too many the oldest ends. Whoever signs in twice at once does so one after the other.
 */
export async function startSession(
  tx: Tx,
  keys: Keys,
  { accountId, partyId, at, idleHours }: Starting,
): Promise<string> {
  const token = newToken()
  const expiresAt = later(at, idleHours * HOUR_MS)
  const [ring] = await Promise.all([
    keys.read({ parties: [partyId] }),
    tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute(),
  ])
  const key = heldKey(ring, { party: partyId })
  await Promise.all([
    endOldest(tx, accountId, at),
    tx
      .insertInto('session')
      .values({
        tokenHash: tokenHash(token),
        account: accountId,
        startedAt: at,
        seenAt: at,
        expiresAt,
      })
      .execute(),
    recordAccess(tx, key, {
      partyId,
      by: accountHolder(partyId),
      at,
      acts: [{ type: 'signed-in' }],
    }),
  ])
  return token
}

export type Starting = {
  readonly at: IsoMoment
  readonly idleHours: number
  readonly accountId: string
  readonly partyId: string
}

/** Leaves room for one more. */
const endOldest = (tx: Tx, accountId: string, at: IsoMoment) =>
  tx
    .deleteFrom('session')
    .where('account', '=', accountId)
    .where('tokenHash', 'not in', (query) =>
      query
        .selectFrom('session')
        .select('tokenHash')
        .where('account', '=', accountId)
        .where('expiresAt', '>', at)
        .orderBy('startedAt', 'desc')
        .limit(SESSIONS_MAX - 1),
    )
    .execute()

/** Whoever has the token may end it. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await sql`select end_session(${tokenHash(token)})`.execute(tx)
}

/** A new password ends what an old one opened. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account', '=', accountId).execute()
}
