import type { KeyObject } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { Tx } from '#platform/database.ts'
import { newPersonKey, unwrapKey, wrapKey, type MasterKey } from '#platform/sealing.ts'

/** Each person has a key of their own; this file is the only one that makes or opens one. */
const PURPOSE = 'person.wrapped_key'

export type Person = { readonly id: string; readonly key: KeyObject }

/** A new person, of whom nothing is known but that they exist. */
export async function addPerson(tx: Tx, master: MasterKey, id: string): Promise<Person> {
  const key = newPersonKey()
  const wrappedKey = wrapKey(master, { purpose: PURPOSE, person: id, key })
  await tx.insertInto('person').values({ id, wrappedKey }).execute()
  return { id, key }
}

/** The key of a person whose row was read; erased people have none. */
export function personKey(
  master: MasterKey,
  { id, wrappedKey }: { readonly id: string; readonly wrappedKey: Buffer | null },
): KeyObject {
  assert(wrappedKey !== null, 'nothing is read of a person who was erased')
  return unwrapKey(master, { purpose: PURPOSE, person: id, wrapped: wrappedKey })
}

export async function readPersonKey(
  tx: Tx,
  master: MasterKey,
  id: string,
): Promise<KeyObject | undefined> {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'wrappedKey'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.wrappedKey ? personKey(master, row) : undefined
}

/** Until the transaction ends nobody else does this for the same person: two beginnings are one. */
export async function holdPerson(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
