import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { type MasterKey, keyProof, sameBytes } from '#platform/sealing.ts'

export type KeyCheck = { readonly ok: true } | { readonly ok: false; readonly problem: string }

type Kept = { readonly id: string; readonly proof: Buffer }

/** Whether a database is already bound to a master key, so that no other may be made for it. */
export async function isBoundToKey(db: Database): Promise<boolean> {
  return (await keptProofs(db)).length > 0
}

/** Binds an empty database to the key; afterwards any other key is refused. */
export async function checkMasterKey(db: Database, master: MasterKey): Promise<KeyCheck> {
  const proof = keyProof(master)
  await sql`
    insert into key_check (id, proof)
    select ${master.id}, ${proof}
    where not exists (select from key_check)
    on conflict do nothing`.execute(db)
  const kept = await keptProofs(db)
  if (kept.some(({ id, proof: known }) => id === master.id && sameBytes(known, proof))) {
    return { ok: true }
  }
  return {
    ok: false,
    problem:
      `This database was sealed with the master key ${kept.map(({ id }) => id).join(', ')}, not ` +
      `with ${master.id}; put the right key back, or name its place in KECID_MASTER_KEY_FILE.`,
  }
}

async function keptProofs(db: Database): Promise<readonly Kept[]> {
  const found = await sql<Kept>`select id, proof from key_check order by id`.execute(db)
  return found.rows
}
