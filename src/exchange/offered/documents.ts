import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { reference } from '#exchange/person.ts'
import type { Database } from '#platform/database.ts'
import type { Vault } from '#platform/vault.ts'
import { handOverDocument } from '#records/handed-over.ts'
import type { Keys } from '#records/keys.ts'
import type { OfferedAsking } from '#records/offered.ts'

/** What opens documents for the system that examines the case that they were sent in with. */
export type Files = { readonly keys: Keys; readonly vault: Vault }

/** Bytes of a document in one part: in base64 no message is larger than servers hand on at once. */
export const PART_BYTES = 512 * 1024

export const documentAsked = z.strictObject({
  document: z.uuid(),
  part: z.string().regex(/^[1-9]\d{0,3}$/),
})

export const documentSaid = z.strictObject({
  result: z.enum(['part', 'none']),
  media: z.enum(['pdf', 'jpeg', 'png']).exactOptional(),
  /** Of the whole document, not of the part. */
  bytes: reference.exactOptional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  parts: reference.exactOptional(),
  content: z.base64().exactOptional(),
})

type Handing = Pick<OfferedAsking, 'on' | 'call'> & {
  readonly files: Files
  /** The services by which cases are forwarded to whoever asks. */
  readonly services: readonly string[]
}

const NONE = { result: 'none' } as const

/**
 * One part of a document. It is opened whole each time, since its hash is told of all of it; what
 * was erased, or is not what was filed, is none.
 */
export async function partOfDocument(
  db: Database,
  { document, part }: z.output<typeof documentAsked>,
  { files, services, on, call }: Handing,
): Promise<Readonly<Record<string, string>> & { readonly result: string }> {
  const found = await handOverDocument(db, { document, services }, { on, call })
  if (!found) return NONE
  const { caseId, party, media, stored } = found
  const key = (await files.keys.read({ cases: [caseId] })).of({ party, caseId })
  const stream = key === 'erased' ? undefined : await files.vault.get(stored, key)
  if (!stream) return NONE
  const bytes = await buffer(stream)
  const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES))
  const from = (Number(part) - 1) * PART_BYTES
  if (Number(part) > parts) return NONE
  return {
    result: 'part',
    media,
    bytes: String(bytes.length),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    parts: String(parts),
    content: bytes.subarray(from, from + PART_BYTES).toString('base64'),
  }
}
