import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { makeLogins } from '#platform/logins.ts'
import { migrate, readMigrations } from '#platform/migrate.ts'

/**
 * A filled database as a version before left it: which migrations had made it, each row of every
 * table as JSON, up to where its sequences had come, and the file of its master key.
 */
export type Kept = {
  readonly migration: string
  readonly master: string
  readonly tables: readonly Table[]
  readonly sequences: readonly { readonly name: string; readonly last: string }[]
}
type Table = { readonly name: string; readonly rows: string }

/** When its demonstration was furnished, whatever day it was kept on. */
export const KEPT_AT = isoMoment('2026-03-02T06:00:00.000Z')

const DB_FOLDER = resolve(import.meta.dirname, '..', 'db')
const FOLDER = join(import.meta.dirname, 'upgrade')

/** Each is named after the last migration that had been applied to it. */
export const keptVersions = (): readonly string[] =>
  readdirSync(FOLDER).filter((name) => name.endsWith('.json.gz'))

export const keptFile = (name: string): string => join(FOLDER, name)

export const readKept = (name: string): Kept =>
  JSON.parse(gunzipSync(readFileSync(keptFile(name))).toString()) as Kept

export const keptBytes = (kept: Kept): Buffer => gzipSync(JSON.stringify(kept), { level: 9 })

/** All that is in a database now. The queue of jobs belongs to its library, and is not kept. */
export async function kept(db: Database, master: string): Promise<Kept> {
  const tables: Table[] = []
  for (const { name, columns } of await tablesIn(db)) {
    const { rows } = await sql<{ rows: string | null }>`
      select jsonb_agg(to_jsonb(each))::text as rows
      from (select ${sql.raw(columns)} from ${sql.raw(name)}) as each`.execute(db)
    const [found] = rows
    if (typeof found?.rows === 'string') tables.push({ name, rows: found.rows })
  }
  const sequences = await sql<{ name: string; last: string }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences
    where schemaname in ('public', 'keys') and last_value is not null
    order by 1`.execute(db)
  const migrations = await readMigrations(join(DB_FOLDER, 'migrations'))
  const migration = migrations.at(-1)?.name ?? ''
  return { migration, master, tables, sequences: sequences.rows }
}

type Column = { readonly name: string; readonly columns: string }

const tablesIn = async (db: Database | Tx): Promise<readonly Column[]> =>
  (
    await sql<Column>`
      select format('%I.%I', n.nspname, c.relname) as name,
        string_agg(quote_ident(attname), ', ' order by attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'keys')
      join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
        and attgenerated = ''
      where c.relkind = 'r'
      group by 1
      order by 1`.execute(db)
  ).rows

/** Makes an empty database what a version before had made of its own, and fills it again. */
export async function asItWas(url: string, db: Database, was: Kept): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-upgrade-'))
  try {
    for (const each of ['migrations', 'functions']) mkdirSync(join(folder, each))
    writeFileSync(join(folder, 'functions', 'acting.sql'), WITHOUT_PROOF)
    writeFileSync(join(folder, 'rights.sql'), 'select')
    for (const { name } of await readMigrations(join(DB_FOLDER, 'migrations'))) {
      if (name > was.migration) continue
      copyFileSync(join(DB_FOLDER, 'migrations', name), join(folder, 'migrations', name))
    }
    const logins = await makeLogins(url, DB_FOLDER, {})
    if (!logins.ok) throw new Error(logins.problem)
    const migrated = await migrate({ url, folder })
    if (!migrated.ok) throw new Error(migrated.problem)
    await filled(db, was)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Functions and rights are said anew at every migration: those of then are not needed. */
const WITHOUT_PROOF = `
  create or replace function public.draw_acting_key() returns void language sql as 'select'`
const SAID_ANEW = 'public.rights_applied'

const filled = (db: Database, { tables, sequences }: Kept): Promise<void> =>
  inTransaction(db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const columns = new Map((await tablesIn(tx)).map((each) => [each.name, each.columns]))
    for (const name of columns.keys()) await sql.raw(`delete from ${name}`).execute(tx)
    for (const { name, rows } of tables) {
      if (name === SAID_ANEW) continue
      const into = sql.raw(`${name} (${columns.get(name)})`)
      await sql`
        insert into ${into} overriding system value
        select ${sql.raw(columns.get(name) ?? '')}
        from jsonb_populate_recordset(null::${sql.raw(name)}, ${rows}::text::jsonb)
      `.execute(tx)
    }
    for (const { name, last } of sequences) {
      await sql`select setval(${name}::regclass, ${last}::bigint)`.execute(tx)
    }
  })
