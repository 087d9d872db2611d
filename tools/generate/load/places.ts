import { HASH_BYTES } from '#core/ledger/bytes.ts'
import { appended, placesCovering } from '#core/ledger/tree.ts'
import type { Tx } from '#platform/database.ts'
import { sha256, treeSize } from '#records/ledger.ts'
import { newPage, putBytes, putField, putNumber, rowOf, written } from '../binary.ts'

/** A tree that grows; of what it was, only its right edge is kept. */
export type Growing = { size: number; readonly edge: Map<number, Uint8Array> }

export async function treeThatGrows(tx: Tx): Promise<Growing> {
  const size = await treeSize(tx)
  const edge = new Map<number, Uint8Array>()
  for (const { level, index } of size === 0 ? [] : placesCovering({ from: 0, to: size })) {
    const { hash } = await tx
      .selectFrom('ledgerNode')
      .select('hash')
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirstOrThrow()
    edge.set(level, hash)
  }
  return { size, edge }
}

const ROW = rowOf(3)

/**
 * Gives leaves their places, as the sequencer does that gives a place to each leaf that waits; the
 * nodes that follow, as COPY takes them.
 */
export function placed(growing: Growing, leafHashes: Uint8Array): Uint8Array {
  const page = newPage()
  const readNode = (level: number) => {
    const hash = growing.edge.get(level)
    if (hash === undefined) throw new Error('A tree has its right edge')
    return hash
  }
  for (let from = 0; from < leafHashes.length; from += HASH_BYTES) {
    const leafHash = leafHashes.subarray(from, from + HASH_BYTES)
    const { nodes } = appended(sha256, { size: growing.size, leafHash, readNode })
    for (const { level, index, hash } of nodes) {
      putBytes(page, ROW)
      putField(page, Uint8Array.of(0, level))
      putNumber(page, index)
      putField(page, hash)
      growing.edge.set(level, hash)
    }
    growing.size += 1
  }
  return written(page)
}
