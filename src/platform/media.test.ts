import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { namedMedia, watchMedia } from '#platform/media.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What a file is found to be, and the bytes that passed. */
async function watched(bytes: Uint8Array, size = 1000) {
  const { bytes: passing, verdict } = watchMedia(inPieces(bytes, size))
  const passed: Uint8Array[] = []
  for await (const piece of passing) passed.push(piece)
  return { verdict: verdict(), passed: Buffer.concat(passed) }
}

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9])
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('IHDR and pixels IEND'),
])

test('a file is what its own bytes say, whatever it is called', async () => {
  const cases = [
    [PDF, 'pdf'],
    [JPEG, 'jpeg'],
    [PNG, 'png'],
    [Buffer.alloc(0), 'empty'],
    [Buffer.from('PK\u0003\u0004 a ZIP'), 'unknown'],
    [Buffer.from('MZ a program'), 'unknown'],
    [Buffer.from('<svg onload="x()"/>'), 'unknown'],
    [Buffer.from('<html>%PDF-1.7 %%EOF'), 'unknown'],
    [Buffer.from('%PDF'), 'unknown'],
    [Buffer.alloc(5000), 'unknown'],
  ] as const
  for (const [bytes, verdict] of cases) {
    equal((await watched(bytes)).verdict, verdict, bytes.toString('latin1').slice(0, 20))
  }
})

test('a file whose end is missing is damaged, and a long one is judged by its true end', async () => {
  for (const [whole, end] of [
    [PDF, 6],
    [JPEG, 2],
    [PNG, 4],
  ] as const) {
    equal((await watched(whole.subarray(0, -end))).verdict, 'damaged')
  }
  const cut = Buffer.concat([PNG, Buffer.alloc(10_000)])
  equal((await watched(cut)).verdict, 'damaged')
  const long = Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(100_000), PDF.subarray(-20)])
  equal((await watched(long)).verdict, 'pdf')
})

test('however a file is cut into pieces, it passes unchanged and is judged the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(PDF, JPEG, PNG, Buffer.from('something else')),
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 4000 }),
      async (start, middle, size) => {
        const bytes = Buffer.concat([start, middle, start])
        const [whole, pieces] = [await watched(bytes, bytes.length), await watched(bytes, size)]
        deepEqual(pieces, whole)
        deepEqual(pieces.passed, bytes)
      },
    ),
  )
})

test('a name says what it says by its last ending, in small letters or capitals', () => {
  const cases = [
    ['diploma.pdf', 'pdf'],
    ['DIPLOMA.PDF', 'pdf'],
    ['scan.JPG', 'jpeg'],
    ['scan.jpeg', 'jpeg'],
    ['foto.jpe', 'jpeg'],
    ['şəkil.png', 'png'],
    ['photo.pdf.exe', undefined],
    ['photo.exe.png', 'png'],
    ['no-ending', undefined],
    ['', undefined],
    ['.', undefined],
    ['a.constructor', undefined],
    ['a.pdf ', undefined],
  ] as const
  deepEqual(
    cases.map(([name]) => [name, namedMedia(name)]),
    cases,
  )
})
