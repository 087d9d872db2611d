import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { readHouse } from '#test/house.ts'
import { fieldsDocument } from '#tools/fields.ts'

type Column = {
  readonly tableName: string
  readonly columnName: string
  readonly dataType: string
}

/** Of every table of ours; one in another schema than `public` bears its name. */
async function columnsOf(db: Database): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select case table_schema when 'public' then '' else table_schema || '.' end || table_name
      as table_name, column_name, data_type
    from information_schema.columns where table_schema in ('public', 'keys')`.execute(db)
  return rows
}

test('every column of every table is listed as sealed, hashed or readable', async () => {
  const { db } = await readHouse()

  const found = await columnsOf(db)

  const listed = Object.entries(COLUMN_PRIVACY).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const there = found.map((each) => `${each.tableName}.${each.columnName}`)
  deepEqual(listed.sort(), there.sort())
})

test('what is sealed is kept as bytes', async () => {
  const { db } = await readHouse()

  for (const { tableName, columnName, dataType } of await columnsOf(db)) {
    if (COLUMN_PRIVACY[tableName]?.[columnName] === 'sealed') equal(dataType, 'bytea', columnName)
  }
})

test('docs/fields.md says what the code says', () => {
  const file = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'fields.md')
  equal(readFileSync(file, 'utf8'), fieldsDocument())
})
