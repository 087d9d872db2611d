import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDataFolder } from '#main/data-folder.ts'
import { systemClock } from '#platform/calendar.ts'
import { configurationOfProcess, type Configuration } from '#platform/configuration.ts'
import { copySentence, livingCopy } from '#platform/copies.ts'
import { connect, disconnect } from '#platform/database.ts'
import { makeLogins } from '#platform/logins.ts'
import { masterKeysIn, readMasterKeys } from '#platform/master-key.ts'
import { migrate } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres-server.ts'
import { isBound } from '#records/master-keys.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { generate } from '#tools/generate/generate.ts'

/**
 * Fills a demonstration with invented cases: `npm run generate -- --cases 10000 --seed 1`. On a
 * server that DATABASE_URL names it comes in as the administrator who made the logins there.
 */
const ROOT = resolve(import.meta.dirname, '..')
const DB = join(ROOT, 'db')

const USAGE = 'Say how many, and which: npm run generate -- --cases 10000 --seed 1 [--no-files]'

const HAS =
  'Each has a person with an account, answers, documents, events, tasks, letters, decisions and ' +
  'leaves of the ledger, under keys of its own. Copies of one story have its days and its words, ' +
  'the documents of a case are one page, and no mail was sent.'

async function generated({ cases, seed, files }: Words): Promise<string | undefined> {
  const reading = configurationOfProcess()
  if (!reading.ok) return reading.problems.map(({ name, message }) => `${name} ${message}`).join()
  const { configuration } = reading
  if (!configuration.demonstration) return 'Cases are only generated for a demonstration.'
  const policy = readPolicyFiles(join(ROOT, 'policy'))
  if (!policy.ok) return 'The policy cannot be used; npm start says why.'
  return onServer(configuration, async (url) => {
    const { masterKeyFile: file, dataFolder } = configuration
    const read = readMasterKeys(file, !(await hasKeys(url)))
    if (!read.ok) return read.problem
    const began = performance.now()
    const made = await generate(
      {
        url,
        masters: masterKeysIn(file, read.keys),
        policy: policy.policy,
        clock: systemClock,
        ...(files ? { vault: join(dataFolder, 'vault') } : {}),
      },
      { cases, seed, threads: Math.min(2, availableParallelism()), tell: console.log },
    )
    if (!made.ok) return made.problem
    const seconds = (performance.now() - began) / 1000
    console.log(
      `${cases} cases with ${made.leaves} leaves are there, after ${seconds.toFixed(0)} s. ${HAS}` +
        (files ? '' : ' Documents have no files, so none can be opened.'),
    )
    console.log('Whoever applied signs in as invented-1@kecid.example and so on.')
    return undefined
  })
}

/** A new key is only made for a database that knows none yet. */
async function hasKeys(url: string): Promise<boolean> {
  const db = connect({ url, max: 1, application: 'kecid generating' })
  try {
    return await isBound(db)
  } finally {
    await disconnect(db)
  }
}

/** A server of our own is started for as long as it takes, unless a house is at work on it. */
async function onServer(
  { databaseUrl, dataFolder }: Configuration,
  work: (url: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  if (databaseUrl !== undefined) return work(databaseUrl)
  const copy = livingCopy(dataFolder)
  if (copy) return copySentence(copy)
  const problem = makeDataFolder(dataFolder)
  if (problem !== undefined) return problem
  // The next start of the house decides anew who may come in.
  const start = await startPostgres({ folder: dataFolder, durable: true, guard: undefined })
  if (!start.ok) return start.problem
  const { server } = start
  try {
    const logins = await makeLogins(server.url, DB, {})
    if (!logins.ok) return logins.problem
    const migrated = await migrate({ url: server.url, folder: DB })
    return migrated.ok ? await work(server.url) : migrated.problem
  } finally {
    await server.stop()
  }
}

type Words = { readonly cases: number; readonly seed: number; readonly files: boolean }

function wordsIn(args: readonly string[]): Words | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { cases: { type: 'string' }, seed: { type: 'string' }, files: { type: 'boolean' } },
      allowNegative: true,
    })
    const [cases, seed] = [Number(values.cases), Number(values.seed ?? 1)]
    const isRight = Number.isInteger(cases) && cases > 0 && Number.isInteger(seed)
    return isRight ? { cases, seed, files: values.files !== false } : undefined
  } catch {
    return undefined
  }
}

const words = wordsIn(process.argv.slice(2))
const problem = words ? await generated(words) : USAGE
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}
