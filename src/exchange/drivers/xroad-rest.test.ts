import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Call, Reply } from '#exchange/driver.ts'
import type { XroadAddress } from '#exchange/drivers/asked.ts'
import { xroadRest } from '#exchange/drivers/xroad-rest.ts'
import { matchPerson } from '#exchange/services/match-person/contract.ts'
import { occupations } from '#exchange/services/occupations/contract.ts'

/** Whom it is about, the service looks at. */
const MATCHES = { ...matchPerson, answer: matchPerson.answer.omit({ person: true }) }

const member = { instance: 'AZ-TEST', memberClass: 'GOV', memberCode: '9900001111' }
const address: XroadAddress = {
  securityServer: 'http://ss.internal:8080/',
  client: { ...member, subsystem: 'HQM' },
  service: { ...member, subsystem: 'TƏHSİL', service: 'people' },
}
const messageId = '6e7c5f4e-0000-4000-8000-000000000001'
const ada = {
  surname: 'Lovelace',
  birthDate: '1815',
  documentNumber: 'A/77',
  documentIssuer: 'GBR',
}
const call: Call<XroadAddress> = {
  address,
  contract: MATCHES,
  content: { person: ada },
  messageId,
  issue: 'HQM-2026-000123',
  userId: 'AZ1ABCDEF',
}
const listed: Call<XroadAddress> = {
  ...call,
  contract: occupations,
  content: { on: '2026-11-27' },
}

const written = async (changed: Partial<Call<XroadAddress>> = {}) => {
  const found = await xroadRest.write({ ...call, ...changed })
  if (!found.ok) throw new Error(`${found.reason} ${found.where}`)
  return found.request
}
const unsent = async (changed: Partial<Call<XroadAddress>>) => {
  const found = await xroadRest.write({ ...call, ...changed })
  return found.ok ? 'sent' : `${found.reason} ${found.where}`
}

const JSON_TYPE = ['content-type', 'application/json;charset=UTF-8'] as const
const reply = (body: unknown, changed: Partial<Reply> = {}): Reply => ({
  status: 200,
  headers: [JSON_TYPE],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  ...changed,
})
const said = (answer: Reply) => {
  const found = xroadRest.read(call, answer)
  return found.outcome === 'answered' ? found.content : `${found.outcome} ${found.code}`
}

test('the version r1, the five parts of the service and the path make the address', async () => {
  const { method, url, body } = await written()
  equal(method, 'POST')
  equal(
    url,
    'http://ss.internal:8080/r1/AZ-TEST/GOV/9900001111/T%C6%8FHS%C4%B0L/people/people/match',
  )
  deepEqual(JSON.parse(String(body)), { person: ada })
  const { url: versioned } = await written({
    address: { ...address, service: { ...address.service, version: 'v1' } },
  })
  equal(versioned.endsWith('/people/v1/people/match'), true)
})

test('the headers name the client, the message, the person, the case and the wanted server', async () => {
  const targetSecurityServer = { ...member, server: 'ss 1' }
  const { headers } = await written({ address: { ...address, targetSecurityServer } })
  deepEqual(headers, [
    ['X-Road-Client', 'AZ-TEST/GOV/9900001111/HQM'],
    ['X-Road-Id', messageId],
    ['Accept', 'application/json'],
    ['X-Road-UserId', 'AZ1ABCDEF'],
    ['X-Road-Issue', 'HQM-2026-000123'],
    ['X-Road-Security-Server', 'AZ-TEST/GOV/9900001111/ss%201'],
    ['Content-Type', 'application/json; charset=utf-8'],
  ])
})

test('what is asked by GET stands in the query, and there is no body', async () => {
  const { method, url, body } = await written({ ...listed, content: { on: ['a&b', 'c d/ə'] } })
  deepEqual([method, body], ['GET', undefined])
  equal(url.endsWith('/people/occupations?on=a%26b&on=c%20d%2F%C9%99'), true)
})

test('a request line stays under 2,000 characters, a body under 10 MiB', async () => {
  const { url } = await written({ ...listed, content: { on: '' } })
  const others = `GET ${new URL(url).pathname}?on= HTTP/1.1`.length
  const on = (length: number) => unsent({ ...listed, content: { on: 'a'.repeat(length) } })
  equal(await on(1999 - others), 'sent')
  equal(await on(2000 - others), 'address-too-long content')
  const large = (bytes: number) => ({ content: { a: 'a'.repeat(bytes - '{"a":""}'.length) } })
  equal(await unsent(large(10 * 1024 * 1024)), 'sent')
  equal(await unsent(large(10 * 1024 * 1024 + 1)), 'too-large content')
})

test('what a security server would misunderstand is not sent', async () => {
  const service = (part: string) => ({
    address: { ...address, service: { ...address.service, service: part } },
  })
  const base = (securityServer: string) => ({ address: { ...address, securityServer } })
  equal(await unsent(service('..')), 'identifier-forbidden service.service')
  equal(await unsent(service('')), 'identifier-missing service.service')
  equal(await unsent({ issue: 'a\r\nX-Road-Client: b' }), 'identifier-forbidden issue')
  equal(await unsent({ userId: '' }), 'identifier-missing userId')
  equal(await unsent({ messageId: '' }), 'identifier-missing messageId')
  equal(await unsent({ ...listed, content: { on: '\ud800' } }), 'identifier-forbidden content')
  for (const each of [
    '',
    'ss',
    'ftp://ss',
    'http://a:b@ss',
    'http://ss/?',
    'http://ss/#',
    'http:// ss',
  ])
    equal(await unsent(base(each)), 'identifier-forbidden securityServer', each)
})

test('an answer is what the contract says of it, with numbers and yes and no in words', () => {
  const match = { ...ada, birthDate: 1815, number: 77, givenNames: null }
  deepEqual(
    said(
      reply(
        { result: 'one', match },
        { body: Buffer.from(`\uFEFF${JSON.stringify({ result: 'one', match })}`) },
      ),
    ),
    {
      result: 'one',
      match: [{ ...ada, number: '77' }],
    },
  )
  equal(said(reply({ result: 'perhaps' })), 'unintelligible schema')
  equal(said(reply({ result: 'none', more: 'x' })), 'unintelligible schema')
  equal(said(reply('{"result":"none","__proto__":{"result":"one"}}')), 'unintelligible schema')
  equal(said(reply([])), 'unintelligible schema')
  equal(said(reply('{"result":"one","result":"none"}')), 'unintelligible twice')
})

test('a body is JSON in UTF-8, and says so', () => {
  const as = (type: string, body = '{"result":"none"}') =>
    said(reply(body, { headers: [['Content-Type', type]] }))
  deepEqual(as('application/json'), { result: 'none' })
  deepEqual(as('application/problem+json; charset="utf-8"'), { result: 'none' })
  equal(as('application/json; charset=latin1'), 'unintelligible content-type')
  equal(as('text/html'), 'unintelligible content-type')
  equal(said(reply('{}', { headers: [] })), 'unintelligible content-type')
  equal(said(reply('{"a"', {})), 'unintelligible not-json')
  equal(said(reply('', { body: Buffer.from([123, 255]) })), 'unintelligible not-utf8')
  equal(said(reply('['.repeat(100_000))), 'unintelligible too-deep')
  equal(said(reply(' '.repeat(10 * 1024 * 1024 + 1))), 'unintelligible too-large')
})

test('X-Road-Error says that X-Road answered, whatever the status', () => {
  const error = (type: string, status = 500, body = '') =>
    said(reply(body, { status, headers: [['x-road-error', type], JSON_TYPE] }))
  equal(error('Server.ServerProxy.AccessDenied'), 'refused server.serverproxy.accessdenied')
  equal(error('server.serverproxy.access_denied'), 'refused server.serverproxy.accessdenied')
  equal(error('client.bad_request', 400), 'refused client.badrequest')
  equal(
    error('server.clientproxy.network_error', 200, '{"result":"none"}'),
    'unreachable server.clientproxy.networkerror',
  )
})

test('an error of X-Road without its code in the header has it in JSON or XML', () => {
  const error = (type: string, body: string) =>
    said(
      reply(body, {
        status: 500,
        headers: [
          ['X-Road-Error', ''],
          ['Content-Type', type],
        ],
      }),
    )
  const json = '{"type":"Client.BadRequest","message":"","detail":"a-uuid"}'
  const xml = '<error><type>Client.BadRequest</type><message/><detail/></error>'
  equal(error('application/json', json), 'refused client.badrequest')
  equal(error('text/xml;charset=utf-8', xml), 'refused client.badrequest')
  equal(error('text/xml', '<!DOCTYPE a>'), 'refused unknown')
})

test("without X-Road-Error it is the register's own answer", () => {
  const cases: readonly (readonly [status: number, outcome: string])[] = [
    [400, 'refused provider-400'],
    [403, 'refused provider-403'],
    [404, 'refused provider-404'],
    [408, 'unreachable provider-408'],
    [429, 'unreachable provider-429'],
    [500, 'unreachable provider-500'],
    [503, 'unreachable provider-503'],
    [301, 'unintelligible redirected'],
    [307, 'unintelligible redirected'],
    [304, 'unintelligible redirected'],
    [100, 'unintelligible status'],
    [0, 'unintelligible status'],
    [999, 'unintelligible status'],
  ]
  for (const [status, outcome] of cases) equal(said(reply({ result: 'none' }, { status })), outcome)
  deepEqual(said(reply({ result: 'none' }, { status: 201 })), { result: 'none' })
})

test('an answer to another message is not taken for ours, a repeated X-Road-Service does not matter', () => {
  const answered = (...headers: Reply['headers']) =>
    said(reply({ result: 'none' }, { headers: [JSON_TYPE, ...headers] }))
  const service = ['X-Road-Service', 'a/b/c/d/e'] as const
  deepEqual(answered(['X-Road-Id', messageId], service, service), { result: 'none' })
  equal(answered(['x-road-id', 'another']), 'unintelligible other-message')
  equal(answered(['X-Road-Id', messageId], ['X-Road-Id', 'b']), 'unintelligible other-message')
})

test('the receipt is what the message log finds the message by, in whatever came', () => {
  const headers = [
    ['X-Road-Request-Id', 'a-uuid'],
    ['x-road-request-hash', 'aGFzaA=='],
  ] as const
  const receipt = { requestId: 'a-uuid', requestHash: 'aGFzaA==' }
  const good = reply({ result: 'none' }, { headers: [JSON_TYPE, ...headers] })
  deepEqual(xroadRest.read(call, good).receipt, receipt)
  deepEqual(xroadRest.read(call, { ...good, status: 500 }).receipt, receipt)
  deepEqual(xroadRest.read(call, reply({})).receipt, {})
})

test('no answer makes the reader throw', () => {
  const headers = fc.array(
    fc.tuple(
      fc.constantFrom('Content-Type', 'X-Road-Id', 'X-Road-Error', 'X-Road-Request-Hash'),
      fc.oneof(fc.constantFrom('application/json', messageId, 'text/xml'), fc.string()),
    ),
  )
  const body = fc
    .oneof(
      fc.uint8Array(),
      fc.json().map((json) => Buffer.from(json)),
    )
    .map((each) => Buffer.from(each))
  fc.assert(
    fc.property(fc.integer(), headers, body, (status, headers, body) => {
      xroadRest.read(call, { status, headers, body })
      xroadRest.read(call, { status: 200, headers: [JSON_TYPE], body })
    }),
  )
})
