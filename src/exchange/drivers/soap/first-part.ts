import { headersOf, mediaTypeIn, mediaTypeOf } from '#exchange/drivers/answers.ts'
import type { Reply } from '#exchange/driver.ts'

const XML = ['text/xml', 'application/xop+xml']

const HEAD_BYTES_MAX = 16 * 1024

/**
 * The XML of an answer: all of it, or the first part of a message with attachments (PR-MESS 4.0.25,
 * 2.4), which is the SOAP. Our contracts have no attachments, so the others stay unread.
 */
export function soapIn(
  reply: Reply,
):
  | { readonly ok: true; readonly xml: Buffer }
  | { readonly ok: false; readonly code: 'content-type' | 'attachments' } {
  const { type, parameters } = mediaTypeOf(reply)
  if (headersOf(reply, 'content-encoding').length > 0) return { ok: false, code: 'content-type' }
  if (isXml(type, parameters)) return { ok: true, xml: reply.body }
  if (type !== 'multipart/related') return { ok: false, code: 'content-type' }
  const xml = firstPart(reply.body, parameters.get('boundary') ?? '')
  return xml ? { ok: true, xml } : { ok: false, code: 'attachments' }
}

const isXml = (type: string, parameters: ReadonlyMap<string, string>): boolean =>
  XML.includes(type) && (parameters.get('charset') ?? 'utf-8').toLowerCase() === 'utf-8'

/** RFC 2046, 5.1.1; what comes before the first boundary is nobody's. */
function firstPart(body: Buffer, boundary: string): Buffer | undefined {
  if (boundary === '') return undefined
  const opening = startOfLine(body, `--${boundary}`, 0)
  const headers = opening < 0 ? -1 : body.indexOf('\n', opening) + 1
  if (headers <= 0) return undefined
  const head = body.subarray(headers, headers + HEAD_BYTES_MAX).toString('latin1')
  const blank = /^\r?\n|\r?\n\r?\n/.exec(head)
  if (!blank) return undefined
  const start = headers + blank.index + blank[0].length
  const closing = startOfLine(body, `--${boundary}`, start)
  if (closing < 0 || !isPlainXml(head.slice(0, blank.index))) return undefined
  return body.subarray(start, closing)
}

function startOfLine(body: Buffer, line: string, from: number): number {
  for (let at = body.indexOf(line, from); at >= 0; at = body.indexOf(line, at + 1)) {
    if (at === 0 || body[at - 1] === 10) return at
  }
  return -1
}

function isPlainXml(head: string): boolean {
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ')
  const value = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*?)\\r?$`, 'im').exec(unfolded)?.[1] ?? ''
  const { type, parameters } = mediaTypeIn(value('content-type'))
  return (
    isXml(type, parameters) && /^(|7bit|8bit|binary)$/i.test(value('content-transfer-encoding'))
  )
}
