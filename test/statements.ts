import { poolOf, type Database } from '#platform/database.ts'

const BOUNDS: readonly unknown[] = ['begin', 'commit', 'rollback']

/** Counts what is asked from now on; beginning and end of a transaction ask nothing. */
export function countingStatements(db: Database): () => number {
  let count = 0
  const heard = new WeakSet()
  poolOf(db).on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    const counting = (...words: unknown[]) => {
      if (!BOUNDS.includes(words[0])) count += 1
      return query(...words)
    }
    Object.assign(client, { query: counting })
  })
  return () => count
}
