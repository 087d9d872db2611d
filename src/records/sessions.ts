import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { newToken, tokenHash, type HouseSecret } from '#platform/sealing.ts'
import { accountHolder, recordAccess } from '#records/access.ts'
import { accountOf, type Account } from '#records/accounts.ts'
import type { Keys } from '#records/keys.ts'
import { officialOf, type Official } from '#records/officials.ts'
import { heldKey } from '#records/parties.ts'

/** Who is signed in. A cookie holds a random token; the table holds its hash and an end. */
export type Seen = {
  readonly token: string
  readonly at: IsoMoment
  readonly idleHours: number
}

const HOUR_MS = 3_600_000
const LIFE_HOURS_MAX = 12

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

/** The account whose session it is. */
export async function accountOfSession(door: Database, seen: Seen): Promise<Account | undefined> {
  const row = await seenIn(door, seen)
  return row?.face === 'portal' ? accountOf(row) : undefined
}

/** The official whose session it is; nobody on a day on which they have no role. */
export async function officialOfSession(
  door: Database,
  secret: HouseSecret,
  seen: Seen,
): Promise<Official | undefined> {
  const row = await seenIn(door, seen)
  const isAtWork = row?.face === 'office' && row.roles !== null
  return isAtWork ? officialOf({ ...row, accountId: row.id }, secret) : undefined
}

type SeenRow = {
  readonly id: string
  readonly party: string
  readonly face: string
  readonly language: string
  readonly confirmedAt: string | null
  readonly nameSealed: Buffer | null
  readonly isDemonstration: boolean
  readonly roles: readonly string[] | null
  readonly body: string | null
}

/** Being seen keeps a session alive for the idle time. */
async function seenIn(
  door: Database,
  { token, at, idleHours }: Seen,
): Promise<SeenRow | undefined> {
  const asked = sql<SeenRow>`
    select * from seen_session(${tokenHash(token)}, ${at}, ${idleHours}, ${LIFE_HOURS_MAX})`
  const { rows } = await inTransaction(door, (tx) => asked.execute(tx))
  return rows[0]
}

/** Whoever has the token may end it. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await sql`select end_session(${tokenHash(token)})`.execute(tx)
}

/** A new password ends what an old one opened. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account', '=', accountId).execute()
}
