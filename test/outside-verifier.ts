import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

export type Row = Record<string, unknown>
export type Dump = Record<string, Row[]>
export type Verifier = {
  readonly verify: (dump: Dump, masterKeyFile: string) => readonly string[]
  readonly rootOf: (dump: Dump) => string
}

/** First written by somebody who had read the specification and nothing else. */
const VERIFIER = new URL('../docs/specs/verify-ledger.mjs', import.meta.url).href

export const outsideVerifier = async (): Promise<Verifier> => (await import(VERIFIER)) as Verifier

/** The ledger, and all that it speaks of. */
export const TABLES = [
  'ledger_leaf',
  'ledger_node',
  'event',
  'event_part',
  'look',
  'policy_document',
  'policy_adoption',
  'case_file',
  'status',
  'decision',
  'effect',
  'hold',
  'account',
  'session',
  'credential',
  'membership',
  'time_confirmation',
  'system_switch',
  'payment',
  'payment_question',
  'repayment',
  'appointment',
  'party_link',
  'party_link_act',
]
const KEY_TABLES = ['data_key', 'house_secret', 'tombstone']

export async function ledgerDump(db: Database): Promise<Dump> {
  const dump: Dump = {}
  for (const table of TABLES) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db)
    dump[table] = rows.map(snake)
  }
  for (const table of KEY_TABLES) {
    const { rows } = await sql<Row>`select * from ${sql.table(`keys.${table}`)}`.execute(db)
    dump[table] = rows.map(snake)
  }
  return dump
}

/** Columns by the names that the tables give them. */
const snake = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
