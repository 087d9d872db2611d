import { assert } from '#core/assert.ts'
import { type Hash, HASH_BYTES, joined } from '#core/ledger/bytes.ts'

/** Place of a complete subtree: of 2^level leaves, those from index × 2^level. */
export type Place = { readonly level: number; readonly index: number }

/** A complete subtree; it never changes, however far the tree grows. */
export type TreeNode = Place & { readonly hash: Uint8Array }

/** Gives the hash of a complete subtree that has been kept. */
export type ReadNode = (level: number, index: number) => Uint8Array

/** The leaves from `from` to `to`, the last not included. */
export type Span = { readonly from: number; readonly to: number }

const LEAF_PREFIX = Uint8Array.of(0x00)
const NODE_PREFIX = Uint8Array.of(0x01)

/** RFC 6962 §2.1: the prefix keeps a leaf from passing for a node. */
export function leafHash(sha256: Hash, leaf: Uint8Array): Uint8Array {
  return sha256(joined([LEAF_PREFIX, leaf]))
}

/** RFC 6962 §2.1. */
export function nodeHash(sha256: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  assert(left.length === HASH_BYTES && right.length === HASH_BYTES, 'a node joins two hashes')
  return sha256(joined([NODE_PREFIX, left, right]))
}

/** The Merkle tree hash of RFC 6962 §2.1 over leaf hashes in their order. */
export function rootOf(sha256: Hash, leafHashes: readonly Uint8Array[]): Uint8Array {
  const [first] = leafHashes
  if (first === undefined) return sha256(new Uint8Array())
  if (leafHashes.length === 1) return first
  const half = largestPowerBelow(leafHashes.length)
  const left = rootOf(sha256, leafHashes.slice(0, half))
  return nodeHash(sha256, left, rootOf(sha256, leafHashes.slice(half)))
}

/** Every complete subtree that the leaf at index `size` completes, itself first. */
export function appended(
  sha256: Hash,
  {
    size,
    leafHash,
    readNode,
  }: {
    readonly size: number
    readonly leafHash: Uint8Array
    readonly readNode: ReadNode
  },
): { readonly nodes: readonly TreeNode[] } {
  assert(isCount(size), 'a tree has a whole number of leaves')
  assert(leafHash.length === HASH_BYTES, 'a leaf hash is a hash')
  let node: TreeNode = { level: 0, index: size, hash: leafHash }
  const nodes = [node]
  while (node.index % 2 === 1) {
    const hash = nodeHash(sha256, readNode(node.level, node.index - 1), node.hash)
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash }
    nodes.push(node)
  }
  return { nodes }
}

/** The root of the first `size` leaves, from complete subtrees only. */
export function rootFromNodes(sha256: Hash, size: number, readNode: ReadNode): Uint8Array {
  return size === 0 ? sha256(new Uint8Array()) : spanHash(sha256, { from: 0, to: size }, readNode)
}

/** The Merkle tree hash of a span of at least one leaf, from complete subtrees only. */
export function spanHash(sha256: Hash, span: Span, readNode: ReadNode): Uint8Array {
  const hashes = placesCovering(span).map(({ level, index }) => readNode(level, index))
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/**
 * The fewest complete subtrees that make up the span, from left to right. Those of the whole tree
 * are all that any later append has to read.
 */
export function placesCovering({ from, to }: Span): readonly Place[] {
  assert(isCount(from) && isCount(to) && from < to, 'a span has at least one leaf')
  const places: Place[] = []
  for (let at = from; at < to;) {
    const { level, leaves } = largestSubtree(to - at)
    assert(at % leaves === 0, 'a span starts on a boundary of its largest subtree')
    places.push({ level, index: at / leaves })
    at += leaves
  }
  return places
}

/** Where RFC 6962 §2.1 splits a tree of more than one leaf. */
export function largestPowerBelow(size: number): number {
  assert(isCount(size) && size > 1, 'a tree that is split has more than one leaf')
  return largestSubtree(size - 1).leaves
}

/** True for a number of leaves; exact to 2^53, where bit operations would end at 2^31. */
export const isCount = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

function largestSubtree(leavesMax: number): { readonly level: number; readonly leaves: number } {
  let [level, leaves] = [0, 1]
  while (leaves * 2 <= leavesMax) [level, leaves] = [level + 1, leaves * 2]
  return { level, leaves }
}
