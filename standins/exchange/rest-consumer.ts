import { randomUUID } from 'node:crypto'
import { networkError, spelled, type SecurityServerError } from '#standins/exchange/error-codes.ts'
import { metadataOver } from '#standins/exchange/metadata.ts'
import { headerOf, without, type Headers, type ProviderReply } from '#standins/exchange/provider.ts'
import { requestHash } from '#standins/exchange/request-hash.ts'
import {
  BODY_BYTES_MAX,
  findService,
  inTime,
  refusalOfCaller,
  type Caller,
  type SecurityServer,
} from '#standins/exchange/security-server.ts'

/** What an information system sends to the server. */
export type ConsumerRequest = {
  readonly method: string
  /** As it stands in the request line. */
  readonly target: string
  readonly headers: Headers
  readonly body: Buffer
  readonly caller: Caller
}

/** The part of an address that says who is asked for what. */
type Target = {
  readonly subsystem: string
  readonly code: string
  /** What follows, with its slash, and the query. */
  readonly rest: string
  readonly query: string
}
type Outcome = { readonly reply: ProviderReply } | { readonly error: SecurityServerError }

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']
const WITH_BODY = ['POST', 'PUT', 'PATCH']
/** Said between two neighbours, and of no use to whoever comes after. */
const HOP_HEADERS = [
  'transfer-encoding keep-alive proxy-authenticate proxy-authorization te trailer upgrade',
  'connection user-agent host content-length server expect',
].flatMap((names) => names.split(' '))
const OF_THE_SERVER = ['x-road-request-id', 'x-road-request-hash']
/** Of a provider that sets them all the same; `X-Road-Service` of its own is left beside ours. */
const OVERWRITTEN = ['x-road-client', 'x-road-id', ...OF_THE_SERVER]

const refused = (code: SecurityServerError['code'], message: string): Outcome => ({
  error: { code, message },
})

/** A call by PR-REST 1.0.4 from the information system's side, with all that is in no document. */
export async function serveRest(
  server: SecurityServer,
  request: ConsumerRequest,
): Promise<ProviderReply> {
  const outcome = await answerTo(server, request)
  if ('reply' in outcome) return outcome.reply
  const code = spelled(outcome.error.code, server.spelling())
  server.onRefused?.('rest', targetIn(request.target)?.code ?? '', code)
  const accept = headerOf(request.headers, 'accept') ?? 'application/json'
  return errorReply(code, outcome.error.message, accept)
}

async function answerTo(server: SecurityServer, request: ConsumerRequest): Promise<Outcome> {
  const { method, headers, caller } = request
  const target = targetIn(request.target)
  if (target === undefined) return refused('Client.BadRequest', 'Invalid request URI')
  if (!METHODS.includes(method)) return refused('Client.BadRequest', 'Invalid request method')
  const client = identifierIn(headerOf(headers, 'x-road-client'), [3, 4])
  if (client === undefined) return refused('Client.BadRequest', 'Missing or invalid X-Road-Client')
  const aimed = headerOf(headers, 'x-road-security-server')
  if (aimed !== undefined && identifierIn(aimed, [4]) === undefined) {
    return refused('Client.BadRequest', 'Invalid X-Road-Security-Server')
  }
  const stranger = refusalOfCaller(server, client, caller)
  if (stranger) return { error: stranger }
  if (request.body.length > BODY_BYTES_MAX) {
    return refused('Server.ClientProxy.LoggingFailed', 'Message is larger than can be logged')
  }
  const { subsystem: of, code, rest } = target
  const { query } = target
  const metadata = method === 'GET' && (await metadataOver(server, { of, code, client, query }))
  if (metadata) {
    if ('error' in metadata) return metadata
    return { reply: told(request, { client, target }, metadata.reply) }
  }
  const endpoint = { method, path: rest }
  const found = findService(server, { client, of, code, kind: 'rest', endpoint })
  if (!found.ok) return { error: found.error }
  const provided = passedOn(request)
  try {
    const reply = await inTime(
      server,
      found.service.provider({
        method,
        path: `${rest === '' ? '/' : rest}${target.query}`,
        headers: provided,
        body: WITH_BODY.includes(method) ? request.body : Buffer.alloc(0),
      }),
    )
    if (reply.body.length > BODY_BYTES_MAX) {
      return refused('Server.ServerProxy.LoggingFailed', 'Message is larger than can be logged')
    }
    return { reply: told({ ...request, headers: provided }, { client, target }, reply) }
  } catch (error) {
    return { error: networkError(error) }
  }
}

/** The headers that go on, with those that the server adds. */
function passedOn({ headers }: ConsumerRequest): Headers {
  const added: [string, string][] = [['x-road-request-id', randomUUID()]]
  if (headerOf(headers, 'x-road-id') === undefined) {
    const [instance = ''] = (headerOf(headers, 'x-road-client') ?? '').split('/')
    added.push(['x-road-id', `${instance}-${randomUUID()}`])
  }
  return [...without(headers, [...HOP_HEADERS, ...OF_THE_SERVER]), ...added]
}

type Asked = { readonly client: string; readonly target: Target }

/** A provider's answer as it comes back; a redirect is one too, and nobody follows it. */
function told(
  { method, target: line, headers, body }: ConsumerRequest,
  { client, target }: Asked,
  reply: ProviderReply,
): ProviderReply {
  const requestId = headerOf(headers, 'x-road-request-id') ?? randomUUID()
  return {
    ...reply,
    headers: [
      ...without(reply.headers, [...HOP_HEADERS, ...OVERWRITTEN]),
      ['X-Road-Client', client],
      ['X-Road-Service', `${target.subsystem}/${target.code}`],
      ['X-Road-Id', headerOf(headers, 'x-road-id') ?? requestId],
      ['X-Road-Request-Id', requestId],
      ['X-Road-Request-Hash', requestHash({ method, target: line, headers, body })],
    ],
  }
}

const INVALID = /[%:;/\\\u200b\ufeff]/

/** All five parts are needed, the subsystem too, whatever the document says. */
function targetIn(line: string): Target | undefined {
  const [path = '', ...queries] = line.split('?')
  const found = /^\/r1\/([^/]+)\/([^/]+)\/([^/]+)\/([^/]+)\/([^/]+)(\/.*)?$/s.exec(path)
  if (!found) return undefined
  const parts = found.slice(1, 6).map(decoded)
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  return {
    subsystem: known.slice(0, 4).join('/'),
    code: known[4] ?? '',
    rest: found[6]?.replace(/^\/+/, '/') ?? '',
    query: queries.length > 0 ? `?${queries.join('?')}` : '',
  }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined // a sign of percent that stands for nothing
  }
}

/** The parts of an identifier joined again, each decoded on its own. */
function identifierIn(text: string | undefined, parts: readonly number[]): string | undefined {
  const found = (text ?? '').trim().split('/').map(decoded)
  const isWhole = found.every((part) => part !== undefined && part !== '' && !INVALID.test(part))
  return isWhole && parts.includes(found.length) ? found.join('/') : undefined
}

/** The status says little: 500 for whatever is a server's, 400 for what is the client's. */
function errorReply(code: string, message: string, accept: string): ProviderReply {
  const isXml = /\b(?:text\/xml|application\/xml|text\/\*)/.test(accept)
  const error = { type: code, message, detail: randomUUID() }
  const fields = Object.entries(error).map(([name, text]) => `<${name}>${xmlOf(text)}</${name}>`)
  return {
    status: /^server\./i.test(code) ? 500 : 400,
    headers: [
      ['Content-Type', isXml ? 'text/xml;charset=utf-8' : 'application/json;charset=utf-8'],
      ['X-Road-Error', code],
    ],
    body: Buffer.from(isXml ? `<error>${fields.join('')}</error>` : JSON.stringify(error)),
  }
}

const xmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
