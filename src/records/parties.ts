import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import type { Tx } from '#platform/database.ts'
import type { KeyedHash } from '#platform/sealing.ts'
import { recordAccess, type Accessing } from '#records/access.ts'
import type { KeyOf, KeyRing, Keys } from '#records/keys.ts'

/** A new person, of whom nothing is known but that they exist. */
export async function addParty(
  tx: Tx,
  keys: Keys,
  id: string = randomUUID(),
): Promise<{ readonly id: string; readonly key: KeyObject }> {
  const key = heldKey(await keys.make([{ party: id }]), { party: id })
  await tx.insertInto('party').values({ id, kind: 'person' }).execute()
  return { id, key }
}

/** The key of what cannot have been erased: whoever asks has just made it, or is let in by it. */
export function heldKey(ring: KeyRing, wanted: KeyOf): KeyObject {
  const key = ring.of(wanted)
  assert(key !== 'erased', 'what is at work was not erased')
  return key
}

/** Until the transaction ends nobody else does this for the same party: two beginnings are one. */
export async function holdParty(tx: Tx, id: string): Promise<void> {
  await sql`select hold_party(${id}::uuid)`.execute(tx)
}

/** Those for whom whoever acts once had a mandate, and has none today. */
export async function noLongerActedFor(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly party: string }>`
    select party from mandates_ended() as party`.execute(tx)
  return rows.map(({ party }) => party)
}

export type Credential = {
  readonly kind: 'e-mail' | 'password'
  readonly index?: KeyedHash
  readonly sealed?: Buffer
  readonly hash?: string
}

/** The one credential of its kind that this account has from now on. */
export async function putCredential(
  tx: Tx,
  key: KeyObject,
  {
    accountId,
    credential,
    ...accessing
  }: Accessing & { readonly accountId: string; readonly credential: Credential },
): Promise<void> {
  const [{ at }, { kind }, id] = [accessing, credential, randomUUID()]
  await Promise.all([
    tx
      .updateTable('credential')
      .set({ endedAt: at, hash: null })
      .where('account', '=', accountId)
      .where('kind', '=', kind)
      .where('endedAt', 'is', null)
      .execute(),
    tx
      .insertInto('credential')
      .values({ id, account: accountId, addedAt: at, ...credential })
      .execute(),
    recordAccess(tx, key, {
      ...accessing,
      acts: [{ type: 'credential-changed', row: id, said: { kind } }],
    }),
  ])
}
