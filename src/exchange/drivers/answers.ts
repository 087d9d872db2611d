import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import type { Reply } from '#exchange/driver.ts'
import { readJson, type Json } from '#exchange/drivers/json.ts'

/** Larger ones a security server refuses unless it is told otherwise. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024

/** What came of it, without the receipt. */
export type Result = { readonly outcome: 'answered'; readonly content: Content } | NotAnswered

export type NotAnswered = {
  readonly outcome: 'refused' | 'unreachable' | 'unintelligible'
  readonly code: string
}

export const unintelligible = (code: string): NotAnswered => ({ outcome: 'unintelligible', code })

/** Each value of a header, in the order in which they came. */
export const headersOf = ({ headers }: Reply, name: string): readonly string[] =>
  headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value)

/** One that does not say which message it answers is taken for ours. */
export const notOurs = (ids: readonly string[], messageId: string): NotAnswered | undefined =>
  ids.every((id) => id.trim() === messageId) ? undefined : unintelligible('other-message')

/** Undefined where the status lets us read on. We follow nobody elsewhere. */
export function byStatus(status: number): NotAnswered | undefined {
  const code = `provider-${status}`
  if (status >= 500 && status < 600) return { outcome: 'unreachable', code }
  if (status === 408 || status === 429) return { outcome: 'unreachable', code }
  if (status >= 400 && status < 500) return { outcome: 'refused', code }
  if (status >= 300 && status < 400) return unintelligible('redirected')
  return status >= 200 && status < 300 ? undefined : unintelligible('status')
}

/** What is in a body that says of itself that it is JSON. */
export function jsonIn(
  reply: Reply,
):
  { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly wrong: NotAnswered } {
  const { type, parameters } = mediaTypeOf(reply)
  const charset = parameters.get('charset') ?? 'utf-8'
  if (!/^application\/([\w.-]+\+)?json$/.test(type) || charset.toLowerCase() !== 'utf-8')
    return { ok: false, wrong: unintelligible('content-type') }
  const read = readJson(reply.body)
  return read.ok ? read : { ok: false, wrong: unintelligible(read.reason) }
}

/** Whatever is not in the contract is not taken for an answer. */
export function held(contract: Contract, content: Content | undefined): Result {
  const { success, data } = contract.answer.safeParse(content)
  return success ? { outcome: 'answered', content: data } : unintelligible('schema')
}

export type MediaType = { readonly type: string; readonly parameters: ReadonlyMap<string, string> }

export const mediaTypeOf = (reply: Reply): MediaType =>
  mediaTypeIn(headersOf(reply, 'content-type')[0] ?? '')

const PARAMETER = /;[ \t]*([\w!#$%&'*+.^`|~-]+)=(?:"([^"]*)"|([^";\s]*))/g

export function mediaTypeIn(header: string): MediaType {
  const [type = ''] = header.split(';', 1)
  const parameters = Array.from(
    header.slice(type.length).matchAll(PARAMETER),
    ([, name = '', quoted, bare = '']) => [name.toLowerCase(), quoted ?? bare] as const,
  )
  return { type: type.trim().toLowerCase(), parameters: new Map(parameters) }
}
