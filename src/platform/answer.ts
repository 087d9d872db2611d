import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, Env, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { withToken } from '#platform/form-token.ts'

/**
 * How pages leave the house: as one piece, compressed at once and on this thread. The streams and
 * thread pools of `compress()` cost eight times what a page of ours takes at these levels, and make
 * pages wait behind whatever else is in the pool.
 */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/** What goes out: bytes where it was compressed. */
export type Content = string | Uint8Array<ArrayBuffer>

/** Markup, as far as it is known here. */
type Page = { readonly text: string }

declare module 'hono' {
  interface ContextRenderer {
    (page: Page, status?: ContentfulStatusCode): Response
  }
}

/** Every page of a face, answered with `c.render`, goes out this way, its forms with a token. */
export function answersInOnePiece<Own extends Env>(
  tokenOf: (c: Context<Own>) => string | undefined,
): MiddlewareHandler<Own> {
  return (c, next) => {
    c.setRenderer(({ text }, status) => answer(c, withToken(text, tokenOf(c)), status))
    return next()
  }
}

/** The headers are set before the answer is made: afterwards they would make it a slow one. */
export function answer(c: Context, text: string, status?: ContentfulStatusCode): Response {
  const coding = codingFor(c.req.header('accept-encoding'))
  c.header('vary', 'accept-encoding')
  return sent(c, { content: coded(text, coding), coding }, status)
}

export function sent(
  c: Context,
  { content, coding }: { readonly content: Content; readonly coding: Coding },
  status: ContentfulStatusCode = 200,
): Response {
  c.header('content-type', 'text/html; charset=UTF-8')
  c.header('content-encoding', coding === 'identity' ? undefined : coding)
  return c.body(content, status)
}

const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 1,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
} as const

/** A tenth of a millisecond for the longest form; the next levels cost several times as much. */
export function coded(text: string, coding: Coding): Content {
  switch (coding) {
    case 'br':
      return brotliCompressSync(encoded(text), BROTLI)
    case 'gzip':
      return gzipSync(encoded(text), { level: 1 })
    case 'identity':
      return text
  }
}

/** The bytes of a text are needed only until they are compressed, so all pages share one room. */
const ROOM = Buffer.allocUnsafeSlow(512 * 1024)
const BYTES_A_CHARACTER_MAX = 3

const encoded = (text: string): Buffer =>
  text.length * BYTES_A_CHARACTER_MAX > ROOM.length
    ? Buffer.from(text)
    : ROOM.subarray(0, ROOM.write(text))

/** The coding that this browser takes, and of those it likes alike, our best (RFC 9110, 12.5.3). */
export function codingFor(accepted: string | undefined): Coding {
  if (accepted === undefined) return 'identity'
  const wishes = new Map(accepted.split(',').map(wishIn))
  const others = wishes.get('*')
  const liking: Readonly<Record<Coding, number>> = {
    br: wishes.get('br') ?? others ?? 0,
    gzip: wishes.get('gzip') ?? others ?? 0,
    identity: wishes.get('identity') ?? (others === 0 ? 0 : LEAST),
  }
  const best = Math.max(...Object.values(liking))
  // Who takes nothing at all is answered plainly, as the RFC allows.
  return best === 0 ? 'identity' : (CODINGS.find((each) => liking[each] === best) ?? 'identity')
}

/** What is not spoken of is taken too, but comes last. */
const LEAST = 0.0001

function wishIn(part: string): readonly [string, number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
  const weight = parameters.find((each) => each.startsWith('q='))
  const liked = weight === undefined ? 1 : Number(weight.slice(2))
  return [name === 'x-gzip' ? 'gzip' : name, liked >= 0 && liked <= 1 ? liked : 0]
}
