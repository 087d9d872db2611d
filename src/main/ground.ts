import { join } from 'node:path'
import type { Policy } from '#core/policy/policy.ts'
import { failed, type Failure } from '#main/failure.ts'
import { publishedPolicy } from '#main/house.ts'
import { findServer, type Server, type Site } from '#main/server.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { checkMasterKey, isBoundToKey } from '#platform/key-check.ts'
import { readMasterKey } from '#platform/master-key.ts'
import type { MasterKey } from '#platform/sealing.ts'
import { readPolicyFiles, type PolicyProblem } from '#records/policy-files.ts'

/** What a house stands on: its database, the key to what is sealed there, the policy in force. */
export type Ground = {
  readonly server: Server
  readonly jobs: Database
  readonly master: MasterKey
  readonly policy: Policy
}

export type Laying = { readonly ok: true; readonly ground: Ground } | Failure

const JOBS_CONNECTIONS = 6

export async function layGround(site: Site): Promise<Laying> {
  const { configuration, root, endings } = site
  const read = readPolicyFiles(join(root, 'policy'))
  if (!read.ok) return failed('configuration', policySentence(read.problems))
  const serving = await findServer(site)
  if (!serving.ok) return serving
  const { server } = serving

  const [url, max] = [server.as('kecid_jobs'), JOBS_CONNECTIONS]
  const jobs = connect({ url, max, application: 'kecid work' })
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
  return { ok: true, ground: { server, jobs, master: key.master, policy } }
}

const policySentence = (problems: readonly PolicyProblem[]): string =>
  [
    'The policy cannot be used:',
    ...problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
  ].join('\n  ')
