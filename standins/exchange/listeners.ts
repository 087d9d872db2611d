import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { TLSSocket } from 'node:tls'
import { bytesWithin, headersIn, type ProviderReply } from '#standins/exchange/provider.ts'
import type { ConsumerRequest } from '#standins/exchange/rest-consumer.ts'
import type { Caller } from '#standins/exchange/security-server.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }
export type Serve = (request: ConsumerRequest) => Promise<ProviderReply>
type Place = { readonly host: string; readonly port: number; readonly tls?: ServerOptions }

/** Above what a security server refuses by itself, so that it can say so. */
const BYTES_MAX = 24 * 1024 * 1024

/** Rejects with the error of the socket where the port cannot be had. */
export async function listen({ host, port, tls }: Place, serve: Serve): Promise<Listening> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => undefined) // a client that goes away is nothing to us
    answerTo(request, serve).then(
      (reply) => send(response, request, reply),
      () => response.destroy(),
    )
  }
  const server: Server = tls ? createTlsServer(tls, answer) : createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  server.on('error', () => undefined)
  const place = server.address()
  return {
    port: typeof place === 'object' && place !== null ? place.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerTo(request: IncomingMessage, serve: Serve): Promise<ProviderReply> {
  const body = await bytesWithin(request, BYTES_MAX)
  if (body === undefined) {
    return { status: 413, headers: [], body: Buffer.from('Too large even to be refused\n') }
  }
  return await serve({
    method: request.method ?? '',
    target: request.url ?? '',
    headers: headersIn(request),
    body,
    caller: callerOf(request),
  })
}

function callerOf({ socket }: IncomingMessage): Caller {
  if (!(socket instanceof TLSSocket)) return { isEncrypted: false }
  const certificate: { readonly raw?: Buffer } = socket.getPeerCertificate()
  const { raw } = certificate
  return { isEncrypted: true, ...(raw === undefined ? {} : { certificate: raw }) }
}

/** Headers go out as they are, those that are repeated too. */
function send(
  response: ServerResponse,
  { method }: IncomingMessage,
  { status, headers, body }: ProviderReply,
): void {
  const length = ['Content-Length', String(body.length)]
  response.writeHead(status, [...headers.flat(), ...length])
  response.end(method === 'HEAD' ? undefined : body)
}
