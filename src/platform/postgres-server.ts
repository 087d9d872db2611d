import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { resolve as absolute } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { prepareData, sentenceFor } from '#platform/postgres-data.ts'
import { type Guard, setGuard } from '#platform/postgres-guard.ts'
import { type PostgresLog, openPostgresLog } from '#platform/postgres-log.ts'
import {
  type PlaceFinding,
  type PostgresPlace,
  SUPERUSER,
  preparePlace,
  urlOf,
} from '#platform/postgres-place.ts'
import { type PostgresProgram, findPostgres } from '#platform/postgres-program.ts'
import { IN_ENGLISH } from '#platform/postgres-single.ts'

/** A PostgreSQL that is child of this process and ends with it, by SIGKILL too. */
export type PostgresServer = {
  readonly url: string
  readonly pid: number
  /** Fast shutdown: sessions are ended, everything committed is on disk. Safe to call twice. */
  readonly stop: () => Promise<void>
  /** Told when the process has ended, whoever ended it. */
  readonly exited: Promise<PostgresExit>
  /** Lets this process end while it runs. */
  readonly unref: () => void
}

type PostgresExit = { readonly code: number | null; readonly signal: string | null }

export type PostgresStart =
  | { readonly ok: true; readonly server: PostgresServer }
  | { readonly ok: false; readonly problem: string }

const READY_MS_MAX = 60_000
const STOP_STEPS = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 5000],
] as const

/** The log quotes no statement and no row, since those may hold what a person wrote. */
const SETTINGS = [
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'logging_collector=off',
  'lc_messages=C',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
]

/** What a crash may take with it; for clusters that are thrown away. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const WITHOUT_REPLICAS = ['wal_level=minimal', 'max_wal_senders=0', 'max_connections=300']

/**
 * Starts the PostgreSQL of this folder, made on the first start, and waits until it answers. With
 * `durable: false` a crash may lose everything.
 */
export async function startPostgres({
  folder,
  durable,
  guard,
}: {
  readonly folder: string
  readonly durable: boolean
  /** Undefined: anybody comes in as anybody; for clusters that are thrown away. */
  readonly guard: Guard | undefined
}): Promise<PostgresStart> {
  const finding = await findPostgres()
  if (!finding.ok) return finding
  const { program } = finding
  const prepared = preparePlace(absolute(folder), program.account)
  if (!prepared.ok) return prepared
  const { place } = prepared
  const unusable = await prepareData(program, place)
  if (unusable !== undefined) return { ok: false, problem: unusable }
  for (let tries = 1; ; tries += 1) {
    const log = openPostgresLog(place.logFile)
    const start = await startAt(program, place, { guard, durable, log })
    if (start.ok || tries === TRIES || !isHeldByTheDead(log)) return start
    await pause(TRY_AGAIN_MS)
  }
}

async function startAt(
  program: PostgresProgram,
  place: PostgresPlace,
  {
    guard,
    durable,
    log,
  }: {
    readonly guard: Guard | undefined
    readonly durable: boolean
    readonly log: PostgresLog
  },
): Promise<PostgresStart> {
  const unguarded = await setGuard(program, place, { guard, log })
  if (unguarded !== undefined) return { ok: false, problem: unguarded }
  const child = launch(program, place, durable)
  const exited = exitOf(child)
  const stop = () => stopped(child, exited)
  const failure = await readiness({ child, exited, log, place })
  if (failure !== undefined) {
    await stop()
    return { ok: false, problem: failure }
  }
  const pid = child.pid ?? 0
  return {
    ok: true,
    server: { url: urlFor(place, guard), pid, exited, stop, unref: () => loosen(child) },
  }
}

const TRIES = 8
const TRY_AGAIN_MS = 250

/** Those who served one that was killed have its memory until they notice: a second or so. */
const isHeldByTheDead = (log: PostgresLog): boolean =>
  log.recent().some((line) => line.includes('pre-existing shared memory block'))

/** Where that of another process answers, whether it runs or not. */
export async function placeOfPostgres(folder: string): Promise<PlaceFinding> {
  const finding = await findPostgres()
  return finding.ok ? preparePlace(absolute(folder), finding.program.account) : finding
}

/** Of a cluster that anybody enters the address is that of the superuser. */
function urlFor(place: PostgresPlace, guard: Guard | undefined): string {
  const address = new URL(urlOf(place))
  if (guard === undefined) address.username = SUPERUSER
  return address.href
}

/** `detached`, so that Ctrl-C in a terminal leaves it running until we have drained. */
function launch(program: PostgresProgram, place: PostgresPlace, durable: boolean): ChildProcess {
  const listening =
    place.host === '127.0.0.1'
      ? [`listen_addresses=${place.host}`]
      : ['listen_addresses=', `unix_socket_directories=${place.host}`]
  const lasting = durable ? [] : [...FORGETFUL, ...WITHOUT_REPLICAS]
  const settings = [...listening, ...SETTINGS, ...lasting].flatMap((setting) => ['-c', setting])
  const folder = ['-D', place.dataFolder, '-p', String(place.port)]
  const [command = '', ...words] = [...program.prefix, program.postgres, ...folder, ...settings]
  return spawn(command, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...IN_ENGLISH,
  })
}

const exitOf = (child: ChildProcess): Promise<PostgresExit> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })

/** Undefined once PostgreSQL says that it accepts connections, else why it does not. */
async function readiness({
  child,
  exited,
  log,
  place,
}: {
  readonly child: ChildProcess
  readonly exited: Promise<PostgresExit>
  readonly log: PostgresLog
  readonly place: PostgresPlace
}): Promise<string | undefined> {
  const ready = new Promise<'ready'>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log.add(text)
      if (text.includes('database system is ready to accept connections')) resolve('ready')
    })
  })
  const patience = new AbortController()
  const late = pause(READY_MS_MAX, 'late' as const, { signal: patience.signal }).catch(
    () => 'late' as const,
  )
  const first = await Promise.race([ready, exited, late])
  patience.abort()
  if (first === 'ready') return undefined
  if (first === 'late') return `PostgreSQL did not get ready within ${READY_MS_MAX / 1000} seconds.`
  await pause(50) // the last lines may arrive after the exit
  return sentenceFor(log.recent(), place)
}

async function stopped(child: ChildProcess, exited: Promise<PostgresExit>): Promise<void> {
  for (const [signal, patienceMs] of STOP_STEPS) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    const patience = new AbortController()
    const late = pause(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)
    await Promise.race([exited, late])
    patience.abort()
  }
}

function loosen(child: ChildProcess): void {
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
}
