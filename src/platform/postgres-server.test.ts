import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { keepPostgres } from '#platform/postgres-keeper.ts'
import { openPostgresLog } from '#platform/postgres-log.ts'
import { startPostgres } from '#platform/postgres-server.ts'
import { processState } from '#platform/processes.ts'

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-server-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Made once; a test that damages what is in it mends it again. */
const shared = mkdtempSync(join(tmpdir(), 'kecid-server-'))
chmodSync(shared, 0o755)
after(() => rmSync(shared, { recursive: true, force: true, maxRetries: 5 }))

async function started(t: TestContext, folder: string) {
  const start = await startPostgres({ folder, durable: true, guard: undefined })
  ok(start.ok, JSON.stringify(start))
  t.after(start.server.stop)
  return start.server
}

async function ask(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return
    await pause(50)
  }
  throw new Error('It did not become true in ten seconds')
}

/** A process of ours that holds a PostgreSQL, to be killed. */
async function holder(
  t: TestContext,
  folder: string,
): Promise<{ child: ChildProcess; pid: number }> {
  const program = `
    import { startPostgres } from '#platform/postgres-server.ts'
    const folder = ${JSON.stringify(folder)}
    const start = await startPostgres({ folder, durable: true, guard: undefined })
    console.log(start.ok ? start.server.pid : start.problem)`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  t.after(() => child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString('utf8'))
  ok(pid > 0, line.toString('utf8'))
  return { child, pid }
}

test('what was stored is there after a stop and a start, and others cannot enter', async (t) => {
  const folder = shared
  const first = await started(t, folder)
  await ask(first.url, 'create table note (id int)')
  await first.stop()
  deepEqual(await first.exited, { code: 0, signal: null })
  equal(processState(first.pid), 'gone')

  const second = await started(t, folder)

  deepEqual(await ask(second.url, 'select count(*)::int from note'), [{ count: 0 }])
  equal(second.url, first.url)
  deepEqual(
    ['postgres', 'sockets'].map((name) => statSync(join(folder, name)).mode & 0o777),
    [0o700, 0o700],
  )
  deepEqual(readdirSync(folder).sort(), ['postgres', 'postgres.log', 'sockets'])
})

test('a second copy on the same data is refused, and the first goes on', async (t) => {
  const folder = shared
  const first = await started(t, folder)

  const second = await startPostgres({ folder, durable: true, guard: undefined })

  equal(second.ok, false)
  match(second.ok ? '' : second.problem, /^Another Keçid already uses the data in .*\.$/)
  match(second.ok ? '' : second.problem, new RegExp(`process ${first.pid}`))
  deepEqual(await ask(first.url, 'select 1 as one'), [{ one: 1 }])
})

test('two first starts at once make one folder and one server', async (t) => {
  const folder = folderFor(t)

  const starts = await Promise.all([1, 2].map(() => holder(t, folder).catch(() => undefined)))

  equal(starts.filter((start) => start !== undefined).length, 1)
  deepEqual(readdirSync(folder).sort(), ['postgres', 'postgres.log', 'sockets'])
})

test('when our process is killed PostgreSQL ends, and can be started again', async (t) => {
  const folder = shared
  const { child, pid } = await holder(t, folder)
  child.kill('SIGKILL')

  const next = await started(t, folder)

  notEqual(processState(pid), 'running')
  deepEqual(await ask(next.url, 'select 1 as one'), [{ one: 1 }])
})

test('PostgreSQL killed while we live is started again at the same address', async (t) => {
  const folder = shared
  const restarts: number[] = []
  const start = await keepPostgres({
    folder,
    durable: true,
    guard: undefined,
    onRestart: (pid) => restarts.push(pid),
  })
  ok(start.ok)
  const { server } = start
  t.after(server.stop)
  await ask(server.url, 'create table kept (id int)')
  await ask(server.url, 'insert into kept values (1)')

  process.kill(server.pid(), 'SIGKILL')
  await until(() => restarts.length === 1)

  deepEqual(await ask(server.url, 'select id from kept'), [{ id: 1 }])
  equal(server.pid(), restarts[0])
  await server.stop()
  equal(processState(server.pid()), 'gone')
  equal(restarts.length, 1)
})

test('a PostgreSQL that can no longer start is given up with a sentence', async (t) => {
  const folder = shared
  const start = await keepPostgres({
    folder,
    durable: true,
    guard: undefined,
    onRestart: () => undefined,
  })
  ok(start.ok)
  t.after(start.server.stop)
  const settings = join(folder, 'postgres', 'postgresql.conf')
  const text = readFileSync(settings)
  t.after(() => writeFileSync(settings, text))
  writeFileSync(settings, 'nonsense')

  process.kill(start.server.pid(), 'SIGKILL')

  match(
    await start.server.givenUp,
    /^PostgreSQL died and could not be started again: .*contains errors/,
  )
})

test('the lock of a dead PostgreSQL whose number another program has is no lock', async (t) => {
  const folder = shared
  const first = await started(t, folder)
  process.kill(first.pid, 'SIGKILL')
  await first.exited
  const lock = join(folder, 'postgres', 'postmaster.pid')
  const lines = readFileSync(lock, 'utf8').split('\n')
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  t.after(() => stranger.kill('SIGKILL'))
  writeFileSync(lock, [String(stranger.pid), ...lines.slice(1)].join('\n'))

  const second = await started(t, folder)

  deepEqual(await ask(second.url, 'select 1 as one'), [{ one: 1 }])
})

test('a start that was killed while it made the data folder is cleared away', async (t) => {
  const folder = folderFor(t)
  const child = spawn('true', { stdio: 'ignore' })
  await once(child, 'exit')
  mkdirSync(join(folder, `postgres.new-${child.pid}`))
  writeFileSync(join(folder, `postgres.new-${child.pid}`, 'PG_VERSION'), '18\n')

  const server = await started(t, folder)

  deepEqual(await ask(server.url, 'select 1 as one'), [{ one: 1 }])
  equal(existsSync(join(folder, `postgres.new-${child.pid}`)), false)
})

test('a folder too deep for a socket has it in a short folder, always the same', async (t) => {
  const folder = join(folderFor(t), 'deep'.repeat(20), 'deeper'.repeat(5))
  const first = await started(t, folder)
  await first.stop()
  const second = await started(t, folder)
  const sockets = new URL(second.url).searchParams.get('host') ?? ''
  t.after(() => rmSync(sockets, { recursive: true, force: true }))

  equal(first.url, second.url)
  equal(sockets.startsWith(join(tmpdir(), 'kecid-')), true)
  equal(statSync(sockets).mode & 0o777, 0o700)
  deepEqual(await ask(second.url, 'select 1 as one'), [{ one: 1 }])
})

test('a place that cannot hold data is told in a sentence', async (t) => {
  const folder = folderFor(t)
  writeFileSync(join(folder, 'file'), '')

  const start = await startPostgres({
    folder: join(folder, 'file'),
    durable: true,
    guard: undefined,
  })

  match(
    start.ok ? '' : start.problem,
    /file is not a folder; choose another one with KECID_DATA\.$/,
  )
})

test('data made by another version of PostgreSQL is told and left alone', async (t) => {
  const folder = shared
  const server = await started(t, folder)
  await server.stop()
  const version = join(folder, 'postgres', 'PG_VERSION')
  const text = readFileSync(version)
  t.after(() => writeFileSync(version, text))
  writeFileSync(version, '17\n')

  const start = await startPostgres({ folder, durable: true, guard: undefined })

  match(start.ok ? '' : start.problem, /was made by PostgreSQL 17, which this one cannot read/)
  equal(readFileSync(version, 'utf8'), '17\n')
})

test('the log keeps within its bounds and the last lines are at hand', (t) => {
  const file = join(folderFor(t), 'postgres.log')
  const log = openPostgresLog(file, 1000)
  for (let number = 1; number <= 100; number += 1) log.add(`line ${number}\n`.padStart(50))

  equal(statSync(file).size <= 1000 && statSync(`${file}.1`).size <= 1000, true)
  equal(log.recent().length, 50)
  equal(log.recent().at(-1)?.trim(), 'line 100')
})

test('a log that cannot be written still has its last lines', () => {
  const log = openPostgresLog('/dev/full')
  log.add('FATAL: no room\n')

  deepEqual(log.recent(), ['FATAL: no room'])
})
