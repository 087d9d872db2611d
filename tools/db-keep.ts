import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { furnish } from '#main/demonstration/furnish.ts'
import { fixedClock } from '#platform/calendar.ts'
import { readMasterKeys } from '#platform/master-key.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { startTestCluster } from '#test/house-database.ts'
import { kept, KEPT_AT, keptBytes, keptFile } from '#test/kept-version.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { onStage } from './generate/play/stage.ts'

/**
 * Keeps what this version makes of a demonstration, for the tests of every later one: `npm run
 * db:keep`, once before a version is given out.
 */
const folder = mkdtempSync(join(tmpdir(), 'kecid-keep-'))
const cluster = await startTestCluster()
process.env['KECID_TEST_DATABASE_URL'] = cluster.url
try {
  const masterFile = join(folder, 'master.key')
  const [read, policy] = [readMasterKeys(masterFile, true), readPolicyFiles(FROZEN_POLICY)]
  if (!read.ok || !policy.ok) throw new Error('There is no policy, or no place for a key.')
  const setting = { policy: policy.policy, clock: fixedClock(KEPT_AT), master: read.keys[0] }
  const made = await onStage(setting, async (stage) => {
    await furnish(stage)
    return kept(stage.all, readFileSync(masterFile, 'utf8'))
  })
  const file = keptFile(made.migration.replace(/\.sql$/, '.json.gz'))
  if (existsSync(file)) throw new Error(`${basename(file)} is there: a version is kept once.`)
  writeFileSync(file, keptBytes(made))
  console.log(file)
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true })
}
