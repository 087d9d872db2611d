import { poolOf, type Database } from '#platform/database.ts'

/**
 * Has the connection break as soon as this statement of those to come was sent, and after each that
 * is sent later, as when a process is killed: whether it was still carried out, nobody knows. Gives
 * how many were sent.
 */
export function cutOffAfter(db: Database, last: number): () => number {
  let sent = 0
  const watched = new WeakSet()
  poolOf(db).on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    const cutting = (...words: unknown[]) => {
      sent += 1
      const answer = query(...words)
      if (sent >= last) (client as unknown as Breakable).connection.stream.destroy()
      return answer
    }
    Object.assign(client, { query: cutting })
  })
  return () => sent
}

type Breakable = { readonly connection: { readonly stream: { readonly destroy: () => void } } }
