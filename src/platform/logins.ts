import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { codeOf } from '#platform/trouble.ts'

/**
 * The logins of db/roles.sql: one for each kind of process, each with rights to its own work alone
 * and member of nothing. That of the keys has the schema of the keys and nothing besides; that of
 * the exchange reads no table, and is handed what it has to ask.
 */
export const LOGINS = [
  'kecid_door',
  'kecid_portal',
  'kecid_office',
  'kecid_jobs',
  'kecid_exchange',
  'kecid_reader',
  'kecid_keys',
] as const
export type Login = (typeof LOGINS)[number]

/** Owns the tables. It has a password while our own PostgreSQL is migrated, and then none. */
export const MIGRATOR = 'kecid_migrator'

const passwordsShape = z.record(z.enum(LOGINS), z.string().min(1))
export type Passwords = Readonly<z.infer<typeof passwordsShape>>

export const drawPassword = (): string => randomBytes(24).toString('base64url')

export const drawPasswords = (): Passwords =>
  passwordsShape.parse(Object.fromEntries(LOGINS.map((login) => [login, drawPassword()])))

/** The same server and database, as one login; without a password where nobody asks for one. */
export function addressAs(url: string, login: Login | typeof MIGRATOR, password = ''): string {
  const address = new URL(url)
  address.username = login
  address.password = password
  return address.href
}

/** What a superuser or an administrator says to make the logins with these passwords. */
export async function loginStatements(
  folder: string,
  passwords: Readonly<Partial<Record<Login | typeof MIGRATOR, string>>>,
): Promise<string> {
  const roles = await readFile(join(folder, 'roles.sql'), 'utf8')
  const given = Object.entries(passwords).map(
    ([login, password]) => `alter role ${login} login password '${verifierOf(password)}';`,
  )
  return [roles, ...given].join('\n')
}

export type LoginsMade = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/** Makes the logins as whoever the address names, who may make roles and has the database. */
export async function makeLogins(
  url: string,
  folder: string,
  passwords: Partial<Passwords>,
): Promise<LoginsMade> {
  try {
    const text = await loginStatements(folder, passwords)
    await asked(url, (client) => client.query(text))
    return { ok: true }
  } catch (error) {
    if (codeOf(error) !== '42501') throw error // insufficient_privilege
    const problem =
      'The user of DATABASE_URL may not make the logins Keçid needs; give it CREATEROLE and the ' +
      'database.'
    return { ok: false, problem }
  }
}

/** Whoever came in by this password was the last. */
export const giveUpPassword = (url: string): Promise<void> =>
  asked(url, (client) => client.query('alter role current_user password null'))

/** Takes back what a login has set for its own connections, wherever somebody used it for that. */
export const resetLogin = (url: string): Promise<void> =>
  asked(url, async (client) => {
    const found = await client.query(
      `select from pg_db_role_setting where setrole = current_user::regrole`,
    )
    if (found.rowCount === 0) return
    const { database = '' } = client
    await client.query('set default_transaction_read_only = off')
    await client.query('alter role current_user reset all')
    const place = client.escapeIdentifier(database)
    await client.query(`alter role current_user in database ${place} reset all`)
  })

async function asked(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'kecid logins' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export type PasswordsKept =
  | { readonly ok: true; readonly passwords: Passwords }
  | { readonly ok: false; readonly problem: string }

export function passwordsIn(file: string): PasswordsKept {
  try {
    const passwords = passwordsShape.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { ok: true, passwords }
  } catch (error) {
    const problem =
      codeOf(error) === 'ENOENT'
        ? `There are no logins in ${file}; run npm run db:logins, as the README says.`
        : `The logins in ${file} cannot be read; mend it, or remove it and run npm run db:logins.`
    return { ok: false, problem }
  }
}

/** For the account that writes it alone, also where a file was there that others could read. */
export function keepPasswords(file: string, passwords: Passwords): void {
  rmSync(file, { force: true })
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
}

/** Random passwords of this length need no more rounds, and every new connection pays for them. */
const ROUNDS = 4096

/**
 * What PostgreSQL keeps of a password for SCRAM (RFC 5802). Statements hold this and never the
 * password: they are seen in logs and in pg_stat_activity.
 */
function verifierOf(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256')
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const server = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${server}`
}
