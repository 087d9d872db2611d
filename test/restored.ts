import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/database.ts'

/**
 * Lays aside what a dump without the keys would hold now, and gives what brings it back: as whoever
 * restores a back-up does it, with nothing of what happened since and the keys as they have become.
 */
export async function restored(db: Database): Promise<() => Promise<void>> {
  const found = await sql<{ name: string; columns: string }>`
    select relname as name, string_agg(quote_ident(attname), ', ') as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname`.execute(db)
  const tables = found.rows
  await sql`create schema yesterday`.execute(db)
  for (const { name } of tables) {
    await sql.raw(`create table yesterday."${name}" as select * from public."${name}"`).execute(db)
  }
  return () =>
    inTransaction(db, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const { name, columns } of tables) {
        await sql.raw(`delete from public."${name}"`).execute(tx)
        const bring = `insert into public."${name}" (${columns}) overriding system value`
        await sql.raw(`${bring} select ${columns} from yesterday."${name}"`).execute(tx)
      }
      await sql`drop schema yesterday cascade`.execute(tx)
    })
}
