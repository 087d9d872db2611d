import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import {
  masterKeysIn,
  newMasterKey,
  readMasterKeys,
  replaceMasterKeys,
  type MasterKey,
} from '#platform/master-key.ts'
import { rewrapKeys } from '#records/keys.ts'
import {
  bindToMasterKey,
  knownMasters,
  makeCurrent,
  present,
  retire,
  rewrapSecret,
} from '#records/master-keys.ts'

/**
 * Replaces the master key while the house is at work. Both keys are in the file before the new one
 * is the current one, and until nothing is wrapped by the old one any more; so whoever is at work
 * finds each key that a row names. It may be cut off anywhere: what file and database say tells how
 * far it came, and the next one goes on from there before another key is made.
 */
type Rotation =
  | { readonly ok: true; readonly current: string; readonly retired: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/** Any number, as long as nothing else in the database uses it. */
const LOCK = 7_216_043

export function rotateMasterKey(db: Database, file: string): Promise<Rotation> {
  return db.connection().execute(async (held) => {
    const asked = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_lock(${LOCK}) as is_ours`.execute(held)
    if (asked.rows[0]?.isOurs !== true) {
      return { ok: false, problem: 'Another rotation of the master key is under way.' }
    }
    try {
      return await rotated(db, file)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(held)
    }
  })
}

async function rotated(db: Database, file: string): Promise<Rotation> {
  const read = readMasterKeys(file, false)
  if (!read.ok) return read
  const bound = await bindToMasterKey(db, masterKeysIn(file, read.keys))
  if (!bound.ok) return bound
  const begun = (await keyBegun(db, read.keys)) ?? newMasterKey()
  const unwritten = read.keys.every(({ id }) => id !== begun.id)
  const keys = unwritten ? ([begun, ...read.keys] as const) : read.keys
  const unwritable = unwritten ? replaceMasterKeys(file, keys) : undefined
  if (unwritable !== undefined) return { ok: false, problem: unwritable }
  await makeCurrent(db, begun)

  const masters = masterKeysIn(file, keys)
  const retired: string[] = []
  for (const { id, isCurrent, isRetired } of await knownMasters(db)) {
    if (isCurrent) continue
    if (!isRetired) await emptied(db, present(masters, id), begun)
    if (keys.some((key) => key.id === id)) retired.push(id)
  }
  const problem = replaceMasterKeys(file, [begun])
  return problem === undefined ? { ok: true, current: begun.id, retired } : { ok: false, problem }
}

/** The key of a rotation that was begun and not ended; nothing where there is none. */
async function keyBegun(db: Database, keys: readonly MasterKey[]): Promise<MasterKey | undefined> {
  const known = await knownMasters(db)
  const unknown = keys.find(({ id }) => known.every((each) => each.id !== id))
  if (unknown) return unknown
  const isUnfinished =
    known.some(({ isCurrent, isRetired }) => !isCurrent && !isRetired) || keys.length > 1
  const current = known.find(({ isCurrent }) => isCurrent)?.id
  return isUnfinished ? keys.find(({ id }) => id === current) : undefined
}

/** Nothing new comes under it, since it is not the current one: one pass leaves nothing there. */
async function emptied(db: Database, from: MasterKey, to: MasterKey): Promise<void> {
  await rewrapSecret(db, from, to)
  await rewrapKeys(db, from, to)
  if (!(await retire(db, from.id))) throw new Error(`Something is still under the key ${from.id}`)
}
