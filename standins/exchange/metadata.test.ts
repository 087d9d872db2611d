import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createClientAsync } from 'soap'
import { contentIn, readXml, type XmlElement } from '#exchange/drivers/soap/xml.ts'
import { headerOf, type Headers, type ProviderReply } from '#standins/exchange/provider.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { serveRest } from '#standins/exchange/rest-consumer.ts'
import type { SecurityServer } from '#standins/exchange/security-server.ts'
import {
  CLIENT_WITHOUT_ACCESS,
  INSTANCE,
  KECID_CLIENT,
  MEMBER_CLASS,
  PLACES,
  type SystemCode,
} from '#standins/exchange/systems.ts'
import { KNOWN_PERSON, plainRegisters } from '#test/asked-registers.ts'
import { readHouse } from '#test/house.ts'
import { offeredBy } from '#test/offered.ts'
import { dataFolder } from '#test/program.ts'
import { againstSchema } from '#test/xmllint.ts'

/** What a security server says of the services behind it. */
const ENDPOINT = 'http://example.org/xroad-endpoint'
const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const IDENTITY = placeOf('identity')

function placeOf(system: SystemCode): string {
  const { memberCode, subsystemCode } = PLACES[system]
  return [INSTANCE, MEMBER_CLASS, memberCode, subsystemCode].join('/')
}

async function registers(t: TestContext, kecid?: () => string) {
  const { ask, ports } = await plainRegisters(t, kecid)
  const openApi = (of: string, query: string, method = 'GET') =>
    ask({
      method,
      path: `/r1/${of}/getOpenAPI${query}`,
      headers: [['X-Road-Client', KECID_CLIENT]],
      body: Buffer.alloc(0),
    })
  const bySoap = (of: string, code: string, asked: Asked = {}) => {
    const headers: Headers = [['Content-Type', 'text/xml;charset=utf-8']]
    return ask({ method: 'POST', path: '/', headers, body: Buffer.from(envelope(of, code, asked)) })
  }
  return { openApi, bySoap, url: `http://127.0.0.1:${ports.plain}/` }
}

type Asked = { readonly inside?: string; readonly client?: string }

const HEADER = `xmlns:x="${XROAD}" xmlns:i="http://x-road.eu/xsd/identifiers"`
const PARTS = ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode', 'serviceCode']
const partsOf = (id: string) =>
  id.split('/').map((value, at) => `<i:${PARTS[at]}>${value}</i:${PARTS[at]}>`)

const headerTo = (of: string, version = '', client = KECID_CLIENT): readonly string[] => [
  `<x:client i:objectType="SUBSYSTEM" ${HEADER}>${partsOf(client).join('')}</x:client>`,
  `<x:service i:objectType="SERVICE" ${HEADER}>${partsOf(of).join('')}${version}</x:service>`,
  `<x:id ${HEADER}>m-1</x:id>`,
  `<x:protocolVersion ${HEADER}>4.0</x:protocolVersion>`,
]

const envelope = (of: string, code: string, { inside = '', client }: Asked): string =>
  [
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>',
    ...headerTo(`${of}/${code}`, '', client),
    `</s:Header><s:Body><x:${code} ${HEADER}>${inside}</x:${code}></s:Body></s:Envelope>`,
  ].join('')

const named = (code: string, version = 'v1') =>
  `<x:serviceCode>${code}</x:serviceCode><x:serviceVersion>${version}</x:serviceVersion>`

const jsonOf = ({ body }: ProviderReply) => JSON.parse(body.toString()) as Record<string, unknown>
const faultOf = ({ body }: ProviderReply) => /<faultcode>(.*?)</.exec(body.toString())?.[1]

/** The parts of a message with what it brings along, each without its headers. */
function partsIn(reply: ProviderReply): readonly string[] {
  const type = headerOf(reply.headers, 'content-type') ?? ''
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1] ?? '-'
  match(type, /^multipart\/related/)
  const [before, ...parts] = reply.body.toString().split(`--${boundary}`)
  deepEqual([before, parts.pop()], ['', '--\r\n'])
  return parts.map((part) => part.slice(part.indexOf('\r\n\r\n') + 4, -2))
}

function rootOf(text: string): XmlElement {
  const read = readXml(Buffer.from(text))
  ok(read.ok, text)
  return read.root
}

/** The one child of the body. */
const answerIn = (text: string): XmlElement => {
  const [answer] = rootOf(text).children.find(({ name }) => name === 'Body')?.children ?? []
  ok(answer, text)
  return answer
}

test('a register of REST is described by OpenAPI, made of its contract, and nobody sees where it is', async (t) => {
  const { openApi } = await registers(t)
  for (const { contract, system } of REGISTERS) {
    const reply = await openApi(placeOf(system), `?serviceCode=${contract.code}`)
    equal(reply.status, 200)
    equal(headerOf(reply.headers, 'content-type'), 'application/json')
    const { openapi, servers, paths } = jsonOf(reply)
    deepEqual([openapi, servers], ['3.0.3', [{ url: ENDPOINT }]])
    const { method, path } = contract.rest
    ok(typeof paths === 'object' && paths !== null && `/${path}` in paths)
    const item = (paths as Record<string, Record<string, unknown>>)[`/${path}`]
    deepEqual(Object.keys(item ?? {}), [method.toLowerCase()])
  }
})

test('what a register is asked by GET stands among the parameters', async (t) => {
  const { openApi } = await registers(t)
  const { paths } = jsonOf(await openApi(placeOf('labour'), '?serviceCode=occupations'))
  const text = JSON.stringify(paths)
  match(text, /"name":"on","in":"query","required":true/)
  ok(!text.includes('requestBody'))
})

test('our own description is fetched from where we answer, with the address taken out', async (t) => {
  const { url } = await offeredBy(t, await readHouse())
  const { openApi } = await registers(t, () => url)
  const ours = (await (await fetch(`${url}/v1/openapi.json`)).json()) as object

  const reply = await openApi(KECID_CLIENT, '?serviceCode=kecid')

  equal(headerOf(reply.headers, 'content-type'), 'application/json; charset=utf-8')
  deepEqual(jsonOf(reply), { ...ours, servers: [{ url: ENDPOINT }] })
  ok(!reply.body.toString().includes(url))
})

test('without Keçid behind it the server knows no service of ours, and a silent one is an error', async (t) => {
  const alone = await registers(t)
  const asked = [KECID_CLIENT, '?serviceCode=kecid'] as const
  equal(jsonOf(await alone.openApi(...asked))['type'], 'Server.ServerProxy.UnknownService')
  const gone = await registers(t, () => 'http://127.0.0.1:1')
  equal(jsonOf(await gone.openApi(...asked))['type'], 'Server.ServerProxy.NetworkError')
})

test('which service is meant has to be said, and it has to be one that OpenAPI describes', async (t) => {
  const { openApi } = await registers(t)
  const refused = async (query: string, method = 'GET') => {
    const reply = await openApi(IDENTITY, query, method)
    equal(reply.status, 500)
    return headerOf(reply.headers, 'x-road-error')
  }
  equal(await refused(''), 'Server.ServerProxy.InvalidRequest')
  equal(await refused('?serviceCode='), 'Server.ServerProxy.InvalidRequest')
  equal(await refused('?serviceCode=nothing'), 'Server.ServerProxy.UnknownService')
  equal(await refused('?serviceCode=checkDocument'), 'Server.ServerProxy.InvalidServiceType')
  const named = '?serviceCode=identity-document'
  equal(await refused(named, 'POST'), 'Server.ServerProxy.UnknownService')
})

test('a description comes with the type of its provider, or as plain text, or not at all', async () => {
  const described = async (reply: Partial<ProviderReply>): Promise<ProviderReply> => {
    const body = Buffer.from('{"servers":[{"url":"http://inside"}]}')
    const service = {
      of: IDENTITY,
      code: 'other',
      kind: 'rest',
      allowed: [],
      provider: async () => ({ status: 500, headers: [], body }),
      description: async () => ({ status: 200, headers: [], body, ...reply }),
    } as const
    const server: SecurityServer = {
      instance: INSTANCE,
      members: [{ id: KECID_CLIENT, name: 'Owner' }],
      services: [service],
      spelling: () => 'dotted',
      connection: () => 'http',
      clientCertificates: [],
      wait: () => new Promise(() => undefined),
    }
    return serveRest(server, {
      method: 'GET',
      target: `/r1/${IDENTITY}/getOpenAPI?serviceCode=other`,
      headers: [['X-Road-Client', KECID_CLIENT]],
      body: Buffer.alloc(0),
      caller: { isEncrypted: false },
    })
  }
  const typed = await described({ headers: [['Content-Type', 'application/vnd.oai.openapi+json']] })
  equal(headerOf(typed.headers, 'content-type'), 'application/vnd.oai.openapi+json')
  const untyped = await described({})
  equal(headerOf(untyped.headers, 'content-type'), 'text/plain')
  deepEqual(jsonOf(untyped), { servers: [{ url: ENDPOINT }] })
  for (const wrong of [{ status: 404 }, { body: Buffer.from('no description') }]) {
    const reply = await described(wrong)
    equal(headerOf(reply.headers, 'x-road-error'), 'Server.ServerProxy.InternalError')
  }
})

test('services that speak SOAP are listed by SOAP, all of them or those that are open to the client', async (t) => {
  const { bySoap } = await registers(t)
  const listed = async (code: string, client = KECID_CLIENT) => {
    const reply = await bySoap(IDENTITY, code, { client })
    equal(reply.status, 200)
    const answer = answerIn(reply.body.toString())
    deepEqual([answer.name, answer.namespace], [`${code}Response`, XROAD])
    match(reply.body.toString(), /requestHash/)
    return answer.children.map((each) => each.children.map(({ text }) => text).join('/'))
  }
  const all = [`${IDENTITY}/checkDocument/v1`]
  deepEqual(await listed('listMethods'), all)
  deepEqual(await listed('allowedMethods'), all)
  deepEqual(await listed('listMethods', CLIENT_WITHOUT_ACCESS), all)
  deepEqual(await listed('allowedMethods', CLIENT_WITHOUT_ACCESS), [])
})

test('a WSDL comes beside its message, and nobody sees where the register is', async (t) => {
  const { bySoap } = await registers(t)
  for (const { contract, system } of REGISTERS) {
    const asked = { inside: named(contract.operation) }
    const [told = '', wsdl = ''] = partsIn(await bySoap(placeOf(system), 'getWsdl', asked))
    const answer = answerIn(told)
    deepEqual([answer.name, answer.namespace], ['getWsdlResponse', XROAD])
    deepEqual(
      answer.children.map(({ text }) => text),
      [contract.operation, 'v1'],
    )
    equal(againstSchema('wsdl.xsd', wsdl), '', wsdl)
    deepEqual(wsdl.match(/location="[^"]*"/g), [`location="${ENDPOINT}"`])
  }
})

test('a WSDL is that of one version of a service that speaks SOAP', async (t) => {
  const { bySoap } = await registers(t)
  const refused = async (inside: string) => faultOf(await bySoap(IDENTITY, 'getWsdl', { inside }))
  equal(await refused(''), 'Server.ServerProxy.InvalidRequest')
  equal(await refused(named('nothing')), 'Server.ServerProxy.UnknownService')
  equal(await refused(named('checkDocument', 'v2')), 'Server.ServerProxy.UnknownService')
  equal(await refused(named('identity-document')), 'Server.ServerProxy.InvalidServiceType')
})

test('our own WSDL is fetched from where we answer, with the address taken out', async (t) => {
  const { url } = await offeredBy(t, await readHouse())
  const { bySoap } = await registers(t, () => url)
  const ours = await (await fetch(`${url}/v1/kecid.wsdl`)).text()

  const reply = await bySoap(KECID_CLIENT, 'getWsdl', { inside: named('workRight') })

  equal(partsIn(reply)[1], ours.replace(`${url}/soap`, ENDPOINT))
})

test('a client of others reads the WSDL that it got, and asks the register by it', async (t) => {
  const { bySoap, url } = await registers(t)
  const [, wsdl = ''] = partsIn(
    await bySoap(IDENTITY, 'getWsdl', { inside: named('checkDocument') }),
  )
  const file = join(dataFolder(t), 'checkDocument.wsdl')
  writeFileSync(file, wsdl)
  const client = await createClientAsync(file, {}, url)
  const version = '<i:serviceVersion>v1</i:serviceVersion>'
  client.addSoapHeader(headerTo(`${IDENTITY}/checkDocument`, version).join(''))
  const asking = client as unknown as {
    readonly checkDocumentAsync: (content: object) => Promise<readonly [unknown, string]>
  }

  const [said, text] = await asking.checkDocumentAsync({ person: KNOWN_PERSON })

  const { result, document } = said as { result: string; document: { surname: string } }
  deepEqual([result, document.surname], ['valid', 'Ferreira'])
  equal(contentIn(answerIn(text), [])?.['result'], 'valid')
})
