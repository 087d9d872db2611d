import { hasAnotherBehind } from '#platform/intake/behind.ts'
import { judgeByLibpdf } from '#platform/intake/pdf-by-libpdf.ts'
import { judgeByQpdf } from '#platform/intake/pdf-by-qpdf.ts'
import { type Verdict, refused } from '#platform/intake/verdict.ts'

export type Readers = {
  /** qpdf is on this machine. */
  readonly second: boolean
}

/**
 * Our own reader judges. Where it says that nothing can be read and qpdf is there, qpdf is asked:
 * it finds the pages of a file whose table of contents is off, which viewers open without a word.
 */
export async function judgePdf(bytes: Buffer, { second }: Readers): Promise<Verdict> {
  if (hasAnotherBehind(bytes, 'pdf')) return refused('glued')
  if (isCutOff(bytes)) return refused('pdf-cut')
  const verdict = await judgeByLibpdf(bytes)
  const isLost = !verdict.ok && ['damaged-pdf', 'no-page'].includes(verdict.reason)
  return isLost && second ? judgeByQpdf(bytes) : verdict
}

const END = Buffer.from('%%EOF')
const TABLE_AT = Buffer.from('startxref')
const OBJECT_END = Buffer.from('endobj')

/** Behind its objects a whole file says where their table is, and ends (ISO 32000-1, 7.5.5). */
const isCutOff = (bytes: Buffer): boolean =>
  Math.max(bytes.lastIndexOf(END), bytes.lastIndexOf(TABLE_AT)) < bytes.lastIndexOf(OBJECT_END)
