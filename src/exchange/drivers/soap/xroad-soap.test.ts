import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Content } from '#exchange/content.ts'
import type { Call, Reply } from '#exchange/driver.ts'
import type { XroadAddress } from '#exchange/drivers/asked.ts'
import {
  faultXml,
  operationXml,
  readEnvelope,
  writeEnvelope,
} from '#exchange/drivers/soap/envelope.ts'
import { contentIn } from '#exchange/drivers/soap/xml.ts'
import { xroadSoap } from '#exchange/drivers/soap/xroad-soap.ts'
import { matchPerson } from '#exchange/services/match-person/contract.ts'

/** Whom it is about, the service looks at. */
const MATCHES = { ...matchPerson, answer: matchPerson.answer.omit({ person: true }) }

const member = { instance: 'AZ-TEST', memberClass: 'GOV', memberCode: '9900001111' }
const address: XroadAddress = {
  securityServer: 'https://ss.internal',
  client: { ...member, subsystem: 'HQM' },
  service: { ...member, subsystem: 'MIGRATION', service: 'matchPerson', version: 'v1' },
}
const ada = {
  surname: 'O’<Lovelace>',
  birthDate: '1815',
  documentNumber: 'A/77',
  documentIssuer: 'GBR',
}
const call: Call<XroadAddress> = {
  address,
  contract: MATCHES,
  content: { person: ada },
  messageId: '6e7c5f4e-0000-4000-8000-000000000001',
  issue: 'HQM-2026-000123',
}

const request = async (changed: Partial<Call<XroadAddress>> = {}) => {
  const found = await xroadSoap.write({ ...call, ...changed })
  if (!found.ok) throw new Error(`${found.reason} ${found.where}`)
  return found.request
}
const asked = async () => {
  const read = readEnvelope((await request()).body ?? Buffer.alloc(0))
  if (read.kind !== 'message') throw new Error(read.kind)
  return read
}

const { namespace } = matchPerson
const body = (content: Content, name = 'matchPersonResponse', inside: string = namespace) =>
  operationXml(name, inside, content)
const reply = (xml: Buffer | string, changed: Partial<Reply> = {}): Reply => ({
  status: 200,
  headers: [['Content-Type', 'text/xml; charset=utf-8']],
  body: Buffer.from(xml),
  ...changed,
})
const said = (answer: Reply) => {
  const found = xroadSoap.read(call, answer)
  return found.outcome === 'answered' ? found.content : `${found.outcome} ${found.code}`
}
const none = { result: 'none' }

test('a message is posted to the root of the security server as text/xml with an empty SOAPAction', async () => {
  const { method, url, headers } = await request()
  deepEqual([method, url], ['POST', 'https://ss.internal/'])
  deepEqual(headers, [
    ['Content-Type', 'text/xml; charset=utf-8'],
    ['SOAPAction', '""'],
  ])
})

test('the header has client, service, id, issue and the version of the protocol, the body the operation', async () => {
  const { header, body } = await asked()
  deepEqual(header, {
    client: address.client,
    service: address.service,
    id: call.messageId,
    issue: call.issue,
    protocolVersion: '4.0',
  })
  deepEqual([body.name, body.namespace], ['matchPerson', namespace])
  deepEqual(contentIn(body, []), { person: ada })
})

test('what XML or a security server cannot hold is not sent', async () => {
  const unsent = async (changed: Partial<Call<XroadAddress>>) => {
    const found = await xroadSoap.write({ ...call, ...changed })
    return found.ok ? 'sent' : `${found.reason} ${found.where}`
  }
  const control = { person: { surname: 'a\u0000' } }
  equal(await unsent({ content: control }), 'identifier-forbidden content.person.surname')
  equal(await unsent({ content: { a: 'a'.repeat(10 * 1024 * 1024) } }), 'too-large content')
  equal(await unsent({ issue: 'a\nb' }), 'identifier-forbidden issue')
})

test('the answer repeats the header and is named after the operation', async () => {
  const { headerText } = await asked()
  const answer = (xml: string) => said(reply(writeEnvelope({ header: headerText, body: xml })))
  deepEqual(answer(body(none)), none)
  deepEqual(answer(body({ result: 'one', match: { ...ada, number: '7' } })), {
    result: 'one',
    match: [{ ...ada, number: '7' }],
  })
  equal(answer(body(none, 'matchPerson')), 'unintelligible other-operation')
  equal(answer(body(none, undefined, 'urn:other')), 'unintelligible other-operation')
  equal(answer(body({ result: 'perhaps' })), 'unintelligible schema')
  equal(answer(body({ result: ['none', 'one'] })), 'unintelligible schema')
  equal(answer(body({ ...none, more: 'x' })), 'unintelligible schema')
})

test('an answer whose header is not ours is the answer to another message; absent is not empty', async () => {
  const { header } = await asked()
  const { issue: _, ...withoutIssue } = header
  const others = [
    withoutIssue,
    { ...header, issue: '' },
    { ...header, userId: '' },
    { ...header, id: 'another' },
    { ...header, client: member },
    { ...header, service: { ...header.service, version: 'v2' } },
    { ...header, service: { ...header.service, service: 'other' } },
  ]
  for (const other of others) {
    const answer = reply(writeEnvelope({ header: other, body: body(none) }))
    equal(said(answer), 'unintelligible other-message')
  }
  deepEqual(
    said(reply(writeEnvelope({ header: { ...header, protocolVersion: '4.1' }, body: body(none) }))),
    none,
  )
})

test('a fault comes with 200 or 500 and is read from the body', () => {
  const fault = (code: string, status: number) =>
    said(reply(writeEnvelope({ body: faultXml({ code, text: 'no' }) }), { status }))
  for (const status of [200, 500]) {
    equal(
      fault('Server.ServerProxy.AccessDenied', status),
      'refused server.serverproxy.accessdenied',
    )
    equal(
      fault('server.serverproxy.service_failed.http_error', status),
      'unreachable server.serverproxy.servicefailed.httperror',
    )
    equal(fault('s:Server', status), 'unreachable server')
  }
})

test('where no SOAP came the status is asked', () => {
  const html = { headers: [['Content-Type', 'text/html']] } as const
  equal(said(reply('<p>', { ...html, status: 502 })), 'unreachable provider-502')
  equal(said(reply('<p>', { ...html, status: 404 })), 'refused provider-404')
  equal(said(reply('<p>', { ...html, status: 302 })), 'unintelligible redirected')
  equal(said(reply('<p>', html)), 'unintelligible content-type')
  equal(said(reply('<a/>', { status: 503 })), 'unreachable provider-503')
  equal(said(reply('<a/>')), 'unintelligible invalid-soap')
  equal(said(reply('<!DOCTYPE a><a/>')), 'unintelligible doctype')
  equal(said(reply(' '.repeat(10 * 1024 * 1024 + 1))), 'unintelligible too-large')
})

test('the hash of the request that the security server adds is the receipt', async () => {
  const { headerText: header } = await asked()
  const answer = reply(writeEnvelope({ header, body: body(none), requestHash: 'aGFzaA==' }))
  deepEqual(xroadSoap.read(call, answer).receipt, { requestHash: 'aGFzaA==' })
})

test('of an answer with attachments the first part is read', async () => {
  const { headerText: header } = await asked()
  const xml = writeEnvelope({ header, body: body(none) }).toString()
  const parts = (head: string, boundary = '--b') =>
    `ignored\r\n${boundary}\r\n${head}\r\n${xml}\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n`
  const mime = (text: string, type = 'multipart/related; type="text/xml"; boundary="b"') =>
    said(reply(text, { headers: [['content-type', type]] }))
  const part = 'Content-Type: text/xml;\r\n charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n'
  deepEqual(mime(parts(part)), none)
  deepEqual(mime(parts(part), 'Multipart/Related;boundary=b'), none)
  deepEqual(mime(parts('content-type: application/xop+xml; type="text/xml"\r\n')), none)
  for (const head of ['', 'Content-Type: image/png\r\n', part.replace('8bit', 'base64')])
    equal(mime(parts(head)), 'unintelligible attachments')
  equal(mime(parts(part), 'multipart/related'), 'unintelligible attachments')
  equal(mime(parts(part, 'x--b').replaceAll('\n--b', '\n--c')), 'unintelligible attachments')
  equal(mime(parts(part).slice(0, 200)), 'unintelligible attachments')
  equal(mime(''), 'unintelligible attachments')
})

test('no answer makes the reader throw', async () => {
  const { headerText: header } = await asked()
  const good = writeEnvelope({ header, body: body(none) }).toString()
  const types = fc.constantFrom(
    'text/xml',
    'multipart/related; boundary=b',
    'multipart/related',
    '',
  )
  const pieces = fc.constantFrom('--b', '\r\n', '\r\n\r\n', good, 'Content-Type: text/xml', '--')
  const texts = fc.array(pieces).map((parts) => Buffer.from(parts.join('')))
  const bodies = fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    texts,
  )
  fc.assert(
    fc.property(fc.integer(), types, bodies, (status, type, hostile) => {
      xroadSoap.read(call, { status, headers: [['Content-Type', type]], body: hostile })
    }),
  )
})
