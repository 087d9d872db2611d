import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { configurationOfProcess } from '#platform/configuration.ts'
import { copySentence, livingCopy } from '#platform/copies.ts'

/**
 * Throws the data of the demonstration on this machine away: `npm run db:reset`. The next start
 * makes it anew. A server named in DATABASE_URL is never touched.
 */
const reading = configurationOfProcess()
const refusal = !reading.ok
  ? reading.problems.map(({ name, message }) => `${name} ${message}`).join('; ')
  : refusalFor(reading.configuration)

function refusalFor(configuration: {
  readonly databaseUrl: string | undefined
  readonly demonstration: boolean
  readonly dataFolder: string
}): string | undefined {
  if (configuration.databaseUrl !== undefined) {
    return 'DATABASE_URL names a server; its databases are reset by whoever keeps it.'
  }
  if (!configuration.demonstration) return 'Only a demonstration is thrown away by a command.'
  const copy = livingCopy(configuration.dataFolder)
  return copy && copySentence(copy)
}

if (refusal !== undefined || !reading.ok) {
  console.error(refusal)
  process.exit(1)
}
const { dataFolder, masterKeyFile } = reading.configuration
for (const path of ['postgres', 'vault'].map((name) => join(dataFolder, name))) {
  rmSync(path, { recursive: true, force: true })
}
console.log(`${dataFolder} is empty again; ${masterKeyFile} is kept.`)
