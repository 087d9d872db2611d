import type { Client } from 'pg'
import type { Table } from '../template/rows.ts'
import { copyIn } from './copy-in.ts'

/** So many rows more are brought in sooner where indexes are made afterwards. */
const INDEXES_LATER = 20_000

/**
 * Brings rows into these tables, all or none of them, while nobody else writes there. Foreign keys
 * and triggers are passed over: what is copied was right already. Where there are many, indexes are
 * set aside and made again from what the catalogue says of them, which proves what is unique.
 */
export async function loading(
  client: Client,
  { tables, cases }: { readonly tables: readonly string[]; readonly cases: number },
  bring: () => Promise<void>,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local session_replication_role = replica')
    await client.query(`set local maintenance_work_mem = '1GB'`)
    await client.query(`lock table ${tables.join(', ')} in share row exclusive mode`)
    const isLater = cases >= INDEXES_LATER
    if (isLater) await client.query(SET_ASIDE, [tables])
    await bring()
    if (isLater) for (const table of tables) await client.query(`reindex table ${table}`)
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined) // the connection itself may have broken
    throw fault
  }
  // No statistics are kept of what was brought in until somebody asks for them.
  await client.query(`analyze ${tables.join(', ')}`)
}

/** An index that is not ready takes no rows; `reindex` makes it whole, with all that it is. */
const SET_ASIDE = `
  update pg_index set indisready = false, indisvalid = false
  where indrelid = any ($1::text[]::regclass[])`

export type Brought = {
  readonly rows: readonly (Uint8Array | undefined)[]
  readonly nodes: Uint8Array
}

export async function bringIn(
  client: Client,
  tables: readonly Table[],
  { rows, nodes }: Brought,
): Promise<void> {
  for (const [index, { name, columns }] of tables.entries()) {
    const own = rows[index]
    if (own === undefined || own.length === 0) continue
    await copyIn(client, `${name} (${columns.map((each) => `"${each}"`).join(', ')})`, own)
  }
  await copyIn(client, 'ledger_node (level, index, hash)', nodes)
}
