import type { CompiledQuery } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'
import { type Database, camelCase, poolOf } from '#platform/database.ts'

export type Row = Readonly<Record<string, unknown>>
/** The rows of each statement, in order, their columns in camel case. */
export type Answers = readonly (readonly Row[])[]

/** One transaction in one trip: every statement is committed, or none. */
export async function pipelined(
  db: Database,
  statements: readonly CompiledQuery[],
): Promise<Answers> {
  return onOneClient(db, async (client) => {
    const [, ...answers] = await trip(client, [BEGIN, ...statements, COMMIT])
    return rowsOf(answers.slice(0, -1), statements)
  })
}

/**
 * One transaction in two trips: what is held and read first decides what is written. Without
 * statements to write, nothing was done.
 */
export async function pipelinedInTwo(
  db: Database,
  {
    hold,
    write,
  }: {
    readonly hold: readonly CompiledQuery[]
    readonly write: (held: Answers) => readonly CompiledQuery[]
  },
): Promise<Answers> {
  return onOneClient(db, async (client) => {
    const [, ...held] = await trip(client, [BEGIN, ...hold])
    const statements = write(await rowsOf(held, hold))
    if (statements.length === 0) {
      await client.query('rollback')
      return []
    }
    const answers = await trip(client, [...statements, COMMIT])
    return rowsOf(answers.slice(0, -1), statements)
  })
}

type Sent = { readonly sql: string; readonly parameters: readonly unknown[] }

const BEGIN: Sent = { sql: 'begin', parameters: [] }
const COMMIT: Sent = { sql: 'commit', parameters: [] }

async function onOneClient<Value>(
  db: Database,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await poolOf(db).connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    const undone = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!undone)
    throw error
  }
}

/**
 * After an error PostgreSQL answers the rest of the batch with an error too and `commit` with
 * ROLLBACK, so the first error is the true one. A value that pg cannot write would be left out of
 * the batch while `commit` goes on; it is refused before anything is sent.
 */
async function trip(client: PoolClient, batch: readonly Sent[]): Promise<readonly QueryResult[]> {
  if (!batch.every(({ parameters }) => parameters.every(isWritable))) {
    throw new Error('A pipelined statement has a parameter that is not plain')
  }
  const settled = await Promise.allSettled(
    batch.map(({ sql, parameters }) => client.query(sql, [...parameters])),
  )
  const results = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
  if (batch.at(-1) === COMMIT && results.at(-1)?.command !== 'COMMIT') {
    throw new Error('The pipelined transaction was rolled back')
  }
  return results
}

function isWritable(value: unknown): boolean {
  if (value === null || Buffer.isBuffer(value)) return true
  if (Array.isArray(value)) return value.every(isWritable)
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
}

const rowsOf = (
  results: readonly QueryResult[],
  statements: readonly CompiledQuery[],
): Promise<Answers> =>
  Promise.all(
    results.map(async (result, index) => {
      const queryId = statements[index]?.queryId
      if (!queryId) throw new Error('Every answer belongs to a statement')
      const turned = await camelCase.transformResult({ queryId, result })
      return turned.rows
    }),
  )
