import { join } from 'node:path'
import { DEMONSTRATION_MISSIONS } from '#main/demonstration/missions.ts'
import { DEMONSTRATION_PLACES } from '#main/demonstration/places.ts'
import { failed, type Failure } from '#main/failure.ts'
import { publishedPolicy } from '#main/house.ts'
import { findServer, type Server, type Site } from '#main/server.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { masterKeysIn, readMasterKeys } from '#platform/master-key.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { finishErasing } from '#records/erasing.ts'
import { keyStore, type Keys } from '#records/keys.ts'
import type { LivingPolicy } from '#records/living-policy.ts'
import { bindToMasterKey, houseSecret, isBound } from '#records/master-keys.ts'
import { refusedIn } from '#records/policy.ts'
import { readPolicyFiles, type PolicyFiles } from '#records/policy-files.ts'
import type { PolicyProblem } from '#records/policy-reading.ts'

/** What a house stands on: its database, the keys to what is sealed there, the policy in force. */
export type Ground = {
  readonly server: Server
  readonly jobs: Database
  readonly secret: HouseSecret
  readonly keys: Keys
  readonly living: LivingPolicy
}

const withInvented = (policy: PolicyFiles): PolicyFiles => ({
  ...policy,
  places: [...policy.places, ...DEMONSTRATION_PLACES],
  missions: [...policy.missions, ...DEMONSTRATION_MISSIONS],
})

export type Laying = { readonly ok: true; readonly ground: Ground } | Failure

const JOBS_CONNECTIONS = 6
/** Each page asks once, beside its other reads. */
const KEYS_CONNECTIONS = 4

export async function layGround(site: Site): Promise<Laying> {
  const { configuration, root, endings, log } = site
  const read = readPolicyFiles(join(root, 'policy'))
  if (!read.ok) return failed('configuration', policySentence(read.problems))
  const serving = await findServer(site)
  if (!serving.ok) return serving
  const { server } = serving

  const [url, max] = [server.as('kecid_jobs'), JOBS_CONNECTIONS]
  const jobs = connect({ url, max, application: 'kecid work' })
  endings.add('connections', () => disconnect(jobs))

  const keysDb = connect({
    url: server.as('kecid_keys'),
    max: KEYS_CONNECTIONS,
    application: 'kecid keys',
  })
  endings.add('keys', () => disconnect(keysDb))
  const opening = await openKeys(keysDb, configuration.masterKeyFile)
  if (!opening.ok) return failed('environment', opening.problem)
  const { keys, secret } = opening
  const files = configuration.demonstration ? withInvented(read.policy) : read.policy
  const publishing = publishedPolicy(jobs, files, { secret, at: systemClock.now() })
  const living = await publishing.catch(refusedSentence)
  if (typeof living === 'string') return failed('configuration', living)
  // Before anything of it is shown, what a restore has brought back is erased again.
  await finishErasing({ db: jobs, keys }, log)
  return { ok: true, ground: { server, jobs, secret, keys, living } }
}

type Opening =
  | { readonly ok: true; readonly keys: Keys; readonly secret: HouseSecret }
  | { readonly ok: false; readonly problem: string }

/** What is sealed can be opened from then on; by the keys of the file and no others. */
export async function openKeys(db: Database, file: string): Promise<Opening> {
  const read = readMasterKeys(file, !(await isBound(db)))
  if (!read.ok) return read
  const masters = masterKeysIn(file, read.keys)
  const bound = await bindToMasterKey(db, masters)
  if (!bound.ok) return bound
  return { ok: true, keys: keyStore(db, masters), secret: await houseSecret(db, masters) }
}

/** What is shipped does not go with what was published into this house. */
function refusedSentence(fault: unknown): string {
  const problems = refusedIn(fault)
  if (problems === undefined) throw fault
  return ['The policy cannot be used:', ...problems].join('\n  ')
}

const policySentence = (problems: readonly PolicyProblem[]): string =>
  [
    'The policy cannot be used:',
    ...problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
  ].join('\n  ')
