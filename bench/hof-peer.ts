import { fork, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { answer, requestFor } from './http-load.ts'

/**
 * The peer of our pages: hof, the form framework of the British Home Office, with its sessions in
 * Redis. It is installed by the bench alone, by a lockfile of its own, into build/.
 */
export type Hof = {
  readonly origin: string
  /**
   * Each asks for a form in a session that has begun: one with a box to type in where we have a
   * list of countries, and one with the same lists, which hof is slow to draw.
   */
  readonly requests: { readonly boxes: string; readonly lists: string }
  readonly pids: { readonly node: number; readonly redis: number }
  readonly stop: () => Promise<void>
}
export type Opening =
  { readonly ok: true; readonly hof: Hof } | { readonly ok: false; readonly problem: string }

/** A question as hof asks it. */
export type PeerField = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'date' | 'select' | 'radios'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

const INSTALL_MS_MAX = 300_000
const START_MS_MAX = 20_000

export async function openHof(root: string, fields: readonly PeerField[]): Promise<Opening> {
  const folder = join(root, 'build', 'hof')
  const problem = await installed(join(root, 'bench', 'hof'), folder)
  if (problem !== undefined) return { ok: false, problem }
  writeForm(folder, fields)
  const place = mkdtempSync(join(tmpdir(), 'kecid-bench-redis-'))
  const socket = join(place, 'redis.sock')
  const words = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no']
  const redis = spawn('redis-server', [...words, '--dir', place], { stdio: 'ignore' })
  const children: ChildProcess[] = [redis]
  const stop = async () => {
    for (const child of children) await ended(child)
    rmSync(place, { recursive: true, force: true })
  }
  try {
    if (!(await isThere(redis, socket))) {
      await stop()
      return { ok: false, problem: "redis-server (Debian's package of that name) does not start" }
    }
    const node = fork(join(folder, 'server.cjs'), [], {
      cwd: folder,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        REDIS_SOCKET: socket,
        SESSION_SECRET: randomBytes(16).toString('hex'),
      },
    })
    children.push(node)
    const origin = await originOf(node)
    const requests = {
      boxes: await requestIn(origin, '/boxes/form'),
      lists: await requestIn(origin, '/lists/form'),
    }
    return { ok: true, hof: { origin, requests, pids: pidsOf(node, redis), stop } }
  } catch (error) {
    await stop()
    return { ok: false, problem: `hof: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** What is wrong, or nothing once the very packages of the lockfile are there. */
async function installed(source: string, folder: string): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true })
  const mark = join(folder, 'installed.json')
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8')
  cpSync(source, folder, { recursive: true })
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return undefined
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const npm = spawn('npm', words, { cwd: folder, stdio: 'ignore', timeout: INSTALL_MS_MAX })
  const code = await exitOf(npm)
  if (code !== 0) return 'hof cannot be installed: npm ci failed in build/hof (no network?)'
  writeFileSync(mark, lock)
  return undefined
}

/** The questions, and the words that hof looks up by their names. */
function writeForm(folder: string, fields: readonly PeerField[]): void {
  const boxes = fields.map((field) => {
    const name = `${field.name}-box`
    return field.kind === 'select' ? { ...field, name, kind: 'text' } : { ...field, name }
  })
  writeFileSync(join(folder, 'forms.json'), JSON.stringify({ boxes, lists: fields }))
  const words = Object.fromEntries(
    [...boxes, ...fields].map(({ name, label }) => [name, { label, legend: label }]),
  )
  const translations = join(folder, 'translations', 'en')
  mkdirSync(translations, { recursive: true })
  writeFileSync(join(translations, 'default.json'), JSON.stringify({ fields: words }))
}

async function isThere(redis: ChildProcess, socket: string): Promise<boolean> {
  redis.once('error', () => undefined) // it is not installed, and has no number then
  for (let waited = 0; waited < START_MS_MAX; waited += 50) {
    if (redis.pid === undefined || redis.exitCode !== null) return false
    if (existsSync(socket)) return true
    await pause(50)
  }
  return false
}

const STARTED = z.object({ port: z.number() })

/** Where a child of ours listens, as it says itself. */
export async function originOf(child: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(START_MS_MAX)
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('it ended before it listened')
  })
  const [said] = (await Promise.race([once(child, 'message', { signal }), ended])) as unknown[]
  ended.catch(() => undefined) // it ends one day
  return `http://127.0.0.1:${STARTED.parse(said).port}`
}

/** hof gives its cookies with a redirect, and the form to whoever comes back with them. */
async function requestIn(origin: string, place: string): Promise<string> {
  const proxied = { 'x-forwarded-proto': 'https' } // its cookies want https in production
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port) })
  await once(socket, 'connect')
  const jar = new Map<string, string>()
  const asking = (path: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return requestFor({ origin, path }, { ...proxied, ...(jar.size > 0 ? { cookie } : {}) })
  }
  try {
    for (let time = 0; time < 3; time += 1) {
      const head = await answer(socket, asking(place))
      for (const [, name = '', value = ''] of head.matchAll(/^set-cookie: ([^=]+)=([^;]*)/gim)) {
        jar.set(name, value)
      }
      if (head.startsWith('HTTP/1.1 200')) return asking(place)
    }
  } finally {
    socket.destroy()
  }
  throw new Error('it does not give its form')
}

function pidsOf(node: ChildProcess, redis: ChildProcess): Hof['pids'] {
  if (node.pid === undefined || redis.pid === undefined) throw new Error('a child has a number')
  return { node: node.pid, redis: redis.pid }
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(null)).once('exit', (code) => resolve(code))
  })
