import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { readableForms, secured } from '#platform/guards.ts'

const TYPE = 'multipart/form-data; boundary=x'
const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'

function face(): Hono {
  const app = new Hono()
  app.use(readableForms)
  app.post('*', async (c) => c.json(await c.req.parseBody()))
  app.onError((fault) => new Response('', { status: statusOf(fault) }))
  return app
}

const statusOf = (fault: Error) => (fault instanceof HTTPException ? fault.status : 500)

const sent = (type: string, body: string) =>
  face().request('/', { method: 'POST', headers: { 'content-type': type }, body })

test('a form of parts that cannot be read is refused, whatever is wrong with it', async () => {
  for (const body of ['', 'x', '--x', part, `${part}--y--`, '--x\r\n\r\n--x--', `${part}--x`]) {
    equal((await sent(TYPE, body)).status, 400, JSON.stringify(body))
  }
  for (const type of ['multipart/form-data', 'Multipart/Form-Data; boundary=', `${TYPE}y`]) {
    equal((await sent(type, `${part}--x--\r\n`)).status, 400, type)
  }
})

test('a form that can be read is read once, and any other is let through', async () => {
  equal(await (await sent(TYPE, `${part}--x--\r\n`)).text(), '{"a":"1"}')
  equal(await (await sent('application/x-www-form-urlencoded', 'a=1')).text(), '{"a":"1"}')
  equal((await sent('text/plain', '--x')).status, 200)
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
