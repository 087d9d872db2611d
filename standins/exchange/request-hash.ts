import { createHash } from 'node:crypto'
import type { Headers } from '#standins/exchange/provider.ts'

type Hashed = {
  readonly method: string
  /** With the query. */
  readonly target: string
  /** Those that went on, in order. */
  readonly headers: Headers
  readonly body: Buffer
}

/**
 * What binds an answer to its request, PR-REST 1.0.4: over the head with the headers that the
 * security server added, and over the body where there is one.
 */
export function requestHash({ method, target, headers, body }: Hashed): string {
  const lines = [method, target, ...headers.map(([name, value]) => `${name}:${value}`)]
  const head = digest(lines.map((line) => `${line}\r\n`).join(''))
  const whole = body.length === 0 ? head : digest(Buffer.concat([head, digest(body)]))
  return whole.toString('base64')
}

const digest = (of: string | Buffer): Buffer => createHash('sha512').update(of).digest()
