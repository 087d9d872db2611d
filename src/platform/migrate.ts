import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { migrateQueue } from '#platform/job-queue.ts'
import { MIGRATOR } from '#platform/logins.ts'
import { codeOf } from '#platform/trouble.ts'

export type Migrated =
  { readonly ok: true; readonly applied: readonly string[] } | ({ readonly ok: false } & Behind)

export type Behind = {
  /** The tables are those of another version, and were left as they are. */
  readonly isOtherVersion?: boolean
  readonly problem: string
}

type Migration = { readonly name: string; readonly sha256: string; readonly text: string }

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/

/** Any number, as long as nothing else in the database uses it. */
const LOCK = 7_216_041

/** In a server that people are using, a migration gives way rather than hold everybody up. */
const LOCK_WAIT = '10s'
const TURN_WAIT = '5min'

/**
 * Brings a database whose logins are made to the state of the migrations in `folder` (db/): forward
 * only, each in a transaction of its own, one process at a time. What was applied is never applied
 * again, and has to be there unchanged: that is asked before anything is touched. The tables in
 * which jobs wait are brought up to date after ours.
 */
export async function migrate(options: {
  readonly url: string
  readonly folder: string
}): Promise<Migrated> {
  const client = new Client({ connectionString: options.url, application_name: 'kecid migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`set statement_timeout = '${TURN_WAIT}'`)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`set statement_timeout = 0; set lock_timeout = '${LOCK_WAIT}'`)
    const migrations = await readMigrations(join(options.folder, 'migrations'))
    const misnamed = misnaming(migrations)
    if (misnamed !== undefined) return { ok: false, problem: misnamed }
    await client.query(`set role ${MIGRATOR}`)
    const done = await migrationsDone(client)
    const problem = disagreement(done, migrations)
    if (problem !== undefined) return { ok: false, isOtherVersion: true, problem }
    const migrated = await applyMigrations(client, migrations.slice(done.length))
    if (migrated.ok) await migrateQueue(options.url)
    return migrated
  } finally {
    await client.end() // which also gives back the lock
  }
}

/** Why a database is not what the migrations make, as one of its logins sees it. */
export async function behind(options: {
  readonly url: string
  readonly folder: string
}): Promise<Behind | undefined> {
  const client = new Client({ connectionString: options.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const migrations = await readMigrations(join(options.folder, 'migrations'))
    const done = await client.query<Applied>(APPLIED)
    const problem = disagreement(done.rows, migrations)
    if (problem !== undefined) return { isOtherVersion: true, problem }
    return done.rows.length < migrations.length ? NOT_MIGRATED : undefined
  } catch (error) {
    if (codeOf(error) === '42P01') return NOT_MIGRATED // undefined_table
    throw error
  } finally {
    await client.end()
  }
}

const NOT_MIGRATED: Behind = {
  problem:
    'The tables of this database are not those of this Keçid; run npm run db:logins, as the ' +
    'README says.',
}

type Applied = { readonly name: string; readonly sha256: string }
const APPLIED = 'select name, sha256 from public.migration order by name'

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may have other line ends; the migration is the same.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function migrationsDone(client: Client): Promise<readonly Applied[]> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  )
  if (table.rows[0]?.there !== true) return []
  return (await client.query<Applied>(APPLIED)).rows
}

async function applyMigrations(
  client: Client,
  migrations: readonly Migration[],
): Promise<Migrated> {
  await client.query(`
    create table if not exists public.migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    grant select on public.migration to kecid_jobs`)

  const applied: string[] = []
  for (const migration of migrations) {
    const failure = await applyOne(client, migration)
    if (failure !== undefined) return { ok: false, problem: failure }
    applied.push(migration.name)
  }
  return { ok: true, applied }
}

function misnaming(migrations: readonly Migration[]): string | undefined {
  const misnamed = migrations.find(({ name }) => !NAME.test(name))
  if (misnamed) return `The migration ${misnamed.name} must be named like 0001-applications.sql.`
  const twice = migrations.find(
    ({ name }, index) => migrations[index + 1]?.name.slice(0, 4) === name.slice(0, 4),
  )
  return twice && `Two migrations have the number ${twice.name.slice(0, 4)}.`
}

function disagreement(
  done: readonly Applied[],
  migrations: readonly Migration[],
): string | undefined {
  for (const [index, { name, sha256 }] of done.entries()) {
    const file = migrations.find((migration) => migration.name === name)
    if (!file) {
      return (
        `The migration ${name} was applied to this database, but its file is missing; ` +
        'a newer Keçid may have been here.'
      )
    }
    if (file.sha256 !== sha256) return `The migration ${name} was changed after it was applied.`
    if (migrations[index] !== file) {
      const early = migrations[index]?.name
      return `The migration ${early} comes before ${name}, which is applied already.`
    }
  }
  return undefined
}

async function applyOne(client: Client, { name, text, sha256 }: Migration) {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ])
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback')
    if (!(error instanceof DatabaseError)) throw error
    const line = text.slice(0, Number(error.position ?? 0)).split('\n').length
    const where = error.position === undefined ? '' : ` at line ${line}`
    return `The migration ${name} failed${where}, and changed nothing: ${error.message}`
  }
}
