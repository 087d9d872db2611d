import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { SignJWT, type JWTPayload } from 'jose'
import { isoMoment } from '#core/dated.ts'
import { epochOf, fixedClock } from '#platform/calendar.ts'
import { diplomas } from '#exchange/services/diploma/contract.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { providerAt, type Headers, type ProviderReply } from '#standins/exchange/provider.ts'

const HOST = '127.0.0.1'
const ACCESS = {
  identity: '5b8f0000-0000-4000-8000-000000000001',
  secret: 'a secret of the test, and of nothing else',
}
const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
const NOW = epochOf(clock.now()) / 1000
const CLAIMS = {
  organization: 'Keçid',
  short_name: 'hqm',
  identity: ACCESS.identity,
  expire: NOW + 60,
}
const PERSON = {
  surname: 'Ferreira',
  birthDate: '1987-03-27',
  documentNumber: 'CD0000217',
  documentIssuer: 'PRT',
}

const tokenOf = (claims: JWTPayload, secret = ACCESS.secret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret.repeat(2)))

const good = (claims: JWTPayload = CLAIMS) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(ACCESS.secret))

type Call = {
  readonly token?: string
  readonly path?: string
  readonly method?: string
  readonly content?: unknown
}

async function bridge(t: TestContext) {
  const open = await openRegisters({
    host: HOST,
    ports: { plain: 0, bridge: 0 },
    certificatesFolder: '/nowhere',
    clock,
    bridge: ACCESS,
  })
  t.after(open.close)
  const ask = providerAt(`http://${HOST}:${open.ports.bridge}`)
  const call = async (asked: Call = {}) => {
    const { path = `${ACCESS.identity}/findDiplomas`, method = 'POST' } = asked
    const { token = await good(), content = { person: PERSON } } = asked
    const headers: Headers = [
      ['Content-Type', 'application/json'],
      ...(token === '' ? [] : [['X-Bridge-Authorization', token] as const]),
    ]
    const body = Buffer.from(method === 'GET' ? '' : JSON.stringify(content))
    return ask({ method, path: `/api/1/${path}`, headers, body })
  }
  return { ...open, call }
}

const dataOf = ({ body }: ProviderReply): readonly unknown[] => {
  const { data } = JSON.parse(body.toString()) as { readonly data: unknown }
  ok(Array.isArray(data))
  return data as readonly unknown[]
}

test('a question with a good token is answered in the list that bridges answer with', async (t) => {
  const { call } = await bridge(t)
  const reply = await call()
  equal(reply.status, 200)
  const [answer, ...more] = dataOf(reply)
  equal(diplomas.answer.parse(answer).result, 'found')
  deepEqual(more, [])
})

test('a token that is missing, over, of another or signed otherwise is 401', async (t) => {
  const { call } = await bridge(t)
  const { organization: _, ...unnamed } = CLAIMS
  const tokens = [
    '',
    'no.token.atall',
    await good({ ...CLAIMS, expire: NOW }),
    await good({ ...CLAIMS, expire: String(NOW + 60) }),
    await good({ ...CLAIMS, identity: '5b8f0000-0000-4000-8000-000000000002' }),
    await good(unnamed),
    await tokenOf(CLAIMS),
    await tokenOf(CLAIMS, ACCESS.secret, 'HS512'),
  ]
  for (const token of tokens) equal((await call({ token })).status, 401, token)
  equal((await call({ token: await good({ ...CLAIMS, expire: NOW + 1 }) })).status, 200)
})

test('another identity in the address, or another service, is 404', async (t) => {
  const { call } = await bridge(t)
  equal((await call({ path: `${ACCESS.identity}/nothing` })).status, 404)
  equal((await call({ path: '5b8f0000-0000-4000-8000-000000000002/findDiplomas' })).status, 404)
  equal((await call({ path: 'findDiplomas' })).status, 404)
})

test('what was not agreed is 400, and a register that fails or is down is 500', async (t) => {
  const { call, state } = await bridge(t)
  equal((await call({ content: {} })).status, 400)
  equal((await call({ content: [] })).status, 400)
  const failing = { person: { ...PERSON, documentNumber: 'ZZ0000906' } }
  equal((await call({ content: failing })).status, 500)
  state.setMode('education', 'down')
  equal((await call()).status, 500)
  state.setMode('education', 'twice')
  equal(dataOf(await call()).length, 2)
})

test('a service that is about nobody is also asked by GET', async (t) => {
  const { call } = await bridge(t)
  const path = `${ACCESS.identity}/listOccupations?on=2026-11-27`
  equal(dataOf(await call({ path, method: 'GET' })).length, 1)
})

test('a port that is taken is told with its number, and no other stays open', async (t) => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  t.after(() => server.close())
  const place = server.address()
  ok(typeof place === 'object' && place !== null)
  const { port } = place
  const open = () => process.getActiveResourcesInfo().filter((each) => each === 'TCPServerWrap')
  await pause(200) // a socket that was closed, of an earlier test too, is listed for a while
  const before = open().length
  const ports = { plain: 0, bridge: port }
  const opening = openRegisters({ host: HOST, ports, certificatesFolder: '/nowhere', clock })
  await rejects(opening, { code: 'EADDRINUSE', port })
  for (let turn = 0; turn < 100 && open().length > before; turn += 1) await pause(20)
  equal(open().length, before)
})
