import { CompiledQuery } from 'kysely'
import type { Client, QueryConfig } from 'pg'
import { inTransaction, poolOf } from '#platform/database.ts'
import { BEGIN_AS } from '#platform/transaction.ts'
import type { House } from '#records/house.ts'
import { BOUNDS } from '#test/statements.ts'
import { ownDatabase, submitDraft, type Draft } from './drafts.ts'

/** What one submission asks of the database: its statements, by the trips in which they go. */
export type Script = readonly (readonly CompiledQuery[])[]

/**
 * The statements with which each of these drafts is submitted, ready to be sent as they are: all
 * that Node does for them (reading, opening, deciding, sealing) is done. Nothing is committed here.
 */
export async function scriptsOf(
  house: House,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<Draft, Script>> {
  const pool = poolOf(house.db)
  if (pool.options.max !== 1) throw new Error('what is sent is heard on one connection')
  const client = await pool.connect()
  client.release()
  const heard = listening(client)
  const scripts = new Map<Draft, Script>()
  for (const draft of drafts) {
    await submitDraft(house, draft)
    scripts.set(draft, heard.script())
  }
  heard.stop()
  return scripts
}

/** Sends a script as the submission did, in a transaction of its own. */
export async function sendScript(
  house: House,
  { applicant }: Draft,
  script: Script,
): Promise<void> {
  await inTransaction(ownDatabase(house, applicant), async (tx) => {
    for (const trip of script) await Promise.all(trip.map((each) => tx.executeQuery(each)))
  })
}

/** Whoever sends it again begins by these himself. */
const NOT_ASKED = [...BOUNDS, BEGIN_AS]

type Asked = string | QueryConfig<unknown[]>

/** Hears what is sent on this connection, and undoes what would be committed. */
function listening(client: Pick<Client, 'query'>) {
  const send = client.query.bind(client) as (asked: Asked) => Promise<object>
  let trips: CompiledQuery[][] = []
  let waiting = 0
  const answered = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    waiting += 1
    try {
      return await answer
    } finally {
      waiting -= 1
    }
  }
  const query = (asked: Asked) => {
    if (asked === 'commit') return send('rollback').then((done) => ({ ...done, command: 'COMMIT' }))
    if (waiting === 0) trips.push([])
    if (typeof asked !== 'string' && !NOT_ASKED.includes(asked.text)) {
      trips.at(-1)?.push(CompiledQuery.raw(asked.text, asked.values ?? []))
    }
    return answered(send(asked))
  }
  Object.assign(client, { query })
  return {
    script: (): Script => {
      const script = trips
      trips = []
      return script
    },
    stop: () => Object.assign(client, { query: send }),
  }
}
