import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { loginsFileIn } from '#main/server.ts'
import { configurationOfProcess } from '#platform/configuration.ts'
import { reachDatabase } from '#platform/database-reach.ts'
import { drawPasswords, keepPasswords, passwordsIn, makeLogins } from '#platform/logins.ts'
import { migrate } from '#platform/migrate.ts'

/**
 * Makes the logins and the tables on a server, by hand, once and with each new version:
 * `DATABASE_URL=postgres://administrator:password@host/database npm run db:logins`. What Keçid comes
 * in by is written to a file; the administrator is named nowhere.
 */
const FOLDER = resolve(import.meta.dirname, '..', 'db')

async function made(): Promise<string | undefined> {
  const reading = configurationOfProcess()
  if (!reading.ok) return reading.problems.map(({ name, message }) => `${name} ${message}`).join()
  const {
    databaseUrl: url,
    dataFolder,
    loginsFile = loginsFileIn(dataFolder),
  } = reading.configuration
  if (url === undefined) {
    return 'DATABASE_URL names no server; a PostgreSQL of our own makes its logins at each start.'
  }
  const reach = await reachDatabase(url)
  if (!reach.ok) return reach.problem

  // The same again where there are some, so that what runs elsewhere with them goes on.
  const kept = existsSync(loginsFile) ? passwordsIn(loginsFile) : undefined
  if (kept?.ok === false) return kept.problem
  const passwords = kept?.passwords ?? drawPasswords()
  mkdirSync(dirname(loginsFile), { recursive: true })
  keepPasswords(loginsFile, passwords)
  const logins = await makeLogins(url, FOLDER, passwords)
  if (!logins.ok) return logins.problem
  const migrated = await migrate({ url, folder: FOLDER })
  if (!migrated.ok) return migrated.problem
  const { applied } = migrated
  const tables = applied.length === 0 ? 'as they were' : `brought up to ${applied.at(-1)}`
  console.log(`The logins are made, their passwords in ${loginsFile}; the tables are ${tables}.`)
  return undefined
}

const problem = await made()
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}
