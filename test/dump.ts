import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** Every column of every table as text; bytes in hexadecimal, as pg_dump writes them. */
export async function wholeDatabase(db: Database): Promise<string> {
  const tables = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'`.execute(db)
  const texts: string[] = []
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`
      select each::text as row from ${sql.raw(name)} as each`.execute(db)
    texts.push(...rows.rows.map(({ row }) => row))
  }
  return texts.join('\n')
}
