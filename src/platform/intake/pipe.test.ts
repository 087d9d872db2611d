import { deepEqual, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { lengthOf, packed, readPieces } from '#platform/intake/pipe.ts'

const inParts = (bytes: Buffer, size: number) =>
  (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  })()

async function pieces(bytes: Buffer, size: number, bytesMax = 100): Promise<string[]> {
  const found: string[] = []
  for await (const piece of readPieces(inParts(bytes, size), bytesMax)) found.push(String(piece))
  return found
}

test('pieces come whole however they are cut on the way, and half a piece is none', async () => {
  const both = Buffer.concat([packed({ a: 1 }, Buffer.from('picture')), packed({ b: 2 })])
  for (const size of [1, 3, 4, 7, 1000]) {
    deepEqual(await pieces(both, size), ['{"a":1}', 'picture', '{"b":2}', ''], `by ${size}`)
  }
  deepEqual(await pieces(packed({ a: 1 }).subarray(0, 8), 3), [])
})

test('a piece that says it is larger than any may be is refused at its first bytes', async () => {
  await rejects(pieces(lengthOf(0xffffffff), 4), /larger than any may be/)
  await rejects(pieces(packed({}, Buffer.alloc(101)), 1000), /larger than any may be/)
})
