import { resolve } from 'node:path'
import { openKeys } from '#main/ground.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, inTransaction } from '#platform/database.ts'
import { newestVersion } from '#records/living-policy.ts'
import { publishPolicy, refusedIn } from '#records/policy.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { runBeside } from '#tools/beside.ts'

/**
 * Publishes a folder of policy into a house that is running: `npm run policy:publish -- policy`.
 * The loader proves it first. Within seconds everybody is answered by it; what cases pin stays as
 * it was, and what is provisional waits for two people of the Service, as it does at a start.
 */
await runBeside(async ({ configuration, server, endings }) => {
  const [folder = 'policy', ...others] = process.argv.slice(2)
  if (others.length > 0) return 'Name one folder: npm run policy:publish -- policy'
  const read = readPolicyFiles(resolve(folder))
  if (!read.ok) {
    const faults = read.problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
    return ['Nothing was published. The policy cannot be used:', ...faults].join('\n  ')
  }
  const open = (login: 'kecid_jobs' | 'kecid_keys') => {
    const db = connect({ url: server.as(login), max: 2, application: 'kecid policy' })
    endings.add(login, () => disconnect(db))
    return db
  }
  const opening = await openKeys(open('kecid_keys'), configuration.masterKeyFile)
  if (!opening.ok) return opening.problem
  const by = { secret: opening.secret, at: systemClock.now(), isShipped: false }
  const publishing = inTransaction(open('kecid_jobs'), async (tx) => {
    const newest = await newestVersion(tx)
    await publishPolicy(tx, read.policy, by)
    return [newest, await newestVersion(tx)]
  })
  const published = await publishing.catch((fault: unknown) => {
    const problems = refusedIn(fault)
    if (problems === undefined) throw fault
    return { problems }
  })
  if ('problems' in published) {
    return ['Nothing was published. The policy cannot be used:', ...published.problems].join('\n  ')
  }
  const [before, after] = published
  console.log(
    before === after
      ? `Nothing has changed: version ${after} stays in force.`
      : `Version ${after} is in force in place of ${before}.`,
  )
  return undefined
})
