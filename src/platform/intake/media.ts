import { type Fault, type MediaKind } from '#platform/intake/verdict.ts'

/**
 * What a file is by its own bytes: a name and a declared type are only what somebody says. PDF by
 * ISO 32000 and what readers make of it (the header within the first 1,024 bytes), JPEG by its SOI
 * marker, PNG by its signature, HEIC and films by the brand after `ftyp` (ISO 14496-12).
 */
export type Kind = MediaKind | Extract<Fault, 'empty' | 'unknown' | Named>

type Named = 'heic' | 'other-picture' | 'word' | 'archive' | 'film' | 'glued'

const PDF_HEAD_WITHIN = 1024

const PDF_HEAD = Buffer.from('%PDF-')

/** Besides the heads below, what no PDF that means well begins with, should its header follow. */
const GLUED_HEADS: readonly Buffer[] = [
  Buffer.from('MZ'),
  Buffer.from('PK'),
  Buffer.from('\u007fELF', 'latin1'),
  Buffer.from('<'),
]

const HEADS: readonly (readonly [Kind, Buffer, number?])[] = [
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['word', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['word', Buffer.from('{\\rtf')],
  ['archive', Buffer.from('Rar!')],
  ['archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
  ['other-picture', Buffer.from('GIF8')],
  ['other-picture', Buffer.from('BM')],
  ['other-picture', Buffer.from('II*\0')],
  ['other-picture', Buffer.from('MM\0*')],
  ['other-picture', Buffer.from('WEBP'), 8],
]

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']

/** `bytes` is the whole file: what kind of ZIP it is stands in the names inside. */
export function kindOf(bytes: Buffer): Kind {
  if (bytes.length === 0) return 'empty'
  const head = bytes.subarray(0, PDF_HEAD_WITHIN + PDF_HEAD.length)
  const found = HEADS.find(([, start, at = 0]) =>
    bytes.subarray(at, at + start.length).equals(start),
  )?.[0]
  if (head.includes(PDF_HEAD)) {
    const isGlued =
      found !== undefined ||
      hasBrand(head) ||
      GLUED_HEADS.some((start) => head.subarray(0, start.length).equals(start))
    return isGlued ? 'glued' : 'pdf'
  }
  if (found) return found
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return zipKind(bytes)
  return hasBrand(head) ? brandKind(head) : 'unknown'
}

const hasBrand = (head: Buffer): boolean => head.subarray(4, 8).equals(Buffer.from('ftyp'))

/** Office files are ZIP files with such folders. */
const zipKind = (bytes: Buffer): Kind =>
  ['word/', 'xl/', 'ppt/', 'opendocument'].some((name) => bytes.includes(name)) ? 'word' : 'archive'

const brandKind = (head: Buffer): Kind =>
  HEIC_BRANDS.includes(head.toString('latin1', 8, 12)) ? 'heic' : 'film'

export const MEDIA_TYPES: Readonly<Record<MediaKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** Endings that say what the file is; anything else is what comes after a dot in a name. */
const ENDINGS: Readonly<Record<MediaKind, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'],
  png: ['png'],
}

/** The name with the ending of what the file is, so that it opens wherever it is taken to. */
export function nameWithEnding(name: string, media: MediaKind): string {
  const trimmed = name.trim()
  const [, stem = trimmed, ending = ''] = /^(.*)\.([A-Za-z]{3,4})\s*$/su.exec(trimmed) ?? []
  const wanted = ENDINGS[media]
  if (stem !== '' && wanted.slice(0, 2).includes(ending.toLowerCase())) return trimmed
  const isEnding = Object.values(ENDINGS).some((each) => each.includes(ending.toLowerCase()))
  return `${(isEnding ? stem : trimmed).trim() || 'document'}.${wanted[0] ?? media}`
}
