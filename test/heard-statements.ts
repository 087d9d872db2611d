import { poolOf, type Database } from '#platform/database.ts'

/** A statement as it was sent, with its values. */
export type Heard = { readonly text: string; readonly values: readonly unknown[] }

/** Hears whatever is asked from now on, each question once. */
export function hearing(db: Database): () => readonly Heard[] {
  const heard = new Map<string, Heard>()
  const listened = new WeakSet()
  poolOf(db).on('acquire', (client) => {
    if (listened.has(client)) return
    listened.add(client)
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    const listening = (...words: unknown[]) => {
      const said = words[0]
      if (isStatement(said)) heard.set(JSON.stringify([said.text, said.values]), said)
      return query(...words)
    }
    Object.assign(client, { query: listening })
  })
  return () => [...heard.values()]
}

function isStatement(said: unknown): said is Heard {
  return typeof said === 'object' && said !== null && 'text' in said && 'values' in said
}
