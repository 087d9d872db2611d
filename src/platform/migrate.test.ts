import { deepEqual, equal, match } from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Client } from 'pg'
import { addressAs, drawPasswords, LOGINS, makeLogins, MIGRATOR } from '#platform/logins.ts'
import { behind, migrate } from '#platform/migrate.ts'
import { emptyDatabase } from '#test/house-database.ts'

const FIRST = 'create table note (id int primary key);'
const DRAW = `
  create or replace function public.draw_acting_key() returns void language sql as 'select'`
const SECOND = 'alter table note add column body text;'

async function emptyHouse(t: TestContext) {
  const url = await emptyDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'kecid-migrate-'))
  const client = new Client({ connectionString: url })
  await client.connect()
  t.after(async () => {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  })
  mkdirSync(join(folder, 'migrations'))
  mkdirSync(join(folder, 'functions'))
  writeFileSync(join(folder, 'functions', 'acting.sql'), DRAW)
  writeFileSync(join(folder, 'rights.sql'), 'select 1')
  copyFileSync(resolve('db/roles.sql'), join(folder, 'roles.sql'))
  const file = (name: string) => join(folder, 'migrations', name)
  const write = (name: string, text: string) => writeFileSync(file(name), text)
  deepEqual(await makeLogins(url, folder, {}), { ok: true })
  const run = async () => migrate({ url, folder })
  const problem = async () => {
    const migrated = await run()
    return migrated.ok ? '' : migrated.problem
  }
  const ask = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
  return { url, folder, file, write, run, problem, ask }
}

test('migrations are applied in order, once, and belong to the migrator', async (t) => {
  const { write, run, ask } = await emptyHouse(t)
  write('0002-body.sql', SECOND)
  write('0001-note.sql', FIRST)

  deepEqual(await run(), { ok: true, applied: ['0001-note.sql', '0002-body.sql'] })
  deepEqual(await run(), { ok: true, applied: [] })
  deepEqual(await ask(`select tableowner from pg_tables where tablename = 'note'`), [
    { tableowner: 'kecid_migrator' },
  ])
})

test('a later migration is applied to what is there', async (t) => {
  const { write, run } = await emptyHouse(t)
  write('0001-note.sql', FIRST)
  await run()
  write('0002-body.sql', SECOND)

  deepEqual(await run(), { ok: true, applied: ['0002-body.sql'] })
})

test('of several processes that migrate at once one does it, the others find it', async (t) => {
  const { write, run } = await emptyHouse(t)
  write('0001-note.sql', `select pg_sleep(0.2); ${FIRST}`)

  const outcomes = await Promise.all([run(), run(), run()])

  deepEqual(
    outcomes.flatMap((outcome) => (outcome.ok ? outcome.applied : ['refused'])),
    ['0001-note.sql'],
  )
})

test('an applied file that was changed is refused; other line ends are no change', async (t) => {
  const { write, run, problem } = await emptyHouse(t)
  write('0001-note.sql', `${FIRST}\n`)
  await run()

  write('0001-note.sql', `${FIRST}\r\n`)
  deepEqual(await run(), { ok: true, applied: [] })
  write('0001-note.sql', `${FIRST}\n-- more\n`)
  match(await problem(), /0001-note\.sql was changed after it was applied/)
})

test('an applied file that is missing is refused', async (t) => {
  const { write, run, problem, file } = await emptyHouse(t)
  write('0001-note.sql', FIRST)
  await run()
  rmSync(file('0001-note.sql'))

  match(await problem(), /0001-note\.sql was applied .* its file is missing/)
})

test('a new file before an applied one, a number twice and an odd name are refused', async (t) => {
  const { write, run, problem, file } = await emptyHouse(t)
  write('0002-note.sql', FIRST)
  await run()

  write('0001-body.sql', SECOND)
  match(await problem(), /0001-body\.sql comes before 0002-note\.sql/)
  rmSync(file('0001-body.sql'))
  write('0002-more.sql', SECOND)
  match(await problem(), /Two migrations have the number 0002/)
  rmSync(file('0002-more.sql'))
  write('3-body.sql', SECOND)
  match(await problem(), /3-body\.sql must be named like/)
})

test('a migration that fails changes nothing, and the ones before it stay', async (t) => {
  const { write, problem, run, ask } = await emptyHouse(t)
  write('0001-note.sql', FIRST)
  write('0002-bad.sql', 'create table other (id int);\ncreate table other2 (id nonsense);\n')

  match(await problem(), /0002-bad\.sql failed at line 2, and changed nothing: type "nonsense"/)
  deepEqual(await ask(`select to_regclass('other') as other, to_regclass('note')::text as note`), [
    { other: null, note: 'note' },
  ])
  write('0002-bad.sql', SECOND)
  deepEqual(await run(), { ok: true, applied: ['0002-bad.sql'] })
})

test('a server that is behind is told before anything is asked of it', async (t) => {
  const { url, folder, write, run } = await emptyHouse(t)
  const seen = async () => (await behind({ url: addressAs(url, 'kecid_jobs'), folder }))?.problem
  write('0001-note.sql', FIRST)

  match((await seen()) ?? '', /not those of this Keçid; run npm run db:logins/)
  await run()
  equal(await seen(), undefined)
  write('0002-body.sql', SECOND)
  match((await seen()) ?? '', /not those of this Keçid/)
  write('0001-note.sql', `${FIRST} -- changed`)
  match((await seen()) ?? '', /0001-note\.sql was changed after it was applied/)
})

test('whoever may make roles and has the database is enough, and nobody less', async (t) => {
  const { url, folder, write, ask } = await emptyHouse(t)
  write('0001-note.sql', FIRST)
  const name = `plain_${process.pid}`
  const database = new URL(url).pathname.slice(1)
  await ask(`create role ${name} login`)
  await ask(`alter database ${database} owner to ${name}`)
  const theirs = new URL(url)
  theirs.username = name

  const refused = await makeLogins(theirs.href, folder, {})
  equal(refused.ok, false)
  match(refused.ok ? '' : refused.problem, /may not make the logins .* give it CREATEROLE/)

  await ask(`alter role ${name} createrole`)
  for (const login of [...LOGINS, MIGRATOR]) {
    await ask(`grant ${login} to ${name} with admin option`)
  }
  deepEqual(await makeLogins(theirs.href, folder, drawPasswords()), { ok: true })
  deepEqual(await migrate({ url: theirs.href, folder }), { ok: true, applied: ['0001-note.sql'] })
})
