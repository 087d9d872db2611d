import { rootFromNodes } from '#core/ledger/tree.ts'
import type { Tx } from '#platform/database.ts'
import { sha256, treeSize } from '#records/ledger.ts'

/** The hashes of the leaves that have a place, in their order. */
export const hashesInOrder = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('ledgerLeaf')
    .select('leafHash')
    .where('index', 'is not', null)
    .orderBy('index')
    .execute()
  return rows.map(({ leafHash }) => leafHash)
}

/** The root as the kept nodes give it. */
export async function rootNow(tx: Tx): Promise<Uint8Array> {
  const nodes = await tx.selectFrom('ledgerNode').selectAll().execute()
  const byPlace = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return rootFromNodes(sha256, await treeSize(tx), (level, index) => {
    const hash = byPlace.get(`${level}/${index}`)
    if (!hash) throw new Error(`no node ${level}/${index}`)
    return hash
  })
}
