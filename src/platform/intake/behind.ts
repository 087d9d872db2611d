import type { MediaKind } from '#platform/intake/verdict.ts'

/**
 * Padding, or a remark of some program, may follow a file, and behind the photo of a phone lies a
 * film or a second picture: those are taken. An archive, a program or a document may not.
 */
export function hasAnotherBehind(bytes: Buffer, media: MediaKind): boolean {
  // Whoever opens a ZIP looks for its end first, wherever its entries lie.
  const isZip = bytes.subarray(-ZIP_END_WITHIN).includes(ZIP_END) && bytes.includes(ZIP_ENTRY)
  if (isZip) return true
  const rest = bytes.subarray(ENDS[media](bytes))
  if (ARCHIVES.some((head) => rest.includes(head))) return true
  if (rest.subarray(0, PDF_HEAD_WITHIN).includes(PDF_HEAD)) return true
  const start = rest.findIndex((byte) => byte > 0x20)
  if (start === -1) return false
  return PROGRAMS.some((head) => rest.subarray(start, start + head.length).equals(head))
}

const ZIP_ENTRY = Buffer.from('PK\u0003\u0004')
const ZIP_END = Buffer.from('PK\u0005\u0006')
/** The end of a ZIP lies within its last record and a comment. */
const ZIP_END_WITHIN = 65_557
/** Long enough to stand nowhere by chance. */
const ARCHIVES: readonly Buffer[] = [
  Buffer.from('Rar!\u001a\u0007'),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
]
const PROGRAMS: readonly Buffer[] = [
  Buffer.from('MZ'),
  Buffer.from('\u007fELF', 'latin1'),
  Buffer.from('#!'),
]
const PDF_HEAD = Buffer.from('%PDF-')
const PDF_HEAD_WITHIN = 1024
const PDF_END = Buffer.from('%%EOF')

/** Where a file of that kind ends; a broken one has nothing behind its end. */
const ENDS: Readonly<Record<MediaKind, (bytes: Buffer) => number>> = {
  pdf: (bytes) => {
    const end = bytes.lastIndexOf(PDF_END)
    return end === -1 ? bytes.length : end + PDF_END.length
  },
  /** Segments with their lengths; the picture itself goes on to the next marker (ITU-T T.81, B). */
  jpeg: (bytes) => {
    let at = 2
    while (at + 4 <= bytes.length) {
      const marker = bytes[at + 1]
      if (marker === END_OF_IMAGE) return at + 2
      at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
      if (marker === START_OF_SCAN) at = nextMarker(bytes, at)
    }
    return bytes.length
  },
  png: (bytes) => {
    const lastChunk = 'IEND'
    for (let at = PNG_HEAD_BYTES; at + 12 <= bytes.length;) {
      const name = bytes.toString('latin1', at + 4, at + 8)
      at += 12 + bytes.readUInt32BE(at)
      if (name === lastChunk) return at
    }
    return bytes.length
  },
}

const PNG_HEAD_BYTES = 8
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/** Within a picture 0xff is followed by a nought, or by one of eight marks to start anew from. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1] ?? 0
    if (after !== 0 && (after < 0xd0 || after > 0xd7)) return at
  }
  return bytes.length
}
