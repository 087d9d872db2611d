import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import type { Database } from '#platform/database.ts'
import { json } from '#platform/database.ts'
import { isVaultAddress, type Stored } from '#platform/vault.ts'
import { rowOf, type OfferedAsking } from '#records/offered.ts'

/** A document of a case that another system examines: whose it is, and where its bytes lie. */
export type HandedOver = {
  readonly caseId: string
  readonly party: string
  readonly media: string
  readonly stored: Stored
}

type Row = Omit<HandedOver, 'stored'> & { readonly address: string; readonly sha256: Buffer }

/** Handed to a system that one of these services is of, while the case is there; noted. */
export async function handOverDocument(
  db: Database,
  { document, services }: { readonly document: string; readonly services: readonly string[] },
  { on, call }: Pick<OfferedAsking, 'on' | 'call'>,
): Promise<HandedOver | undefined> {
  const { rows } = await sql<Row>`
    select * from hand_over_document(
      ${document}::uuid, ${[...services]}::text[], ${on}::date, ${json(rowOf(call))}
    )`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { caseId, party, media, address, sha256 } = row
  assert(isVaultAddress(address), 'the table keeps addresses of the vault alone')
  return { caseId, party, media, stored: { address, sha256 } }
}
