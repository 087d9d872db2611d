import { join } from 'node:path'
import type { Endings } from '#main/endings.ts'
import { failed, type Failure } from '#main/failure.ts'
import type { Configuration } from '#platform/configuration.ts'
import { copySentence, livingCopy } from '#platform/copies.ts'
import { reachDatabase } from '#platform/database-reach.ts'
import type { Log } from '#platform/log.ts'
import {
  addressAs,
  drawPassword,
  drawPasswords,
  giveUpPassword,
  keepPasswords,
  passwordsIn,
  LOGINS,
  loginStatements,
  MIGRATOR,
  resetLogin,
  type Login,
} from '#platform/logins.ts'
import { behind, migrate, type Behind } from '#platform/migrate.ts'
import { keepPostgres } from '#platform/postgres-keeper.ts'
import { urlOf } from '#platform/postgres-place.ts'
import { placeOfPostgres } from '#platform/postgres-server.ts'

/** A database with the tables of today, and the way of each login to it. */
export type Server = {
  /** Where it is, without a login. */
  readonly place: string
  readonly as: (login: Login) => string
}

export type Serving = { readonly ok: true; readonly server: Server } | Failure

export type Site = {
  readonly configuration: Configuration
  /** The folder with db/ and policy/. */
  readonly root: string
  readonly log: Log
  readonly endings: Endings
  /** Told when the database is lost for good. */
  readonly onLoss: (sentence: string) => void
}

/** The server that was named, or one of our own. */
export const findServer = (site: Site): Promise<Serving> =>
  site.configuration.databaseUrl === undefined
    ? ownServer(site)
    : namedServer(site, site.configuration.databaseUrl)

/** For a tool: the same server, while a house is at work on it or not. */
export async function findServerBeside(site: Site): Promise<Serving> {
  const { dataFolder, databaseUrl, loginsFile } = site.configuration
  const copy = databaseUrl === undefined ? livingCopy(dataFolder) : undefined
  if (!copy) return findServer(site)
  if (loginsFile === undefined) return failed('environment', copySentence(copy) + NO_LOGINS)
  const kept = passwordsIn(loginsFile)
  if (!kept.ok) return failed('environment', kept.problem)
  const place = await placeOfPostgres(dataFolder)
  if (!place.ok) return failed('environment', place.problem)
  const url = urlOf(place.place)
  const as = (login: Login) => addressAs(url, login, kept.passwords[login])
  return { ok: true, server: { place: url, as } }
}

const NO_LOGINS = ', or start it with KECID_LOGINS_FILE, so that a tool can come in.'

/**
 * Started again when it dies. The passwords are drawn at each start and kept nowhere, so that one
 * that leaked opens nothing tomorrow; the migrator's opens nothing once the tables are there.
 */
async function ownServer({ configuration, root, log, endings, onLoss }: Site): Promise<Serving> {
  const { dataFolder, loginsFile } = configuration
  const db = join(root, 'db')
  const passwords = drawPasswords()
  const ours = await loginStatements(db, passwords)
  const migratorPassword = drawPassword()
  let text = await loginStatements(db, { ...passwords, [MIGRATOR]: migratorPassword })
  const start = await keepPostgres({
    folder: dataFolder,
    durable: true,
    guard: { logins: [...LOGINS, MIGRATOR], text: () => text },
    onRestart: (pid) => log.warn('PostgreSQL was started again', { pid }),
  })
  if (!start.ok) return failed('environment', start.problem)
  const { server } = start
  endings.add('PostgreSQL', server.stop)
  void server.givenUp.then(onLoss)

  const asMigrator = addressAs(server.url, MIGRATOR, migratorPassword)
  const migrated = await migrate({ url: asMigrator, folder: db })
  if (!migrated.ok) return failed('environment', sentenceOf(configuration, migrated))
  text = ours
  await giveUpPassword(asMigrator)
  if (loginsFile !== undefined) keepPasswords(loginsFile, passwords)
  const as = (login: Login) => addressAs(server.url, login, passwords[login])
  return { ok: true, server: { place: server.url, as } }
}

/** Its administrator has made logins and tables, and is not known here. */
async function namedServer({ configuration, root }: Site, url: string): Promise<Serving> {
  const { dataFolder, loginsFile = loginsFileIn(dataFolder) } = configuration
  const { username, password } = new URL(url)
  if (username !== '' || password !== '') return failed('configuration', NAMES_A_USER)
  const kept = passwordsIn(loginsFile)
  if (!kept.ok) return failed('environment', kept.problem)
  const as = (login: Login) => addressAs(url, login, kept.passwords[login])

  const reach = await reachDatabase(as('kecid_jobs'))
  if (!reach.ok) return failed('environment', reach.problem)
  const found = await behind({ url: as('kecid_jobs'), folder: join(root, 'db') })
  if (found !== undefined) return failed('environment', sentenceOf(configuration, found))
  for (const login of LOGINS) await resetLogin(as(login))
  return { ok: true, server: { place: url, as } }
}

/** Nothing of it is read or changed: whoever keeps it decides what becomes of it. */
function sentenceOf(
  { databaseUrl, dataFolder, demonstration }: Configuration,
  { isOtherVersion = false, problem }: Behind,
): string {
  if (!isOtherVersion) return problem
  const isOwn = databaseUrl === undefined
  const place = isOwn ? `The data in ${dataFolder}` : 'The database that DATABASE_URL names'
  const command = 'start anew, without that data, with: npm run db:reset'
  const elsewhere = `choose another with ${isOwn ? 'KECID_DATA' : 'DATABASE_URL'}.`
  return (
    `${place} is of another version of Keçid, which this one does not take over ` +
    `(${problem.replace(/\.$/, '')}); ${isOwn && demonstration ? command : elsewhere}`
  )
}

const NAMES_A_USER =
  'DATABASE_URL names a user, and each part of Keçid has a login of its own; leave user and ' +
  'password out of it, as the README says.'

export const loginsFileIn = (dataFolder: string): string => join(dataFolder, 'logins.json')
