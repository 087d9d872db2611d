import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { connect as dial } from 'node:net'
import { test, type TestContext } from 'node:test'
import { STEP_BYTES } from '#platform/steps.ts'
import { fillIn, pdf, submitted } from '#test/ana.ts'
import { forgetNow, signInAgain } from '#test/days-later.ts'
import { failing } from '#test/failing.ts'
import { pdfOf, streamOf } from '#test/files/made-file.ts'
import { house } from '#test/house.ts'
import { sender } from '#test/in-steps.ts'
import { until } from '#test/program.ts'

/** A diploma of three steps and a bit. */
const diploma = (): Buffer =>
  pdfOf({ page: '/Contents 4 0 R', more: [streamOf('', randomBytes(3 * STEP_BYTES))] })

const ABOUT = { kind: 'diploma', filename: 'Diplom "əlavə".pdf' }

async function ready(t: TestContext) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const documents = `/en/applications/${id}/documents`
  const send = sender(built, ana)
  const begun = async (bytes: number) => {
    const answer = await send.begin(`${documents}/uploads`, ABOUT, bytes)
    equal(answer.status, 201)
    return answer.headers.get('location') ?? ''
  }
  const finish = (address: string, more = {}) =>
    ana.upload(documents, { kind: 'diploma', upload: address.split('/').at(-1) ?? '', ...more }, [])
  const steps = () => built.db.selectFrom('uploadStep').select(['atByte', 'sealed']).execute()
  const filed = () => built.db.selectFrom('document').selectAll().execute()
  return { built, ana, id, documents, ...send, begun, finish, steps, filed }
}

test('a file that comes in steps is put together, judged and filed like any other', async (t) => {
  const { ana, begun, step, offset, finish, steps, filed, documents } = await ready(t)
  const bytes = diploma()
  const address = await begun(bytes.length)
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    const answer = await step(address, at, bytes.subarray(at, at + STEP_BYTES))
    equal(answer.status, 204)
    equal(answer.headers.get('tus-resumable'), '1.0.0')
  }
  equal(await offset(address), bytes.length)
  ok((await steps()).every(({ sealed }) => !sealed.includes('%PDF-')))

  equal((await finish(address)).headers.get('location'), `${documents}?done=uploaded&of=diploma`)

  const [row, ...others] = await filed()
  deepEqual([row?.pages, row?.bytes, others.length], [1, bytes.length, 0])
  const got = await ana.get(`${documents}/${row?.id}`)
  ok(Buffer.from(await got.arrayBuffer()).equals(bytes))
  ok((await (await ana.get(documents)).text()).includes('Diplom &quot;əlavə&quot;.pdf'))
  deepEqual(await steps(), [], 'nothing of the steps is left')
  equal(await offset(address), undefined)
})

test('a step at a wrong place changes nothing and is told the right one', async (t) => {
  const { begun, step, offset } = await ready(t)
  const bytes = diploma()
  const address = await begun(bytes.length)
  await step(address, 0, bytes.subarray(0, STEP_BYTES))
  for (const wrong of [0, 5, STEP_BYTES + 1, 99_999_999]) {
    const answer = await step(address, wrong, bytes.subarray(0, STEP_BYTES))
    equal(answer.status, 409)
    equal(answer.headers.get('upload-offset'), String(STEP_BYTES))
  }
  const twice = await Promise.all(
    [1, 2].map(() => step(address, STEP_BYTES, bytes.subarray(STEP_BYTES, 2 * STEP_BYTES))),
  )
  deepEqual(new Set(twice.map(({ status }) => status)), new Set([204, 409]))
  equal(await offset(address), 2 * STEP_BYTES)
})

test('a step that is longer than what is left, or of no known length, keeps nothing', async (t) => {
  const { ask, begun, step, offset, steps } = await ready(t)
  const address = await begun(2 * STEP_BYTES)
  await step(address, 0, Buffer.alloc(STEP_BYTES))
  const long = await step(address, STEP_BYTES, Buffer.alloc(2 * STEP_BYTES))
  equal(long.status, 413)
  equal(long.headers.get('upload-offset'), String(STEP_BYTES))
  const type = 'application/offset+octet-stream'
  const headers = { 'content-type': type, 'upload-offset': String(STEP_BYTES) }
  const body = Buffer.alloc(9)
  equal((await ask({ method: 'PATCH', path: address, headers, body })).status, 411)
  equal(await offset(address), STEP_BYTES)
  equal((await steps()).length, 1)
  equal((await step(address, STEP_BYTES, Buffer.alloc(STEP_BYTES))).status, 204)
})

test('a full disk is told of a step as of a file, and what was there is there', async (t) => {
  const { built, begin, begun, documents, step, offset, finish, filed } = await ready(t)
  const bytes = diploma()
  const address = await begun(bytes.length)
  await step(address, 0, bytes.subarray(0, STEP_BYTES))
  const rest = bytes.subarray(STEP_BYTES)

  for (const table of ['upload', 'uploadStep'] as const) {
    const mended = await failing(built.db, table, '53100')
    const isStep = table === 'uploadStep'
    const full = isStep
      ? await step(address, STEP_BYTES, rest)
      : await begin(`${documents}/uploads`, ABOUT, 9)
    equal(full.status, 507)
    match(await full.text(), /^We have no room for this file at the moment/)
    await mended()
  }
  equal(await offset(address), STEP_BYTES)
  equal((await step(address, STEP_BYTES, rest)).status, 204)

  const mended = await failing(built.db, 'document', '53100')
  const refused = await finish(address)
  equal(refused.status, 503)
  const page = await refused.text()
  match(page, /We have no room for this file at the moment/)
  match(page, new RegExp(`name="upload" value="${address.split('/').at(-1)}"`))
  await mended()
  equal((await finish(address)).status, 303)
  equal((await filed()).length, 1)

  const other = await failing(built.db, 'upload', '23514')
  equal((await begin(`${documents}/uploads`, ABOUT, 9)).status, 500)
  await other()
})

test('a program that sends all at once is served as well', async (t) => {
  const { begun, step, finish, filed } = await ready(t)
  const bytes = diploma()
  const address = await begun(bytes.length)
  const answer = await step(address, 0, bytes)
  equal(answer.headers.get('upload-offset'), String(bytes.length))
  equal((await finish(address)).status, 303)
  equal((await filed()).length, 1)
})

test('what has come when the line breaks is there to go on from', async (t) => {
  const { built, ana, begun, step, offset, finish, filed } = await ready(t)
  const bytes = diploma()
  const address = await begun(bytes.length)
  const { portalUrl } = await built.serve()
  const { hostname, port } = new URL(portalUrl)
  const socket = dial(Number(port), hostname)
  socket.write(
    `PATCH ${address} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${portalUrl}\r\n` +
      `Cookie: kecid=${ana.cookies.get('kecid')}\r\nForm-Token: ${await ana.token()}\r\n` +
      `Content-Length: ${bytes.length}\r\n` +
      'Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n\r\n',
  )
  socket.write(bytes.subarray(0, STEP_BYTES + 50_000))
  await until(async () => ((await offset(address)) ?? 0) >= STEP_BYTES, 'the first step')
  socket.destroy()

  // The last bytes may still be on their way to be kept: whoever goes on is told where.
  for (let at = STEP_BYTES; at < bytes.length;) {
    const answer = await step(address, at, bytes.subarray(at))
    at = Number(answer.headers.get('upload-offset'))
    ok(at >= STEP_BYTES && [204, 409].includes(answer.status))
  }
  equal((await finish(address)).status, 303)
  equal((await filed())[0]?.bytes, bytes.length)
})

test('what cannot be taken is refused before a byte is sent, in the language of the page', async (t) => {
  const { begin, documents, ana } = await ready(t)
  await ana.upload(documents, { kind: 'cv' }, [pdf()])
  const to = `${documents}/uploads`
  const cases = [
    [{ ...ABOUT, kind: 'no-such' }, 5, 409, /cannot be changed now/],
    [ABOUT, 11 * 1024 * 1024, 413, /larger than 10 MB/],
    [ABOUT, 0, 409, /empty/],
  ] as const
  for (const [about, bytes, status, sentence] of cases) {
    const answer = await begin(to, about, bytes)
    equal(answer.status, status)
    match(await answer.text(), sentence)
  }
  const inRussian = await begin(to.replace('/en/', '/ru/'), ABOUT, 11 * 1024 * 1024)
  match(await inRussian.text(), /Файл больше 10 МБ/)
  equal((await begin(to, ABOUT, Number.NaN)).status, 400)
})

test('a kind that is full takes an upload only in the place of one', async (t) => {
  const { begin, documents, ana, filed } = await ready(t)
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const photo = { field: 'file', name: 'a.png', type: 'image/png', bytes: dot }
  await ana.upload(documents, { kind: 'photo' }, [photo])
  const about = { kind: 'photo', filename: 'b.png' }
  equal((await begin(`${documents}/uploads`, about, 9)).status, 409)
  const old = (await filed())[0]?.id ?? ''
  equal((await begin(`${documents}/uploads`, { ...about, replaces: old }, 9)).status, 201)
})

test('what is refused for what it is leaves nothing; what is not all there stays', async (t) => {
  const { begun, step, finish, steps, filed, offset } = await ready(t)
  const bytes = pdfOf({ catalog: '/OpenAction<</S/JavaScript/JS(1)>>' })
  const address = await begun(bytes.length)
  await step(address, 0, bytes.subarray(0, 10))
  const early = await finish(address)
  equal(early.status, 400)
  match(await early.text(), /The upload stopped before the end/)
  await step(address, (await offset(address)) ?? 0, bytes.subarray((await offset(address)) ?? 0))
  const refused = await finish(address)
  equal(refused.status, 400)
  match(await refused.text(), /can do things by itself/)
  deepEqual([await steps(), await filed(), await offset(address)], [[], [], undefined])
  const again = await finish(address)
  match(await again.text(), /This upload is no longer here/)
})

test('an upload that a form names for another kind of document stays for the right one', async (t) => {
  const { begun, step, finish, filed, documents, ana } = await ready(t)
  const bytes = pdfOf()
  const address = await begun(bytes.length)
  await step(address, 0, bytes)

  const wrong = { kind: 'cv', upload: address.split('/').at(-1) ?? '' }
  const refused = await ana.upload(documents, wrong, [])
  equal(refused.status, 400)
  match(await refused.text(), /This upload is no longer here/)

  equal((await finish(address)).status, 303)
  equal((await filed()).length, 1)
})

test('while nobody can judge files, what was sent in steps waits for another press', async (t) => {
  const busy = {
    judge: async () => ({ ok: false, reason: 'busy' }) as const,
    close: async () => {},
  }
  const built = await house(t, { judge: busy })
  const ana = await built.signedUpApplicant()
  const documents = `/en/applications/${await fillIn(ana, { files: [] })}/documents`
  const send = sender(built, ana)
  const bytes = pdfOf()
  const begun = await send.begin(`${documents}/uploads`, ABOUT, bytes.length)
  const address = begun.headers.get('location') ?? ''
  await send.step(address, 0, bytes)
  const upload = address.split('/').at(-1) ?? ''

  const answer = await ana.upload(documents, { kind: 'diploma', upload }, [])

  equal(answer.status, 503)
  match(await answer.text(), new RegExp(`name="upload" value="${upload}"`))
  equal(await send.offset(address), bytes.length)
})

test('an upload can be given up, is forgotten after a day, and a fifth waits for one of four', async (t) => {
  const { built, ana, ask, begin, begun, offset, step, documents } = await ready(t)
  const given = await begun(9)
  equal((await ask({ method: 'DELETE', path: given })).status, 204)
  equal(await offset(given), undefined)

  const addresses: string[] = []
  for (let count = 0; count < 4; count += 1) {
    addresses.push(await begun(2 * STEP_BYTES))
    built.clock.advance(1000)
  }
  await step(addresses[0] ?? '', 0, Buffer.alloc(STEP_BYTES))
  const fifth = await begin(`${documents}/uploads`, ABOUT, 9)
  equal(fifth.status, 409)
  match(await fifth.text(), /^You have 4 unfinished uploads/)
  deepEqual(await Promise.all(addresses.map(offset)), [STEP_BYTES, 0, 0, 0])
  const page = await (await ana.get(documents)).text()
  match(page, /Unfinished uploads[\s\S]*Diplom &quot;əlavə&quot;\.pdf[\s\S]*50 % is sent/)
  equal(page.match(/0 % is sent/g)?.length, 4)
  equal(
    (await ana.post(`${addresses[1]}/let-go`)).headers.get('location'),
    `${documents}?done=let-go`,
  )
  addresses[1] = await begun(9)
  const visitor = await built.signedUpApplicant()
  equal((await visitor.post(`${addresses[1]}/let-go`)).status, 404)
  equal(await offset(addresses[1]), 0)

  built.clock.advance(86_400_001)
  await signInAgain(built, ana)
  await forgetNow(built)
  deepEqual(await Promise.all(addresses.map(offset)), Array(4).fill(undefined))
  deepEqual(await built.db.selectFrom('uploadStep').selectAll().execute(), [])
})

test('nobody but its owner, from our own page, while the document is open, goes on with it', async (t) => {
  const { built, ana, ask, begun, step, offset, documents } = await ready(t)
  const address = await begun(STEP_BYTES)
  const other = await built.signedUpApplicant()
  const bo = sender(built, other)
  equal((await bo.step(address, 0, Buffer.alloc(STEP_BYTES))).status, 404)
  equal(await bo.offset(address), undefined)
  equal((await bo.ask({ method: 'DELETE', path: address })).status, 404)
  equal((await bo.begin(`${documents}/uploads`, ABOUT, 9)).status, 404)
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    equal((await ask({ method: 'DELETE', path: address, headers })).status, 403)
  }
  const foreign = {
    method: 'DELETE',
    path: address,
    headers: { 'form-token': await other.token() },
  }
  equal((await ask({ ...foreign, method: 'DELETE' })).status, 401)
  const nobody = sender(built, built.visitor())
  equal((await nobody.step(address, 0, Buffer.alloc(9))).status, 401)
  equal(
    (await ask({ method: 'PATCH', path: address, headers: { 'upload-offset': '0' } })).status,
    415,
  )
  equal((await step(`${address}x`, 0, Buffer.alloc(9))).status, 404)
  equal(await offset(address), 0)
  ana.cookies.set('kecid', 'long-gone')
  equal((await step(address, 0, Buffer.alloc(9))).status, 401)
})

test('once the application is sent its uploads read as absent', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const send = sender(built, ana)
  const { id } = await submitted(ana)
  const answer = await send.begin(`/en/applications/${id}/documents/uploads`, ABOUT, 9)
  equal(answer.status, 409)
})
