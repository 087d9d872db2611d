import { createHash } from 'node:crypto'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { answer, coded, codingFor, sent, type Coding, type Content } from '#platform/answer.ts'
import { isRead } from '#platform/guards.ts'

/**
 * Pages that are the same for everybody who is nobody in particular: drawn for the first such
 * visitor and kept, compressed as well as it goes, until what they rest on changes. Only a request
 * that brings neither a cookie nor a query is answered so, and only a page at one of the addresses
 * given is kept; so there are never more than there are addresses.
 */
export type Keeping = {
  readonly addresses: ReadonlySet<string>
  /** What a page rests on; when any of it is another than before, it is drawn anew. */
  readonly restsOn: (address: string) => readonly unknown[] | Promise<readonly unknown[]>
}

export function keepsPages({ addresses, restsOn }: Keeping): MiddlewareHandler {
  const pages = new Map<string, KeptPage>()
  return async (c, next) => {
    const address = addressOf(c.req.url)
    if (!isNobody(c) || !addresses.has(address)) return next()
    const ground = await restsOn(address)
    const found = pages.get(address)
    if (found?.ground.every((each, index) => each === ground[index])) return given(c, found)
    c.setRenderer(({ text }, status = 200) => {
      if (status !== 200) return answer(c, text, status)
      const kept = { ...keptPage(text), ground }
      pages.set(address, kept)
      return given(c, kept)
    })
    return next()
  }
}

/** As it was asked for: an address in another spelling, or with a query, is another one. */
const addressOf = (url: string): string => url.slice(url.indexOf('/', url.indexOf('://') + 3))

const isNobody = (c: Context): boolean =>
  isRead(c.req.method) && c.req.header('cookie') === undefined

/** Each body has a name of its own, since a strong name stands for the very bytes. */
type Body = { readonly content: Content; readonly name: string }
type DrawnPage = { readonly hash: string; readonly bodies: Map<Coding, Body> }
type KeptPage = DrawnPage & { readonly ground: readonly unknown[] }

function keptPage(text: string): DrawnPage {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, HASH_LETTERS)
  const body = (content: Content, name: string): Body => ({ content, name: `"${hash}-${name}"` })
  const bodies = new Map<Coding, Body>([
    ['identity', body(text, 'identity')],
    ['gzip', body(coded(text, 'gzip'), 'gzip-1')],
    ['br', body(coded(text, 'br'), 'br-1')],
  ])
  // Forty times as much work, elsewhere; until it is done, or should it fail, those are given.
  const better = (coding: Coding) => (error: Error | null, content: Buffer<ArrayBuffer>) => {
    if (!error) bodies.set(coding, body(content, coding))
  }
  brotliCompress(text, BROTLI, better('br'))
  gzip(text, { level: 9 }, better('gzip'))
  return { hash, bodies }
}

const HASH_LETTERS = 27
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } } as const

function given(c: Context, { hash, bodies }: DrawnPage): Response {
  const coding = codingFor(c.req.header('accept-encoding'))
  const body = bodies.get(coding)
  if (!body) throw new Error(`a kept page has no ${coding}`)
  c.header('cache-control', 'no-cache')
  c.header('vary', 'accept-encoding, cookie')
  c.header('etag', body.name)
  if (hasIt(c.req.header('if-none-match'), hash)) return c.body(null, 304)
  return sent(c, { content: body.content, coding })
}

/** Whichever of its bodies a browser has, it has the page. */
function hasIt(names: string | undefined, hash: string): boolean {
  if (names === undefined) return false
  return names.trim() === '*' || names.split(',').some((name) => isOf(name.trim(), hash))
}

const isOf = (name: string, hash: string): boolean =>
  name.replace(/^W\//, '').startsWith(`"${hash}-`)
