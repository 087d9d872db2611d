import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { Client } from 'pg'
import { addressAs, passwordsIn } from '#platform/logins.ts'
import { findPostgres } from '#platform/postgres-program.ts'
import { asSuperuser } from '#platform/postgres-single.ts'
import { processState } from '#platform/processes.ts'
import {
  answers,
  dataFolder,
  kill,
  launch,
  refused,
  started,
  stopped,
  until,
  type Program,
} from '#test/program.ts'

const postgresOf = (data: string): number =>
  Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)

const healthOf = (program: Program) => `${program.place('Portal')}/health`

test('a first start brings everything up, and Ctrl-C takes everything down', async (t) => {
  const data = dataFolder(t)
  const program = await started(t, { data })
  const postgres = postgresOf(data)

  for (const name of ['Portal', 'Office', 'Emails']) {
    equal(await answers(`${program.place(name)}/health`, 200), true, name)
  }
  match(program.output(), /ana@kecid\.example/)
  match(program.output(), /officer@kecid\.example/)
  deepEqual(await stopped(program, 'SIGINT'), { code: 0, signal: null })
  equal(processState(postgres), 'gone')
  equal(existsSync(join(data, 'running.json')), false)
  equal(program.complaints(), '')
})

test('a second start on the same data names the first and changes nothing', async (t) => {
  const data = dataFolder(t)
  const first = await started(t, { data })
  const { code, says } = await refused(t, { data })

  match(says, new RegExp(`^Keçid already runs on this data as process ${first.pid} at http`))
  ok(says.includes(first.place('Portal')))
  equal(code, 3)
  equal(await answers(healthOf(first), 200), true)
})

test('killed with everything it had in hand, it starts again', async (t) => {
  const data = dataFolder(t)
  for (let round = 0; round < 2; round += 1) {
    const program = await started(t, { data })
    await stopped(program, 'SIGKILL')
  }
  const program = await started(t, { data })
  equal(await answers(healthOf(program), 200), true)
})

test('a PostgreSQL that was killed amid jobs comes back, and no job stays locked', async (t) => {
  const data = dataFolder(t)
  const file = join(data, 'logins.json')
  const program = await started(t, { data, settings: { KECID_LOGINS_FILE: file } })
  const before = postgresOf(data)
  kill(before, 'SIGKILL')

  await until(() => answers(healthOf(program), 503), 'the loss')
  await until(() => answers(healthOf(program), 200), 'the return')
  notEqual(postgresOf(data), before)
  const logins = passwordsIn(file)
  ok(logins.ok)
  const { kecid_jobs: password } = logins.passwords
  const url = addressAs(program.place('Database'), 'kecid_jobs', password)
  const client = new Client({ connectionString: url })
  await client.connect()
  t.after(() => client.end())
  client.on('error', () => undefined)
  await until(async () => {
    const found = await client.query(
      `select from jobs._private_jobs where locked_at is not null or (attempts = 0 and run_at < now())`,
    )
    return found.rowCount === 0
  }, 'the end of the jobs')
  deepEqual(await stopped(program), { code: 0, signal: null }, program.output())
})

test('when only npm was killed, the next start finds the one that still runs', async (t) => {
  const data = dataFolder(t)
  const orphan = await started(t, { data, inShell: true })
  notEqual(orphan.pid, orphan.child.pid)
  orphan.child.kill('SIGKILL')
  orphan.child.stdout?.destroy()
  orphan.child.stderr?.destroy()

  const { code, says } = await refused(t, { data })
  match(says, new RegExp(`as process ${orphan.pid} at `))
  equal(code, 3)
  equal(await answers(healthOf(orphan), 200), true)
  kill(orphan.pid, 'SIGTERM')
  await until(() => processState(orphan.pid) !== 'running', 'its end')
  const program = await started(t, { data })
  equal(await answers(healthOf(program), 200), true)
})

test('a request under way is answered before the end, and new ones are not taken', async (t) => {
  const program = await started(t, { data: dataFolder(t) })
  const portal = program.place('Portal')
  const slow = Promise.withResolvers<number>()
  const half = request(`${portal}/en/sign-in`, {
    method: 'POST',
    headers: {
      origin: portal,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '20',
    },
  })
  half.on('response', (response) => slow.resolve(response.resume().statusCode ?? 0))
  half.on('error', slow.reject)
  half.write('email=nobo')
  await pause(200)

  kill(program.pid, 'SIGTERM')
  await until(async () => !(await answers(healthOf(program), 200)), 'the closed door')
  half.end('dy@example')
  ok((await slow.promise) >= 200)
  deepEqual(await program.ended, { code: 0, signal: null })
})

test('without its key the data is left alone, and with it everything is there again', async (t) => {
  const data = dataFolder(t)
  const key = join(data, 'master.key')
  await stopped(await started(t, { data }))

  renameSync(key, `${key}.away`)
  const lost = await refused(t, { data })
  match(lost.says, /^The master key .* is missing, and this database holds data sealed with it/)
  equal(lost.code, 3)
  equal(existsSync(key), false)

  const other = dataFolder(t)
  await stopped(await started(t, { data: other }))
  writeFileSync(key, readFileSync(join(other, 'master.key')), { mode: 0o600 })
  const wrong = await refused(t, { data })
  match(wrong.says, /^This database was sealed with the master key [0-9a-f]{16}, not with/)
  equal(wrong.code, 3)

  rmSync(key)
  renameSync(`${key}.away`, key)
  const program = await started(t, { data })
  equal(await answers(healthOf(program), 200), true)
})

test('the data of another version is left alone, and the command that is named starts anew', async (t) => {
  const data = dataFolder(t)
  const first = await started(t, { data, words: ['--empty'] })
  await stopped(first)
  const found = await findPostgres()
  ok(found.ok)
  const text = `update migration set sha256 = 'older' where name like '0001-%'`
  const folder = join(data, 'postgres')
  deepEqual(await asSuperuser(found.program, { folder, database: 'kecid', text }), [])

  const { code, says } = await refused(t, { data })
  match(says, /^The data in .* is of another version of Keçid.*; start anew.*: npm run db:reset$/)
  equal(says.split('\n').length, 1)
  equal(code, 3)

  const [, script = ''] = /npm run ([\w:]+)/.exec(says) ?? []
  execFileSync('npm', ['run', script], { env: { ...process.env, KECID_DATA: data } })
  const program = await started(t, { data, words: ['--empty'] })
  equal(await answers(healthOf(program), 200), true)
})

test('a signal during the start ends it in order once the start is over', async (t) => {
  const data = dataFolder(t)
  const program = await launch(t, { data })
  await until(() => existsSync(join(data, 'postgres', 'postmaster.pid')), 'PostgreSQL')
  const postgres = postgresOf(data)

  deepEqual(await stopped(program, 'SIGINT'), { code: 0, signal: null })
  equal(processState(postgres), 'gone')
  equal(existsSync(join(data, 'running.json')), false)
})
