import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openKeys } from '#main/ground.ts'
import { houseOf, JUDGE_PROGRAM, publishedPolicy, type Furniture } from '#main/house.ts'
import { readAssets } from '#platform/assets.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { openJudge } from '#platform/intake/judge.ts'
import { openLog } from '#platform/log.ts'
import { addressAs, makeLogins, type Login } from '#platform/logins.ts'
import { migrate } from '#platform/migrate.ts'
import { startPostgres, type PostgresServer } from '#platform/postgres-server.ts'
import { folderVault } from '#platform/vault.ts'
import type { House } from '#records/house.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { buildAssets } from '#tools/build-assets.ts'

const DOCUMENT_BYTES_MAX = 1_000_000
const SETTINGS = {
  stage: 'test',
  portalUrl: 'http://portal.test',
  officeUrl: 'http://office.test',
  contact: 'service@kecid.example',
  demonstration: true,
  sessionHours: 1,
  trustProxy: false,
} as const

/** A PostgreSQL that keeps what it commits, and nothing left of it afterwards. */
export type Ground = {
  readonly root: string
  readonly url: string
  readonly folder: string
  readonly assetsFolder: string
  /** PostgreSQL ends and begins at the same place, with nothing read yet. */
  readonly startAgain: () => Promise<void>
}

export async function onGround<Value>(
  root: string,
  work: (ground: Ground) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-bench-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as another account when we are root
  let server = await startedIn(folder)
  const startAgain = async () => {
    await server.stop()
    server = await startedIn(folder)
  }
  const assetsFolder = join(root, 'build', 'assets')
  try {
    await buildAssets({ outFolder: assetsFolder })
    return await work({ root, url: server.url, folder, assetsFolder, startAgain })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startedIn(folder: string): Promise<PostgresServer> {
  const start = await startPostgres({ folder, durable: true, guard: undefined })
  if (!start.ok) throw new Error(start.problem)
  return start.server
}

/** A house on a database of its own, with connections as many as are asked for. */
export type BenchHouse = {
  readonly url: string
  /** With every right, for filling tables. */
  readonly all: Database
  readonly face: (login: Login, connections: number) => House
}

export async function inHouse<Value>(
  ground: Ground,
  name: string,
  work: (house: BenchHouse) => Promise<Value>,
): Promise<Value> {
  await created(ground.url, name)
  const url = addressed(ground.url, name)
  const folder = join(ground.root, 'db')
  const logins = await makeLogins(url, folder, {})
  if (!logins.ok) throw new Error(logins.problem)
  const migrated = await migrate({ url, folder })
  if (!migrated.ok) throw new Error(migrated.problem)
  return inHouseAgain(ground, name, work)
}

/** The same on a database that was made before. */
export async function inHouseAgain<Value>(
  ground: Ground,
  name: string,
  work: (house: BenchHouse) => Promise<Value>,
): Promise<Value> {
  const url = addressed(ground.url, name)
  const databases: Database[] = []
  const database = (login: Login | undefined, max: number) => {
    const address = login === undefined ? url : addressAs(url, login)
    const application = 'kecid bench'
    const db = connect({ url: address, max, application, statementMsMax: 120_000 })
    databases.push(db)
    return db
  }
  try {
    const furniture = await furnitureOn(ground, {
      jobs: database('kecid_jobs', 1),
      door: database('kecid_door', DOOR_CONNECTIONS),
      keys: database('kecid_keys', KEYS_CONNECTIONS),
    })
    return await work({
      url,
      all: database(undefined, 2),
      face: (login, max) => houseOf(database(login, max), furniture, SETTINGS),
    })
  } finally {
    await Promise.all(databases.map(disconnect))
  }
}

/** A house on the same database in another process, for whoever comes by a proxy. */
export async function portalOn(
  ground: Omit<Ground, 'startAgain'>,
  portalUrl: string,
): Promise<House> {
  const { url } = ground
  const to = (login: Login, max: number) =>
    connect({ url: addressAs(url, login), max, application: 'kecid bench' })
  const [jobs, door] = [to('kecid_jobs', 1), to('kecid_door', DOOR_CONNECTIONS)]
  const keys = to('kecid_keys', KEYS_CONNECTIONS)
  const furniture = await furnitureOn(ground, { jobs, door, keys })
  const db = to('kecid_portal', PORTAL_CONNECTIONS)
  return houseOf(db, furniture, { ...SETTINGS, portalUrl, trustProxy: true })
}

/** As many as they have in the product. */
export const PORTAL_CONNECTIONS = 10
const DOOR_CONNECTIONS = 4
const KEYS_CONNECTIONS = 4

async function furnitureOn(
  { root, folder, assetsFolder }: Pick<Ground, 'root' | 'folder' | 'assetsFolder'>,
  { jobs, door, ...dbs }: Readonly<Record<'jobs' | 'door' | 'keys', Database>>,
): Promise<Furniture> {
  const read = readPolicyFiles(join(root, 'policy'))
  if (!read.ok) throw new Error('the policy cannot be read')
  const log = openLog({ level: 'warn', clock: systemClock, write: (line) => console.error(line) })
  const opening = await openKeys(dbs.keys, join(folder, 'master.key'))
  if (!opening.ok) throw new Error(opening.problem)
  const { keys, secret } = opening
  return {
    door,
    secret,
    keys,
    clock: systemClock,
    living: await publishedPolicy(jobs, read.policy, { secret, at: systemClock.now() }),
    vault: folderVault(join(folder, 'vault'), DOCUMENT_BYTES_MAX),
    assets: await readAssets(assetsFolder),
    judge: openJudge({ program: JUDGE_PROGRAM, log }), // starts nothing until it is asked
    log,
  }
}

async function created(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
}

function addressed(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
