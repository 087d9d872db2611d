import { assert } from '#core/assert.ts'
import { type Hash, HASH_BYTES, sameBytes } from '#core/ledger/bytes.ts'
import {
  isCount,
  largestPowerBelow,
  nodeHash,
  type ReadNode,
  type Span,
  spanHash,
} from '#core/ledger/tree.ts'

/** Hashes of spans beside the way to the root, the deepest first. */
export type Proof = readonly Uint8Array[]

/** The spans whose hashes are the audit path of RFC 6962 §2.1.1. */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  assert(isCount(index) && isCount(size) && index < size, 'a leaf that is proved is in the tree')
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from)
    const isLeft = index < middle
    spans.push(isLeft ? { from: middle, to } : { from, to: middle })
    if (isLeft) to = middle
    else from = middle
  }
  return spans.reverse()
}

/**
 * The spans whose hashes are the consistency proof of RFC 6962 §2.1.2. The first ends where the
 * older tree ends; where it is the whole older tree, the verifier has its hash: it is left out.
 */
export function consistencySpans(oldSize: number, size: number): readonly Span[] {
  assert(isCount(oldSize) && isCount(size) && oldSize <= size, 'a tree only grows')
  if (oldSize === 0 || oldSize === size) return []
  const spans = spansAround(oldSize, size)
  return spans[0]?.from === 0 ? spans.slice(1) : spans
}

/** Shows that a leaf is at that index of the tree of that size. */
export function inclusionProof(
  sha256: Hash,
  { index, size }: { readonly index: number; readonly size: number },
  readNode: ReadNode,
): Proof {
  return inclusionSpans(index, size).map((span) => spanHash(sha256, span, readNode))
}

/** Shows that the tree of the older size is the beginning of the tree of the newer one. */
export function consistencyProof(
  sha256: Hash,
  { oldSize, size }: { readonly oldSize: number; readonly size: number },
  readNode: ReadNode,
): Proof {
  return consistencySpans(oldSize, size).map((span) => spanHash(sha256, span, readNode))
}

/** True only if the proof leads from that leaf at that index to that root; never throws. */
export function verifyInclusion(
  sha256: Hash,
  {
    index,
    size,
    leafHash,
    root,
    proof,
  }: {
    readonly index: number
    readonly size: number
    readonly leafHash: Uint8Array
    readonly root: Uint8Array
    readonly proof: Proof
  },
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leafHash, root, ...proof].every(isHash)) return false
  const spans = inclusionSpans(index, size)
  if (proof.length !== spans.length) return false
  const reached = proof.reduce((hash, beside, at) => {
    const isRight = (spans[at]?.from ?? 0) > index
    return isRight ? nodeHash(sha256, hash, beside) : nodeHash(sha256, beside, hash)
  }, leafHash)
  return sameBytes(reached, root)
}

/** True only if the proof leads to both roots; never throws. */
export function verifyConsistency(
  sha256: Hash,
  {
    oldSize,
    size,
    oldRoot,
    root,
    proof,
  }: {
    readonly oldSize: number
    readonly size: number
    readonly oldRoot: Uint8Array
    readonly root: Uint8Array
    readonly proof: Proof
  },
): boolean {
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false
  if (![oldRoot, root, ...proof].every(isHash)) return false
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root)
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, sha256(new Uint8Array()))
  const [start, ...spans] = spansAround(oldSize, size)
  const [first, ...rest] = start?.from === 0 ? [oldRoot, ...proof] : proof
  if (first === undefined || rest.length !== spans.length) return false
  let [old, reached] = [first, first]
  for (const [at, beside] of rest.entries()) {
    const isRight = (spans[at]?.from ?? 0) >= oldSize
    if (!isRight) old = nodeHash(sha256, beside, old)
    reached = isRight ? nodeHash(sha256, reached, beside) : nodeHash(sha256, beside, reached)
  }
  return sameBytes(old, oldRoot) && sameBytes(reached, root)
}

/** The largest subtree that ends where the older tree ends, then its neighbours up to the root. */
function spansAround(oldSize: number, size: number): readonly Span[] {
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to !== oldSize) {
    const middle = from + largestPowerBelow(to - from)
    const isLeft = oldSize <= middle
    spans.push(isLeft ? { from: middle, to } : { from, to: middle })
    if (isLeft) to = middle
    else from = middle
  }
  return [{ from, to }, ...spans.reverse()]
}

const isHash = (hash: Uint8Array): boolean => hash.length === HASH_BYTES
