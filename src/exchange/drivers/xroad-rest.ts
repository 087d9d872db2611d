import { assert } from '#core/assert.ts'
import type { Content } from '#exchange/content.ts'
import type { Call, Driver, Exchanged, Receipt, Reply, Written } from '#exchange/driver.ts'
import {
  BODY_BYTES_MAX,
  byStatus,
  headersOf,
  held,
  jsonIn,
  mediaTypeOf,
  notOurs,
  unintelligible,
  type Result,
} from '#exchange/drivers/answers.ts'
import { below, unsent, wrongInCall, type XroadAddress } from '#exchange/drivers/asked.ts'
import { clientPath, serverPath, servicePath } from '#exchange/drivers/identifiers.ts'
import { contentOf, readJson } from '#exchange/drivers/json.ts'
import { listOf } from '#exchange/drivers/said.ts'
import { readXml } from '#exchange/drivers/soap/xml.ts'
import { xroadFault } from '#exchange/drivers/xroad-errors.ts'

/** The X-Road Message Protocol for REST (PR-REST 1.0.4), as whoever asks speaks it. */
export const xroadRest: Driver<XroadAddress> = { write, read }

/** PR-REST 1.0.4, 4.2: with the method, the version of HTTP and the spaces between them. */
const REQUEST_LINE_MAX = 2000

function write(call: Call<XroadAddress>): Written {
  const { address, contract, content } = call
  const wrong = wrongInCall(call)
  if (wrong) return wrong
  const { method } = contract.rest
  const { version } = address.service
  const path = ['r1', servicePath(address.service), version, contract.rest.path]
    .filter((part) => part !== undefined)
    .join('/')
  const query = method === 'GET' ? queryOf(content) : ''
  if (query === undefined) return unsent('identifier-forbidden', 'content')
  const url = below(address.securityServer, `${path}${query}`)
  const { pathname, search } = new URL(url)
  if (`${method} ${pathname}${search} HTTP/1.1`.length >= REQUEST_LINE_MAX)
    return unsent('address-too-long', 'content')
  const headers = headersFor(call)
  if (method === 'GET') return { ok: true, request: { method, url, headers } }
  const body = Buffer.from(JSON.stringify(content))
  if (body.length > BODY_BYTES_MAX) return unsent('too-large', 'content')
  const type = ['Content-Type', 'application/json; charset=utf-8'] as const
  return { ok: true, request: { method, url, headers: [...headers, type], body } }
}

function headersFor({ address, messageId, userId, issue }: Call<XroadAddress>) {
  const { client, targetSecurityServer } = address
  const headers: (readonly [name: string, value: string])[] = [
    ['X-Road-Client', clientPath(client)],
    ['X-Road-Id', messageId],
    ['Accept', 'application/json'],
  ]
  if (userId !== undefined) headers.push(['X-Road-UserId', userId])
  if (issue !== undefined) headers.push(['X-Road-Issue', issue])
  if (targetSecurityServer)
    headers.push(['X-Road-Security-Server', serverPath(targetSecurityServer)])
  return headers
}

/** Undefined where it holds half of a surrogate pair, which cannot be encoded. */
function queryOf(content: Content): string | undefined {
  const pairs: string[] = []
  for (const [name, said] of Object.entries(content)) {
    for (const one of listOf(said)) {
      assert(typeof one === 'string', 'what is asked by GET is flat')
      if (!one.isWellFormed()) return undefined
      pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(one)}`)
    }
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function read(call: Call<XroadAddress>, reply: Reply): Exchanged {
  return { ...resultOf(call, reply), receipt: receiptOf(reply) }
}

function receiptOf(reply: Reply): Receipt {
  const [requestId] = headersOf(reply, 'x-road-request-id')
  const [requestHash] = headersOf(reply, 'x-road-request-hash')
  return { ...(requestId && { requestId }), ...(requestHash && { requestHash }) }
}

/** PR-REST 1.0.4, 4.6: the header tells whose answer it is, the status does not. */
function resultOf({ contract, messageId }: Call<XroadAddress>, reply: Reply): Result {
  const [error] = headersOf(reply, 'x-road-error')
  if (error !== undefined) return xroadFault(error.trim() === '' ? typeIn(reply) : error.trim())
  if (reply.body.length > BODY_BYTES_MAX) return unintelligible('too-large')
  const wrong = notOurs(headersOf(reply, 'x-road-id'), messageId) ?? byStatus(reply.status)
  if (wrong) return wrong
  const read = jsonIn(reply)
  return read.ok ? held(contract, contentOf(read.json, contract.lists)) : read.wrong
}

/** The header repeats what the body says; where it is empty the body is asked. */
function typeIn(reply: Reply): string {
  if (reply.body.length > BODY_BYTES_MAX) return ''
  if (mediaTypeOf(reply).type.endsWith('xml')) {
    const read = readXml(reply.body)
    const type = read.ok && read.root.children.find(({ name }) => name === 'type')
    return type ? type.text.trim() : ''
  }
  const read = readJson(reply.body)
  const type = read.ok ? contentOf(read.json, [])?.['type'] : undefined
  return typeof type === 'string' ? type : ''
}
