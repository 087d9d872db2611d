import { deflateSync } from 'node:zlib'
import type { Fault, MediaKind } from '#platform/intake/verdict.ts'

/** A file of the collection: how it is made, and what is to be said of it. */
export type MadeFile = {
  readonly name: string
  readonly make: () => Buffer | Promise<Buffer>
  /** What it is and how many pages it has, or why it is not taken. */
  readonly expected: readonly [MediaKind, number] | Fault
  /** What our own reader says alone, and what qpdf says, where that is not the same. */
  readonly alone?: Fault
  readonly second?: Fault
}

export type PdfParts = {
  /** Entries of the catalogue, of the first page, of the trailer. */
  readonly catalog?: string
  readonly page?: string
  readonly trailer?: string
  /** What the first page's annotations are. */
  readonly annotation?: string
  /** The page tree's root, where it is not one page. */
  readonly pages?: string
  /** Objects from number 4 on; a text without `obj` of its own. */
  readonly more?: readonly (string | Buffer)[]
  readonly version?: string
  readonly newline?: string
}

/** A PDF as it should be: header, objects, a table of where they are, and a trailer. */
export function pdfOf(parts: PdfParts = {}): Buffer {
  const { version = '1.7', newline = '\n', more = [] } = parts
  const annots = parts.annotation === undefined ? '' : `/Annots[<<${parts.annotation}>>]`
  const objects = [
    `<</Type/Catalog/Pages 2 0 R ${parts.catalog ?? ''}>>`,
    parts.pages ?? '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${annots}${parts.page ?? ''}>>`,
    ...more,
  ]
  const pieces: Buffer[] = [Buffer.from(`%PDF-${version}${newline}`)]
  const offsets: number[] = []
  const written = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  objects.forEach((object, index) => {
    offsets.push(written())
    const head = Buffer.from(`${index + 1} 0 obj${newline}`)
    pieces.push(head, Buffer.from(object), Buffer.from(`${newline}endobj${newline}`))
  })
  const start = written()
  const end = newline.length === 2 ? newline : ` ${newline}`
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n${end}`)
  const table = `xref${newline}0 ${objects.length + 1}${newline}0000000000 65535 f${end}`
  const size = objects.length + 1
  const trailer = `trailer${newline}<</Size ${size}/Root 1 0 R ${parts.trailer ?? ''}>>`
  const foot = `${newline}startxref${newline}${start}${newline}%%EOF${newline}`
  return Buffer.concat([...pieces, Buffer.from(`${table}${rows.join('')}${trailer}${foot}`)])
}

export const streamOf = (dict: string, bytes: Uint8Array | string): Buffer => {
  const body = Buffer.from(bytes)
  return Buffer.concat([
    Buffer.from(`<<${dict}/Length ${body.length}>>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ])
}

/** Objects in a compressed stream, found by a compressed table: PDF 1.5 and later. */
export function packedPdf(): Buffer {
  const inner = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]
  const places = inner.map((_, index) => {
    const before = inner.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0)
    return `${index + 1} ${before}`
  })
  const head = `${places.join(' ')} `
  const packed = deflateSync(Buffer.from(head + inner.join(' ')))
  const objects = streamOf(
    `/Type/ObjStm/N ${inner.length}/First ${head.length}/Filter/FlateDecode`,
    packed,
  )
  const start = Buffer.from('%PDF-1.5\n')
  const four = Buffer.concat([Buffer.from('4 0 obj\n'), objects, Buffer.from('\nendobj\n')])
  const at = start.length + four.length
  const rows = [
    [0, 0, 255],
    [2, 4, 0],
    [2, 4, 1],
    [2, 4, 2],
    [1, start.length, 0],
    [1, at, 0],
  ].map(([type = 0, where = 0, index = 0]) => [type, where >> 8, where & 255, index])
  const table = deflateSync(Buffer.from(rows.flat()))
  const dict = '/Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode'
  const five = Buffer.concat([Buffer.from('5 0 obj\n'), streamOf(dict, table)])
  const foot = Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.concat([start, four, five, foot])
}

/** Zeroes by the gigabyte in a megabyte: one compressed block again and again. */
export function manyZeroes(megabytes: number): Buffer {
  const size = 1024 * 1024
  const whole = deflateSync(Buffer.alloc(size), { finishFlush: 3 })
  const block = whole.subarray(2)
  const last = Buffer.from([0x03, 0x00])
  const sum = Buffer.alloc(4)
  const blocks = Array.from({ length: megabytes }, () => block)
  const check = ((size * megabytes) % 65_521) * 65_536 + 1
  sum.writeUInt32BE(check)
  return Buffer.concat([whole.subarray(0, 2), ...blocks, last, sum])
}
