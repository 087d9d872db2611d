import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { test, type TestContext } from 'node:test'
import { callAsConsumer } from '#standins/exchange/call-as-consumer.ts'
import {
  headerOf,
  headersIn,
  type Headers,
  type ProviderReply,
  type ProviderRequest,
} from '#standins/exchange/provider.ts'
import { matchesPath } from '#standins/exchange/security-server.ts'
import { KECID_CLIENT } from '#standins/exchange/systems.ts'
import { KNOWN_PERSON, plainRegisters } from '#test/asked-registers.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'

const HOST = '127.0.0.1'
const IDENTITY = 'AZ-TEST/GOV/9900001103/IDENTITY'
const CHECK = `/r1/${IDENTITY}/identity-document/documents/check`
const QUESTION = JSON.stringify({ person: KNOWN_PERSON })
const JSON_TYPE: Headers = [['Content-Type', 'application/json;charset=utf-8']]

type Call = {
  readonly method?: string
  readonly path?: string
  readonly headers?: Headers
  readonly body?: string | Buffer
  readonly client?: string | null
}

async function registers(t: TestContext) {
  const { ask, ...open } = await plainRegisters(t)
  const call = (asked: Call = {}): Promise<ProviderReply> => {
    const { method = 'POST', path = CHECK, headers = [], body = QUESTION } = asked
    const { client = KECID_CLIENT } = asked
    const own: Headers = client === null ? [] : [['X-Road-Client', client]]
    return ask({ method, path, headers: [...own, ...JSON_TYPE, ...headers], body: bytes(body) })
  }
  return { ...open, call }
}

const bytes = (body: string | Buffer): Buffer => Buffer.from(body)
const jsonOf = ({ body }: ProviderReply) => JSON.parse(body.toString()) as Record<string, unknown>

/** The status and the code of an error of the security server's own. */
const errorOf = (reply: ProviderReply) => {
  const code = headerOf(reply.headers, 'x-road-error')
  equal(jsonOf(reply)['type'], code)
  return [reply.status, code]
}

/** A provider that keeps what it was asked, and answers as it is told. */
function recorder(reply: Partial<ProviderReply> = {}) {
  const asked: ProviderRequest[] = []
  const provider = async (request: ProviderRequest): Promise<ProviderReply> => {
    asked.push(request)
    return { status: 200, headers: JSON_TYPE, body: Buffer.from('{}'), ...reply }
  }
  return { asked, provider }
}
const OFFERED = { of: KECID_CLIENT, code: 'status', client: 'AZ-TEST/GOV/9900001102/MIGRATION' }

test('a question reaches its register, and the answer says by which request it was given', async (t) => {
  const { call } = await registers(t)
  const reply = await call({ headers: [['X-Road-Id', 'f3f1b3a0-0000-4000-8000-000000000001']] })
  equal(reply.status, 200)
  equal(headerOf(reply.headers, 'x-road-error'), undefined)
  equal(jsonOf(reply)['result'], 'valid')
  equal(headerOf(reply.headers, 'x-road-client'), KECID_CLIENT)
  equal(headerOf(reply.headers, 'x-road-service'), `${IDENTITY}/identity-document`)
  equal(headerOf(reply.headers, 'x-road-id'), 'f3f1b3a0-0000-4000-8000-000000000001')
  match(headerOf(reply.headers, 'x-road-request-id') ?? '', /^[0-9a-f-]{36}$/)
  match(headerOf(reply.headers, 'x-road-request-hash') ?? '', /^[A-Za-z0-9+/]{86}==$/)
})

test('without an id of ours the server makes one, and two equal calls differ in their hash', async (t) => {
  const { call } = await registers(t)
  const [first, second] = [await call(), await call()]
  match(headerOf(first.headers, 'x-road-id') ?? '', /^AZ-TEST-[0-9a-f-]{36}$/)
  notEqual(
    headerOf(first.headers, 'x-road-request-hash'),
    headerOf(second.headers, 'x-road-request-hash'),
  )
})

test('the hash is over the head with what was added to it, and over the body', async () => {
  const { asked, provider } = recorder()
  const id: Headers = [['X-Road-Id', 'some-id']]
  const call = { method: 'POST', path: '/a?b=%2F', headers: id, body: 'body' }
  const reply = await callAsConsumer({ ...OFFERED, at: provider }, call)
  const requestId = headerOf(reply.headers, 'x-road-request-id')
  const head = [
    'POST',
    `/r1/${KECID_CLIENT}/status/a?b=%2F`,
    `X-Road-Client:${OFFERED.client}`,
    'X-Road-Id:some-id',
    `x-road-request-id:${requestId}`,
  ].map((line) => `${line}\r\n`)
  const digest = (of: string | Buffer) => createHash('sha512').update(of).digest()
  const whole = digest(Buffer.concat([digest(head.join('')), digest('body')]))
  equal(headerOf(reply.headers, 'x-road-request-hash'), whole.toString('base64'))
  equal(headerOf(asked[0]?.headers ?? [], 'x-road-request-id'), requestId)
})

test('an address without all its parts, or of another version, is refused with 400', async (t) => {
  const { call } = await registers(t)
  const wrong = [
    '/r1/AZ-TEST/GOV/9900001103/identity-document',
    CHECK.replace('/r1/', '/r2/'),
    CHECK.replace('/r1/', '/'),
    '/r1/AZ-TEST/GOV/%E0%A4%A/IDENTITY/identity-document',
  ]
  for (const path of wrong) {
    const reply = await call({ path })
    deepEqual(errorOf(reply), [400, 'Client.BadRequest'], path)
    equal(jsonOf(reply)['message'], 'Invalid request URI')
  }
})

test('the client has to say who it is, and of several the last one counts', async (t) => {
  const { call } = await registers(t)
  deepEqual(errorOf(await call({ client: null })), [400, 'Client.BadRequest'])
  deepEqual(errorOf(await call({ client: 'AZ-TEST/GOV' })), [400, 'Client.BadRequest'])
  const aimed = await call({ headers: [['X-Road-Security-Server', 'AZ-TEST/GOV/1']] })
  deepEqual(errorOf(aimed), [400, 'Client.BadRequest'])
  equal((await call({ path: CHECK.replace('AZ-TEST', 'AZ%2DTEST') })).status, 200)
  const last: Headers = [['X-Road-Client', KECID_CLIENT]]
  equal((await call({ client: 'AZ-TEST/GOV/1/NOBODY', headers: last })).status, 200)
  const nobody = await call({ client: 'AZ-TEST/GOV/1/NOBODY' })
  deepEqual(errorOf(nobody), [500, 'Server.ClientProxy.UnknownMember'])
})

test('no to a client is 500, also where only the method or the path is not open to it', async (t) => {
  const { call } = await registers(t)
  const refused = [500, 'Server.ServerProxy.AccessDenied']
  deepEqual(errorOf(await call({ client: 'AZ-TEST/GOV/9900002222/OTHER' })), refused)
  deepEqual(errorOf(await call({ method: 'PUT' })), refused)
  deepEqual(errorOf(await call({ path: CHECK.replace('check', 'all') })), refused)
})

test('whoever or whatever is not there is told apart from what speaks SOAP only', async (t) => {
  const { call } = await registers(t)
  const member = await call({ path: CHECK.replace('9900001103', '9900000000') })
  deepEqual(errorOf(member), [500, 'Server.ClientProxy.UnknownMember'])
  const service = await call({ path: `/r1/${IDENTITY}/nothing/documents/check` })
  deepEqual(errorOf(service), [500, 'Server.ServerProxy.UnknownService'])
  const soap = await call({ path: `/r1/${IDENTITY}/checkDocument/documents/check` })
  deepEqual(errorOf(soap), [500, 'Server.ServerProxy.ServiceType'])
})

test('since 7.8 the same codes are written small and with underscores', async (t) => {
  const { call, state } = await registers(t)
  state.set({ spelling: 'underscored' })
  const denied = await call({ client: 'AZ-TEST/GOV/9900002222/OTHER' })
  deepEqual(errorOf(denied), [500, 'server.serverproxy.access_denied'])
  deepEqual(errorOf(await call({ path: '/r1/x' })), [400, 'client.bad_request'])
  state.setMode('identity', 'down')
  deepEqual(errorOf(await call()), [500, 'server.serverproxy.network_error'])
})

test('an error comes as the client would have it', async (t) => {
  const { call } = await registers(t)
  const asXml = async (accept: string) => {
    const reply = await call({ path: '/r1/x', headers: [['Accept', accept]] })
    return [headerOf(reply.headers, 'content-type'), reply.body.toString()] as const
  }
  for (const accept of ['text/xml', 'application/xml', 'text/*']) {
    const [type, body] = await asXml(accept)
    equal(type, 'text/xml;charset=utf-8')
    match(body, /^<error><type>Client\.BadRequest<\/type><message>.+<\/message><detail>[0-9a-f-]+</)
  }
  equal((await asXml('application/json'))[0], 'application/json;charset=utf-8')
})

test('more than ten megabytes are refused, to the byte', async () => {
  const { asked, provider } = recorder()
  const most = Buffer.alloc(10 * 1024 * 1024)
  const send = (body: Buffer) =>
    callAsConsumer({ ...OFFERED, at: provider }, { method: 'POST', path: '/', body })
  equal((await send(most)).status, 200)
  equal(asked[0]?.body.length, most.length)
  const refused = await send(Buffer.concat([most, Buffer.from('x')]))
  deepEqual(errorOf(refused), [500, 'Server.ClientProxy.LoggingFailed'])
  const back = recorder({ body: Buffer.alloc(most.length + 1) })
  const answer = await callAsConsumer(
    { ...OFFERED, at: back.provider },
    { method: 'GET', path: '' },
  )
  deepEqual(errorOf(answer), [500, 'Server.ServerProxy.LoggingFailed'])
})

test('what is larger still is refused over the network as well', async (t) => {
  const { call } = await registers(t)
  const reply = await call({ body: Buffer.alloc(10 * 1024 * 1024 + 1) })
  deepEqual(errorOf(reply), [500, 'Server.ClientProxy.LoggingFailed'])
})

test('the body of a DELETE is lost on the way', async () => {
  const { asked, provider } = recorder()
  for (const method of ['DELETE', 'PATCH']) {
    await callAsConsumer({ ...OFFERED, at: provider }, { method, path: '/1', body: 'body' })
  }
  deepEqual(
    asked.map(({ method, body }) => [method, body.toString()]),
    [
      ['DELETE', ''],
      ['PATCH', 'body'],
    ],
  )
})

test('headers of a hop end there, and everything else goes on as it is', async () => {
  const { asked, provider } = recorder({
    headers: [
      ['Server', 'ours'],
      ['Cache-Control', 'no-store'],
      ['X-Road-Id', 'forged'],
      ['X-Road-Service', 'forged'],
      ['Content-Length', '2'],
    ],
  })
  const headers: Headers = [
    ['User-Agent', 'us'],
    ['TE', 'trailers'],
    ['Authorization', 'Bearer x'],
    ['X-Road-UserId', 'AZ1ABCDEF'],
    ['X-Road-Request-Id', 'forged'],
    ['X-Road-Request-Hash', 'forged'],
  ]
  const reply = await callAsConsumer(
    { ...OFFERED, at: provider },
    { method: 'GET', path: '', headers },
  )
  deepEqual(
    asked[0]?.headers.map(([name]) => name),
    ['X-Road-Client', 'Authorization', 'X-Road-UserId', 'x-road-request-id', 'x-road-id'],
  )
  notEqual(headerOf(asked[0]?.headers ?? [], 'x-road-request-id'), 'forged')
  const names = reply.headers.map(([name]) => name)
  deepEqual(names.filter((name) => name === 'X-Road-Service').length, 2)
  deepEqual(names.filter((name) => name === 'X-Road-Id').length, 1)
  ok(names.includes('Cache-Control') && !names.includes('Server'))
})

test('an empty path reaches the provider as a slash, and the query untouched', async () => {
  const { asked, provider } = recorder()
  for (const path of ['', '/', '//a/b', '?q=A%2F77&q=', '/a%2Fb?x=?']) {
    await callAsConsumer({ ...OFFERED, at: provider }, { method: 'GET', path })
  }
  deepEqual(
    asked.map(({ path }) => path),
    ['/', '/', '/a/b', '/?q=A%2F77&q=', '/a%2Fb?x=?'],
  )
})

test('a provider at an address is called there, and its redirect is nobody’s to follow', async (t) => {
  const seen: Headers[] = []
  const server = createServer((request, response) => {
    seen.push([[request.method ?? '', request.url ?? ''], ...headersIn(request)])
    response.writeHead(302, { Location: 'http://elsewhere.invalid/' }).end('moved')
  })
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  t.after(() => server.close())
  const place = server.address()
  ok(typeof place === 'object' && place !== null)
  const at = `http://${HOST}:${place.port}/kecid/`
  const reply = await callAsConsumer({ ...OFFERED, at }, { method: 'GET', path: '/v1/x?y=1' })
  deepEqual([reply.status, reply.body.toString()], [302, 'moved'])
  equal(headerOf(reply.headers, 'location'), 'http://elsewhere.invalid/')
  equal(headerOf(reply.headers, 'x-road-error'), undefined)
  deepEqual(seen[0]?.[0], ['GET', '/kecid/v1/x?y=1'])
  equal(headerOf(seen[0] ?? [], 'x-road-client'), OFFERED.client)
})

test('nobody at the address of a provider is an error of the network', async () => {
  const at = `http://${HOST}:1/`
  const reply = await callAsConsumer({ ...OFFERED, at }, { method: 'GET', path: '' })
  deepEqual(errorOf(reply), [500, 'Server.ServerProxy.NetworkError'])
})

test('a status of the provider’s own comes back as it is, without the mark of an error', async () => {
  const { provider } = recorder({ status: 409 })
  const reply = await callAsConsumer({ ...OFFERED, at: provider }, { method: 'GET', path: '' })
  deepEqual([reply.status, headerOf(reply.headers, 'x-road-error')], [409, undefined])
})

test('the server lists its clients, in JSON or XML', async (t) => {
  const { call } = await registers(t)
  const list = (path: string, accept: string) =>
    call({ method: 'GET', path, headers: [['Accept', accept]], body: '', client: null })
  const { member } = jsonOf(await list('/listClients', 'application/json'))
  ok(Array.isArray(member))
  deepEqual(
    member.find(({ id }: { id: { subsystem_code?: string } }) => id.subsystem_code === 'HQM'),
    {
      id: {
        object_type: 'SUBSYSTEM',
        xroad_instance: 'AZ-TEST',
        member_class: 'GOV',
        member_code: '9900002222',
        subsystem_code: 'HQM',
      },
      name: 'Owner of the portal',
    },
  )
  const other = await list('/listClients?xRoadInstance=EE', 'application/json')
  deepEqual(jsonOf(other), { member: [] })
  match((await list('/listClients', 'text/xml')).body.toString(), /<xrd:clientList/)
})

test('a provider’s services are listed, all of them or those that are open to the client', async (t) => {
  const { call } = await registers(t)
  const list = async (code: string, client: string) => {
    const path = `/r1/AZ-TEST/GOV/9900001102/MIGRATION/${code}`
    const { service } = jsonOf(await call({ method: 'GET', path, client, body: '' }))
    ok(Array.isArray(service))
    return service as Record<string, unknown>[]
  }
  const all = await list('listMethods', KECID_CLIENT)
  deepEqual(all[0], {
    xroad_instance: 'AZ-TEST',
    member_class: 'GOV',
    member_code: '9900001102',
    subsystem_code: 'MIGRATION',
    service_code: 'match-person',
    object_type: 'SERVICE',
    service_type: 'OPENAPI',
    endpoint_list: ['/people/match', '/v1/people/match'].map((path) => ({ method: 'POST', path })),
  })
  const ofMigration = REGISTERS.filter(({ system }) => system === 'migration').length
  equal(all.length, ofMigration)
  equal((await list('allowedMethods', KECID_CLIENT)).length, ofMigration)
  equal((await list('allowedMethods', 'AZ-TEST/GOV/9900002222/OTHER')).length, 0)
})

test('a star in a rule is one part of a path, and two are all that follows', () => {
  equal(matchesPath('/a/*/c', '/a/b/c'), true)
  equal(matchesPath('/a/*', '/a/b/c'), false)
  equal(matchesPath('/a/**', '/a/b/c'), true)
  equal(matchesPath('/a.b', '/axb'), false)
})

test('a question that was not agreed is the register’s own no', async (t) => {
  const { call } = await registers(t)
  const reply = await call({ body: '{"person":{"surname":"A"}}' })
  equal(reply.status, 400)
  equal(headerOf(reply.headers, 'x-road-error'), undefined)
  match(headerOf(reply.headers, 'content-type') ?? '', /^application\/problem\+json/)
  equal((await call({ body: '[' })).status, 400)
})

test('a list that is about nobody is asked for by GET', async (t) => {
  const { call } = await registers(t)
  const path = '/r1/AZ-TEST/GOV/9900001105/LABOUR/occupations/occupations?on=2026-11-27'
  const reply = await call({ method: 'GET', path, body: '' })
  equal(jsonOf(reply)['result'], 'found')
})

test('calls are counted and told without whom they were about', async (t) => {
  const { call, state } = await registers(t)
  await call()
  await call({ client: 'AZ-TEST/GOV/9900002222/OTHER' })
  equal(state.counted('identity'), 2)
  deepEqual(
    state.calls().map(({ at: _, ...rest }) => rest),
    [
      {
        system: 'identity',
        service: 'identity-document',
        protocol: 'rest',
        outcome: 'Server.ServerProxy.AccessDenied',
      },
      { system: 'identity', service: 'identity-document', protocol: 'rest', outcome: 'valid' },
    ],
  )
  for (let count = 0; count < 250; count += 1) {
    state.note({ system: 'none', service: '', protocol: 'rest', outcome: '' })
  }
  equal(state.calls().length, 200)
})
