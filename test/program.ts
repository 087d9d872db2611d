import {
  execFileSync,
  spawn,
  type ChildProcess,
  type ChildProcessByStdio,
} from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '#tools/build-assets.ts'
import { bundle } from '#tools/bundle.ts'

/** The program as `npm start` runs it, in a process of its own with a data folder of its own. */
export type Program = {
  readonly pid: number
  /** The process that was spawned: the program, or the shell around it. */
  readonly child: ChildProcess
  readonly output: () => string
  readonly complaints: () => string
  readonly ended: Promise<Ended>
  /** What the table on the terminal says: `Portal`, `Office`, `Emails`, `Database`. */
  readonly place: (name: string) => string
}
export type Ended = { readonly code: number | null; readonly signal: string | null }
/** A test, or whatever else sees to what has to be done when it ends. */
type Ending = { readonly after: (ending: () => unknown) => void }
export type Settings = Readonly<Record<string, string>>

const ROOT = resolve(import.meta.dirname, '..')
const READY_MS_MAX = 120_000
const STEP_MS = 20

/**
 * Ports are chosen by the machine, so that tests can run side by side; the log tells the number of
 * the process when it is ready.
 */
const FOR_TESTS: Settings = {
  KECID_LOG: 'info',
  KECID_PORTAL_PORT: '0',
  KECID_OFFICE_PORT: '0',
  KECID_EXCHANGE_PORT: '0',
  KECID_STANDINS_PORT: '0',
  KECID_SMTP_PORT: '0',
  KECID_SECURITY_SERVER_PORT: '0',
  KECID_SECURITY_SERVER_TLS_PORT: '0',
  KECID_BRIDGE_PORT: '0',
  KECID_PAYMENTS_PORT: '0',
}

let built: Promise<string> | undefined

async function build(): Promise<string> {
  const [file] = await Promise.all([
    bundle({ outFolder: join(ROOT, 'build', 'main') }),
    buildAssets({ outFolder: join(ROOT, 'build', 'assets') }),
  ])
  return file
}

/** A data folder that is gone after the test, with every program that was started on it. */
export function dataFolder(t: Ending): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-start-'))
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}

type Start = {
  readonly data: string
  readonly settings?: Settings
  readonly words?: readonly string[]
  /** In a shell that is no more than a parent, as npm puts one in between. */
  readonly inShell?: boolean
}

/**
 * What a fresh clone holds, in a folder that nobody but its owner may enter, as the home of root
 * is on a fresh machine. It lies beside the packages, so that they are links and cost no time.
 */
export function closedCheckout(t: Ending): string {
  mkdirSync(join(ROOT, 'build'), { recursive: true })
  const home = mkdtempSync(join(ROOT, 'build', 'home-'))
  t.after(() => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const checkout = join(home, 'kecid')
  const left = new Set(['.git', '.kecid', 'build', 'node_modules'])
  mkdirSync(checkout)
  for (const name of readdirSync(ROOT)) {
    if (!left.has(name)) cpSync(join(ROOT, name), join(checkout, name), { recursive: true })
  }
  execFileSync('cp', ['-al', join(ROOT, 'node_modules'), checkout])
  return checkout
}

/** Starts it with `npm start`, as the README says, and waits until everything runs. */
export async function startedByNpm(t: Ending, checkout: string): Promise<Program> {
  const child = spawn('npm', ['start', '--', '--empty'], {
    cwd: checkout,
    env: { PATH: process.env['PATH'], HOME: checkout, ...FOR_TESTS },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return ready(watched(t, child))
}

/** Starts it and comes back at once; it is killed when the test ends. */
export async function launch(t: Ending, start: Start): Promise<Program> {
  const { data, settings = {}, words = [], inShell = false } = start
  built ??= build()
  const file = await built
  const command = [process.execPath, file, ...words]
  const [name = '', ...rest] = inShell ? ['sh', '-c', `"$0" "$@"; exit $?`, ...command] : command
  const child = spawn(name, rest, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...FOR_TESTS, KECID_DATA: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return watched(t, child)
}

function watched(t: Ending, child: ChildProcessByStdio<null, Readable, Readable>): Program {
  let [output, complaints] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const pidOfReady = () => Number(/"event":"ready","pid":(\d+)/.exec(output)?.[1] ?? child.pid)
  t.after(async () => {
    for (const pid of new Set([pidOfReady(), child.pid ?? 0])) kill(pid, 'SIGKILL')
    await ended
  })
  return {
    child,
    get pid() {
      return pidOfReady()
    },
    output: () => output,
    complaints: () => complaints,
    ended,
    place: (name) => new RegExp(`^ {2}${name} +(\\S+)$`, 'm').exec(output)?.[1] ?? '',
  }
}

/** Starts it and waits until everything runs. */
export async function started(t: Ending, start: Start): Promise<Program> {
  return ready(await launch(t, start))
}

async function ready(program: Program): Promise<Program> {
  let over = false
  void program.ended.then(() => (over = true))
  await until(() => over || program.output().includes('Ctrl-C ends it.'), 'the start')
  if (over) throw new Error(`it ended instead: ${program.complaints()}`)
  return program
}

/** What a start that cannot succeed says and ends with. */
export async function refused(t: Ending, start: Start) {
  const program = await launch(t, start)
  let over: Ended | undefined
  void program.ended.then((end) => (over = end))
  await until(() => over !== undefined, 'the refusal')
  const { code } = await program.ended
  return { code, says: program.complaints().trim(), output: program.output() }
}

/** Asks it to end, and waits until it has. */
export async function stopped(
  program: Program,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<Ended> {
  kill(program.pid, signal)
  return program.ended
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended by itself
  }
}

export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  for (let waited = 0; waited < READY_MS_MAX; waited += STEP_MS) {
    if (await condition()) return
    await pause(STEP_MS)
  }
  throw new Error(`${what} did not come within ${READY_MS_MAX / 1000} seconds`)
}

/** Whether a page answers with that status now. */
export async function answers(address: string, status: number): Promise<boolean> {
  try {
    return (await fetch(address)).status === status
  } catch {
    return false // nobody listens
  }
}
