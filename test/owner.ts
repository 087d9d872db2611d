import { sql } from 'kysely'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'

/** As the owner of the tables, who alone may set right or take away what has happened. */
export const asOwner = <Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  inTransaction(db, async (tx) => {
    await sql`set local role kecid_migrator`.execute(tx)
    return work(tx)
  })
