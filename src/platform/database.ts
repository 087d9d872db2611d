import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isTokenLike } from '#platform/sealing.ts'
import { parsers } from '#platform/parsers.ts'
import type { DB } from '#platform/schema.gen.ts'
import {
  begin,
  FORGOTTEN,
  named,
  NO_SESSION,
  transact,
  undo,
  type Acting,
  type Begun,
  type Who,
} from '#platform/transaction.ts'
import { codeOf } from '#platform/trouble.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

export type Connecting = {
  /** With the login it is made as. */
  readonly url: string
  /** Connections at most. */
  readonly max: number
  /** Shown in pg_stat_activity. */
  readonly application: string
  readonly statementMsMax?: number
}

const CONNECT_MS_MAX = 5000
const STATEMENT_MS_MAX = 15_000
const LOCK_MS_MAX = 5000
const IDLE_IN_TRANSACTION_MS_MAX = 30_000

/** The pool under each database, for what Kysely cannot do. */
const pools = new WeakMap<Kysely<DB>, Pool>()

/** Connects when first asked. A server that vanishes fails the query at hand, not the process. */
export function connect(connecting: Connecting): Database {
  const pool = new Pool({
    ...addressWith(connecting.url, {
      statement_timeout: connecting.statementMsMax ?? STATEMENT_MS_MAX,
      lock_timeout: LOCK_MS_MAX,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS_MAX,
      datestyle: 'ISO',
      timezone: 'UTC',
    }),
    max: connecting.max,
    application_name: connecting.application,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: true,
    types: parsers,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    askedAlone(client)
  })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] })
  pools.set(db, pool)
  return db
}

/**
 * By the extended protocol a message holds one statement. The simple one, in which pg sends what
 * has no values, takes several: whoever got a piece of text into a statement could put his own
 * behind it.
 */
function askedAlone(client: PoolClient): void {
  const send: (...words: readonly unknown[]) => unknown = client.query.bind(client)
  const query = (first: unknown, ...rest: readonly unknown[]) => {
    const [values, ...others] = rest
    // Outside of transactions too a statement is planned once for each connection.
    if (typeof first === 'string' && Array.isArray(values)) {
      return send({ ...named(first), values, queryMode: 'extended' }, ...others)
    }
    return send(alone(first), ...rest)
  }
  Object.assign(client, { query })
}

function alone(query: unknown): unknown {
  if (typeof query === 'string') return { text: query, queryMode: 'extended' }
  const isPlain = typeof query === 'object' && query !== null && !('submit' in query)
  return isPlain ? { ...query, queryMode: 'extended' } : query
}

/** What is inside a jsonb column belongs to its writer: only the names of columns are turned. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Of a database that somebody acts on: whoever it is. */
const acting = new WeakMap<Kysely<DB>, Acting>()

/**
 * The same database, with somebody acting in each transaction on it: what they may see there is
 * theirs. A transaction that nobody acts in sees what is for anybody.
 */
export function actingOn(db: Database, by: Acting): Database {
  const same = db.withoutPlugins().withPlugin(camelCase)
  pools.set(same, poolOf(db))
  acting.set(same, by)
  return same
}

/** Somebody whose session was found. */
export type Visit = {
  readonly who: Who
  /** As they act on it. */
  readonly db: Database
}

/**
 * Work for whoever has this session; for nobody where it has ended. Where the work only reads, the
 * first transaction on their database is the one in which they were found, so that to find them
 * costs a page no trip of its own. Before a form, which may wait for much else, it ends at once.
 */
export async function visited(
  db: Database,
  { isRead, ...by }: Acting & { readonly isRead: boolean },
  work: (visit: Visit | undefined) => Promise<void>,
): Promise<void> {
  const visit = await found(db, by)
  if (!visit) return work(undefined)
  if (!isRead) await leave(visit.db)
  try {
    await work(visit)
  } finally {
    await leave(visit.db)
  }
}

async function found(db: Database, by: Acting): Promise<Visit | undefined> {
  if (!isTokenLike(by.token)) return undefined
  try {
    return await tried(async () => {
      const begun = await begin(poolOf(db), by)
      const who = await begun.who.catch(async (fault: unknown) => {
        await undo(begun.client, fault)
        throw fault
      })
      if (who === undefined) throw new Error('begin_as says who acts, or fails')
      const same = actingOn(db, { token: by.token, at: by.at })
      waiting.set(same, begun)
      return { who, db: same }
    })
  } catch (error) {
    if (codeOf(error) === NO_SESSION) return undefined
    throw error
  }
}

/** What has begun and no work was given to yet. */
const waiting = new WeakMap<Kysely<DB>, Begun>()

function takeWaiting(db: Database): Begun | undefined {
  const begun = waiting.get(db)
  waiting.delete(db)
  return begun
}

async function leave(db: Database): Promise<void> {
  const begun = takeWaiting(db)
  if (begun) await transact(begun, { pool: poolOf(db), plugins: [] }, () => Promise.resolve())
}

/** For graphile-worker, which brings its own statements. */
export function poolOf(db: Database): Pool {
  const pool = pools.get(db)
  if (!pool)
    throw new Error('A database that `connect` did not make, or a transaction, has no pool')
  return pool
}

/** Kysely alone would leave the pool open where only `poolOf` was used. */
export async function disconnect(db: Database): Promise<void> {
  const pool = poolOf(db)
  await db.destroy()
  if (!pool.ending) await pool.end()
}

/**
 * The options of the address come first, so that ours win; pg would take theirs alone. They win
 * over what a login may have set for itself, too.
 */
export function addressWith(url: string, settings: Readonly<Record<string, string | number>>) {
  const address = new URL(url)
  const theirs = address.searchParams.get('options') ?? ''
  address.searchParams.delete('options')
  const ours = { ...settings, ...FOR_ALL }
  const switches = Object.entries(ours).map(([name, value]) => `-c ${name}=${value}`)
  return { connectionString: address.href, options: [theirs, ...switches].join(' ').trim() }
}

/**
 * A temporary table would come before ours if its place were not named, and named last. A statement
 * with a name is planned once: with rights by row planning costs as much as answering does, and a
 * list of values would have it planned each time.
 */
const FOR_ALL = {
  search_path: 'public,pg_temp',
  default_transaction_read_only: 'off',
  plan_cache_mode: 'force_generic_plan',
}

/** serialization_failure and deadlock_detected: PostgreSQL undid it all and asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01', FORGOTTEN])

const TRIES = 3
/** Whoever tries again at once takes the lock that the other was to have next. */
const AGAIN_MS = 40

/**
 * All of the work is committed, or none. The work may run several times, so it changes nothing
 * outside.
 */
export const inTransaction = <Value>(
  db: Database,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> =>
  tried(async () => {
    const pool = poolOf(db)
    const begun = takeWaiting(db) ?? (await begin(pool, acting.get(db)))
    return transact<DB, Value>(begun, { pool, plugins: [camelCase] }, work)
  })

async function tried<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES || !TRY_AGAIN.has(codeOf(error))) throw error
      await pause(randomInt(AGAIN_MS) + 1)
    }
  }
}

/** This transaction may be lost with the machine, as a whole. */
export async function notWaitingForDisk(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx)
}

/** Plain data, as a function of the database takes it. */
export const json = (value: unknown) => sql`${JSON.stringify(value)}::json`

/** What time it is by the clock of the server, the one clock that all processes share. */
export async function databaseNow(db: Database): Promise<IsoMoment> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db)
  return isoMoment(rows[0]?.now ?? '')
}

/** Whether the server answers now; for the health page. */
export async function available(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false // whatever the reason: the caller only asks whether
  }
}
