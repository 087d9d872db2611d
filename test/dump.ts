import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** What stands in one column of one row, as pg_dump would write it: bytes in hexadecimal. */
export type Dumped = { readonly column: string; readonly text: string }

/** As a dump that leaves the schema of the keys out. */
const DUMPED = ['public', 'jobs']

/** Every column of every row of every table, those of the queue of jobs too. */
export async function everyValue(
  db: Database,
  schemas: readonly string[] = DUMPED,
): Promise<readonly Dumped[]> {
  const tables = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_schema = any(${schemas}) and table_type = 'BASE TABLE'`.execute(db)
  const values: Dumped[] = []
  for (const { name } of tables.rows) {
    const found = await sql<{ row: Readonly<Record<string, unknown>> }>`
      select to_jsonb(each) as row from ${sql.raw(name)} as each`.execute(db)
    for (const { row } of found.rows) {
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'string' ? value : JSON.stringify(value)
        values.push({ column: `${name.replace(/^public\./, '')}.${column}`, text })
      }
    }
  }
  return values
}

export const wholeDatabase = async (
  db: Database,
  schemas: readonly string[] = DUMPED,
): Promise<string> => (await everyValue(db, schemas)).map(({ text }) => text).join('\n')
