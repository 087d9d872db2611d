import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { addressAs, makeLogins, type Login } from '#platform/logins.ts'
import { migrate, readMigrations, readRights } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres-server.ts'
import { processState } from '#platform/processes.ts'
import { codeOf } from '#platform/trouble.ts'
import { originalOf, putBack, sinceNow, type Original } from '#test/put-back.ts'

/**
 * Databases for tests. One cluster that forgets on a crash holds a template with every migration
 * applied; a test that writes gets a clone of it, or one that was put back as it was.
 * Who may enter its folder of sockets is whichever login he says, so that no password is needed.
 *
 * The cluster is the one in KECID_TEST_DATABASE_URL, which `npm test` starts once for all
 * processes; a test file that is run alone starts its own, which ends with the process.
 */
export type TestCluster = { readonly url: string; readonly stop: () => Promise<void> }

const DB_FOLDER = resolve(import.meta.dirname, '..', 'db')
const FOLDER_BEGINNING = 'kecid-test-'
const LOCK = 7_216_042
const CLONE_TRIES_MAX = 20

/** A cluster with its template, for as many processes as like. */
export async function startTestCluster(): Promise<TestCluster> {
  removeAbandoned()
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_BEGINNING}${process.pid}-`))
  chmodSync(folder, 0o755) // PostgreSQL runs as another account when we are root
  const start = await startPostgres({ folder, durable: false, guard: undefined })
  if (!start.ok) throw new Error(start.problem)
  const { server } = start
  server.unref()
  const onExit = () => {
    endNow(server.pid)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', onExit)
  await ensureTemplate(server.url)
  return {
    url: server.url,
    stop: async () => {
      process.off('exit', onExit)
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let cluster: Promise<string> | undefined

/** The address of the server that the databases of this process are made in. */
export function clusterUrl(): Promise<string> {
  cluster ??= openCluster()
  return cluster
}

async function openCluster(): Promise<string> {
  const given = process.env['KECID_TEST_DATABASE_URL']
  if (given === undefined || given === '') return (await startTestCluster()).url
  await ensureTemplate(given)
  return given
}

let databases = 0

/** Hands out databases that are alike. */
export type Copies = () => Promise<string>

/** A database that was handed out, and whoever puts it back as it was. */
type Place = {
  readonly url: string
  readonly keeper: Client
  readonly original: Original
  since: string
  /** Like which others it is. */
  readonly like: symbol
}

const places = new Map<string, Place>()

/** Each keeps its connections, which know the tables by then: that is most of what a test costs. */
const WAITING_MAX = 6
const waiting = new Set<Place>()

/** Databases like one that is made once, which nobody may be connected to any more by then. */
export function copiesOf(original: () => Promise<string>): Copies {
  let made: Promise<string> | undefined
  let first: Original | undefined
  const like = Symbol('copies')
  return async () => {
    const again = [...waiting].findLast((place) => place.like === like)
    if (again) {
      waiting.delete(again)
      return again.url
    }
    const url = await created(await (made ??= original()), await clusterUrl())
    const keeper = await connected(url)
    await keeper.query('set max_parallel_workers_per_gather = 0') // to begin them takes longest
    first ??= await originalOf(keeper)
    places.set(url, { url, keeper, original: first, since: await sinceNow(keeper), like })
    return url
  }
}

/**
 * Takes a database back that is used no more: as it was handed out it waits for the next, or is
 * dropped, where more than rows was changed or somebody is at work there still.
 */
export async function takeBack(url: string): Promise<void> {
  const place = places.get(url)
  if (!place) return closed(url)
  const { keeper, original } = place
  const isAsBefore =
    !comesNoMore && (await putBack(keeper, original, place.since).catch(() => false))
  if (!isAsBefore) return dropped(place)
  place.since = await sinceNow(keeper)
  waiting.add(place)
  const [oldest] = waiting
  if (oldest && waiting.size > WAITING_MAX) await dropped(oldest)
}

let comesNoMore = false

/** Ends every connection to what waits for a test, now and later: none comes any more. */
export async function dropWaiting(): Promise<void> {
  comesNoMore = true
  for (const place of waiting) await dropped(place)
}

async function dropped(place: Place): Promise<void> {
  const { url, keeper } = place
  places.delete(url)
  waiting.delete(place)
  await closed(url)
  await keeper.end()
  const name = new URL(url).pathname.slice(1)
  await withClient(await clusterUrl(), async (client) => {
    await client.query(`drop database ${name} with (force)`)
  })
}

/** The address of a database of one's own, migrated and otherwise empty. */
export const freshDatabase = copiesOf(templateName)

/** The same, and filled: as a test needs it that asks for nothing of its own. */
export function filledDatabases(fill: (url: string) => Promise<void>): Copies {
  return copiesOf(async () => {
    const url = await clone()
    await fill(url)
    return new URL(url).pathname.slice(1)
  })
}

let shared: Promise<string> | undefined

/** The one database of this process for tests that only read, filled by whoever asks first. */
export function sharedDatabase(): Promise<string> {
  shared ??= clone()
  return shared
}

/** A database without anything in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<string> {
  return created('template0', await clusterUrl())
}

const connections = new Map<string, Map<Login | undefined, Database>>()

/** Connections as a login, and with every right as none, until the database is taken back. */
export function databaseAt(url: string, login: Login | undefined): Database {
  const here = connections.get(url) ?? new Map<Login | undefined, Database>()
  connections.set(url, here)
  const address = login === undefined ? url : addressAs(url, login)
  const application = `test ${login ?? 'all'}`
  const db = here.get(login) ?? connect({ url: address, max: 4, application })
  here.set(login, db)
  return db
}

async function closed(url: string): Promise<void> {
  const here = [...(connections.get(url)?.values() ?? [])]
  connections.delete(url)
  await Promise.all(here.map(disconnect))
}

async function clone(): Promise<string> {
  return created(await templateName(), await clusterUrl())
}

async function created(template: string, url: string): Promise<string> {
  databases += 1
  const name = `test_${process.pid}_${databases}_${Date.now().toString(36)}`
  await withClient(url, async (client) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query(`create database ${name} template ${template} strategy file_copy`)
        // A copy has not the rights of its template.
        await client.query(`revoke temporary on database ${name} from public`)
        return
      } catch (error) {
        // object_in_use: another process is cloning at this very moment.
        if (codeOf(error) !== '55006' || tries === CLONE_TRIES_MAX) throw error
        await pause(50)
      }
    }
  })
  return addressed(url, name)
}

/** Changed migrations get another template, so that none is ever stale. */
async function templateName(): Promise<string> {
  const migrations = await readMigrations(join(DB_FOLDER, 'migrations'))
  const roles = readFileSync(join(DB_FOLDER, 'roles.sql'), 'utf8')
  const { sha256: rights } = await readRights(DB_FOLDER)
  const text = [roles, ...migrations.map(({ name, sha256 }) => name + sha256), rights].join('\n')
  return `kecid_template_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

/** Made under another name and renamed when whole; nobody is ever connected to it. */
async function ensureTemplate(url: string): Promise<void> {
  const name = await templateName()
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 1) return
    await client.query(`drop database if exists ${name}_making with (force)`)
    await client.query(`create database ${name}_making template template0 strategy file_copy`)
    const making = addressed(url, `${name}_making`)
    const logins = await makeLogins(making, DB_FOLDER, {})
    if (!logins.ok) throw new Error(logins.problem)
    const migrated = await migrate({ url: making, folder: DB_FOLDER })
    if (!migrated.ok) throw new Error(migrated.problem)
    await withClient(making, async (made) => {
      await made.query('insert into own_time default values')
    })
    await client.query(`alter database ${name}_making rename to ${name}`)
  })
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await connected(url)
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function addressed(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** In an exit handler nothing can be awaited: PostgreSQL drops everything and is waited for. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    return // it ended before us
  }
  const bell = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 100 && processState(pid) === 'running'; tries += 1) {
    Atomics.wait(bell, 0, 0, 20)
  }
}

/** What test processes that were killed have left in the temporary folder. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(FOLDER_BEGINNING) ? Number(name.split('-')[2]) : Number.NaN
    if (Number.isInteger(pid) && processState(pid) === 'gone') {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
  }
}
