import { poolOf } from '#platform/database.ts'
import type { House } from '#records/house.ts'

/** What begins and ends a transaction. */
export const BOUNDS: readonly string[] = ['reset all', 'begin', 'commit', 'rollback']

/** What a statement says, however it is given. */
const textOf = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'text' in said ? String(said.text) : String(said)

/**
 * Counts what a face asks from now on, at the door too. To begin and to end a transaction asks
 * nothing; to say who acts in it asks who that is.
 */
export function countingStatements({ db, door }: Pick<House, 'db' | 'door'>): () => number {
  let count = 0
  const heard = new WeakSet()
  for (const pool of [poolOf(db), poolOf(door)]) {
    pool.on('acquire', (client) => {
      if (heard.has(client)) return
      heard.add(client)
      const query = client.query.bind(client) as (...words: unknown[]) => unknown
      const counting = (...words: unknown[]) => {
        if (!BOUNDS.includes(textOf(words[0]))) count += 1
        return query(...words)
      }
      Object.assign(client, { query: counting })
    })
  }
  return () => count
}
