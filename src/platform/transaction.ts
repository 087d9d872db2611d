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

/**
 * Runs the work in one transaction: all of it is committed, or none. Statements that the work sends
 * without waiting for one another share one trip to the server, the `begin` with the first of them,
 * and are done in the order in which they were sent. Kysely's own transactions would send each only
 * when the one before was answered, and trips are what a short transaction costs.
 */
export async function transact<Schema, Value>(
  pool: Pool,
  { plugins, by }: Opening,
  work: (tx: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  const sending = { open: true }
  gather(client)
  const begun = begin(client, by)
  try {
    const value = await work(transactionOn<Schema>(pool, plugins, connectionOf(client, sending)))
    sending.open = false
    await begun
    const { command } = await client.query('commit')
    // PostgreSQL answers ROLLBACK where a statement had failed, whoever caught the error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
    client.release()
    return value
  } catch (error) {
    sending.open = false
    const undone = await client.query('rollback').then(
      () => true,
      () => false,
    )
    // What was sent behind a beginning that failed fails for that alone.
    const fault: unknown = await begun.then(
      () => error,
      (first: unknown) => first,
    )
    client.release(!undone || codeOf(fault) === FORGOTTEN)
    throw fault
  }
}

/**
 * invalid_sql_statement_name: somebody made the connection forget what was planned for it, and it
 * cannot be used any more.
 */
export const FORGOTTEN = '26000'

type Opening = {
  readonly plugins: readonly KyselyPlugin[]
  /** Whoever acts, where somebody does. */
  readonly by?: Acting | undefined
}

/** The token of a session, and what time it is for whoever has it. */
export type Acting = { readonly token: string; readonly at: string }

/**
 * Whatever an earlier transaction set for its connection is forgotten first: nothing that somebody
 * got into a statement of his own meets the next person.
 */
function begin(client: PoolClient, by: Acting | undefined): Promise<unknown> {
  const sent = [client.query(named('reset all')), client.query(named('begin'))]
  if (by !== undefined) {
    sent.push(client.query({ ...named(BEGIN_AS), values: [by.token, by.at] }))
  }
  const begun = Promise.all(sent)
  begun.catch(() => undefined)
  return begun
}

/** Says who acts, with the token of their session and what time it is. */
export const BEGIN_AS = 'select begin_as($1, $2)'

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
