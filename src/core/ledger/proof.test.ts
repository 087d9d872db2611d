import { deepEqual, equal, throws } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { bytesOfHex, hexOf } from '#core/ledger/bytes.ts'
import {
  consistencyProof,
  consistencySpans,
  inclusionProof,
  inclusionSpans,
  verifyConsistency,
  verifyInclusion,
} from '#core/ledger/proof.ts'
import { leafHash, nodeHash, rootFromNodes, rootOf } from '#core/ledger/tree.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** A tree of which every root is computed from its leaves, once. */
function treeOf(leafHashes: readonly Uint8Array[]) {
  const roots = new Map<string, Uint8Array>()
  const rootOfSpan = (from: number, to: number) => {
    const found = roots.get(`${from}-${to}`) ?? rootOf(sha256, leafHashes.slice(from, to))
    roots.set(`${from}-${to}`, found)
    return found
  }
  const read = (level: number, index: number) =>
    rootOfSpan(index * 2 ** level, (index + 1) * 2 ** level)
  const root = (size: number) => rootOfSpan(0, size)
  const hash = (index: number) => leafHashes[index] ?? new Uint8Array()
  const included = (index: number, size: number) => ({
    index,
    size,
    leafHash: hash(index),
    root: root(size),
    proof: inclusionProof(sha256, { index, size }, read),
  })
  const consistent = (oldSize: number, size: number) => ({
    oldSize,
    size,
    oldRoot: root(oldSize),
    root: root(size),
    proof: consistencyProof(sha256, { oldSize, size }, read),
  })
  return { included, consistent }
}

const REFERENCE = treeOf(
  [
    ['', '00', '10', '2021', '3031', '40414243'],
    ['5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  ]
    .flat()
    .map((leaf) => leafHash(sha256, bytesOfHex(leaf))),
)
const SIZE = 70
const TREE = treeOf(
  Array.from({ length: SIZE }, (_, index) => leafHash(sha256, Uint8Array.of(index))),
)

const LEAF_0 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
const LEAF_1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const LEAF_4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const LEAVES_0_1 = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
const LEAVES_2_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const LEAVES_0_3 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const LEAVES_4_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const LEAVES_6_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const LEAVES_4_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'

test('inclusion proofs are those of the Certificate Transparency reference', () => {
  const cases = [
    [0, 1, []],
    [0, 8, [LEAF_1, LEAVES_2_3, LEAVES_4_7]],
    [5, 8, [LEAF_4, LEAVES_6_7, LEAVES_0_3]],
    [2, 3, [LEAVES_0_1]],
    [1, 5, [LEAF_0, LEAVES_2_3, LEAF_4]],
  ] as const
  deepEqual(
    cases.map(([index, size]) => [index, size, REFERENCE.included(index, size).proof.map(hexOf)]),
    cases,
  )
})

test('consistency proofs are those of the Certificate Transparency reference', () => {
  const cases = [
    [1, 1, []],
    [1, 8, [LEAF_1, LEAVES_2_3, LEAVES_4_7]],
    [6, 8, [LEAVES_4_5, LEAVES_6_7, LEAVES_0_3]],
    [2, 5, [LEAVES_2_3, LEAF_4]],
  ] as const
  deepEqual(
    cases.map(([oldSize, size]) => [
      oldSize,
      size,
      REFERENCE.consistent(oldSize, size).proof.map(hexOf),
    ]),
    cases,
  )
})

test('every leaf of every tree is proved, with at most one hash for each level', () => {
  for (let size = 1; size <= SIZE; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const claim = TREE.included(index, size)
      equal(verifyInclusion(sha256, claim), true)
      equal(claim.proof.length <= Math.ceil(Math.log2(size)), true)
    }
  }
})

test('every tree is proved to begin with every smaller one', () => {
  for (let size = 0; size <= SIZE; size += 1) {
    for (let oldSize = 0; oldSize <= size; oldSize += 1) {
      equal(verifyConsistency(sha256, TREE.consistent(oldSize, size)), true)
    }
  }
})

const changed = (bytes: Uint8Array, { at, by }: { at: number; by: number }) =>
  bytes.map((byte, index) => (index === at ? byte ^ by : byte))

const changes = fc.record({
  at: fc.integer({ min: 0, max: 31 }),
  by: fc.integer({ min: 1, max: 255 }),
})

/** The claim with one byte of each of its hashes changed, one hash at a time. */
function forged<Claim extends { readonly proof: readonly Uint8Array[] }>(
  claim: Claim,
  { names, change }: { names: readonly (keyof Claim)[]; change: { at: number; by: number } },
): readonly Claim[] {
  const named = names.map((name) => ({
    ...claim,
    [name]: changed(claim[name] as Uint8Array, change),
  }))
  const proved = claim.proof.map((hash, at) => ({
    ...claim,
    proof: claim.proof.with(at, changed(hash, change)),
  }))
  return [...named, ...proved]
}

test('an inclusion proof with one byte changed proves nothing', () => {
  const places = fc
    .integer({ min: 1, max: SIZE })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
  fc.assert(
    fc.property(places, changes, ([index, size], change) => {
      const claims = forged(TREE.included(index, size), { names: ['leafHash', 'root'], change })
      for (const claim of claims) equal(verifyInclusion(sha256, claim), false)
    }),
  )
})

test('a consistency proof with one byte changed proves nothing', () => {
  const sizes = fc
    .integer({ min: 0, max: SIZE })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)))
  fc.assert(
    fc.property(sizes, changes, ([oldSize, size], change) => {
      // Every tree begins with the empty one, whatever its root.
      const names =
        oldSize === 0 && size > 0 ? (['oldRoot'] as const) : (['oldRoot', 'root'] as const)
      const claims = forged(TREE.consistent(oldSize, size), { names, change })
      for (const claim of claims) equal(verifyConsistency(sha256, claim), false)
    }),
  )
})

test('a leaf is proved at its own index only', () => {
  for (let size = 2; size <= 20; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const claim = TREE.included(index, size)
      for (let other = 0; other < size; other += 1) {
        equal(verifyInclusion(sha256, { ...claim, index: other }), other === index)
      }
    }
  }
})

test('a proof with a hash more, a hash fewer or a hash of another length is refused', () => {
  const included = TREE.included(11, 23)
  const consistent = TREE.consistent(11, 23)
  const [extra, long] = [new Uint8Array(32), new Uint8Array(33)]
  const wrong = (proof: readonly Uint8Array[]) => [
    [],
    proof.slice(1),
    proof.slice(0, -1),
    [...proof, extra],
    [extra, ...proof],
    proof.with(0, long),
    [new Uint8Array(), ...proof.slice(1)],
  ]
  for (const proof of wrong(included.proof)) {
    equal(verifyInclusion(sha256, { ...included, proof }), false)
  }
  for (const proof of wrong(consistent.proof)) {
    equal(verifyConsistency(sha256, { ...consistent, proof }), false)
  }
  const equalSizes = TREE.consistent(23, 23)
  equal(verifyConsistency(sha256, { ...equalSizes, proof: [extra] }), false)
  const fromNothing = TREE.consistent(0, 23)
  equal(verifyConsistency(sha256, { ...fromNothing, proof: [extra] }), false)
})

test('sizes and indexes that cannot be are answered with no, and never proved', () => {
  const included = TREE.included(3, 7)
  const consistent = TREE.consistent(3, 7)
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    equal(verifyInclusion(sha256, { ...included, index: wrong }), false)
    equal(verifyInclusion(sha256, { ...included, size: wrong }), false)
    equal(verifyConsistency(sha256, { ...consistent, oldSize: wrong }), false)
    equal(verifyConsistency(sha256, { ...consistent, size: wrong }), false)
    throws(() => inclusionSpans(wrong, 7), /in the tree/)
    throws(() => consistencySpans(wrong, 7), /only grows/)
  }
  equal(verifyInclusion(sha256, { ...included, index: 7 }), false)
  equal(verifyConsistency(sha256, { ...consistent, oldSize: 8 }), false)
  throws(() => inclusionSpans(7, 7), /in the tree/)
  throws(() => consistencySpans(8, 7), /only grows/)
})

test('proofs hold for trees far beyond 32 bits', () => {
  // All leaves are equal, so one hash serves for a whole level.
  const levels = [leafHash(sha256, new Uint8Array())]
  for (let level = 1; level <= 53; level += 1) {
    const below = levels[level - 1] ?? new Uint8Array()
    levels.push(nodeHash(sha256, below, below))
  }
  const [first = new Uint8Array()] = levels
  const read = (level: number) => levels[level] ?? new Uint8Array()
  const sizes = fc.integer({ min: 2 ** 31, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(sizes, sizes, (some, other) => {
      const [index, size] = [Math.min(some, other), Math.max(some, other)]
      const [oldRoot, root] = [index, size].map((of) => rootFromNodes(sha256, of, read))
      const place = { index: index - 1, size, leafHash: first, root: root ?? first }
      const proof = inclusionProof(sha256, place, read)
      equal(verifyInclusion(sha256, { ...place, proof }), true)
      equal(verifyInclusion(sha256, { ...place, proof: proof.slice(1) }), false)
      const both = { oldSize: index, size, oldRoot: oldRoot ?? first, root: root ?? first }
      const older = consistencyProof(sha256, both, read)
      equal(verifyConsistency(sha256, { ...both, proof: older }), true)
      equal(verifyConsistency(sha256, { ...both, proof: [...older, first] }), false)
    }),
  )
})
