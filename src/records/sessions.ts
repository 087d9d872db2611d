import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import { later } from '#platform/calendar.ts'
import type { Database, Tx } from '#platform/database.ts'
import { newToken, tokenHash, type MasterKey } from '#platform/sealing.ts'
import { accountOf, accountQuery, type Account } from '#records/accounts.ts'
import { officialOf, officialQuery, type Official } from '#records/officials.ts'

/** Who is signed in. A cookie holds a random token; the tables hold its hash and an end. */
export const SESSION_TABLES = ['portalSession', 'officialSession'] as const
export type SessionTable = (typeof SESSION_TABLES)[number]

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

/** Whose sessions they are; whoever signs in twice at once does so one after the other. */
const OWNERS = { portalSession: 'account', officialSession: 'official' } as const

/** The token of a new session of this account or official; of too many the oldest ends. */
export async function startSession(
  tx: Tx,
  table: SessionTable,
  { ownerId, at, idleHours }: Omit<Seen, 'token'> & { readonly ownerId: string },
): Promise<string> {
  const token = newToken()
  const expiresAt = later(at, idleHours * HOUR_MS)
  await tx.selectFrom(OWNERS[table]).select('id').where('id', '=', ownerId).forUpdate().execute()
  await tx
    .deleteFrom(table)
    .where('ownerId', '=', ownerId)
    .where('tokenHash', 'not in', (query) =>
      query
        .selectFrom(table)
        .select('tokenHash')
        .where('ownerId', '=', ownerId)
        .where('expiresAt', '>', at)
        .orderBy('startedAt', 'desc')
        .limit(SESSIONS_MAX - 1),
    )
    .execute()
  await tx
    .insertInto(table)
    .values({ tokenHash: tokenHash(token), ownerId, startedAt: at, seenAt: at, expiresAt })
    .execute()
  return token
}

/** The account whose session it is, in one statement of its own, since every page asks. */
export async function accountOfSession(
  db: Database,
  master: MasterKey,
  seen: Seen,
): Promise<Account | undefined> {
  const row = await accountQuery(seeing(db, 'portalSession', seen))
    .innerJoin('portalSession', 'portalSession.ownerId', 'account.id')
    .where('portalSession.tokenHash', '=', tokenHash(seen.token))
    .where('portalSession.expiresAt', '>', seen.at)
    .executeTakeFirst()
  return row && accountOf(row, master)
}

/** The official whose session it is, in one statement of its own. */
export async function officialOfSession(
  db: Database,
  master: MasterKey,
  seen: Seen,
): Promise<Official | undefined> {
  const row = await officialQuery(seeing(db, 'officialSession', seen))
    .innerJoin('officialSession', 'officialSession.ownerId', 'official.id')
    .where('officialSession.tokenHash', '=', tokenHash(seen.token))
    .where('officialSession.expiresAt', '>', seen.at)
    .executeTakeFirst()
  return row && officialOf(row, master)
}

/**
 * Being seen keeps a session alive for the idle time. The rest of a statement does not see what a
 * part of it writes: what is asked beside this finds the session as it was.
 */
function seeing(db: Database, table: SessionTable, { token, at, idleHours }: Seen) {
  return db.with('seen', (query) =>
    query
      .updateTable(table)
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

export async function endSession(tx: Tx, table: SessionTable, token: string): Promise<void> {
  await tx.deleteFrom(table).where('tokenHash', '=', tokenHash(token)).execute()
}

/** A new password ends what an old one opened. */
export async function endSessionsOf(tx: Tx, table: SessionTable, ownerId: string): Promise<void> {
  await tx.deleteFrom(table).where('ownerId', '=', ownerId).execute()
}

/** Sessions that have ended, gone from the tables. */
export async function forgetEndedSessions(tx: Tx, at: IsoMoment): Promise<void> {
  for (const table of SESSION_TABLES) {
    await tx.deleteFrom(table).where('expiresAt', '<', at).execute()
  }
}
