import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { brotliDecompressSync } from 'node:zlib'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { answersInOnePiece } from '#platform/answer.ts'
import { keepsPages } from '#platform/kept-pages.ts'

/** A face whose pages tell how often they were drawn. */
function kept() {
  let drawn = 0
  const ground = { day: '2026-03-02', policy: {} }
  const face = new Hono()
  face.use(answersInOnePiece(() => undefined))
  const addresses = new Set(['/en/criteria', '/en/broken', '/en/absent'])
  face.use(keepsPages({ addresses, restsOn: () => [ground.day, ground.policy] }))
  face.get('/en/criteria', (c) => {
    drawn += 1
    return c.render({ text: `<p>${'Points '.repeat(500)}${drawn}</p>` })
  })
  face.get('/en/other', (c) => c.render({ text: `${(drawn += 1)}` }))
  face.get('/en/broken', () => {
    drawn += 1
    throw new Error('broken')
  })
  face.notFound((c) => c.render({ text: `${(drawn += 1)}` }, 404))
  face.onError((_, c) => c.render({ text: 'A fault of ours' }, 500))
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    Promise.resolve(face.request(path, { method, headers }))
  return { get, ground, times: () => drawn }
}

const CRITERIA = '/en/criteria'

test('a page for nobody in particular is drawn once', async () => {
  const { get, times } = kept()
  const texts = [await (await get(CRITERIA)).text(), await (await get(CRITERIA)).text()]

  equal(texts[0], texts[1])
  equal(times(), 1)
  await get(CRITERIA, {}, 'HEAD')
  equal(times(), 1)
})

test('whoever brings a cookie or a query gets a page of their own, and it is not kept', async () => {
  const { get, times } = kept()
  for (const [path, headers] of [
    [CRITERIA, { cookie: 'kecid=x' }],
    [`${CRITERIA}?a=1`, {}],
    ['/en/other', {}],
  ] as const) {
    const before = times()
    const answers = [await get(path, headers), await get(path, headers)]
    equal(times(), before + 2, path)
    deepEqual(
      answers.map((answer) => [answer.headers.get('etag'), answer.headers.get('cache-control')]),
      [
        [null, null],
        [null, null],
      ],
    )
  }
  match(await (await get(CRITERIA)).text(), / 7</)
})

test('what is no success is not kept', async () => {
  const { get, times } = kept()
  for (const [path, status] of [
    ['/en/broken', 500],
    ['/en/absent', 404],
  ] as const) {
    const before = times()
    equal((await get(path)).status, status)
    equal((await get(path)).status, status)
    equal(times(), before + 2, path)
  }
})

test('another day or another policy draws all anew', async () => {
  const { get, ground, times } = kept()
  await get(CRITERIA)
  ground.day = '2026-03-03'
  await get(CRITERIA)
  equal(times(), 2)
  ground.policy = {}
  await get(CRITERIA)
  await get(CRITERIA)
  equal(times(), 3)
})

test('a browser that has the page is told so, by whichever name it knows it', async () => {
  const { get } = kept()
  const names: string[] = []
  for (const coding of ['br', 'gzip', 'identity']) {
    const answer = await get(CRITERIA, { 'accept-encoding': coding })
    names.push(answer.headers.get('etag') ?? '')
    equal(answer.headers.get('vary'), 'accept-encoding, cookie')
    equal(answer.headers.get('cache-control'), 'no-cache')
  }
  equal(new Set(names).size, 3)
  const [name = ''] = names
  match(name, /^"[\w-]+"$/)
  for (const known of [name, `W/${name}`, `"x", ${names[1]}`, '*']) {
    const answer = await get(CRITERIA, { 'if-none-match': known })
    equal(answer.status, 304, known)
    equal(await answer.text(), '')
    equal(answer.headers.get('content-type'), null)
    notEqual(answer.headers.get('etag'), null)
  }
  for (const other of ['"x"', '', name.slice(0, 5), `x${name}`]) {
    equal((await get(CRITERIA, { 'if-none-match': other })).status, 200, other)
  }
})

test('the page is soon smaller under another name, and still the same page', async () => {
  const { get } = kept()
  const asked = () => get(CRITERIA, { 'accept-encoding': 'br' })
  const first = await asked()
  let later = await asked()
  for (let time = 0; time < 200 && namesOf(later) === namesOf(first); time += 1) {
    await pause(10)
    later = await asked()
  }

  const [before, after] = [await first.arrayBuffer(), await later.arrayBuffer()]
  notEqual(namesOf(later), namesOf(first))
  equal(after.byteLength < before.byteLength, true)
  deepEqual(brotliDecompressSync(after), brotliDecompressSync(before))
})

const namesOf = ({ headers }: Response) => headers.get('etag')
