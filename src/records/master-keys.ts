import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/database.ts'
import {
  keyProof,
  unwrapped,
  wrapped,
  type MasterKey,
  type MasterKeys,
} from '#platform/master-key.ts'
import { newKey, sameBytes, type HouseSecret } from '#platform/sealing.ts'

/**
 * Which master keys a database knows, and the secret of the house, which they wrap. The login of
 * the keys alone comes here.
 */
type Binding = { readonly ok: true } | { readonly ok: false; readonly problem: string }

type KnownMaster = {
  readonly id: string
  readonly proof: Buffer
  readonly isCurrent: boolean
  readonly isRetired: boolean
}

/** Whether a database is already bound to a master key, so that no other may be made for it. */
export const isBound = async (db: Database): Promise<boolean> => (await knownMasters(db)).length > 0

/** Binds an empty database to the first key; afterwards each that wraps anything must be there. */
export async function bindToMasterKey(db: Database, masters: MasterKeys): Promise<Binding> {
  const { first } = masters
  await sql`
    insert into keys.master (id, proof, is_current)
    select ${first.id}, ${keyProof(first)}, true where not exists (select from keys.master)
    on conflict do nothing`.execute(db)
  const needed = (await knownMasters(db)).filter(({ isRetired }) => !isRetired)
  if (needed.every((each) => isAmong(masters, each))) return { ok: true }
  return {
    ok: false,
    problem:
      `This database was sealed with the master key ${needed.map(({ id }) => id).join(', ')}, ` +
      `not with ${first.id}; put the right key back, or name its place in KECID_MASTER_KEY_FILE.`,
  }
}

function isAmong(masters: MasterKeys, { id, proof }: KnownMaster): boolean {
  const master = masters.find(id)
  return master !== undefined && sameBytes(keyProof(master), proof)
}

export async function knownMasters(db: Database): Promise<readonly KnownMaster[]> {
  const { rows } = await sql<KnownMaster>`
    select id, proof, is_current, retired_at is not null as is_retired
    from keys.master order by made_at, id`.execute(db)
  return rows
}

const ROTATIONS_MAX = 5

/**
 * Does something with the current master key. Whoever finds that it was not the current one any
 * more comes back with nothing, and is asked again with the one that is.
 */
export async function withCurrent<Value>(
  db: Database,
  masters: MasterKeys,
  work: (master: MasterKey) => Promise<Value | undefined>,
): Promise<Value> {
  for (let tries = 0; tries < ROTATIONS_MAX; tries += 1) {
    const { id = '' } = (await knownMasters(db)).find(({ isCurrent }) => isCurrent) ?? {}
    const done = await work(present(masters, id))
    if (done !== undefined) return done
  }
  throw new Error('The master key was rotated again and again meanwhile')
}

/** The key that wrapped what a row holds; without it that is lost. */
export function present(masters: MasterKeys, id: string): MasterKey {
  const master = masters.find(id)
  if (!master) throw new Error(`The master key ${id} is not in its file`)
  return master
}

const SECRET = 'house'
const SECRET_PLACE = `keys.house_secret:${SECRET}`

type SecretRow = { readonly wrapped: Buffer; readonly master: string }

/** The one secret of this house; who asks first makes it. */
export async function houseSecret(db: Database, masters: MasterKeys): Promise<HouseSecret> {
  const row = (await secretRow(db)) ?? (await withCurrent(db, masters, (by) => addSecret(db, by)))
  return { secret: unwrapped(present(masters, row.master), SECRET_PLACE, row.wrapped) }
}

async function addSecret(db: Database, master: MasterKey): Promise<SecretRow | undefined> {
  await sql`
    with current as (${heldIfCurrent(master)})
    insert into keys.house_secret (id, wrapped, master)
    select ${SECRET}, ${wrapped(master, SECRET_PLACE, newKey())}, id from current
    on conflict do nothing`.execute(db)
  return secretRow(db)
}

async function secretRow(db: Database): Promise<SecretRow | undefined> {
  const { rows } = await sql<SecretRow>`select wrapped, master from keys.house_secret`.execute(db)
  return rows[0]
}

/** Until the transaction ends no rotation begins; there is no row where one has begun already. */
export const heldIfCurrent = ({ id }: MasterKey) =>
  sql<{ id: string }>`select id from keys.master where id = ${id} and is_current for share`

/** From then on nothing is wrapped by another; whoever is just wrapping something is waited for. */
export async function makeCurrent(db: Database, master: MasterKey): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`
      insert into keys.master (id, proof, is_current)
      values (${master.id}, ${keyProof(master)}, false) on conflict do nothing`.execute(tx)
    await sql`update keys.master set is_current = false
      where is_current and id <> ${master.id}`.execute(tx)
    await sql`update keys.master set is_current = true
      where not is_current and id = ${master.id}`.execute(tx)
  })
}

export async function rewrapSecret(db: Database, from: MasterKey, to: MasterKey): Promise<void> {
  const row = await secretRow(db)
  if (row?.master !== from.id) return
  const again = wrapped(to, SECRET_PLACE, unwrapped(from, SECRET_PLACE, row.wrapped))
  await sql`update keys.house_secret set wrapped = ${again}, master = ${to.id}
    where master = ${from.id}`.execute(db)
}

/** Whether it was retired: one that still wraps something is not. */
export async function retire(db: Database, id: string): Promise<boolean> {
  const { rows } = await sql`
    update keys.master set retired_at = clock_timestamp()
    where id = ${id} and not is_current
      and not exists (select from keys.data_key where data_key.master = ${id})
      and not exists (select from keys.house_secret where house_secret.master = ${id})
    returning id`.execute(db)
  return rows.length === 1
}
