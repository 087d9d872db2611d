import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { contentIn, elementsOf, readXml, type XmlElement } from '#exchange/drivers/soap/xml.ts'
import { callAsSoapConsumer } from '#standins/exchange/call-as-consumer.ts'
import { headerOf, type Headers, type ProviderReply } from '#standins/exchange/provider.ts'
import { faultReply, soapReply } from '#standins/exchange/soap-message.ts'
import { KECID_CLIENT } from '#standins/exchange/systems.ts'
import { KNOWN_PERSON, plainRegisters } from '#test/asked-registers.ts'

const HOST = '127.0.0.1'
const NAMESPACE = 'urn:kecid:exchange:identity-document:v1'
const ASKED = elementsOf({ person: KNOWN_PERSON })
const CHECK = `<d:checkDocument xmlns:d="${NAMESPACE}">${ASKED}</d:checkDocument>`

const partsOf = (names: readonly string[], values: readonly string[]) =>
  values.map((value, at) => `<i:${names[at]}>${value}</i:${names[at]}>`).join('')
const PARTS = ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode', 'serviceCode']
const VERSION = '<i:serviceVersion>v1</i:serviceVersion>'
const identifier = (name: string, type: string, parts: string) =>
  `<x:${name} i:objectType="${type}">${parts}</x:${name}>`
const client = (id = KECID_CLIENT) =>
  identifier('client', 'SUBSYSTEM', partsOf(PARTS, id.split('/')))
const service = (code = 'checkDocument', member = '9900001103') =>
  identifier(
    'service',
    'SERVICE',
    partsOf(PARTS, ['AZ-TEST', 'GOV', member, 'IDENTITY', code]) + VERSION,
  )
const ID = '<x:id>6e7c0000-0000-4000-8000-000000000001</x:id>'
const PROTOCOL = '<x:protocolVersion>4.0</x:protocolVersion>'
const HEADER = [client(), service(), ID, '<x:userId>AZ1ABCDEF</x:userId>', PROTOCOL].join('')

const envelope = (header = HEADER, body = CHECK) =>
  [
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"',
    ' xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:i="http://x-road.eu/xsd/identifiers">',
    `<s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`,
  ].join('')

const XML_TYPE: Headers = [['Content-Type', 'text/xml; charset=utf-8']]

async function registers(t: TestContext) {
  const { ask, ...open } = await plainRegisters(t)
  const call = (body = envelope(), headers: Headers = XML_TYPE, method = 'POST') =>
    ask({ method, path: '/', headers, body: Buffer.from(body) })
  return { ...open, call }
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = find(child, name)
    if (found) return found
  }
  return undefined
}

function rootOf({ body }: ProviderReply): XmlElement {
  const read = readXml(body)
  ok(read.ok, body.toString().slice(0, 200))
  return read.root
}

/** Every fault of the server's own comes with 200 and as text/xml. */
function faultOf(reply: ProviderReply): string | undefined {
  equal(reply.status, 200)
  match(headerOf(reply.headers, 'content-type') ?? '', /^text\/xml/)
  return find(rootOf(reply), 'faultcode')?.text
}

const OFFERED = {
  of: KECID_CLIENT,
  code: 'readStatus',
  version: 'v1',
  client: 'AZ-TEST/GOV/9900001102/MIGRATION',
}
const TO_KECID = [
  client(OFFERED.client),
  identifier(
    'service',
    'SERVICE',
    partsOf(PARTS, [...KECID_CLIENT.split('/'), 'readStatus']) + VERSION,
  ),
  ID,
  PROTOCOL,
].join('')
const READ = '<d:readStatus xmlns:d="urn:x"/>'
const READ_ANSWER =
  '<d:readStatusResponse xmlns:d="urn:x"><result>none</result></d:readStatusResponse>'

const answeredBy = (reply: ProviderReply) =>
  callAsSoapConsumer({ ...OFFERED, at: async () => reply }, envelope(TO_KECID, READ))

test('a question reaches its register, and the header comes back as it was', async (t) => {
  const { call } = await registers(t)
  const reply = await call()
  equal(reply.status, 200)
  const root = rootOf(reply)
  const answer = find(root, 'checkDocumentResponse')
  ok(answer)
  equal(answer.namespace, NAMESPACE)
  const said = contentIn(answer, [])
  equal(said?.['result'], 'valid')
  const text = reply.body.toString()
  ok(text.includes(HEADER))
  const hash = createHash('sha512').update(envelope()).digest('base64')
  const hashed = find(root, 'requestHash')
  equal(hashed?.text, hash)
  equal(hashed.attributes.get('algorithmId'), 'http://www.w3.org/2001/04/xmlenc#sha512')
})

test('an envelope in a default namespace, with CDATA and a comment, is taken', async (t) => {
  const { call } = await registers(t)
  const text = [
    '\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- ours -->',
    '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"',
    ' xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:i="http://x-road.eu/xsd/identifiers">',
    `<Header>${HEADER}</Header><Body>`,
    CHECK.replace('<surname>Ferreira<', '<surname><![CDATA[Ferreira]]><').replace(
      `xmlns:d="${NAMESPACE}"`,
      `xmlns:d="${NAMESPACE}" xmlns=""`,
    ),
    '</Body></Envelope>',
  ]
  equal(find(rootOf(await call(text.join(''))), 'result')?.text, 'valid')
})

test('what a security server does not read is told as its own parser tells it', async (t) => {
  const { call } = await registers(t)
  const wrong: readonly (readonly [string, string])[] = [
    ['<!DOCTYPE a>' + envelope(), 'Client.InvalidXml'],
    ['no xml', 'Client.InvalidXml'],
    ['<a/>', 'Client.InvalidSoap'],
    [envelope(HEADER + ID), 'Client.DuplicateHeaderField'],
    [envelope(HEADER.replace(' i:objectType="SUBSYSTEM"', '')), 'Client.InvalidXml'],
    [envelope(HEADER.replace(PROTOCOL, '')), 'Client.MissingHeaderField'],
    [envelope(HEADER.replace(client(), '')), 'Client.MissingHeaderField'],
    [envelope(HEADER.replace(ID, '')), 'Client.MissingHeaderField'],
    [envelope(HEADER.replace(service(), '')), 'Client.MissingHeaderField'],
    [envelope(HEADER.replace('>4.0<', '>3.1<')), 'Client.InvalidProtocolVersion'],
    [envelope(HEADER, CHECK + CHECK), 'Client.InvalidBody'],
    [envelope(HEADER, ''), 'Client.InvalidBody'],
    [envelope(HEADER, '<other/>'), 'Client.InvalidBody'],
  ]
  for (const [text, code] of wrong) equal(faultOf(await call(text)), code, text)
})

test('the way it is sent is looked at before what is sent', async (t) => {
  const { call } = await registers(t)
  equal(faultOf(await call('', XML_TYPE, 'GET')), 'Client.InvalidHttpMethod')
  const json: Headers = [['Content-Type', 'application/json']]
  equal(faultOf(await call(envelope(), json)), 'Client.InvalidContentType')
  const withAction = (action: string) => call(envelope(), [...XML_TYPE, ['SOAPAction', action]])
  for (const action of ['', '""', '"urn:a"']) ok(find(rootOf(await withAction(action)), 'result'))
  equal(faultOf(await withAction('urn:a')), 'Client.InvalidSoapAction')
})

test('who may not ask, and what is not there, is a fault with 200', async (t) => {
  const { call, state } = await registers(t)
  const other = HEADER.replace(client(), client('AZ-TEST/GOV/9900002222/OTHER'))
  const ask = async (header: string, body = CHECK) => faultOf(await call(envelope(header, body)))
  equal(await ask(other), 'Server.ServerProxy.AccessDenied')
  const unknown = HEADER.replace(client(), client('AZ-TEST/GOV/1/NOBODY'))
  equal(await ask(unknown), 'Server.ClientProxy.UnknownMember')
  const nowhere = HEADER.replace(service(), service('checkDocument', '1'))
  equal(await ask(nowhere), 'Server.ClientProxy.UnknownMember')
  const nothing = HEADER.replace(service(), service('nothing'))
  equal(await ask(nothing, '<nothing/>'), 'Server.ServerProxy.UnknownService')
  equal(await ask(HEADER.replace('>v1<', '>v2<')), 'Server.ServerProxy.UnknownService')
  const rest = HEADER.replace(service(), service('identity-document'))
  equal(await ask(rest, '<identity-document/>'), 'Server.ServerProxy.ServiceType')
  state.set({ spelling: 'underscored' })
  equal(await ask(other), 'server.serverproxy.access_denied')
  equal(await ask(HEADER.replace(ID, '')), 'client.missing_header_field')
})

test('an answer has to bring back the header with which it was asked', async () => {
  const ok = await answeredBy(soapReply(envelope(TO_KECID, READ_ANSWER)))
  equal(find(rootOf(ok), 'result')?.text, 'none')
  const changed = [
    TO_KECID.replace('-000000000001', '-000000000002'),
    `${TO_KECID}<x:issue/>`,
    `${TO_KECID}<x:userId>AZ1</x:userId>`,
    TO_KECID.replace(client(OFFERED.client), client()),
  ]
  for (const header of changed) {
    const reply = await answeredBy(soapReply(envelope(header, READ_ANSWER)))
    equal(faultOf(reply), 'Server.ServerProxy.ServiceFailed.InconsistentHeaders')
  }
})

test('an answer that drops whom it was asked for is inconsistent', async () => {
  const asked = `${TO_KECID}<x:userId>AZ1</x:userId>`
  const at = async () => soapReply(envelope(TO_KECID, READ_ANSWER))
  const reply = await callAsSoapConsumer({ ...OFFERED, at }, envelope(asked, READ))
  equal(faultOf(reply), 'Server.ServerProxy.ServiceFailed.InconsistentHeaders')
})

test('an answer that is no answer is the failure of its service', async () => {
  const failed = 'Server.ServerProxy.ServiceFailed'
  const named = READ_ANSWER.replaceAll('readStatus', 'other')
  const wrong: readonly (readonly [ProviderReply, string])[] = [
    [soapReply(envelope(TO_KECID, READ_ANSWER), 404), 'HttpError'],
    [soapReply(envelope(TO_KECID, READ_ANSWER), 302), 'HttpError'],
    [{ ...soapReply(envelope()), headers: [['Content-Type', 'text/html']] }, 'InvalidContentType'],
    [soapReply('<a/>'), 'InvalidSoap'],
    [soapReply(`<!DOCTYPE a>${envelope()}`), 'InvalidXml'],
    [soapReply(envelope(TO_KECID, named)), 'InvalidBody'],
  ]
  for (const [reply, code] of wrong) equal(faultOf(await answeredBy(reply)), `${failed}.${code}`)
})

test('a fault of the provider’s own is passed on unchanged, with 200', async () => {
  const fault = faultReply({ code: 's:Server', message: 'ours', status: 500 })
  const reply = await answeredBy(fault)
  equal(reply.status, 200)
  deepEqual(reply.body, fault.body)
})

test('of the headers of HTTP only two go on, and one comes back', async () => {
  const seen: Headers[] = []
  const at = async ({ headers }: { readonly headers: Headers }) => {
    seen.push(headers)
    const reply = soapReply(envelope(TO_KECID, READ_ANSWER))
    return { ...reply, headers: [...reply.headers, ['X-Other', 'x'] as const] }
  }
  const reply = await callAsSoapConsumer({ ...OFFERED, at }, envelope(TO_KECID, READ))
  deepEqual(
    [seen[0], reply.headers].map((headers) => headers?.map(([name]) => name)),
    [['Content-Type'], ['Content-Type']],
  )
})

test('nobody at the address of a provider is the failure of its service', async () => {
  const offered = { ...OFFERED, at: `http://${HOST}:1/` }
  const reply = await callAsSoapConsumer(offered, envelope(TO_KECID, READ))
  equal(faultOf(reply), 'Server.ServerProxy.ServiceFailed.NetworkError')
})

test('a question that was not agreed is a fault of the register’s own', async (t) => {
  const { call } = await registers(t)
  equal(faultOf(await call(envelope(HEADER, CHECK.replaceAll('surname', 'name')))), 's:Client')
})
