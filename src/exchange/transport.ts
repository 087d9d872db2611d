import { Agent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Reply, Request } from '#exchange/driver.ts'
import { IDLE_MS, type Tls } from '#exchange/tls.ts'
import { codeOf } from '#platform/trouble.ts'

export type Sent =
  { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly fault: SendFault }

type SendFault =
  | 'timed-out'
  /** Nobody listens there, or no way leads there. */
  | 'refused'
  | 'broken'
  /** They or we do not show the certificate that the other side knows. */
  | 'tls'
  | 'too-large'
  | 'name-unknown'

export type Sending = {
  /** From the first look at a name until the last byte of the answer. */
  readonly timeoutMs: number
  /** Of the body of an answer. */
  readonly bytesMax: number
  /** Without it a certificate has to be one that the public authorities vouch for. */
  readonly tls?: Tls
  readonly signal?: AbortSignal
}

const KEPT = { keepAlive: true, timeout: IDLE_MS } as const
const plain = new Agent(KEPT)
const publicly = new HttpsAgent({ ...KEPT, minVersion: 'TLSv1.2' })

type Under = {
  readonly settle: (sent: Sent) => void
  /** Cut, it frees the socket. */
  readonly cut: AbortSignal
}

/** Carries bytes and believes none of them: follows no redirect, and never throws. */
export async function send(request: Request, sending: Sending): Promise<Sent> {
  const { timeoutMs, signal } = sending
  const { promise, resolve } = Promise.withResolvers<Sent>()
  const cut = new AbortController()
  const stop = () => resolve(failed('broken'))
  const timer = setTimeout(() => resolve(failed('timed-out')), timeoutMs)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  else void carry(request, sending, { settle: resolve, cut: cut.signal })
  const sent = await promise
  clearTimeout(timer)
  signal?.removeEventListener('abort', stop)
  if (!sent.ok) cut.abort()
  return sent
}

const failed = (fault: SendFault): Sent => ({ ok: false, fault })

async function carry(request: Request, sending: Sending, under: Under): Promise<void> {
  try {
    const agent = await agentFor(request, sending)
    if (!agent) under.settle(failed('tls'))
    else if (!under.cut.aborted) ask(request, { ...sending, ...under, agent })
  } catch {
    under.settle(failed('broken')) // an address or a header that Node does not send
  }
}

/** What is to be asked over TLS is never asked without. */
async function agentFor({ url }: Request, { tls }: Sending): Promise<Agent | undefined> {
  const isSecure = URL.parse(url)?.protocol === 'https:'
  if (tls) return isSecure ? tls.agent() : undefined
  return isSecure ? publicly : plain
}

function ask(request: Request, asking: Sending & Under & { readonly agent: Agent }): void {
  const { method, url, body, headers } = request
  const { settle, agent, cut, bytesMax } = asking
  const open = url.startsWith('https:') ? requestHttps : requestHttp
  const outgoing = open(url, { method, agent, signal: cut })
  for (const [name, value] of headers) outgoing.setHeader(name, value)
  let isAnswered = false
  outgoing.on('response', (incoming) => {
    isAnswered = true
    receive(incoming, bytesMax, settle)
  })
  outgoing.on('error', (error) => {
    const code = codeOf(error)
    const isStale = outgoing.reusedSocket && !isAnswered && RESET.includes(code)
    if (!isStale || cut.aborted) settle(failed(faultOf(code)))
    else ask(request, asking)
  })
  outgoing.on('upgrade', (_, socket) => {
    socket.destroy()
    settle(failed('broken'))
  })
  outgoing.end(body)
}

/**
 * The other side closed a kept connection as we took it. Asked anew on another one, a message is
 * known over there by its id, so nothing is done twice.
 */
const RESET = ['ECONNRESET', 'EPIPE']

function receive(incoming: IncomingMessage, bytesMax: number, settle: (sent: Sent) => void): void {
  const { statusCode: status = 0, rawHeaders } = incoming
  const chunks: Buffer[] = []
  let size = 0
  if (Number(incoming.headers['content-length'] ?? 0) > bytesMax) settle(failed('too-large'))
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > bytesMax) settle(failed('too-large'))
    else chunks.push(chunk)
  })
  incoming.on('error', (error) => settle(failed(faultOf(codeOf(error)))))
  incoming.on('close', () => {
    if (!incoming.complete) return settle(failed('broken'))
    settle({
      ok: true,
      reply: { status, headers: pairsOf(rawHeaders), body: Buffer.concat(chunks) },
    })
  })
}

const pairsOf = (raw: readonly string[]): Reply['headers'] =>
  Array.from({ length: raw.length / 2 }, (_, index) => [
    raw[2 * index] ?? '',
    raw[2 * index + 1] ?? '',
  ])

const OF_TLS = /^(ERR_(TLS|SSL|OSSL)|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_|EPROTO$)/

function faultOf(code: string): SendFault {
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)) return 'refused'
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return 'name-unknown'
  if (code === 'ETIMEDOUT') return 'timed-out'
  return OF_TLS.test(code) ? 'tls' : 'broken'
}
