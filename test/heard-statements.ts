import { poolOf, type Database } from '#platform/database.ts'
import { BEGIN_AS } from '#platform/transaction.ts'

/** A statement as it was sent, with its values. */
export type Heard = {
  readonly text: string
  readonly values: readonly unknown[]
  /** By what whoever acted began, and the case that was held. */
  readonly before: readonly Omit<Heard, 'before'>[]
}

/** Hears whatever is asked from now on, each question once. */
export function hearing(db: Database): () => readonly Heard[] {
  const heard = new Map<string, Heard>()
  const listened = new WeakSet()
  poolOf(db).on('acquire', (client) => {
    if (listened.has(client)) return
    listened.add(client)
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    let before: Heard['before'] = []
    const listening = (...words: unknown[]) => {
      const said = words[0]
      if (isBeginning(said)) before = []
      if (isStatement(said)) {
        const { text, values } = said
        const isWho = text === BEGIN_AS
        if (!isWho) heard.set(JSON.stringify([text, values, before]), { text, values, before })
        if (isWho || LETS_IN.test(text)) before = [...before, { text, values }]
      }
      return query(...words)
    }
    Object.assign(client, { query: listening })
  })
  return () => [...heard.values()]
}

const isBeginning = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'text' in said && said.text === 'begin'

/** What lets whoever sends it see more for the rest of the transaction. */
const LETS_IN = /^\s*select (?:hold_case|come_with)\(/

function isStatement(said: unknown): said is Omit<Heard, 'before'> {
  return typeof said === 'object' && said !== null && 'text' in said && 'values' in said
}
