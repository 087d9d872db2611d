import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'

/**
 * At the door nobody acts yet. Whoever shows something of an account comes in to it: what follows
 * in the transaction sees and changes what is of that account, and where there is none, nothing.
 */
export async function comeWith(
  tx: Tx,
  kind: 'e-mail' | 'link' | 'session',
  proof: Buffer,
): Promise<void> {
  await sql`select come_with(${kind}, ${proof})`.execute(tx)
}

/** Somebody of whom nothing is there yet. */
export async function comeAsNew(
  tx: Tx,
  { accountId, partyId }: { readonly accountId: string; readonly partyId: string },
): Promise<void> {
  await sql`select come_as_new(${accountId}::uuid, ${partyId}::uuid)`.execute(tx)
}
