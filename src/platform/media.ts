/**
 * What a file really is, by its own bytes: a name and a declared type are only what somebody says.
 * PDF by ISO 32000 (header, end marker), JPEG by its SOI and EOI markers, PNG by its signature and
 * IEND chunk.
 */
export type MediaKind = 'pdf' | 'jpeg' | 'png'

export type MediaVerdict = MediaKind | 'empty' | 'damaged' | 'unknown'

const HEAD_BYTES = 16
const TAIL_BYTES = 2048

const HEADS: readonly (readonly [MediaKind, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
]

const ENDS: Readonly<Record<MediaKind, Buffer>> = {
  pdf: Buffer.from('%%EOF'),
  jpeg: Buffer.from([0xff, 0xd9]),
  png: Buffer.from('IEND'),
}

/** Lets a file pass while it looks at both ends; `verdict` is known once the file has passed. */
export function watchMedia(source: AsyncIterable<Uint8Array>): {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly verdict: () => MediaVerdict
} {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)])
      }
      tail = Buffer.concat([tail, piece.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
      yield piece
    }
  }
  return { bytes: bytes(), verdict: () => judged(head, tail) }
}

function judged(head: Buffer, tail: Buffer): MediaVerdict {
  if (head.length === 0) return 'empty'
  const kind = HEADS.find(([, start]) => head.subarray(0, start.length).equals(start))?.[0]
  if (!kind) return 'unknown'
  return tail.includes(ENDS[kind]) ? kind : 'damaged'
}

const EXTENSIONS: ReadonlyMap<string, MediaKind> = new Map([
  ['pdf', 'pdf'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['jpe', 'jpeg'],
  ['png', 'png'],
])

/** What the name of a file says it is; undefined where it says nothing we know. */
export function namedMedia(name: string): MediaKind | undefined {
  return EXTENSIONS.get(/\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
}

export const MEDIA_TYPES: Readonly<Record<MediaKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
