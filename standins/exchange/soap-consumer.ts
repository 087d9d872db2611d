import { createHash } from 'node:crypto'
import { networkError, spelled, type SecurityServerError } from '#standins/exchange/error-codes.ts'
import { headerOf, type Headers, type ProviderReply } from '#standins/exchange/provider.ts'
import type { ConsumerRequest } from '#standins/exchange/rest-consumer.ts'
import {
  findService,
  inTime,
  refusalOfCaller,
  type SecurityServer,
  type Service,
} from '#standins/exchange/security-server.ts'
import { soapMetadata } from '#standins/exchange/soap-metadata.ts'
import {
  faultReply,
  readMessage,
  soapReply,
  withRequestHash,
  type Message,
} from '#standins/exchange/soap-message.ts'

type Outcome = { readonly reply: ProviderReply } | { readonly error: SecurityServerError }

const refused = (code: SecurityServerError['code'], message: string): Outcome => ({
  error: { code, message },
})

/** A call by PR-MESS 4.0.25 from the information system's side. */
export async function serveSoap(
  server: SecurityServer,
  request: ConsumerRequest,
): Promise<ProviderReply> {
  const [outcome, asked] = await answerOf(server, request)
  if ('reply' in outcome) return outcome.reply
  const code = spelled(outcome.error.code, server.spelling())
  server.onRefused?.('soap', asked, code)
  return faultReply({ code, message: outcome.error.message, status: 200 })
}

/** With the service that was asked, as far as that was understood. */
async function answerOf(
  server: SecurityServer,
  request: ConsumerRequest,
): Promise<readonly [Outcome, string]> {
  const unfit = unfitHttp(request)
  if (unfit) return [{ error: unfit }, '']
  const read = readMessage(request.body)
  if (!read.ok) return [refused(`Client.${read.code}`, read.why), '']
  if (!('message' in read)) return [refused('Client.InvalidSoap', 'A fault is no request'), '']
  const { message } = read
  const { client = '', service = '' } = message.fields
  const code = service.split('/').at(-1) ?? ''
  if (!message.body.name.startsWith(code)) return [refused('Client.InvalidBody', MISMATCH), code]
  const stranger = refusalOfCaller(server, client, request.caller)
  if (stranger) return [{ error: stranger }, code]
  const of = service.split('/').slice(0, -1).join('/')
  const hash = createHash('sha512').update(request.body).digest('base64')
  const metadata = await soapMetadata(server, { of, code, client, message, hash })
  if (metadata) return [metadata, code]
  const { serviceVersion: version } = message
  const versioned = version === undefined ? {} : { version }
  const found = findService(server, { client, of, code, kind: 'soap', ...versioned })
  if (!found.ok) return [{ error: found.error }, code]
  return [await forwarded(server, { request, message, service: found.service }), code]
}

const MISMATCH = 'Malformed SOAP message: service code does not match in header and body'
const TYPES = /^(?:text\/xml|application\/xop\+xml|multipart\/related)\s*(?:;|$)/i
const ACTION = /^(?:|"[^"]*")$/

function unfitHttp({ method, headers }: ConsumerRequest): SecurityServerError | undefined {
  if (method !== 'POST') {
    return { code: 'Client.InvalidHttpMethod', message: `Must use POST instead of ${method}` }
  }
  if (!TYPES.test(headerOf(headers, 'content-type') ?? '')) {
    return { code: 'Client.InvalidContentType', message: 'Invalid content type' }
  }
  return ACTION.test((headerOf(headers, 'soapaction') ?? '').trim())
    ? undefined
    : { code: 'Client.InvalidSoapAction', message: 'Malformed SOAPAction header' }
}

type Forwarding = {
  readonly request: ConsumerRequest
  readonly message: Message
  readonly service: Service
}

/** Of the headers of HTTP only these two go on, and only the first of them comes back. */
const onward = (headers: Headers): Headers =>
  headers.filter(([name]) => ['content-type', 'soapaction'].includes(name.toLowerCase()))

async function forwarded(
  server: SecurityServer,
  { request, message, service }: Forwarding,
): Promise<Outcome> {
  const asked = {
    method: 'POST',
    path: '',
    headers: onward(request.headers),
    body: request.body,
  }
  try {
    const reply = await inTime(server, service.provider(asked))
    return reply.passesUnread ? { reply } : checked({ request, message }, reply)
  } catch (error) {
    const { code, message } = networkError(error)
    return { error: { code: failing(code.split('.').at(-1) ?? ''), message } }
  }
}

const failing = (suffix: string): SecurityServerError['code'] =>
  `Server.ServerProxy.ServiceFailed.${suffix}`

/** These have to come back as they were sent; absent and empty differ. */
const ECHOED = ['client', 'service', 'userId', 'representedParty', 'issue', 'id']

function checked(
  { request, message }: Pick<Forwarding, 'request' | 'message'>,
  { status, headers, body }: ProviderReply,
): Outcome {
  if (status !== 200 && status !== 500) {
    return refused(failing('HttpError'), `Server responded with error ${status}`)
  }
  if (!TYPES.test(headerOf(headers, 'content-type') ?? '')) {
    return refused(failing('InvalidContentType'), 'Invalid content type')
  }
  const read = readMessage(body)
  if (!read.ok) return refused(failing(read.code), read.why)
  const back = headers.filter(([name]) => name.toLowerCase() === 'content-type')
  if (!('message' in read)) return { reply: { status: 200, headers: back, body } }
  const { fields, body: element } = read.message
  const changed = ECHOED.find((name) => fields[name] !== message.fields[name])
  if (changed !== undefined) {
    return refused(failing('InconsistentHeaders'), `Field '${changed}' is not the same`)
  }
  const code = fields['service']?.split('/').at(-1) ?? ''
  if (!element.name.startsWith(code)) return refused(failing('InvalidBody'), MISMATCH)
  const hash = createHash('sha512').update(request.body).digest('base64')
  const text = new TextDecoder().decode(body)
  const hashed = withRequestHash(read.message, text.replace(/^<\?xml.*?\?>/s, ''), hash)
  return { reply: { ...soapReply(hashed), headers: back } }
}
