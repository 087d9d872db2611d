import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { readHouse } from '#test/house.ts'
import { fieldsDocument } from '#tools/fields.ts'

test('every column of every table is listed as sealed, hashed or readable', async () => {
  const { db } = await readHouse()

  const found = await sql<{ tableName: string; columnName: string; dataType: string }>`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'public' order by 1, 2`.execute(db)

  const listed = Object.entries(COLUMN_PRIVACY).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const there = found.rows.map((row) => `${row.tableName}.${row.columnName}`)
  deepEqual(listed.sort(), there.sort())
})

test('what is sealed is kept as bytes', async () => {
  const { db } = await readHouse()

  const found = await sql<{ tableName: string; columnName: string; dataType: string }>`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'public'`.execute(db)

  for (const { tableName, columnName, dataType } of found.rows) {
    if (COLUMN_PRIVACY[tableName]?.[columnName] === 'sealed') equal(dataType, 'bytea', columnName)
  }
})

test('docs/fields.md says what the code says', () => {
  const file = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'fields.md')
  equal(readFileSync(file, 'utf8'), fieldsDocument())
})
