import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { Client } from 'pg'
import { endingsOf } from '#main/endings.ts'
import { findServer, type Server } from '#main/server.ts'
import { systemClock } from '#platform/calendar.ts'
import { readConfiguration } from '#platform/configuration.ts'
import { openLog } from '#platform/log.ts'
import { addressAs, LOGINS, passwordsIn } from '#platform/logins.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')

async function ownServer(t: TestContext) {
  const loginsFile = join(folder, 'logins.json')
  const reading = readConfiguration({ KECID_DATA: folder, KECID_LOGINS_FILE: loginsFile })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const log = openLog({ level: 'silent', clock: systemClock, write: () => undefined })
  const endings = endingsOf(log)
  const { configuration } = reading
  const serving = await findServer({
    configuration,
    root: ROOT,
    log,
    endings,
    onLoss: () => undefined,
  })
  if (!serving.ok) throw new Error(serving.sentence)
  t.after(endings.run)
  return { server: serving.server, loginsFile, stop: endings.run }
}

/** Made once, since making it takes longest. */
const folder = mkdtempSync(join(tmpdir(), 'kecid-server-'))
chmodSync(folder, 0o755) // PostgreSQL runs as another account when we are root
after(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, ...texts: readonly string[]): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: readonly unknown[] = []
    for (const text of texts) ({ rows } = await client.query(text))
    return rows
  } finally {
    await client.end()
  }
}

const named = (server: Server, name: string, password = ''): string => {
  const address = new URL(server.place)
  address.username = name
  address.password = password
  return address.href
}

test('the logins come in, each as itself, and nobody else does', async (t) => {
  const { server, loginsFile } = await ownServer(t)

  for (const login of LOGINS) {
    deepEqual(await ask(server.as(login), 'select current_user as who'), [{ who: login }])
  }
  const refused = /no pg_hba.conf entry|password authentication failed|SASL|password must be/
  for (const name of ['kecid_super', 'postgres', 'kecid', 'nobody', 'kecid_migrator']) {
    await rejects(ask(named(server, name, 'anything'), 'select 1'), refused, name)
  }
  for (const login of LOGINS) await rejects(ask(addressAs(server.place, login, 'x'), ''), refused)
  const elsewhere = server.as('kecid_jobs').replace('/kecid?', '/postgres?')
  await rejects(ask(elsewhere, 'select 1'), /no pg_hba.conf entry/)
  equal(statSync(loginsFile).mode & 0o777, 0o600)
  deepEqual(passwordsIn(loginsFile), { ok: true, passwords: passwordsOf(server) })
})

const passwordsOf = (server: Server) =>
  Object.fromEntries(LOGINS.map((login) => [login, new URL(server.as(login)).password]))

test('no login becomes another, and none puts a table before ours', async (t) => {
  const { server } = await ownServer(t)
  const roles = await ask(server.as('kecid_reader'), 'select rolname as name from pg_roles')
  const names = roles.map((row) => (row as { readonly name: string }).name)
  ok(names.includes('kecid_super') && names.includes('kecid_migrator'))

  for (const login of LOGINS) {
    const client = new Client({ connectionString: server.as(login) })
    await client.connect()
    const become = (name: string) => client.query(`select set_config('role', $1, false)`, [name])
    for (const name of names.filter((each) => each !== login)) {
      await rejects(become(name), /permission denied to set role/, `${login} as ${name}`)
    }
    await become('none')
    deepEqual((await client.query('select current_user as who')).rows, [{ who: login }])
    for (const forbidden of FORBIDDEN) {
      await rejects(client.query(forbidden), /permission denied/, `${login}: ${forbidden}`)
    }
    await client.end()
  }
})

const FORBIDDEN = [
  'create temporary table application (id uuid)',
  'create schema mine',
  'set session authorization kecid_super',
  'alter role kecid_migrator login',
  `alter role kecid_super password 'x'`,
  'select rolpassword from pg_authid',
]

test('a password that leaked is worth nothing after the next start, nor is what it set', async (t) => {
  const first = await ownServer(t)
  const leaked = first.server.as('kecid_portal')
  await ask(leaked, 'alter role kecid_portal set default_transaction_read_only = on')
  const inDatabase = 'alter role kecid_portal in database kecid set search_path = pg_temp'
  await ask(leaked, 'begin read write', inDatabase, 'commit')
  await ask(leaked, 'begin read write', `alter role kecid_portal password 'mine'`, 'commit')
  const taken = named(first.server, 'kecid_portal', 'mine')
  deepEqual(await ask(taken, 'show default_transaction_read_only'), [
    { default_transaction_read_only: 'on' },
  ])
  await first.stop()

  const { server } = await ownServer(t)

  await rejects(ask(leaked, 'select 1'), /password authentication failed/)
  await rejects(ask(taken, 'select 1'), /password authentication failed/)
  deepEqual(
    await ask(server.as('kecid_portal'), 'select from pg_db_role_setting where setrole <> 0'),
    [],
  )
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
  ok(!log.includes('SCRAM'))
  match(log, /ready to accept connections/)
})
