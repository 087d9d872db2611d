import { deepEqual, equal } from 'node:assert/strict'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { test } from 'node:test'
import { Hono } from 'hono'
import { answersInOnePiece, codingFor } from '#platform/answer.ts'

test('the coding is the one that the browser likes best, and of equals the smallest', () => {
  const cases = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP;Q=0.5, BR;q=0.2', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, gzip;q=0.000', 'identity'],
    ['*', 'br'],
    ['*;q=0.1, br;q=0', 'gzip'],
    ['identity', 'identity'],
    ['gzip;q=0.5, identity;q=0.7', 'identity'],
    ['identity;q=0, gzip', 'gzip'],
    ['identity;q=0, *;q=0', 'identity'],
    ['deflate, zstd', 'identity'],
    ['br;q=x, gzip;q=2, ;;,', 'identity'],
    ['br ; q=1', 'br'],
  ] as const
  deepEqual(
    cases.map(([accepted]) => [accepted, codingFor(accepted)]),
    cases,
  )
})

const PAGE = `<p>${'İstanbuldan Bakıya '.repeat(100)}</p>`
const face = new Hono()
face.use(answersInOnePiece(() => undefined))
face.get('/', (c) => c.render({ text: PAGE }))
face.get('/wrong', (c) => c.render({ text: PAGE }, 400))
face.get('/text', (c) => c.text('ok'))

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

test('a page says how it is coded, and is the same page in each coding', async () => {
  const opened = {
    br: brotliDecompressSync,
    gzip: gunzipSync,
    identity: (bytes: Uint8Array) => Buffer.from(bytes),
  } as const
  for (const [coding, open] of Object.entries(opened)) {
    const answer = await face.request('/wrong', { headers: { 'accept-encoding': coding } })

    equal(answer.status, 400)
    equal(answer.headers.get('content-encoding'), coding === 'identity' ? null : coding)
    equal(answer.headers.get('vary'), 'accept-encoding')
    equal(answer.headers.get('content-type'), 'text/html; charset=UTF-8')
    equal(open(await bytesOf(answer)).toString(), PAGE)
  }
})

test('HEAD has the heads of GET and no body', async () => {
  const headers = { 'accept-encoding': 'br' }
  const [get, head] = [
    await face.request('/', { headers }),
    await face.request('/', { method: 'HEAD', headers }),
  ]

  deepEqual([...head.headers], [...get.headers])
  equal((await bytesOf(head)).length, 0)
})

test('what is no page is left as it is', async () => {
  const answer = await face.request('/text', { headers: { 'accept-encoding': 'br' } })

  equal(answer.headers.get('content-encoding'), null)
  equal(await answer.text(), 'ok')
})
