import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/database.ts'

/**
 * Lays aside what a dump without the keys would hold now, and gives what brings it back: as whoever
 * restores a back-up does it, with nothing of what happened since and the keys as they have become.
 */
export async function restored(db: Database): Promise<() => Promise<void>> {
  const found = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db)
  const tables = found.rows.map(({ name }) => name)
  await sql`create schema yesterday`.execute(db)
  for (const name of tables) {
    await sql.raw(`create table yesterday."${name}" as select * from public."${name}"`).execute(db)
  }
  return () =>
    inTransaction(db, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const name of tables) {
        await sql.raw(`delete from public."${name}"`).execute(tx)
        const bring = `insert into public."${name}" overriding system value`
        await sql.raw(`${bring} select * from yesterday."${name}"`).execute(tx)
      }
      await sql`drop schema yesterday cascade`.execute(tx)
    })
}
