import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ownOriginOnly, readsForms, secured } from '#platform/guards.ts'
import { textsOf } from '#platform/typed.ts'

const TYPE = 'application/x-www-form-urlencoded'

function face(): Hono {
  const app = new Hono()
  app.use(readsForms(20_000))
  app.post('*', async (c) => c.json(await textsOf(c.req)))
  app.onError((fault) => new Response('', { status: statusOf(fault) }))
  return app
}

const statusOf = (fault: Error) => (fault instanceof HTTPException ? fault.status : 500)

type Headers = Readonly<Record<string, string>>

const sent = (headers: Headers, body: string | null = 'a=1') =>
  face().request('/', { method: 'POST', headers, body })

test('a form is what browsers send as one, in UTF-8, and nothing else is read', async () => {
  const forms = [TYPE, `${TYPE};charset=UTF-8`, `${TYPE}; charset="utf-8"`, TYPE.toUpperCase()]
  for (const type of forms) {
    equal(await (await sent({ 'content-type': type })).text(), '{"a":["1"]}', type)
  }
  const strange = ['text/plain', 'application/json', 'multipart/form-data; boundary=x', '', 'x']
  const encoded = [`${TYPE}; charset=utf-16`, `${TYPE}; charset=iso-8859-9`, `${TYPE}x`]
  for (const type of [...strange, ...encoded]) {
    equal((await sent({ 'content-type': type })).status, 400, type)
  }
  equal((await sent({ 'content-type': TYPE, 'content-encoding': 'gzip' })).status, 400)
  equal(await (await sent({}, null)).text(), '{}', 'a button without fields')
})

test('a form has an end in size and in number, and one that breaks off is none', async () => {
  const headers = { 'content-type': TYPE }
  equal((await sent(headers, `a=${'x'.repeat(20_000)}`)).status, 413)
  equal((await sent(headers, 'a=1&'.repeat(999))).status, 200)
  equal((await sent(headers, 'a=1&'.repeat(1000))).status, 400)
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from('a=1')),
    pull: (controller) => controller.error(new Error('aborted')),
  })
  const request = new Request('http://a.test/', { method: 'POST', headers, body, duplex: 'half' })
  equal((await face().fetch(request)).status, 400)
})

test('what may change something comes from this origin, in whatever type it comes', async () => {
  const app = new Hono()
  app.use(ownOriginOnly('http://kecid.test'))
  app.all('*', (c) => c.text(c.req.method))
  app.onError((fault) => new Response('', { status: statusOf(fault) }))
  const cases: readonly (readonly [Headers, boolean])[] = [
    [{ origin: 'http://kecid.test' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://kecid.test.evil.example' }, false],
    [{ origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'http://kecid.test', 'sec-fetch-site': 'cross-site' }, false],
    [{ 'content-type': 'application/json' }, false],
  ]
  for (const [headers, may] of cases) {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      const { status } = await app.request('/', { method, headers })
      equal(status, may ? 200 : 403, JSON.stringify(headers))
    }
    equal((await app.request('/', { headers })).status, 200)
  }
})

test('what is no page may do nothing in a browser, and a page runs our scripts alone', async () => {
  const app = new Hono()
  app.use(secured('https://kecid.example'))
  app.get('/page', (c) => c.html('<p>a</p>'))
  app.get('/file', (c) => c.body('%PDF-', 200, { 'content-type': 'application/pdf' }))
  app.onError((_, c) => c.html('<p>b</p>', 500))
  app.get('/fault', () => {
    throw new Error('it fails')
  })
  const policy = async (path: string) =>
    (await app.request(path)).headers.get('content-security-policy') ?? ''
  match(await policy('/file'), /^default-src 'none'.*sandbox$/)
  for (const path of ['/page', '/fault']) match(await policy(path), /script-src 'self'/)
  for (const path of ['/page', '/file', '/fault']) {
    const { headers } = await app.request(path)
    match(headers.get('permissions-policy') ?? '', /camera=\(\).*geolocation=\(\)/)
    equal(headers.get('cross-origin-resource-policy'), 'same-origin')
  }
})
