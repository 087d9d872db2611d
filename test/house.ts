import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, type TestContext } from 'node:test'
import type { ServerType } from '@hono/node-server'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { runWaitingJobs } from '#jobs/run.ts'
import { DOCUMENT_BYTES_MAX, houseOf, publishedPolicy, type Furniture } from '#main/house.ts'
import type { Faces } from '#main/demonstration/live.ts'
import { readAssets } from '#platform/assets.ts'
import { fixedClock, later, type FixedClock } from '#platform/calendar.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import type { Login } from '#platform/logins.ts'
import { formToken } from '#platform/form-token.ts'
import { openLog, type Log } from '#platform/log.ts'
import { addressAs } from '#platform/logins.ts'
import { masterKeysIn, newMasterKey, type MasterKey } from '#platform/master-key.ts'
import { hashPassword } from '#platform/passwords.ts'
import { tokenHash, type HouseSecret } from '#platform/sealing.ts'
import { folderVault } from '#platform/vault.ts'
import { createPortal } from '#portal/app.tsx'
import { accountById, addAccount, setPassword, type Account } from '#records/accounts.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { keyStore } from '#records/keys.ts'
import { bindToMasterKey, houseSecret } from '#records/master-keys.ts'
import { officialByEmail, type Official } from '#records/officials.ts'
import { startSession } from '#records/sessions.ts'
import type { Mail } from '#standins/mail-folder.ts'
import {
  databaseAt,
  dropWaiting,
  filledDatabases,
  freshDatabase,
  sharedDatabase,
  takeBack,
} from '#test/house-database.ts'
import { sharedJudge } from '#test/judge.ts'
import { answered, ended, listening } from '#test/listening.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { digestOf, filesOf } from '#test/policy-folders.ts'
import { postOffice } from '#test/post-office.ts'
import { visitor, type Face, type TokenOf, type Visitor } from '#test/visitor.ts'
import { buildAssets } from '#tools/build-assets.ts'

/**
 * A whole house for a test: a database of its own with the policy published and the invented
 * officials in it, both faces, a clock that stands still, and nothing left when the test ends.
 *
 *     const { portal, office, clock, signedUpApplicant } = await house(t)
 *     const page = await portal.get('/en')
 *     const ana = await signedUpApplicant({ language: 'az' })
 *     const answer = await ana.post('/az/applications', { type: 'recognition' })
 *     const officer = await office('officer@kecid.example')
 */
export type TestHouse = {
  /** The house as each face has it, each with its own login in the database. */
  readonly faces: Faces
  /** The database with every right, for looking at what was written. */
  readonly db: Database
  /** The house with every right there: what no face may do, as whoever is needed. */
  readonly owned: House
  readonly url: string
  readonly clock: FixedClock
  /** By how much the clock of the database, which moves along, shows more than this one. */
  readonly databaseAhead: { milliseconds: number }
  readonly secret: HouseSecret
  readonly vaultFolder: string
  /** Every file in the vault, those on their way too. */
  readonly vaultFiles: () => Promise<readonly string[]>
  /** Each line of the log so far. */
  readonly logged: readonly string[]
  /** Somebody who is not signed in; keeps cookies. `visitor()` gives another one. */
  readonly portal: Visitor
  readonly visitor: () => Visitor
  /** An official who is signed in; `office()` is somebody who is not. */
  readonly office: (email?: string) => Promise<Visitor & { readonly official?: Official }>
  /** An applicant with a confirmed account who is signed in. */
  readonly signedUpApplicant: (wanted?: Wanted) => Promise<Applicant>
  /** Runs every job that is waiting, with a real mail server that keeps what it is sent. */
  readonly runJobs: () => Promise<void>
  /** The mails that arrived, newest first, after everything that was waiting was done. */
  readonly mails: (to?: string) => Promise<readonly Mail[]>
  /** Both faces on free ports, for browsers. */
  readonly serve: () => Promise<{ readonly portalUrl: string; readonly officeUrl: string }>
}

export type Wanted = { readonly email?: string; readonly language?: Language }
export type Applicant = Visitor & {
  readonly account: Account
  readonly email: string
  readonly password: string
}

export type Differences = Partial<
  Pick<House, 'demonstration' | 'adoptionNeeded' | 'sessionHours' | 'trustProxy' | 'judge'>
> & {
  readonly at?: IsoMoment
  readonly officials?: boolean
  /** A folder of policy other than the frozen one. */
  readonly policy?: string
}

/** A Monday morning in Baku, with ordinary working days around it. */
export const TEST_START = isoMoment('2026-03-02T06:00:00.000Z')
export const TEST_PASSWORD = 'eine lange Losung 7'

const ROOT = resolve(import.meta.dirname, '..')
export const ASSETS = join(ROOT, 'build', 'assets')
const URLS = { portalUrl: 'http://portal.test', officeUrl: 'http://office.test' } as const

const SETTINGS = {
  stage: 'test',
  contact: 'service@kecid.example',
  demonstration: true,
  sessionHours: 1,
  trustProxy: false,
} as const

/** A house of one's own, which ends with the test. */
export async function house(t: TestContext, differences: Differences = {}): Promise<TestHouse> {
  const { at, officials = true, policy = FROZEN_POLICY } = differences
  const digest = digestOf(policy)
  const isUsual = at === undefined && officials
  // What is asked for once is not worth a copy.
  if (isUsual && asked.has(digest)) return likeThese(digest, policy)(t, differences)
  if (isUsual) asked.add(digest)
  const made = await build(await freshDatabase(), differences)
  t.after(made.close)
  return made.house
}

/** The policies of houses that ask for nothing else of their own. */
const asked = new Set<string>()
const like = new Map<string, ReturnType<typeof housesLike>>()

function likeThese(digest: string, policy: string) {
  const known = like.get(digest) ?? housesLike(() => Promise.resolve(), policy)
  like.set(digest, known)
  return known
}

const FILLED = mkdtempSync(join(tmpdir(), 'kecid-filled-'))
after(() => rmSync(FILLED, { recursive: true, force: true }))

/**
 * Houses for which somebody did once what takes longest: each is a copy, its files too, and stands
 * as the one that was filled did in the end.
 */
export function housesLike(fill: (home: TestHouse) => Promise<void>, policy = FROZEN_POLICY) {
  const files = mkdtempSync(join(FILLED, 'vault-'))
  const copy = filledDatabases(async (url) => {
    const made = await build(url, { policy })
    await fill(made.house)
    if (existsSync(made.house.vaultFolder)) {
      cpSync(made.house.vaultFolder, files, { recursive: true })
    }
    await made.close()
  })
  return async (
    t: TestContext,
    differences: Omit<Differences, 'at' | 'officials'> = {},
  ): Promise<TestHouse> => {
    const made = await build(await copy(), { policy, ...differences, officials: false })
    cpSync(files, made.house.vaultFolder, { recursive: true })
    t.after(made.close)
    return made.house
  }
}

/** A house on a database that another had filled, under the key of that one. */
export async function houseOn(
  t: TestContext,
  { url, master, at }: { readonly url: string; readonly master: MasterKey; at: IsoMoment },
): Promise<TestHouse> {
  const made = await build(url, { at }, master)
  t.after(made.close)
  return made.house
}

let shared: Promise<Made> | undefined

/** One house for all tests of this process that only read. */
export async function readHouse(): Promise<TestHouse> {
  shared ??= sharedDatabase().then((url) => build(url, {}))
  return (await shared).house
}

after(async () => {
  await (await shared)?.close()
  await dropWaiting()
})

type Made = { readonly house: TestHouse; readonly close: () => Promise<void> }

async function build(url: string, differences: Differences, master = MASTER): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-house-'))
  const database = (login: Login | undefined) => databaseAt(url, login)
  const servers: ServerType[] = []
  const dbs = { portal: database('kecid_portal'), office: database('kecid_office') }
  const door = database('kecid_door')
  const [jobs, keys] = [database('kecid_jobs'), database('kecid_keys')]
  const clock = fixedClock(differences.at ?? TEST_START)
  const databaseAhead = { milliseconds: 0 }
  const logged: string[] = []
  const log = openLog({ level: 'info', clock, write: (line) => void logged.push(line) })
  const { policy = FROZEN_POLICY } = differences
  const furniture = await furnitureIn(folder, { door, jobs, keys, clock, log, policy, master })
  const [{ secret }, at] = [furniture, clock.now()]
  if (differences.officials !== false) {
    await ensureDemonstrationOfficials({ ...furniture, jobs }, at)
  }
  // Added to, and not spread: a house that is spread has the policy of that moment.
  const faceOf = (db: Database, urls: typeof URLS | Served): House =>
    Object.assign(houseOf(db, furniture, { ...SETTINGS, ...urls }), {
      databaseNow: async () => later(clock.now(), databaseAhead.milliseconds),
      ...chosen(differences),
    })
  const faces = {
    portal: faceOf(dbs.portal, URLS),
    office: faceOf(dbs.office, URLS),
    jobs: faceOf(jobs, URLS),
    exchange: database('kecid_exchange'),
  }
  const portalApp = createPortal(faces.portal, ASSETS)
  const db = database(undefined)
  const owned = { ...faceOf(db, URLS), door: db }
  const anybody = () => visitor(portalApp, faces.portal.portalUrl, tokensIn(db, secret))
  const post = postOffice(folder)
  const tools = async () => ({ house: faces.jobs, mailer: (await post()).mailer })
  const runJobs = async () => runWaitingJobs(await tools(), addressAs(url, 'kecid_jobs'))
  return {
    house: {
      faces,
      db,
      owned,
      url,
      clock,
      databaseAhead,
      secret,
      vaultFolder: join(folder, 'vault'),
      vaultFiles: () => filesIn(join(folder, 'vault')),
      logged,
      portal: anybody(),
      visitor: anybody,
      office: officeDoor({ face: faces.office, owned }, tokensIn(db, secret)),
      signedUpApplicant: (wanted = {}) => signUp(owned, anybody(), wanted),
      runJobs,
      mails: async (to) => {
        await runJobs()
        return (await post()).folder.newest(to)
      },
      serve: () =>
        serveBoth(servers, (urls) => [faceOf(dbs.portal, urls), faceOf(dbs.office, urls)]),
    },
    close: async () => {
      for (const server of servers) await ended(server)
      await (await post.opened())?.server.close()
      await takeBack(url)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
}

type Furnishing = {
  readonly door: Database
  readonly jobs: Database
  readonly keys: Database
  readonly clock: FixedClock
  readonly log: Log
  readonly policy: string
  readonly master: MasterKey
}

async function furnitureIn(
  folder: string,
  { door, jobs, keys, clock, log, policy, master }: Furnishing,
): Promise<Furniture> {
  await buildAssets({ outFolder: ASSETS })
  const masters = masterKeysIn(join(folder, 'master.key'), [master])
  await bindToMasterKey(keys, masters)
  const secret = await houseSecret(keys, masters)
  return {
    door,
    secret,
    keys: keyStore(keys, masters),
    clock,
    living: await publishedPolicy(jobs, filesOf(policy), { secret, at: PUBLISHED_AT }),
    vault: folderVault(join(folder, 'vault'), DOCUMENT_BYTES_MAX),
    judge: sharedJudge(),
    assets: await readAssets(ASSETS),
    log,
  }
}

export const MASTER = newMasterKey()
/** Long before any test begins. */
const PUBLISHED_AT = isoMoment('2026-01-05T05:00:00.000Z')

function chosen({ at: _at, officials: _officials, policy: _policy, ...rest }: Differences) {
  return rest
}

async function signUp(portal: House, client: Visitor, wanted: Wanted): Promise<Applicant> {
  const email = wanted.email ?? `applicant-${randomUUID()}@example.org`
  const passwordHash = await testPasswordHash()
  const account = await inTransaction(portal.door, async (tx) => {
    const at = portal.clock.now()
    const added = await addAccount(tx, portal, { email, language: wanted.language ?? 'en', at })
    await setPassword(tx, portal.keys, { account: added, passwordHash, at })
    return accountById(tx, added.id)
  })
  if (!account) throw new Error('the account was added')
  client.cookies.set('kecid', await sessionOf(portal, account))
  return { ...client, account, email, password: TEST_PASSWORD }
}

/** The token of a new session of somebody, by the house with every right. */
export function sessionOf(
  { door, keys, clock, sessionHours: idleHours }: House,
  { id: accountId, partyId }: Pick<Account, 'id' | 'partyId'>,
): Promise<string> {
  const session = { accountId, partyId, at: clock.now(), idleHours }
  return inTransaction(door, (tx) => startSession(tx, keys, session))
}

/** What the forms carry of whoever's session the cookies hold; asked for without being seen. */
function tokensIn(db: Database, secret: HouseSecret): TokenOf {
  return async (cookies) => {
    const token = cookies.get('kecid') ?? cookies.get('kecid-office')
    if (token === undefined) return ''
    const session = await db
      .selectFrom('session')
      .select('account')
      .where('tokenHash', '=', tokenHash(token))
      .executeTakeFirst()
    return session ? formToken(secret, { id: session.account }) : ''
  }
}

let passwordHash: Promise<string> | undefined

/** Hashing is slow on purpose; the password of all applicants is hashed once. */
function testPasswordHash(): Promise<string> {
  passwordHash ??= hashPassword(TEST_PASSWORD).then((hashing) => {
    if (!hashing.ok) throw new Error('too many are hashing')
    return hashing.hash
  })
  return passwordHash
}

function officeDoor({ face, owned }: Record<'face' | 'owned', House>, tokenOf: TokenOf) {
  let app: Promise<Face> | undefined
  return async (email?: string) => {
    app ??= officeApp(face)
    const client = visitor(await app, face.officeUrl, tokenOf)
    if (email === undefined) return client
    const official = await inTransaction(owned.door, (tx) =>
      officialByEmail(tx, owned.secret, { email, on: owned.clock.today() }),
    )
    if (!official) throw new Error(`there is no official ${email}`)
    client.cookies.set(
      'kecid-office',
      await sessionOf(owned, { id: official.accountId, partyId: official.id }),
    )
    return { ...client, official }
  }
}

/** Brought in when first asked for, so that a test of the portal does not wait for it. */
async function officeApp(house: House): Promise<Face> {
  const { createOffice } = await import('#office/app.tsx')
  return createOffice(house, ASSETS)
}

type Served = { readonly portalUrl: string; readonly officeUrl: string }

/** The faces know their own addresses, so each is made once its port is known. */
async function serveBoth(
  servers: ServerType[],
  faces: (urls: Served) => readonly [House, House],
): Promise<Served> {
  const doors: Face[] = []
  const [portalUrl, officeUrl] = [
    await listening(servers, (request, env) => answered(doors[0], request, env)),
    await listening(servers, (request, env) => answered(doors[1], request, env)),
  ]
  const [portal, office] = faces({ portalUrl, officeUrl })
  doors.push(createPortal(portal, ASSETS), await officeApp(office))
  return { portalUrl, officeUrl }
}
