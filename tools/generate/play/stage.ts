import { masterKeysIn, newMasterKey, type MasterKey } from '#platform/master-key.ts'
import type { Clock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { openLog } from '#platform/log.ts'
import { addressAs, type Login } from '#platform/logins.ts'
import { newVaultAddress, type Vault } from '#platform/vault.ts'
import type { Faces } from '#main/demonstration/live.ts'
import { houseOf, publishedPolicy, type Furniture } from '#main/house.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import { keyStore } from '#records/keys.ts'
import { bindToMasterKey, houseSecret } from '#records/master-keys.ts'
import type { PolicyFiles } from '#records/policy-files.ts'
import { freshDatabase } from '#test/house-database.ts'

/**
 * A house of its own, on a database that is thrown away: what is played there is read and copied,
 * so that ids and keys of a copy are never anybody's who was played.
 */
export type Stage = Faces & {
  /** With every right, for reading what was written. */
  readonly all: Database
}

export type Setting = {
  readonly policy: PolicyFiles
  readonly clock: Clock
  /** What everything is sealed under; one that nobody knows, where none is given. */
  readonly master?: MasterKey
}

const SETTINGS = {
  stage: 'test',
  portalUrl: 'http://portal.test',
  officeUrl: 'http://office.test',
  contact: 'service@kecid.example',
  demonstration: true,
  sessionHours: 1,
  trustProxy: false,
} as const

const CONNECTIONS = 4

export async function onStage<Value>(
  { policy: files, clock, master = newMasterKey() }: Setting,
  work: (stage: Stage) => Promise<Value>,
): Promise<Value> {
  const url = await freshDatabase()
  const databases: Database[] = []
  const open = (login?: Login) => {
    const address = login === undefined ? url : addressAs(url, login)
    const db = connect({ url: address, max: CONNECTIONS, application: 'kecid stage' })
    databases.push(db)
    return db
  }
  const [door, jobs, keysDb] = [open('kecid_door'), open('kecid_jobs'), open('kecid_keys')]
  try {
    const masters = masterKeysIn('', [master])
    await bindToMasterKey(keysDb, masters)
    const [keys, secret] = [keyStore(keysDb, masters), await houseSecret(keysDb, masters)]
    const at = clock.now()
    const living = await publishedPolicy(jobs, files, { secret, at })
    await ensureDemonstrationOfficials({ door, jobs, keys, secret }, at)
    const furniture: Furniture = { door, secret, keys, clock, living, ...UNUSED, log: logOf(clock) }
    const faceOf = (db: Database) =>
      Object.assign(houseOf(db, furniture, SETTINGS), { databaseNow: async () => clock.now() })
    const [portal, office] = [faceOf(open('kecid_portal')), faceOf(open('kecid_office'))]
    const exchange = open('kecid_exchange')
    return await work({ portal, office, jobs: faceOf(jobs), exchange, all: open() })
  } finally {
    await Promise.all(databases.map(disconnect))
  }
}

const logOf = (clock: Clock) =>
  openLog({ level: 'warn', clock, write: (line) => void process.stderr.write(line) })

/** Of every paper only where it would lie: a copy has files of its own. */
const nowhere = async () => {
  throw new Error('Nothing lies in the vault of a stage')
}
const vault: Vault = {
  put: async (plain) => {
    let size = 0
    for await (const piece of plain) size += piece.length
    const stored = { address: newVaultAddress(), sha256: Buffer.alloc(32) }
    return { ok: true, stored, size, sha256OfPlain: Buffer.alloc(32) }
  },
  get: nowhere,
  filed: nowhere,
  unfiled: nowhere,
  remove: nowhere,
  removeLeftovers: nowhere,
}

const UNUSED = {
  vault,
  judge: { judge: nowhere, close: async () => undefined },
  assets: { assetPath: () => '' },
}
