import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { LOGINS } from '#platform/logins.ts'
import { readHouse } from '#test/house.ts'

const FILE = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'specs', 'schema.md')
const TEXT = readFileSync(FILE, 'utf8')

type Line = { readonly header: readonly string[]; readonly cells: readonly string[] }

/** What its tables say, line by line, each with what stands above its columns. */
function linesOf(text: string): readonly Line[] {
  const tables = text.split(/\n(?!\|)/).map((block) => block.split('\n').filter(isLine))
  return tables.flatMap(([header, , ...lines]) =>
    lines.map((line) => ({ header: cellsOf(header ?? ''), cells: cellsOf(line) })),
  )
}

const isLine = (line: string) => line.startsWith('|')
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const namedIn = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const linesUnder = (header: string) =>
  linesOf(TEXT).filter((line) => line.header.join(' | ').includes(header))

/** By table, one in another schema than `public` with its name before it. */
async function columnsOf(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ name: string; columns: readonly string[] }>`
    select case table_schema when 'public' then '' else table_schema || '.' end || table_name
      as name, array_agg(column_name::text order by column_name) as columns
    from information_schema.columns where table_schema in ('public', 'keys')
    group by 1`.execute(db)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

type Described = { readonly table: string; readonly columns: readonly string[] }

const printed = (tables: readonly Described[]) =>
  tables.map(({ table, columns }) => `${table}: ${columns.toSorted().join(', ')}`).sort()

test('every table is described with all of its columns, and nothing that is not there', async () => {
  const { db } = await readHouse()

  const described = linesUnder('Holds').flatMap(({ cells: [names, ...said] }) =>
    namedIn(names).map((table) => ({
      table,
      columns: [...new Set(said.flatMap((cell) => namedIn(cell)))],
    })),
  )

  const found = [...(await columnsOf(db))].map(([table, columns]) => ({ table, columns }))
  deepEqual(printed(described), printed(found))
})

test('what may still change of what was done is what the triggers let change', async () => {
  const { db } = await readHouse()

  const lines = linesUnder('May still change').flatMap(({ cells: [names, columns] }) =>
    namedIn(names).map((table) => ({ table, columns: namedIn(columns) })),
  )

  const { rows } = await sql<Described & { readonly isByArguments: boolean }>`
    select case nspname when 'public' then '' else nspname || '.' end || relname as table,
      array(
        select name[1] from regexp_matches(pg_get_triggerdef(pg_trigger.oid), $$'([a-z_]+)$$, 'g')
          as name
      ) as columns,
      proname = 'is_kept' as is_by_arguments
    from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    join pg_namespace on pg_namespace.oid = relnamespace
    join pg_proc on pg_proc.oid = tgfoid
    where tgname like '%_kept'`.execute(db)
  const kept = new Set(rows.map(({ table }) => table))
  deepEqual(lines.map(({ table }) => table).sort(), [...kept].sort())
  const byArguments = rows.filter(({ isByArguments }) => isByArguments)
  const isByArguments = ({ table }: Described) => byArguments.some((each) => each.table === table)
  deepEqual(printed(lines.filter(isByArguments)), printed(byArguments))
})

test('what is said to be stored beside what could be computed is there', async () => {
  const { db } = await readHouse()
  const columns = await columnsOf(db)

  const lines = linesUnder('Computed from')

  ok(lines.length > 0)
  for (const { cells } of lines) {
    let table = ''
    for (const name of namedIn(cells[0])) {
      const column = name.split('.').at(-1) ?? ''
      if (name.includes('.')) table = name.slice(0, -column.length - 1)
      ok(columns.get(table)?.includes(column), `${table}.${column}`)
    }
  }
})

test('the tables on which no login has a right are said', async () => {
  const { db } = await readHouse()

  const said = TEXT.split('\n\n').find((paragraph) => paragraph.startsWith('No login has'))

  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and not exists (
      select from unnest(${sql.val(LOGINS)}::text[]) as login
      where has_table_privilege(login, pg_class.oid, 'select, insert, update, delete')
        or has_any_column_privilege(login, pg_class.oid, 'select, insert, update')
    )`.execute(db)
  deepEqual(namedIn(said).sort(), rows.map(({ name }) => name).sort())
})
