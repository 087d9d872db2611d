import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { assert } from '#core/assert.ts'
import { loginsFileIn } from '#main/server.ts'
import { drawPasswords, keepPasswords, makeLogins } from '#platform/logins.ts'
import { migrate } from '#platform/migrate.ts'
import { startPostgres, type PostgresServer } from '#platform/postgres-server.ts'
import type { Part } from '#platform/settings.ts'
import { openMailFolder, type MailFolder } from '#standins/mail-folder.ts'
import { openMailServer } from '#standins/mailbox.ts'
import { dataFolder, kill, started, stopped, until, type Program } from '#test/program.ts'

/**
 * A house as it runs in production: each part a process of its own, on a PostgreSQL that somebody
 * else keeps. Whoever keeps them starts again what has died; here that is the test. The mail server
 * is of the outside world, and lives.
 */
export type PartedHouse = {
  readonly data: string
  /** The database as its administrator has it. */
  readonly url: string
  readonly portalUrl: string
  readonly officeUrl: string
  readonly mails: MailFolder
  /** Until the mail server has a mail that it has not said to have taken yet. */
  readonly nextMail: () => Promise<void>
  readonly kill: (kind: Kind) => void
  /** Starts again what was killed, and waits until all of it answers. */
  readonly revive: (kind: Kind) => Promise<void>
  /** Ends the parts as a person would, and leaves PostgreSQL running; with what each ended. */
  readonly close: () => Promise<readonly (number | null)[]>
  /** Ends everything, however far it came. */
  readonly stop: () => Promise<void>
  /** What the parts that run now have complained of. */
  readonly complaints: () => string
}

const RUNNING = ['portal', 'office', 'jobs'] as const satisfies readonly Part[]
type Running = (typeof RUNNING)[number]

/** Each kind of process; judges of files are children of the portal, which brings others. */
export const PROCESSES = [...RUNNING, 'judges', 'PostgreSQL'] as const
/** And all at once, as a machine that loses its power. */
export const KINDS = [...PROCESSES, 'everything'] as const
export type Kind = (typeof KINDS)[number]

const ROOT = resolve(import.meta.dirname, '..', '..')

export async function partedHouse(t: TestContext): Promise<PartedHouse> {
  const data = dataFolder(t)
  const mails = await openMailFolder(join(data, 'mails'))
  let coming = Promise.withResolvers<void>()
  const add: MailFolder['add'] = (mail) => {
    coming.resolve()
    coming = Promise.withResolvers()
    return mails.add(mail)
  }
  const post = await openMailServer({ host: '127.0.0.1', port: 0, folder: { ...mails, add } })
  const server = await keptServer(join(data, 'server'))
  const settings = await settingsFor(server.url, post.port)
  const programs = new Map<Running, Program>()
  const start = async (part: Running) => {
    await programs.get(part)?.ended
    const own = { ...settings, KECID_PARTS: part }
    programs.set(part, await started(t, { data, settings: own, words: ['--empty'] }))
  }
  // With the registers of the demonstration; it is no kind that is killed.
  let exchange: Program | undefined
  const startExchange = async () => {
    const own = { ...settings, KECID_PARTS: 'exchange,standins' }
    exchange = await started(t, { data, settings: own, words: ['--empty'] })
  }
  const stop = async () => {
    if (exchange) kill(exchange.pid, 'SIGKILL')
    for (const { pid } of programs.values()) kill(pid, 'SIGKILL')
    await server.stop()
    await post.close()
  }
  try {
    await makeReady(data, server.url)
    const [first, ...others] = RUNNING
    await start(first) // makes the key and publishes the law
    await Promise.all([...others.map(start), startExchange()])
  } catch (fault) {
    await stop()
    throw fault
  }
  const pidsOf = (kind: Kind): readonly number[] => {
    if (kind === 'judges') return childrenOf(programs.get('portal')?.pid)
    const parts = RUNNING.filter((part) => part === kind || kind === 'everything')
    const pids = parts.flatMap((part) => programs.get(part)?.pid ?? [])
    return parts.length === 1 ? pids : [...pids, server.pid()]
  }
  return {
    data,
    url: server.url,
    portalUrl: `http://localhost:${settings.KECID_PORTAL_PORT}`,
    officeUrl: `http://localhost:${settings.KECID_OFFICE_PORT}`,
    mails,
    nextMail: () => coming.promise,
    kill: (kind) => {
      for (const pid of pidsOf(kind)) kill(pid, 'SIGKILL')
    },
    revive: async (kind) => {
      if (kind === 'PostgreSQL' || kind === 'everything') await server.restart()
      const parts = RUNNING.filter((part) => part === kind || kind === 'everything')
      await Promise.all(parts.map(start))
    },
    close: async () => {
      const all = [...programs.values(), ...(exchange ? [exchange] : [])]
      const ends = await Promise.all(all.map((program) => stopped(program)))
      return ends.map(({ code }) => code)
    },
    stop,
    complaints: () =>
      [...programs].flatMap(([part, { output }]) => warningsOf(part, output())).join('\n'),
  }
}

/** None where there are none: 0 would be everybody of our own group. */
const childrenOf = (pid = 0): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((child) => child > 0)

const warningsOf = (part: Running, output: string): readonly string[] =>
  output
    .split('\n')
    .filter((line) => line.includes('"level":"warn"'))
    .map((line) => `${part}: ${line}`)

type KeptServer = Pick<PostgresServer, 'url' | 'stop'> & {
  readonly pid: () => number
  /** Once it is dead. */
  readonly restart: () => Promise<void>
}

async function keptServer(folder: string): Promise<KeptServer> {
  let server = await serverIn(folder)
  return {
    url: server.url,
    pid: () => server.pid,
    restart: async () => {
      await server.exited
      server = await serverIn(folder)
    },
    stop: () => server.stop(),
  }
}

const TRIES_MAX = 100
const BETWEEN_MS = 100

/** What a killed one leaves behind takes a moment to end; until then no other may begin. */
async function serverIn(folder: string): Promise<PostgresServer> {
  for (let tries = 1; ; tries += 1) {
    const start = await startPostgres({ folder, durable: true, guard: undefined })
    if (start.ok) return start.server
    if (tries === TRIES_MAX) throw new Error(start.problem)
    await pause(BETWEEN_MS)
  }
}

async function settingsFor(administratorUrl: string, smtpPort: number) {
  const place = new URL(administratorUrl)
  place.username = ''
  const [portal, office] = [await freePort(), await freePort()]
  return {
    DATABASE_URL: place.href,
    KECID_PORTAL_PORT: String(portal),
    KECID_OFFICE_PORT: String(office),
    KECID_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  }
}

/** What an administrator does once, as `npm run db:logins` does it. */
async function makeReady(data: string, url: string): Promise<void> {
  const [passwords, folder] = [drawPasswords(), join(ROOT, 'db')]
  keepPasswords(loginsFileIn(data), passwords)
  const made = await makeLogins(url, folder, passwords)
  assert(made.ok, 'an administrator may make logins')
  const migrated = await migrate({ url, folder })
  assert(migrated.ok, 'an empty database takes every migration')
}

const PORTS = { from: 8500, to: 32_000 } as const

/**
 * Below those that the machine gives to whoever asks for any, so that nobody else has it while the
 * process that it belongs to is dead.
 */
async function freePort(): Promise<number> {
  let port = 0
  await until(() => {
    port = randomInt(PORTS.from, PORTS.to)
    return isFree(port)
  }, 'a free port')
  return port
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
