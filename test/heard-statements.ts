import { poolOf, type Database } from '#platform/database.ts'
import { BEGIN_AS } from '#platform/transaction.ts'

/** A statement as it was sent, with its values. */
export type Heard = {
  readonly text: string
  readonly values: readonly unknown[]
  /** What whoever acted began by. */
  readonly by?: readonly unknown[] | undefined
}

/** Hears whatever is asked from now on, each question once. */
export function hearing(db: Database): () => readonly Heard[] {
  const heard = new Map<string, Heard>()
  const listened = new WeakSet()
  poolOf(db).on('acquire', (client) => {
    if (listened.has(client)) return
    listened.add(client)
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    let by: readonly unknown[] | undefined
    const listening = (...words: unknown[]) => {
      const said = words[0]
      if (isBeginning(said)) by = undefined
      if (isStatement(said) && said.text === BEGIN_AS) by = said.values
      else if (isStatement(said)) {
        heard.set(JSON.stringify([said.text, said.values, by]), { ...said, by })
      }
      return query(...words)
    }
    Object.assign(client, { query: listening })
  })
  return () => [...heard.values()]
}

const isBeginning = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'text' in said && said.text === 'begin'

function isStatement(said: unknown): said is Heard {
  return typeof said === 'object' && said !== null && 'text' in said && 'values' in said
}
