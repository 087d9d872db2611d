import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, within, type Figure } from './table.ts'

const WAIT_MS = 60_000
const STEP_MS = 20
const WARM_TIMES = 2

/** From the command to the first page, with an empty data folder and with the one it left. */
export async function measureStart(root: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-bench-start-'))
  try {
    const cold = await started(root, folder)
    const warm: number[] = []
    for (let time = 0; time < WARM_TIMES; time += 1) warm.push(await started(root, folder))
    const best = Math.min(...warm)
    return [
      figure({
        name: 'start, first time',
        ours: seconds(cold),
        note: within(cold, 4000, '4 s'),
      }),
      figure({
        name: 'start, after',
        ours: seconds(best),
        note: `${within(best, 2000, '2 s')}; best of ${warm.map(seconds).join(', ')}`,
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`

async function started(root: string, folder: string): Promise<number> {
  const [portal = 0, office = 0, standins = 0, smtp = 0] = await freePorts(4)
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'tools', 'start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      KECID_DATA: folder,
      KECID_PORTAL_PORT: String(portal),
      KECID_OFFICE_PORT: String(office),
      KECID_STANDINS_PORT: String(standins),
      KECID_SMTP_PORT: String(smtp),
    },
  })
  try {
    await answered(child, `http://127.0.0.1:${portal}/en`)
    return performance.now() - began
  } finally {
    await ended(child)
  }
}

/** Until the page itself is there; before that the door asks for patience with 503. */
async function answered(child: ChildProcess, address: string): Promise<void> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (more: Buffer) => {
      said = (said + more.toString()).slice(-4000)
    })
  }
  const until = performance.now() + WAIT_MS
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended: ${reasonIn(said)}`)
    const status = await fetch(address).then(
      async (answer) => answer.text().then(() => answer.status),
      () => 0,
    )
    if (status === 200) return
    if (status !== 0 && status !== 503) throw new Error(`the portal answered ${status}`)
    await pause(STEP_MS)
  }
  throw new Error(`no answer in ${WAIT_MS / 1000} s`)
}

const reasonIn = (said: string): string =>
  said.split('\n').find((line) => /error|cannot|not/i.test(line)) ?? said.split('\n')[0] ?? ''

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** All are taken before any is given back, so that no two are the same. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => {
    const place = server.address()
    return typeof place === 'object' && place !== null ? place.port : 0
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
