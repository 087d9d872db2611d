import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import { masterKeysIn, readMasterKeys, type MasterKeys } from '#platform/master-key.ts'
import { bindToMasterKey } from '#records/master-keys.ts'
import { freshDatabase } from '#test/house-database.ts'

/** A database for keys that knows the master key of a file. */
export type KeyGround = {
  readonly url: string
  readonly db: Database
  /** With every right, for looking at what was written. */
  readonly whole: Database
  readonly file: string
  /** The keys of the file, as a process that starts now has them. */
  readonly masters: () => MasterKeys
}

export async function keyGround(t: TestContext): Promise<KeyGround> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-keys-'))
  const url = await freshDatabase()
  const [db, whole] = [addressAs(url, 'kecid_keys'), url].map((address) =>
    connect({ url: address, max: 4, application: 'test keys' }),
  )
  if (!db || !whole) throw new Error('both were made')
  t.after(async () => {
    await Promise.all([db, whole].map(disconnect))
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'master.key')
  const masters = () => {
    const read = readMasterKeys(file, true)
    if (!read.ok) throw new Error(read.problem)
    return masterKeysIn(file, read.keys)
  }
  const bound = await bindToMasterKey(db, masters())
  if (!bound.ok) throw new Error(bound.problem)
  return { url, db, whole, file, masters }
}
