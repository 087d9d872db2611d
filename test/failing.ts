import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** PostgreSQL refuses every new row of that table with that code, until it is mended. */
export async function failing(
  db: Database,
  table: 'upload' | 'uploadStep' | 'document',
  code: '53100' | '23514',
): Promise<() => Promise<unknown>> {
  const body = `begin raise exception 'it fails' using errcode = '${code}'; end`
  await sql`create or replace function fail() returns trigger language plpgsql as
    ${sql.lit(body)}`.execute(db)
  await sql`create trigger fails before insert on ${sql.table(table)} for each row
    execute function fail()`.execute(db)
  return () => sql`drop trigger fails on ${sql.table(table)}`.execute(db)
}
