import { judgeByQpdf } from '#platform/intake/pdf-by-qpdf.ts'
import { kindOf } from '#platform/intake/media.ts'
import { judgePdf } from '#platform/intake/pdf.ts'
import { judgePicture } from '#platform/intake/picture.ts'
import { FILE_BYTES_MAX, packed, readPieces } from '#platform/intake/pipe.ts'
import { type Verdict, refused } from '#platform/intake/verdict.ts'

/**
 * The other end of `judge.ts`: a process that is given one file after the other and says what each
 * is. Whatever a file does to it, it does to nobody else: it holds no key, opens no connection and
 * ends with whoever started it.
 */
export async function serveJudgements(): Promise<void> {
  await judged(ONE_PAGE, false) // all code is read while it still can be
  await judged(ONE_DOT, false)
  const gaveUp = giveUpRights()
  const second = hasQpdf()
  process.stdout.write(packed({ ready: true, gaveUp, second }))
  for await (const bytes of readPieces(process.stdin, FILE_BYTES_MAX)) {
    const verdict = await judged(bytes, second)
    const { shown, ...rest } = verdict.ok ? verdict : { ...verdict, shown: undefined }
    process.stdout.write(packed(rest, shown))
  }
}

async function judged(bytes: Buffer, second: boolean): Promise<Verdict> {
  const kind = kindOf(bytes)
  if (kind === 'pdf') return judgePdf(bytes, { second })
  return kind === 'jpeg' || kind === 'png' ? judgePicture(bytes, kind) : refused(kind)
}

function hasQpdf(): boolean {
  try {
    return judgeByQpdf(ONE_PAGE).ok
  } catch {
    return false // no room for its file, or no such program: our own reader is enough
  }
}

const ONE_PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

const ONE_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e' +
    '6kgAAAABJRU5ErkJggg==',
  'base64',
)

const NOBODY = 65_534

/** From within, once the code is read: nobody could not read it in a home of mode 0700. */
function giveUpRights(): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    process.setgroups?.([])
    process.setgid?.(NOBODY)
    process.setuid?.(NOBODY)
    return true
  } catch {
    return false // a namespace without that user; the other walls stand
  }
}
