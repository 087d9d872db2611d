import { randomUUID, type KeyObject } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
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
  await tx.selectFrom('party').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** The one password of an account, of an applicant or an official. */
export async function putPassword(
  tx: Tx,
  {
    accountId,
    passwordHash,
    at,
  }: { readonly accountId: string; readonly passwordHash: string; readonly at: IsoMoment },
): Promise<void> {
  await tx
    .updateTable('credential')
    .set({ endedAt: at, hash: null })
    .where('account', '=', accountId)
    .where('kind', '=', 'password')
    .where('endedAt', 'is', null)
    .execute()
  await tx
    .insertInto('credential')
    .values({
      id: randomUUID(),
      account: accountId,
      kind: 'password',
      hash: passwordHash,
      addedAt: at,
    })
    .execute()
}
