import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'

/** One file of a form, streamed as it comes in; nothing of it is held in memory. */
export type IncomingFile = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export type Upload<Kept> =
  | {
      readonly ok: true
      readonly fields: Readonly<Record<string, string>>
      readonly kept?: Kept
      /** More files were sent than the one that was read. */
      readonly several: boolean
    }
  /** The sender broke off, or sent something that is no form with a file. */
  | {
      readonly ok: false
      /** What became of the file, where it was whole before the rest broke off. */
      readonly kept?: Kept
    }

const FIELDS_MAX = 10
const FIELD_BYTES_MAX = 1000

/** Whatever is sent beyond this is not even read to its end. */
const BODY_BYTES_MAX = 64 * 1024 * 1024

/**
 * Reads a form with one file; `keep` gets the file with the fields that came before it and may
 * stop reading whenever it has seen enough.
 */
export async function receiveUpload<Kept>(
  request: Request,
  keep: (file: IncomingFile, fields: Readonly<Record<string, string>>) => Promise<Kept>,
): Promise<Upload<Kept>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data/i.test(type)) return { ok: false }
  const fields: Record<string, string> = {}
  const body = bounded(bodyOf(request.body))
  let several = false
  let keeping: Promise<Kept> | undefined
  try {
    const form = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: 1, fields: FIELDS_MAX, fieldSize: FIELD_BYTES_MAX, parts: FIELDS_MAX + 1 },
    })
    form.on('field', (name, value) => {
      fields[name] = value
    })
    form.on('file', (_name, file, { filename }) => {
      // A line that breaks when nobody reads any more must not end the process.
      file.on('error', () => undefined)
      // A browser sends an empty part without a name where no file was chosen.
      if (filename === undefined) {
        file.resume()
        return
      }
      // A file that is destroyed halfway would hold up the rest of the form for ever.
      const bytes = file.iterator({ destroyOnReturn: false })
      keeping = keep({ name: asGiven(filename), bytes }, { ...fields }).finally(() => file.resume())
      keeping.catch(() => undefined)
    })
    form.on('filesLimit', () => {
      several = true
    })
    await passed(Readable.from(body.bytes), form)
  } catch {
    const kept = await keeping?.catch(() => undefined)
    if (kept === undefined) return { ok: false }
    return body.isCut() ? { ok: true, fields, kept, several } : { ok: false, kept }
  }
  const kept = await keeping
  return { ok: true, fields, several, ...(kept === undefined ? {} : { kept }) }
}

/** How forms write the one sign that would end the name (HTML, multipart form data, step 4.3). */
const asGiven = (filename: string): string => filename.replaceAll('%22', '"')

function passed(source: Readable, form: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    source.on('error', (error) => {
      form.destroy(error)
      reject(error)
    })
    form.on('error', reject)
    form.on('close', resolve)
    source.pipe(form)
  })
}

/** What is sent, up to the bound; whoever kept the file has long known that it is too large. */
function bounded(source: AsyncIterable<Uint8Array>) {
  let size = 0
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      size += piece.length
      if (size > BODY_BYTES_MAX) throw new Error('The form is larger than is read')
      yield piece
    }
  }
  return { bytes: bytes(), isCut: () => size > BODY_BYTES_MAX }
}

/** The web stream of a request; Node reads the same object under its own type. */
export function bodyOf(body: NonNullable<Request['body']>): AsyncIterable<Uint8Array> {
  return isNodeStream(body) ? body : Readable.from([])
}

function isNodeStream(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
