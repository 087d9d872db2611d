import { sql } from 'kysely'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import { later } from '#platform/calendar.ts'
import type { Database, Tx } from '#platform/database.ts'
import { newToken, tokenHash, type HouseSecret } from '#platform/sealing.ts'
import { accountHolder, recordAccess } from '#records/access.ts'
import { accountOf, accountQuery, type Account } from '#records/accounts.ts'
import type { Keys } from '#records/keys.ts'
import { officialOf, officialQuery, type Official } from '#records/officials.ts'
import { heldKey } from '#records/parties.ts'

/** Who is signed in. A cookie holds a random token; the table holds its hash and an end. */
export type Seen = {
  readonly token: string
  readonly at: IsoMoment
  readonly idleHours: number
}

const HOUR_MS = 3_600_000
const LIFE_HOURS_MAX = 12

/** Being seen is written down at most once a minute: a read stays a read. */
const SEEN_STEP_MS = 60_000

/** More than anybody has browsers in use; what goes on signing in leaves no more open doors. */
const SESSIONS_MAX = 20

/**
 * The token of a new session of this account; of too many the oldest ends. Whoever signs in twice
 * at once does so one after the other.
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

export type Starting = Omit<Seen, 'token'> & {
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

/** The account whose session it is, in one statement of its own, since every page asks. */
export async function accountOfSession(db: Database, seen: Seen): Promise<Account | undefined> {
  const row = await accountQuery(seeing(db, seen))
    .innerJoin('session', 'session.account', 'account.id')
    .where('session.tokenHash', '=', tokenHash(seen.token))
    .where('session.expiresAt', '>', seen.at)
    .executeTakeFirst()
  return row && accountOf(row)
}

/** The official whose session it is, in one statement of its own. */
export async function officialOfSession(
  db: Database,
  secret: HouseSecret,
  seen: Seen,
): Promise<Official | undefined> {
  const row = await officialQuery(seeing(db, seen), dayInBaku(seen.at))
    .innerJoin('session', 'session.account', 'account.id')
    .where('session.tokenHash', '=', tokenHash(seen.token))
    .where('session.expiresAt', '>', seen.at)
    .executeTakeFirst()
  return row && officialOf(row, secret)
}

/**
 * Being seen keeps a session alive for the idle time. The rest of a statement does not see what a
 * part of it writes: what is asked beside this finds the session as it was.
 */
function seeing(db: Database, { token, at, idleHours }: Seen) {
  return db.with('seen', (query) =>
    query
      .updateTable('session')
      .set((each) => ({
        seenAt: at,
        expiresAt: each.fn<string>('least', [
          each.val(later(at, idleHours * HOUR_MS)),
          sql`started_at + make_interval(hours => ${LIFE_HOURS_MAX})`,
        ]),
      }))
      .where('tokenHash', '=', tokenHash(token))
      .where('expiresAt', '>', at)
      .where('seenAt', '<', later(at, -SEEN_STEP_MS))
      .returning('tokenHash'),
  )
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('session').where('tokenHash', '=', tokenHash(token)).execute()
}

/** A new password ends what an old one opened. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account', '=', accountId).execute()
}

/** Sessions that have ended, gone from the table. */
export async function forgetEndedSessions(tx: Tx, at: IsoMoment): Promise<void> {
  await tx.deleteFrom('session').where('expiresAt', '<', at).execute()
}
