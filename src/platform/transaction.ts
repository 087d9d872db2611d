import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import { Client, type Pool, type PoolClient } from 'pg'
import { codeOf } from '#platform/trouble.ts'

/** A transaction that has begun and waits for its work. */
export type Begun = {
  readonly client: PoolClient
  /** What is known of whoever acts; fails where nobody has the session, or nothing began. */
  readonly who: Promise<Who | undefined>
}

/** Begins a transaction, in one trip with what is asked in it before that has been answered. */
export async function begin(pool: Pool, by: Acting | undefined): Promise<Begun> {
  const client = await pool.connect()
  gather(client)
  const who = begun(client, by)
  who.catch(() => undefined)
  return { client, who }
}

/**
 * Runs the work in a transaction that has begun: all of it is committed, or none. Statements that
 * the work sends without waiting for one another share one trip to the server, and are done in the
 * order in which they were sent. Kysely's own transactions would send each only when the one before
 * was answered, and trips are what a short transaction costs.
 */
export async function transact<Schema, Value>(
  { client, who }: Begun,
  { pool, plugins }: { readonly pool: Pool; readonly plugins: readonly KyselyPlugin[] },
  work: (tx: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  const sending = { open: true }
  try {
    const value = await work(transactionOn<Schema>(pool, plugins, connectionOf(client, sending)))
    sending.open = false
    await who
    await end({ client, who })
    return value
  } catch (error) {
    sending.open = false
    // What was sent behind a beginning that failed fails for that alone.
    const fault: unknown = await who.then(
      () => error,
      (first: unknown) => first,
    )
    await undo(client, fault)
    throw fault
  }
}

/** Commits it. */
async function end({ client }: Begun): Promise<void> {
  const { command } = await client.query('commit')
  // PostgreSQL answers ROLLBACK where a statement had failed, whoever caught the error.
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
  client.release()
}

/** Takes it back after this fault. A connection that is not to be trusted is thrown away. */
export async function undo(client: PoolClient, fault: unknown): Promise<void> {
  const undone = await client.query('rollback').then(
    () => true,
    () => false,
  )
  client.release(!undone || codeOf(fault) === FORGOTTEN)
}

/**
 * invalid_sql_statement_name: somebody made the connection forget what was planned for it, and it
 * cannot be used any more.
 */
export const FORGOTTEN = '26000'

/** invalid_authorization_specification: nobody has the session, any more. */
export const NO_SESSION = '28000'

/** The token of a session, and what time it is for whoever has it. */
export type Acting = {
  readonly token: string
  readonly at: string
  /** For how many hours being seen now keeps the session alive; untouched where not said. */
  readonly idleHours?: number
}

/** Whoever has that session, as they are today. */
export type Who = {
  readonly account: string
  readonly party: string
  readonly language: string
  readonly confirmedAt: string | null
  readonly nameSealed: Buffer | null
  readonly isDemonstration: boolean
  readonly roles: readonly string[] | null
  readonly body: string | null
  /** The number of the policy in force. */
  readonly policy: number
}

/** Says who acts, with the token of their session and what time it is, and asks who that is. */
export const BEGIN_AS = `select account, party, language, confirmed_at as "confirmedAt",
  name_sealed as "nameSealed", is_demonstration as "isDemonstration", roles, body, policy
  from begin_as($1, $2, $3)`

/**
 * Whatever an earlier transaction set for its connection is forgotten first: nothing that somebody
 * got into a statement of his own meets the next person.
 */
async function begun(client: PoolClient, by: Acting | undefined): Promise<Who | undefined> {
  const sent = [client.query(named('reset all')), client.query(named('begin'))]
  if (by === undefined) {
    await Promise.all(sent)
    return undefined
  }
  const values = [by.token, by.at, by.idleHours ?? null]
  const asked = client.query<Who>({ ...named(BEGIN_AS), values })
  const [{ rows }] = await Promise.all([asked, ...sent])
  return rows[0]
}

function transactionOn<Schema>(
  pool: Pool,
  plugins: readonly KyselyPlugin[],
  connection: DatabaseConnection,
): Transaction<Schema> {
  const dialect = new PostgresDialect({ pool })
  const executor = new DefaultQueryExecutor(
    COMPILER,
    ADAPTER,
    { provideConnection: (consumer) => consumer(connection) },
    [...plugins],
  )
  return new Transaction<Schema>({ config: { dialect }, driver: DRIVER, executor, dialect })
}

const COMPILER = new PostgresQueryCompiler()
const ADAPTER = new PostgresAdapter()
const DRIVER = new DummyDriver()

function connectionOf(client: PoolClient, sending: { readonly open: boolean }): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      if (!sending.open) throw new Error('The transaction of this statement is over')
      gather(client)
      const result = await client.query({ ...named(sql), values: [...parameters] })
      const { rowCount, command } = result
      // oxlint-disable-next-line typescript/no-unsafe-assignment -- Kysely knows the rows
      const rows: Row[] = result.rows
      return CHANGES.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
    },
    streamQuery() {
      throw new Error('Rows are read page by page, never streamed')
    },
  }
}

/** What is sent in one turn of the event loop goes to the operating system in one piece. */
function gather(client: PoolClient): void {
  if (!(client instanceof Client)) return
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/**
 * A statement with a name is planned once for each connection. Names are for the statements in our
 * code; lists of values make new ones without end, and of those only so many are kept.
 */
const NAMED_MAX = 300
const names = new Map<string, string>()

/** A statement with its name, where it is to have one. */
export function named(sql: string): { readonly text: string; readonly name?: string } {
  const known = names.get(sql)
  if (known !== undefined) return { text: sql, name: known }
  if (names.size >= NAMED_MAX) return { text: sql }
  const name = `statement_${names.size}`
  names.set(sql, name)
  return { text: sql, name }
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
