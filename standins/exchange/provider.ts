import { request as askHttp, type IncomingMessage } from 'node:http'
import { request as askHttps } from 'node:https'

/** In order and as they were written: whoever repeats one is seen to. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** As the security server of the provider asks the provider's information system. */
export type ProviderRequest = {
  readonly method: string
  /** With its query, from the first slash after the address at which the service is. */
  readonly path: string
  readonly headers: Headers
  readonly body: Buffer
}

export type ProviderReply = {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
  /** Passed on by a security server that looks at nothing, as no real one does. */
  readonly passesUnread?: true
}

/** Rejects with the error of the socket where nobody is there. */
export type Provider = (request: ProviderRequest) => Promise<ProviderReply>

/** The last one, as security servers read a header that is repeated. */
export const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.findLast(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]

export const without = (headers: Headers, names: readonly string[]): Headers =>
  headers.filter(([name]) => !names.includes(name.toLowerCase()))

/** The headers of a message that came, as they were written. */
export function headersIn({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Headers {
  const headers: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? ''])
  }
  return headers
}

/** With which certificate the security server comes, and which one it finds there. */
type Trust = {
  readonly cert?: string
  readonly key?: string
  readonly ca?: string
}

/** An information system at an address, asked over the network as a security server would. */
export function providerAt(base: string, trust: Trust = {}): Provider {
  const place = new URL(base)
  const root = place.pathname.replace(/\/$/, '')
  const own = (body: Buffer): Headers => [
    ['Host', place.host],
    ['Connection', 'close'],
    ['Content-Length', String(body.length)],
  ]
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const options = {
        method,
        path: `${root}${path}`,
        headers: [...headers, ...own(body)].flat(),
        agent: false as const,
      }
      const asked =
        place.protocol === 'https:'
          ? askHttps(place, { ...options, ...trust })
          : askHttp(place, options)
      asked.on('error', reject)
      asked.on('response', (reply) => {
        bytesOf(reply).then(
          (body) => resolve({ status: reply.statusCode ?? 0, headers: headersIn(reply), body }),
          reject,
        )
      })
      asked.end(body)
    })
}

/** Undefined where there are more than that. */
export async function bytesWithin(
  stream: AsyncIterable<Buffer>,
  max: number,
): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size <= max) pieces.push(piece)
  }
  return size > max ? undefined : Buffer.concat(pieces)
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  return (await bytesWithin(stream, Number.MAX_SAFE_INTEGER)) ?? Buffer.alloc(0)
}
