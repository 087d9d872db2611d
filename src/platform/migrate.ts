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
 * again, and has to be there unchanged: that is asked before anything is touched. Functions and
 * rights follow, as their files say now, and with them the tables in which jobs wait.
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
    if (!migrated.ok) return migrated
    const failure = await applyRights(client, await readRights(options.folder))
    if (failure !== undefined) return { ok: false, problem: failure }
    await migrateQueue(options.url)
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
    if (done.rows.length < migrations.length) return NOT_MIGRATED
    const { sha256 } = await readRights(options.folder)
    return (await rightsApplied(client)) === sha256 ? undefined : NOT_MIGRATED
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

type Rights = { readonly files: readonly Migration[]; readonly sha256: string }

/** What is said anew whenever it changes: each function, and who may do what. */
export async function readRights(folder: string): Promise<Rights> {
  const functions = await readMigrations(join(folder, 'functions'))
  const rights = (await readMigrations(folder)).filter(({ name }) => name === 'rights.sql')
  const files = [...functions, ...rights]
  const all = files.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n')
  return { files, sha256: createHash('sha256').update(all).digest('hex') }
}

async function rightsApplied(client: Client): Promise<string | undefined> {
  const found = await client.query<{ sha256: string }>('select sha256 from public.rights_applied')
  return found.rows[0]?.sha256
}

/** All of it or nothing. Whoever had the key by which it is proved who acts has another's now. */
async function applyRights(client: Client, { files, sha256 }: Rights): Promise<string | undefined> {
  await client.query(`
    create table if not exists public.rights_applied (
      id boolean primary key default true check (id),
      sha256 text not null
    );
    grant select on public.rights_applied to kecid_jobs`)
  if ((await rightsApplied(client)) !== sha256) {
    const failure = await applyFiles(client, files, sha256)
    if (failure !== undefined) return failure
  }
  await client.query('select public.draw_acting_key()')
  return undefined
}

async function applyFiles(
  client: Client,
  files: readonly Migration[],
  sha256: string,
): Promise<string | undefined> {
  // Functions name each other, in whichever order they stand.
  await client.query('set check_function_bodies = off')
  await client.query('begin')
  for (const file of files) {
    const failure = await failureOf(client, file)
    if (failure !== undefined) return failure
  }
  await client.query('delete from public.rights_applied')
  await client.query('insert into public.rights_applied (sha256) values ($1)', [sha256])
  await client.query('commit')
  return undefined
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

async function applyOne(client: Client, migration: Migration): Promise<string | undefined> {
  await client.query('begin')
  const failure = await failureOf(client, migration)
  if (failure !== undefined) return failure
  await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
    migration.name,
    migration.sha256,
  ])
  await client.query('commit')
  return undefined
}

/** Why a file could not be applied; then the transaction in which it was tried is undone. */
async function failureOf(client: Client, { name, text }: Migration): Promise<string | undefined> {
  try {
    await client.query(text)
    return undefined
  } catch (error) {
    await client.query('rollback')
    if (!(error instanceof DatabaseError)) throw error
    const line = text.slice(0, Number(error.position ?? 0)).split('\n').length
    const where = error.position === undefined ? '' : ` at line ${line}`
    return `The migration ${name} failed${where}, and changed nothing: ${error.message}`
  }
}
