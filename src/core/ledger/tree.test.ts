import { deepEqual, equal, notDeepEqual, ok, throws } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { hexOf, joined } from '#core/ledger/bytes.ts'
import {
  appended,
  leafHash,
  nodeHash,
  placesCovering,
  rootFromNodes,
  rootOf,
} from '#core/ledger/tree.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hashOf = (index: number) =>
  leafHash(sha256, Uint8Array.of(index % 256, Math.floor(index / 256)))
const hashesTo = (size: number) => Array.from({ length: size }, (_, index) => hashOf(index))

/** Keeps nodes as the database does, and fails where one is read that is not kept. */
function keptNodes() {
  const nodes = new Map<string, Uint8Array>()
  const read = (level: number, index: number) => {
    const hash = nodes.get(`${level}/${index}`)
    ok(hash, `node ${level}/${index} is kept`)
    return hash
  }
  const append = (size: number, hash: Uint8Array) => {
    const { nodes: completed } = appended(sha256, { size, leafHash: hash, readNode: read })
    for (const node of completed) {
      equal(nodes.has(`${node.level}/${node.index}`), false)
      nodes.set(`${node.level}/${node.index}`, node.hash)
    }
  }
  return { nodes, read, append }
}

test('the trees of the Certificate Transparency reference have its roots', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
  const hashes = [...leaves, '606162636465666768696a6b6c6d6e6f'].map((leaf) =>
    leafHash(sha256, Buffer.from(leaf, 'hex')),
  )
  deepEqual(
    hashes.map((_, at) => hexOf(rootOf(sha256, hashes.slice(0, at + 1)))),
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ],
  )
})

test('the root of the empty tree is the hash of nothing', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  equal(hexOf(rootOf(sha256, [])), empty)
  equal(hexOf(rootFromNodes(sha256, 0, keptNodes().read)), empty)
})

test('a leaf that looks like a node is none', () => {
  const [left, right] = [hashOf(0), hashOf(1)]
  notDeepEqual(leafHash(sha256, joined([left, right])), nodeHash(sha256, left, right))
  notDeepEqual(nodeHash(sha256, left, right), nodeHash(sha256, right, left))
})

test('a root from kept nodes is the root of all leaves, for every size from 0 to 300', () => {
  const { append, read } = keptNodes()
  const hashes = hashesTo(300)
  for (let size = 0; size <= 300; size += 1) {
    deepEqual(rootFromNodes(sha256, size, read), rootOf(sha256, hashes.slice(0, size)))
    const next = hashes[size]
    if (next) append(size, next)
  }
})

test('every complete subtree is kept, once, with the root of its leaves', () => {
  const { append, nodes } = keptNodes()
  const hashes = hashesTo(37)
  for (const [size, hash] of hashes.entries()) append(size, hash)
  equal(nodes.size, 37 + 18 + 9 + 4 + 2 + 1)
  for (const [place, hash] of nodes) {
    const [level = 0, index = 0] = place.split('/').map(Number)
    deepEqual(hash, rootOf(sha256, hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)))
  }
})

test('an append reads only the subtrees that cover the tree so far', () => {
  const { append, read } = keptNodes()
  for (let size = 0; size <= 130; size += 1) {
    const covering = size === 0 ? [] : placesCovering({ from: 0, to: size })
    const places = new Set(covering.map(({ level, index }) => `${level}/${index}`))
    const readNode = (level: number, index: number) => {
      ok(places.has(`${level}/${index}`))
      return read(level, index)
    }
    ok(appended(sha256, { size, leafHash: hashOf(size), readNode }).nodes.length > 0)
    append(size, hashOf(size))
  }
})

test('the subtrees that cover a tree are one for each binary digit 1 of its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (size) => {
      const places = placesCovering({ from: 0, to: size })
      const ones = size.toString(2).replaceAll('0', '')
      equal(places.length, ones.length)
      equal(
        places.reduce((sum, { level }) => sum + 2 ** level, 0),
        size,
      )
      deepEqual(
        places.map(({ level, index }) => index * 2 ** level),
        places.map((_, at) => places.slice(0, at).reduce((sum, { level }) => sum + 2 ** level, 0)),
      )
    }),
  )
})

test('a size that is no number of leaves is refused', () => {
  const readNode = () => hashOf(0)
  for (const size of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    throws(() => appended(sha256, { size, leafHash: hashOf(0), readNode }), /whole number/)
    throws(() => rootFromNodes(sha256, size, readNode), /at least one leaf/)
  }
  throws(() => appended(sha256, { size: 0, leafHash: new Uint8Array(31), readNode }), /leaf hash/)
  throws(() => nodeHash(sha256, hashOf(0), new Uint8Array(33)), /two hashes/)
  throws(() => placesCovering({ from: 3, to: 3 }), /at least one leaf/)
  throws(() => placesCovering({ from: 1, to: 3 }), /boundary/)
})
