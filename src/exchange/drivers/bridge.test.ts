import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { jwtVerify } from 'jose'
import type { Contract } from '#exchange/contract.ts'
import type { Call, Reply } from '#exchange/driver.ts'
import { bridge, bridgeTokens, type BridgeAddress } from '#exchange/drivers/bridge.ts'
import { matchPerson } from '#exchange/services/match-person/contract.ts'
import { occupations } from '#exchange/services/occupations/contract.ts'

/** Whom it is about, the service looks at. */
const MATCHES = { ...matchPerson, answer: matchPerson.answer.omit({ person: true }) }

const address: BridgeAddress = {
  url: 'https://bridge-proxy.internal',
  identity: '0f8fad5b-d9cb-469f-a165-70867728950e',
  serviceName: 'matchPerson',
  organization: 'State Migration Service',
  shortName: 'SMS',
}
const call: Call<BridgeAddress> = {
  address,
  contract: MATCHES,
  content: { person: { surname: 'Ə' } },
  messageId: '6e7c5f4e-0000-4000-8000-000000000001',
}
const driver = bridge(() => Promise.resolve('a.b.c'))
const secret = Buffer.alloc(32, 7)

const reply = (body: unknown, changed: Partial<Reply> = {}): Reply => ({
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify(body)),
  ...changed,
})
const said = (answer: Reply, changed: Partial<Call<BridgeAddress>> = {}) => {
  const found = driver.read({ ...call, ...changed }, answer)
  return found.outcome === 'answered' ? found.content : `${found.outcome} ${found.code}`
}
const none = { result: 'none' }

test('a question is posted to the identity and the service, with a token and the id of the message', async () => {
  deepEqual(await driver.write(call), {
    ok: true,
    request: {
      method: 'POST',
      url: `https://bridge-proxy.internal/api/1/${address.identity}/matchPerson`,
      headers: [
        ['X-Bridge-Authorization', 'a.b.c'],
        ['X-Request-Id', call.messageId],
        ['Accept', 'application/json'],
        ['Content-Type', 'application/json; charset=utf-8'],
      ],
      body: Buffer.from('{"person":{"surname":"Ə"}}'),
    },
  })
  const other = { ...call, address: { ...address, header: 'X-Bridge-AuthorizationKey' } }
  const written = await driver.write(other)
  equal(written.ok && written.request.headers[0]?.[0], 'X-Bridge-AuthorizationKey')
})

test('an address that leads elsewhere is not written to', async () => {
  const unsent = async (changed: Partial<BridgeAddress>) => {
    const found = await driver.write({ ...call, address: { ...address, ...changed } })
    return found.ok ? 'sent' : `${found.reason} ${found.where}`
  }
  equal(await unsent({ identity: '../1' }), 'identifier-forbidden identity')
  equal(await unsent({ serviceName: '' }), 'identifier-missing serviceName')
  equal(await unsent({ serviceName: '../a' }), 'identifier-forbidden serviceName')
  equal(await unsent({ header: 'X:Y' }), 'identifier-forbidden header')
  equal(await unsent({ url: 'bridge' }), 'identifier-forbidden url')
})

test('the token says who asks and until when, and is renewed a minute before', async () => {
  let now = 1_764_000_000_500
  const tokens = bridgeTokens(secret, () => now)
  const first = await tokens(address)
  const { payload, protectedHeader } = await jwtVerify(first, secret)
  equal(protectedHeader.alg, 'HS256')
  deepEqual(payload, {
    organization: 'State Migration Service',
    short_name: 'SMS',
    identity: address.identity,
    expire: 1_764_000_300,
  })
  now += 239_999
  equal(await tokens(address), first)
  now += 1
  notEqual(await tokens(address), first)
  notEqual(await tokens({ ...address, shortName: 'X' }), await tokens(address))
})

test('the payload is in data, in another member, or is the whole answer', () => {
  const under = (envelope: string | false) => ({ address: { ...address, envelope } })
  deepEqual(said(reply({ data: none, status: [[1]] })), none)
  deepEqual(said(reply({ response: none }), under('response')), none)
  deepEqual(said(reply(none), under(false)), none)
  equal(said(reply(none)), 'unintelligible schema')
  equal(said(reply([none])), 'unintelligible schema')
  equal(said(reply({ data: null })), 'unintelligible schema')
})

test('a list of one is that one, several need a list in the contract', () => {
  const contract = {
    ...occupations,
    answer: occupations.answer.omit({ result: true }),
  } as unknown as Contract
  const occupation = { code: '2512', title: 'Developer', shortage: true, priority: false }
  const told = { code: '2512', title: 'Developer', shortage: 'yes', priority: 'no' }
  deepEqual(said(reply({ data: [none] })), none)
  equal(said(reply({ data: [none, none] })), 'unintelligible schema')
  equal(said(reply({ data: [] })), 'unintelligible schema')
  deepEqual(said(reply({ data: [occupation] }), { contract }), { occupation: [told] })
  deepEqual(said(reply({ data: [occupation, occupation] }), { contract }), {
    occupation: [told, told],
  })
  deepEqual(said(reply({ data: [] }), { contract }), { occupation: [] })
})

test('the rest is read as an answer of REST is', () => {
  const asJson = ['Content-Type', 'application/json'] as const
  equal(said(reply({ data: none }, { status: 401 })), 'refused provider-401')
  equal(said(reply({ data: none }, { status: 503 })), 'unreachable provider-503')
  equal(said(reply({ data: none }, { status: 302 })), 'unintelligible redirected')
  equal(said(reply({ data: none }, { headers: [] })), 'unintelligible content-type')
  equal(
    said(reply({ data: none }, { headers: [asJson, ['x-request-id', 'b']] })),
    'unintelligible other-message',
  )
  const ours = reply({ data: none }, { headers: [asJson, ['x-request-id', call.messageId]] })
  deepEqual(driver.read(call, ours), {
    outcome: 'answered',
    content: none,
    receipt: { requestId: call.messageId },
  })
})
