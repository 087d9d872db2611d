import {
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  DATABASE,
  type PostgresPlace,
  SUPERUSER,
  ownerSentence,
  socketOf,
} from '#platform/postgres-place.ts'
import type { PostgresProgram } from '#platform/postgres-program.ts'
import { asSuperuser, run } from '#platform/postgres-single.ts'
import { commandOf, processState } from '#platform/processes.ts'
import { codeOf, diskFullSentence, troubleSentence } from '#platform/trouble.ts'

/** Undefined: the data folder is there, ours, and nobody is at work in it. */
export type DataProblem = string | undefined

const WAIT_MS_MAX = 5000
/** Told to stop, PostgreSQL says so in its lock at once; one that stays ready is in use. */
const WAIT_READY_MS_MAX = 1500
const WAIT_STEP_MS = 50

export async function prepareData(
  program: PostgresProgram,
  place: PostgresPlace,
): Promise<DataProblem> {
  try {
    const present = lstatSync(place.dataFolder, { throwIfNoEntry: false })
    if (!present) return await makeData(program, place)
    if (program.account.uid !== -1 && present.uid !== program.account.uid) {
      return ownerSentence(place.dataFolder, present.uid)
    }
    return await freeOfOthers(place)
  } catch (error) {
    return troubleSentence(error, place.dataFolder)
  }
}

const secondCopySentence = (place: PostgresPlace, pid: number | undefined): string =>
  `Another Keçid already uses the data in ${place.dataFolder}` +
  `${pid === undefined ? '' : ` (its PostgreSQL is process ${pid})`}; ` +
  'stop that one first, or choose another folder with KECID_DATA.'

/** What PostgreSQL said when it did not start, for whoever starts us. */
export function sentenceFor(lines: readonly string[], place: PostgresPlace): string {
  const text = lines.join('\n')
  if (text.includes('No space left on device')) return diskFullSentence(place.dataFolder)
  if (/lock file "[^"]*" already exists|pre-existing shared memory block/.test(text)) {
    return secondCopySentence(place, undefined)
  }
  if (text.includes('database files are incompatible with server')) {
    const version = readFileSync(join(place.dataFolder, 'PG_VERSION'), 'utf8').trim()
    return `${place.dataFolder} was made by PostgreSQL ${version}, which this one cannot read.`
  }
  const reason = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1)
  const why = reason?.replace(/^.*?(ERROR|FATAL|PANIC):\s*/, '') ?? 'it said nothing'
  return `PostgreSQL did not start: ${why}; more is in ${place.logFile}.`
}

/** Made aside and moved into place when whole, so that a kill in between leaves no half of it. */
async function makeData(program: PostgresProgram, place: PostgresPlace): Promise<DataProblem> {
  removeAbandoned(place.dataFolder)
  const aside = `${place.dataFolder}.new-${process.pid}`
  mkdirSync(aside, { mode: 0o700 })
  try {
    if (program.account.uid !== -1) chownSync(aside, program.account.uid, program.account.gid)
    const failure = await initialise(program, place, aside)
    if (failure === undefined) renameSync(aside, place.dataFolder)
    return failure
  } catch (error) {
    // Two first starts at once: the other one was faster, and PostgreSQL's lock decides.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return freeOfOthers(place)
    return troubleSentence(error, place.dataFolder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** What a start that was killed in the middle of `initdb` left behind. */
function removeAbandoned(dataFolder: string): void {
  const beginning = `${basename(dataFolder)}.new-`
  for (const name of readdirSync(dirname(dataFolder))) {
    const pid = name.startsWith(beginning) ? Number(name.slice(beginning.length)) : Number.NaN
    if (Number.isInteger(pid) && processState(pid) !== 'running') {
      rmSync(join(dirname(dataFolder), name), { recursive: true, force: true })
    }
  }
}

/**
 * The built-in C.UTF-8 locale sorts alike on every machine and changes with no system update;
 * where people read a list, the query names its collation. Each start decides who may connect.
 */
async function initialise(
  program: PostgresProgram,
  place: PostgresPlace,
  folder: string,
): Promise<DataProblem> {
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const entrance = [`--username=${SUPERUSER}`, '--auth=reject']
  const command = [...program.prefix, program.initdb, '-D', folder, ...entrance]
  const { code, output } = await run([...command, '--encoding=UTF8', ...locale])
  if (code === 0) {
    const text = `create database ${DATABASE}`
    const complaints = await asSuperuser(program, { folder, database: 'postgres', text })
    return complaints.length === 0 ? undefined : sentenceFor(complaints, place)
  }
  if (/No space left on device|could not extend file/.test(output))
    return diskFullSentence(dirname(folder))
  if (output.includes('Permission denied')) {
    return (
      `PostgreSQL may not enter ${folder} as ${program.account.name}; start Keçid as an ` +
      'ordinary user, or choose another folder with KECID_DATA.'
    )
  }
  const reason = output.split('\n').find((line) => /error|fatal/i.test(line))
  return `PostgreSQL could not make its data folder ${folder}: ${reason ?? `exit code ${code}`}`
}

/**
 * A start right after a kill meets PostgreSQL still shutting down, or a zombie that nobody has
 * collected; both are waited for. A number taken over by another program is no lock.
 */
async function freeOfOthers(place: PostgresPlace): Promise<DataProblem> {
  const locks = [join(place.dataFolder, 'postmaster.pid'), `${socketOf(place)}.lock`]
  for (const lock of locks) {
    const holder = await lastingHolder(lock, place)
    if (holder !== undefined && processState(holder) === 'running' && isOurs(holder, place)) {
      return secondCopySentence(place, holder)
    }
    // PostgreSQL itself clears the lock of a process that is gone, but not of one with its number.
    if (holder !== undefined) rmSync(lock, { force: true })
  }
  return undefined
}

/** Who still holds the lock when there is no more reason to wait. */
async function lastingHolder(lock: string, place: PostgresPlace): Promise<number | undefined> {
  for (let waited = 0; waited < WAIT_MS_MAX; waited += WAIT_STEP_MS) {
    const pid = lockHolder(lock)
    if (pid === undefined || processState(pid) === 'gone') return undefined
    if (processState(pid) === 'running') {
      if (!isOurs(pid, place)) return pid
      if (waited >= WAIT_READY_MS_MAX && saysReady(lock)) return pid
    }
    await pause(WAIT_STEP_MS)
  }
  return lockHolder(lock)
}

/** Where the command line cannot be read, the benefit of the doubt goes to the data. */
function isOurs(pid: number, place: PostgresPlace): boolean {
  const command = commandOf(pid)
  return command === '' || command.includes(`-D ${place.dataFolder} `)
}

/** The first line is the number of the process; a standalone server writes it negative. */
function lockHolder(lock: string): number | undefined {
  const pid = Math.abs(Number.parseInt(textOf(lock), 10))
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

const saysReady = (lock: string): boolean => /^ready\s*$/m.test(textOf(lock))

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}
