import { z } from 'zod'
import type { Document } from '#core/policy/provisional.ts'
import type { Tx } from '#platform/database.ts'

type Adoption = { readonly party: string; readonly adoptedAt: string }

export type PublishedDocument = {
  readonly hash: string
  readonly document: Document
  readonly adoptions: readonly Adoption[]
}

const documentShape = z.record(z.string(), z.json())
const adoptionsShape = z.array(z.object({ party: z.string(), adoptedAt: z.string() }))

/** These documents as they were published, with who took them over, in the order asked for. */
export async function publishedDocuments(
  tx: Tx,
  hashes: readonly string[],
): Promise<readonly PublishedDocument[]> {
  if (hashes.length === 0) return []
  const rows = await tx
    .selectFrom('policyDocument')
    .leftJoin('policyAdoption', 'policyAdoption.hash', 'policyDocument.hash')
    .select([
      'policyDocument.hash',
      'policyDocument.canonical',
      'policyAdoption.party',
      'policyAdoption.adoptedAt',
    ])
    .where('policyDocument.hash', 'in', hashes)
    .orderBy('policyAdoption.adoptedAt')
    .execute()
  return hashes.flatMap((hash) => {
    const own = rows.filter((row) => row.hash === hash)
    const [first] = own
    if (!first) return []
    // In which form it was written is nothing that it says.
    const { shape: _shape, ...document } = documentShape.parse(JSON.parse(first.canonical))
    const adoptions = adoptionsShape.parse(own.filter((row) => row.party !== null))
    return [{ hash, document, adoptions }]
  })
}
