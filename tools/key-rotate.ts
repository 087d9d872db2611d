import { resolve } from 'node:path'
import { endingsOf } from '#main/endings.ts'
import { findServerBeside } from '#main/server.ts'
import { systemClock } from '#platform/calendar.ts'
import { configurationOfProcess, type Configuration } from '#platform/configuration.ts'
import { connect, disconnect } from '#platform/database.ts'
import { openLog } from '#platform/log.ts'
import { rotateMasterKey } from '#records/key-rotation.ts'

/**
 * Replaces the master key, while Keçid is at work or not: `npm run key:rotate`. Cut off anywhere,
 * it goes on from there when it is run again.
 */
const ROOT = resolve(import.meta.dirname, '..')
const write = (line: string) => void process.stderr.write(line)
const log = openLog({ level: 'warn', clock: systemClock, write })
const endings = endingsOf(log)

async function rotation(configuration: Configuration): Promise<string | undefined> {
  const onLoss = (sentence: string) => log.warn(sentence)
  const serving = await findServerBeside({ configuration, root: ROOT, log, endings, onLoss })
  if (!serving.ok) return serving.sentence
  const url = serving.server.as('kecid_keys')
  const db = connect({ url, max: 2, application: 'kecid key rotation', statementMsMax: 120_000 })
  endings.add('keys', () => disconnect(db))
  const { masterKeyFile: file } = configuration
  const rotated = await rotateMasterKey(db, file)
  if (!rotated.ok) return rotated.problem
  const { current, retired } = rotated
  console.log(`The master key is ${current} now; ${retired.join(', ')} wraps nothing any more.`)
  console.log(`Make a copy of ${file} now, and keep the copy of before as long as dumps of then.`)
  return undefined
}

async function ended(): Promise<string | undefined> {
  const reading = configurationOfProcess()
  if (!reading.ok)
    return reading.problems.map(({ name, message }) => `${name} ${message}`).join('; ')
  try {
    return await rotation(reading.configuration)
  } finally {
    await endings.run()
  }
}

const problem = await ended()
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}
