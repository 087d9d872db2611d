import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { drawPasswords, keepPasswords } from '#platform/logins.ts'
import { Client } from 'pg'
import { emptyDatabase } from '#test/house-database.ts'
import {
  answers,
  closedCheckout,
  dataFolder,
  refused,
  started,
  startedByNpm,
  stopped,
} from '#test/program.ts'

async function busyPort(t: TestContext): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  t.after(() => void server.close())
  return String((server.address() as AddressInfo).port)
}

test('npm start works on a fresh clone in a folder that only its owner may enter', async (t) => {
  const program = await startedByNpm(t, closedCheckout(t))

  equal(await answers(`${program.place('Portal')}/health`, 200), true)
  equal(await answers(`${program.place('Office')}/health`, 200), true)
  equal((await stopped(program, 'SIGINT')).code, 0)
})

test('a wrong setting is told in one sentence, with exit code 2 and nothing made', async (t) => {
  const data = join(dataFolder(t), 'data')
  const cases = [
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must look like postgres:/],
    [{ NODE_ENV: 'production', KECID_DEMONSTRATION: 'yes' }, /KECID_DEMONSTRATION must be no/],
  ] as const
  for (const [settings, sentence] of cases) {
    const { code, says, output } = await refused(t, { data, settings })
    match(says, sentence)
    equal(code, 2)
    equal(output, '')
  }
  equal(existsSync(data), false)
})

test('a word that is not known is answered with the ones that are', async (t) => {
  const { code, says } = await refused(t, { data: dataFolder(t), words: ['--emtpy'] })

  match(says, /no other words than --empty/)
  equal(code, 2)
})

test('a server that does not answer is told in a sentence, with exit code 3', async (t) => {
  const data = dataFolder(t)
  keepPasswords(join(data, 'logins.json'), drawPasswords())
  const settings = { DATABASE_URL: 'postgres://127.0.0.1:1/kecid' }
  const { code, says } = await refused(t, { data, settings })

  match(says, /^The database kecid at 127\.0\.0\.1:1 cannot be used: .* Check DATABASE_URL\.$/)
  equal(code, 3)
})

test('what runs knows no administrator, and says which command makes its logins', async (t) => {
  const data = dataFolder(t)
  const settings = { DATABASE_URL: 'postgres://ana:geheim@127.0.0.1:1/kecid' }
  const named = await refused(t, { data, settings })
  match(named.says, /^DATABASE_URL names a user, .* leave user and password out of it/)
  ok(!named.says.includes('geheim'))
  equal(named.code, 2)

  const without = { DATABASE_URL: 'postgres://127.0.0.1:1/kecid' }
  const { code, says } = await refused(t, { data, settings: without })
  match(says, /^There are no logins in .*logins\.json; run npm run db:logins/)
  equal(code, 3)
})

test('a database of another version is told and left as it is', async (t) => {
  const url = await emptyDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  t.after(() => client.end())
  await client.query('create table migration (name text, sha256 text)')
  await client.query('grant select on migration to kecid_jobs')
  await client.query(`insert into migration values ('0001-people.sql', 'older')`)
  const data = dataFolder(t)
  keepPasswords(join(data, 'logins.json'), drawPasswords())
  const place = new URL(url)
  place.username = ''
  place.password = ''

  const { code, says } = await refused(t, { data, settings: { DATABASE_URL: place.href } })

  equal(
    says,
    'The database that DATABASE_URL names is of another version of Keçid, which this one does ' +
      'not take over (The migration 0001-people.sql was changed after it was applied); ' +
      'choose another with DATABASE_URL.',
  )
  equal(code, 3)
  const tables = await client.query(`select tablename from pg_tables where schemaname = 'public'`)
  deepEqual(tables.rows, [{ tablename: 'migration' }])
})

test('a port of another program is named with its setting, before anything is made', async (t) => {
  const data = dataFolder(t)
  const port = await busyPort(t)
  for (const setting of ['KECID_PORTAL_PORT', 'KECID_EXCHANGE_PORT', 'KECID_SMTP_PORT']) {
    const { code, says } = await refused(t, { data, settings: { [setting]: port } })
    equal(
      says,
      `Port ${port} is used by another program; end that one, or choose another port with ` +
        `${setting}.`,
    )
    equal(code, 3)
  }
  ok(!readdirSync(data).includes('postgres'))
})

test('a folder that cannot be made is told, with exit code 3', async (t) => {
  const { code, says } = await refused(t, { data: '/proc/kecid/data' })

  match(says, /choose another folder with KECID_DATA/)
  equal(code, 3)
})

/** The address for what runs, after an administrator has made logins and tables. */
async function madeReady(data: string): Promise<string> {
  const address = new URL(await emptyDatabase())
  const command = ['--import', 'tsx', 'tools/db-logins.ts']
  const env = { ...process.env, DATABASE_URL: address.href, KECID_DATA: data }
  const says = () => execFileSync(process.execPath, command, { env, encoding: 'utf8' })
  match(
    says(),
    /^The logins are made, their passwords in .*logins\.json; the tables are brought up/,
  )
  const file = join(data, 'logins.json')
  const passwords = readFileSync(file, 'utf8')
  match(says(), /the tables are as they were\.$/m)
  equal(readFileSync(file, 'utf8'), passwords)
  equal(statSync(file).mode & 0o777, 0o600)
  address.username = ''
  return address.href
}

test('processes with different parts share a server and a folder, copies do not', async (t) => {
  const data = dataFolder(t)
  const settings = { DATABASE_URL: await madeReady(data), KECID_PARTS: 'portal' }
  const portal = await started(t, { data, settings, words: ['--empty'] })

  equal(await answers(`${portal.place('Portal')}/health`, 200), true)
  deepEqual([portal.place('Office'), portal.place('Emails')], ['', ''])
  ok(!portal.output().includes('@kecid.example'))
  ok(!readdirSync(data).includes('postgres'))
  const parted = { ...settings, KECID_PARTS: 'office' }
  const office = await started(t, { data, settings: parted, words: ['--empty'] })
  equal(await answers(`${office.place('Office')}/health`, 200), true)

  const { port } = new URL(office.place('Office'))
  const copy = { ...parted, KECID_OFFICE_PORT: port }
  const { code, says } = await refused(t, { data, settings: copy })
  match(says, new RegExp(`^Keçid already runs on this data as process ${office.pid} at `))
  equal(code, 3)
  deepEqual(await stopped(portal), { code: 0, signal: null })
})
