import { join } from 'node:path'
import type { Policy } from '#core/policy/policy.ts'
import type { Endings } from '#main/endings.ts'
import { publishedPolicy } from '#main/house.ts'
import { systemClock } from '#platform/calendar.ts'
import type { Configuration } from '#platform/configuration.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { reachDatabase } from '#platform/database-reach.ts'
import { checkMasterKey, isBoundToKey } from '#platform/key-check.ts'
import type { Log } from '#platform/log.ts'
import { readMasterKey } from '#platform/master-key.ts'
import { migrate } from '#platform/migrate.ts'
import { keepPostgres } from '#platform/postgres-keeper.ts'
import type { MasterKey } from '#platform/sealing.ts'
import { readPolicyFiles, type PolicyProblem } from '#records/policy-files.ts'
import { failed, type Failure } from '#main/failure.ts'

/** What a house stands on: its database, the key to what is sealed there, the policy in force. */
export type Ground = {
  readonly url: string
  readonly jobs: Database
  readonly master: MasterKey
  readonly policy: Policy
}

export type Laying = { readonly ok: true; readonly ground: Ground } | Failure

export type Site = {
  readonly configuration: Configuration
  /** The folder with db/ and policy/. */
  readonly root: string
  readonly log: Log
  readonly endings: Endings
  /** Told when the database is lost for good. */
  readonly onLoss: (sentence: string) => void
}

const JOBS_CONNECTIONS = 6

export async function layGround(site: Site): Promise<Laying> {
  const { configuration, root, endings } = site
  const read = readPolicyFiles(join(root, 'policy'))
  if (!read.ok) return failed('configuration', policySentence(read.problems))
  const reached = await database(site)
  if (!reached.ok) return reached
  const { url } = reached

  const migrated = await migrate({ url, folder: join(root, 'db') })
  if (!migrated.ok) {
    const { isOtherVersion = false, problem } = migrated
    return failed('environment', isOtherVersion ? otherVersion(configuration, problem) : problem)
  }

  const max = JOBS_CONNECTIONS
  const jobs = connect({ url, role: 'kecid_jobs', max, application: 'kecid work' })
  endings.add('connections', () => disconnect(jobs))

  const mayMake = !(await isBoundToKey(jobs))
  const key = readMasterKey(configuration.masterKeyFile, mayMake)
  if (!key.ok) return failed('environment', key.problem)
  const checked = await checkMasterKey(jobs, key.master)
  if (!checked.ok) return failed('environment', checked.problem)

  const policy = await publishedPolicy(jobs, read.policy, {
    master: key.master,
    at: systemClock.now(),
  })
  return { ok: true, ground: { url, jobs, master: key.master, policy } }
}

/** Nothing of it is read or changed: whoever keeps it decides what becomes of it. */
function otherVersion(
  { databaseUrl, dataFolder, demonstration }: Configuration,
  problem: string,
): string {
  const isOwn = databaseUrl === undefined
  const place = isOwn ? `The data in ${dataFolder}` : 'The database that DATABASE_URL names'
  const command = 'start anew, without that data, with: npm run db:reset'
  const elsewhere = `choose another with ${isOwn ? 'KECID_DATA' : 'DATABASE_URL'}.`
  return (
    `${place} is of another version of Keçid, which this one does not take over ` +
    `(${problem.replace(/\.$/, '')}); ${isOwn && demonstration ? command : elsewhere}`
  )
}

const policySentence = (problems: readonly PolicyProblem[]): string =>
  [
    'The policy cannot be used:',
    ...problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
  ].join('\n  ')

type Reached = { readonly ok: true; readonly url: string } | Failure

/** The server that was named, or one of our own, which is started again when it dies. */
async function database({ configuration, log, endings, onLoss }: Site): Promise<Reached> {
  const { databaseUrl, dataFolder } = configuration
  if (databaseUrl !== undefined) {
    const reach = await reachDatabase(databaseUrl)
    return reach.ok ? { ok: true, url: databaseUrl } : failed('environment', reach.problem)
  }
  const start = await keepPostgres({
    folder: dataFolder,
    durable: true,
    onRestart: (pid) => log.warn('PostgreSQL was started again', { pid }),
  })
  if (!start.ok) return failed('environment', start.problem)
  const { server } = start
  endings.add('PostgreSQL', server.stop)
  void server.givenUp.then(onLoss)
  return { ok: true, url: server.url }
}
