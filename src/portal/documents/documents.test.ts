import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import type { Judge } from '#platform/intake/judge.ts'
import { isVaultAddress } from '#platform/vault.ts'
import { ANA, fillIn, pdf, png, submitted } from '#test/ana.ts'
import { caseKey } from '#test/case-rows.ts'
import { pdfOf, streamOf } from '#test/files/made-file.ts'
import { jpeg, photoOfPhone } from '#test/files/pictures.ts'
import { forgetNow, signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { sharedJudge } from '#test/judge.ts'
import { rawPost } from '#test/raw-request.ts'
import { placeOf, type Upload } from '#test/visitor.ts'

const MEGABYTE = 1024 * 1024

/** A draft whose answers ask for the usual documents, with none uploaded. */
async function asked(t: TestContext) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const path = `/en/applications/${id}/documents`
  const send = (kind: string, ...files: readonly Upload[]) => ana.upload(path, { kind }, files)
  const rows = () => built.db.selectFrom('document').selectAll().orderBy('addedAt').execute()
  const page = async () => (await ana.get(path)).text()
  const { vault } = built.faces.portal
  const bytesOf = async () => {
    const key = await caseKey(built.owned, id)
    const kept = (await rows()).map(async ({ address, sha256, removedAt }) => {
      const stored = isVaultAddress(address) && { address, sha256 }
      const bytes = stored && (await vault.get(stored, key))
      return [removedAt !== null, bytes ? (await buffer(bytes)).length > 0 : false]
    })
    return Promise.all(kept)
  }
  const keyHere = () => caseKey(built.owned, id)
  return { built, ana, id, keyHere, path, send, rows, page, bytesOf }
}

const file = (name: string, bytes: Uint8Array, type = 'application/pdf'): Upload => ({
  field: 'file',
  name,
  type,
  bytes,
})

const errorIn = (page: string): string =>
  (/govuk-error-summary__list[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, '').trim()

/** The names on the page, as a person reads them. */
const namesOn = (page: string): readonly string[] =>
  [...page.matchAll(/kc-document__name"><a [^>]*>([^<]*)</g)].map(([, name = '']) => name)

test('a file is uploaded, listed and downloaded as it was', async (t) => {
  const { send, page, ana, path, rows } = await asked(t)
  const diploma = pdf('Diplom (əlavə).pdf')

  const sent = await send('diploma', diploma)

  equal(sent.headers.get('location'), `${path}?done=uploaded&of=diploma`)
  deepEqual(namesOn(await page()), ['Diplom (əlavə).pdf'])
  const [row] = await rows()
  const got = await ana.get(`${path}/${row?.id}`)
  deepEqual(Buffer.from(await got.arrayBuffer()), Buffer.from(diploma.bytes))
  equal(got.headers.get('content-type'), 'application/pdf')
  match(got.headers.get('content-security-policy') ?? '', /^default-src 'none'.*sandbox$/)
  equal(
    got.headers.get('content-disposition'),
    "attachment; filename*=UTF-8''Diplom%20%28%C9%99lav%C9%99%29.pdf",
  )
})

test('what is removed can be put back for a day, and then is deleted for good', async (t) => {
  const { built, send, page, ana, path, rows, keyHere, bytesOf } = await asked(t)
  await send('diploma', pdf('Diplom.pdf'))
  const [row] = await rows()
  const place = `${path}/${row?.id}`

  const removed = await Promise.all([1, 2].map(() => ana.post(`${place}/remove`)))
  deepEqual(
    removed.map((answer) => answer.headers.get('location')),
    Array(2).fill(`${path}?done=removed&of=diploma`),
  )
  deepEqual(namesOn(await page()), [])
  match(
    await page(),
    /<s>Diplom\.pdf<\/s>[\s\S]*You can undo this until[^<]*3 March 2026[^<]*10:00/,
  )
  deepEqual(await bytesOf(), [[true, true]])

  for (const _ of [1, 2]) {
    const back = await ana.post(`${place}/restore`)
    equal(back.headers.get('location'), `${path}?done=restored&of=diploma`)
  }
  deepEqual(namesOn(await page()), ['Diplom.pdf'])
  equal((await ana.get(place)).status, 200)

  await ana.post(`${place}/remove`)
  built.clock.advance(23 * 3_600_000 + 59 * 60_000)
  await signInAgain(built, ana)
  await forgetNow(built)
  deepEqual(await bytesOf(), [[true, true]])
  built.clock.advance(60_000)
  equal((await ana.post(`${place}/restore`)).status, 404, 'its time is over')
  await forgetNow(built)
  await built.runJobs()
  deepEqual(await rows(), [])
  equal((await ana.get(place)).status, 404)
  const { vault } = built.faces.portal
  const address = row?.address ?? ''
  ok(row && isVaultAddress(address))
  equal(await vault.get({ address, sha256: row.sha256 }, await keyHere()), undefined)
})

test('an upload that is cut anywhere leaves neither a row nor a file, nor a note of one', async (t) => {
  const { built, ana, path, rows } = await asked(t)
  const part = (name: string, more = '') =>
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`)
  const kind = Buffer.concat([part('kind'), Buffer.from('\r\ndiploma\r\n')])
  const head = [part('file', '; filename="d.pdf"'), Buffer.from('content-type: application/pdf')]
  const body = [...head, Buffer.from('\r\n\r\n'), Buffer.alloc(300_000, pdf().bytes)]
  const whole = Buffer.concat([kind, ...body, Buffer.from('\r\n--x--\r\n')])
  const type = 'multipart/form-data; boundary=x'
  for (const bytes of [200, 70_000, 250_000, whole.length - 8, whole.length - 4]) {
    const cut = new Uint8Array(whole.subarray(0, bytes))
    const answer = await rawPost(built, ana, { path, type, body: cut })
    equal(answer.status, 400, `${bytes}`)
    deepEqual([await rows(), await built.vaultFiles()], [[], []], `${bytes}`)
  }
})

test('another file takes the place of one, also where there is room for one only', async (t) => {
  const { send, page, ana, path, rows } = await asked(t)
  await send('photo', png('old.png'))
  const full = await page()
  match(full, /There is no room for another file here \(1 of 1\)\. Remove or replace one/)
  const old = (await rows())[0]?.id ?? ''
  ok(full.includes(`href="${path}?replace=${old}#kind-photo"`))

  const form = await (await ana.get(`${path}?replace=${old}`)).text()
  match(form, new RegExp(`name="replaces" value="${old}"`))
  match(form, /Choose a file to take the place of old\.png[\s\S]*Keep old\.png/)
  const refused = await ana.upload(path, { kind: 'photo', replaces: old }, [pdf()])
  equal(refused.status, 400)
  match(await refused.text(), new RegExp(`name="replaces" value="${old}"`))
  const other = { ...png('new.png'), bytes: Buffer.concat([png().bytes, Buffer.from('x')]) }
  equal((await ana.upload(path, { kind: 'photo', replaces: old }, [other])).status, 303)

  deepEqual(namesOn(await page()), ['new.png'])
  const back = await ana.post(`${path}/${old}/restore`)
  equal(back.status, 400)
  match(errorIn(await back.text()), /There is no room for another file here/)
})

test('of a picture a copy without anything else is kept beside what was sent', async (t) => {
  const { send, rows, ana, built, path, keyHere } = await asked(t)
  const photo = await photoOfPhone()
  equal((await send('photo', file('IMG_1.jfif', photo, 'image/jpeg'))).status, 303)

  const [row] = await rows()
  equal(row?.pages, 1)
  const { vault } = built.faces.portal
  const address = row?.shownAddress ?? ''
  ok(row?.shownSha256 && isVaultAddress(address))
  const stream = await vault.get({ address, sha256: row.shownSha256 }, await keyHere())
  ok(stream)
  const shown = await buffer(stream)
  equal(shown.length, row?.shownBytes)
  ok(!shown.includes('Exif') && !shown.includes('Model of Ana'))
  const got = await ana.get(`${path}/${row?.id}`)
  ok(Buffer.from(await got.arrayBuffer()).equals(photo), 'what was sent comes back as it was')
  match(got.headers.get('content-disposition') ?? '', /IMG_1\.jpg$/)
})

test('pages are counted, shown, and have a limit', async (t) => {
  const { send, page, rows } = await asked(t)
  const kids = (count: number) => `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count 1>>`
  equal((await send('diploma', file('long.pdf', pdfOf({ pages: kids(100) })))).status, 303)
  match(await page(), /long\.pdf<\/a> <span class="kc-document__facts">[^<]*, 100 pages/)
  const longer = await send('diploma', file('longer.pdf', pdfOf({ pages: kids(101) })))
  equal(longer.status, 400)
  match(errorIn(await longer.text()), /more than 100 pages/)
  equal((await rows()).length, 1)
})

test('while nobody can judge files, nothing is taken unjudged, and another press is enough', async (t) => {
  let isBusy = true
  const real = sharedJudge()
  const judge: Judge = {
    ...real,
    judge: async (file) => (isBusy ? { ok: false, reason: 'busy' } : real.judge(file)),
  }
  const built = await house(t, { judge })
  const ana = await built.signedUpApplicant()
  const path = `/en/applications/${await fillIn(ana, { files: [] })}/documents`
  const sent = file('my cv.pdf', pdfOf({ page: '/Contents 4 0 R', more: [streamOf('', big())] }))
  const filed = () => built.db.selectFrom('document').selectAll().execute()

  const answer = await ana.upload(path, { kind: 'cv' }, [sent])

  equal(answer.status, 503)
  equal(answer.headers.get('retry-after'), '10')
  const page = await answer.text()
  match(errorIn(page), /We cannot look at files just now\. Nothing is lost/)
  deepEqual(await filed(), [])
  const upload = /name="upload" value="([^"]+)"/.exec(page)?.[1] ?? ''
  equal((await ana.upload(path, { kind: 'cv', upload }, [])).status, 503, 'still')
  isBusy = false
  equal((await ana.upload(path, { kind: 'cv', upload }, [])).status, 303)
  const [row] = await filed()
  equal(row?.bytes, sent.bytes.length)
  deepEqual(namesOn(await (await ana.get(path)).text()), ['my cv.pdf'])
  deepEqual(await built.db.selectFrom('upload').selectAll().execute(), [])
})

const big = () => Buffer.alloc(600_000, 'many words. ')

test('a file that cannot be taken is refused at once, and the page says why and what to do', async (t) => {
  const { send, rows, bytesOf } = await asked(t)
  const photo = await jpeg(900, 900)
  const big = Buffer.concat([pdf().bytes, Buffer.alloc(11 * MEGABYTE)])
  const cases: readonly (readonly [string, Upload, RegExp])[] = [
    ['diploma', file('empty.pdf', new Uint8Array()), /This file is empty/],
    ['diploma', file('big.pdf', big), /larger than 10 MB/],
    ['diploma', file('diploma.pdf', Buffer.from('PK\u0003\u0004zip')), /This is an archive/],
    ['diploma', file('a.pdf', Buffer.from('Hello')), /not a PDF, a JPEG or a PNG/],
    ['photo', file('IMG_1.HEIC', Buffer.from('....ftypheic')), /HEIC[^<]*Most Compatible/],
    [
      'diploma',
      file('a.pdf', pdfOf({ catalog: '/OpenAction<</S/JavaScript/JS(1)>>' })),
      /by itself/,
    ],
    ['diploma', file('a.pdf', pdfOf({ pages: 'null' })), /no pages|cannot read/],
    ['cv', file('cv.jpg', photo), /cannot accept this format for this document. You can use: PDF/],
    [
      'photo',
      pdf('photo.pdf'),
      /cannot accept this format for this document. You can use: JPEG, PNG/,
    ],
    ['diploma', file('cut.jpg', photo.subarray(0, 6000)), /cut off at the bottom/],
    ['diploma', file('cut.png', png().bytes.subarray(0, 50)), /cut off at the bottom/],
    ['diploma', file('page.pdf', Buffer.from('<html><script>')), /not a PDF/],
  ]
  for (const [kind, upload, sentence] of cases) {
    const answer = await send(kind, upload)
    equal(answer.status, 400, upload.name)
    const page = await answer.text()
    match(errorIn(page), sentence, upload.name)
    ok(page.includes(`href="#file-${kind}"`) && page.includes(`id="file-${kind}"`), upload.name)
  }
  deepEqual([await rows(), await bytesOf()], [[], []])
})

test('without a file, with two, or with a kind nobody asked for, nothing is kept', async (t) => {
  const { send, rows, built, ana, path } = await asked(t)

  const none = await send('diploma')
  match(errorIn(await none.text()), /Choose a file before you press the button/)
  const empty = await send('diploma', file('', new Uint8Array()))
  equal(empty.status, 400)
  const two = await send('diploma', pdf('one.pdf'), pdf('two.pdf'))
  match(errorIn(await two.text()), /Upload one file at a time/)
  for (const kind of ['', 'no-such', '__proto__', 'x'.repeat(2000), '"><script>']) {
    const strange = await send(kind, pdf())
    equal(strange.status, 409, kind.slice(0, 20))
    const page = await strange.text()
    ok(!page.includes('<script>"') && !page.includes('href="#file-'), kind.slice(0, 20))
  }
  const foreign = await ana.upload(path, { kind: 'diploma', 'form-token': 'x' }, [pdf()])
  equal(foreign.status, 403)
  match(await foreign.text(), /reload the page and send it again/)
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
    const answer = await rawPost(built, ana, { path, type, body: 'kind=diploma' })
    equal(answer.status, 400, type)
    match(errorIn(await answer.text()), /The upload stopped before the end/)
  }
  deepEqual(await rows(), [])
})

test('a file keeps its name in every alphabet, without folders or what cannot be printed', async (t) => {
  const { send, page } = await asked(t)
  const cases = [
    ['Şəhadətnamə.pdf', 'Şəhadətnamə.pdf'],
    ['диплом № 7.pdf', 'диплом № 7.pdf'],
    ['毕业证书 🎓.pdf', '毕业证书 🎓.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Ana\\scan.pdf', 'scan.pdf'],
    ['a‮fdp.exe.pdf', 'afdp.exe.pdf'],
    ["Ana's diploma.pdf", 'Ana&#39;s diploma.pdf'],
    ['<b>x</b>.pdf', 'b&gt;.pdf'],
    [`${'ə'.repeat(300)}.pdf`, `${'ə'.repeat(106)}.pdf`],
    ['my "best" diploma.pdf', 'my &quot;best&quot; diploma.pdf'],
    ['scan.pdf ', 'scan.pdf'],
    ['from the scanner', 'from the scanner.pdf'],
    ['picture.JPG', 'picture.pdf'],
    ['\uFFFD\uFFFD\uFFFD.pdf', 'document.pdf'],
  ] as const
  for (const [name, kept] of cases) {
    const sent = await send('experience-proof', pdf(name))
    equal(sent.status, 303, name)
    ok(namesOn(await page()).includes(kept), `${name}: ${namesOn(await page()).at(-1)}`)
  }
})

test('the same file sent twice is there once, under another name it is both, and it is said', async (t) => {
  const { send, rows, bytesOf } = await asked(t)
  const diploma = pdf('diploma.pdf')
  const deed = (sent: Response) => /done=([\w-]+)/.exec(sent.headers.get('location') ?? '')?.[1]

  const twice = await Promise.all([send('diploma', diploma), send('diploma', diploma)])
  deepEqual(new Set(twice.map(deed)), new Set(['uploaded', 'uploaded-before']))
  equal((await rows()).length, 1)
  equal(deed(await send('diploma', pdf('diploma.pdf'))), 'uploaded')
  equal(deed(await send('diploma', { ...diploma, name: 'scan.pdf' })), 'uploaded-alike')
  equal((await rows()).length, 3)
  deepEqual(await bytesOf(), Array(3).fill([false, true]))
})

test('of two files at once where one fits, one is filed and the other is refused', async (t) => {
  const { send, rows, page } = await asked(t)
  const other = file('other.png', Buffer.concat([png().bytes, Buffer.from('IEND')]), 'image/png')

  const both = await Promise.all([send('photo', png()), send('photo', other)])

  deepEqual(new Set(both.map(({ status }) => status)), new Set([303, 400]))
  equal((await rows()).length, 1)
  const refused = both.find(({ status }) => status === 400)
  match(errorIn((await refused?.text()) ?? ''), /There is no room for another file here/)
  ok(!(await page()).includes('id="file-photo"'), 'a kind that is full offers no further upload')
})

test('all files of a case together have a limit, in number and in size', async (t) => {
  const { built, send, rows } = await asked(t)
  await send('diploma', pdf())
  await built.db
    .updateTable('document')
    .set({ bytes: 100 * MEGABYTE - 50 })
    .execute()

  const heavy = await send('diploma', pdf('one-more.pdf'))
  equal(heavy.status, 400)
  match(errorIn(await heavy.text()), /together are larger than 100 MB/)

  await built.db.updateTable('document').set({ bytes: 10 }).execute()
  for (let count = 1; count < 40; count += 1) {
    const kind =
      ['diploma', 'experience-proof', 'achievement-proof', 'translation'][count % 4] ?? ''
    equal((await send(kind, pdf())).status, 303, `${count} ${kind}`)
  }
  const tooMany = await send('cv', pdf())
  equal(tooMany.status, 400)
  match(errorIn(await tooMany.text()), /You have sent 40 files in all/)
  equal((await rows()).length, 40)
})

test('once the application is sent its documents are closed, and are nobody else’s', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const other = await built.signedUpApplicant()
  const { id } = await submitted(ana)
  const path = `/en/applications/${id}/documents`
  const row = await built.db.selectFrom('document').select('id').executeTakeFirstOrThrow()

  const late = await ana.upload(path, { kind: 'diploma' }, [pdf()])
  equal(late.status, 409)
  match(errorIn(await late.text()), /cannot be changed now/)
  equal((await ana.post(`${path}/${row.id}/remove`)).status, 409)
  equal((await ana.get(`${path}/${row.id}`)).status, 200)
  equal(placeOf(await ana.get(path)), `/en/applications/${id}`)
  equal((await other.get(path)).status, 404)

  equal((await other.upload(path, { kind: 'diploma' }, [pdf()])).status, 404)
  const theirs = await other.post('/en/applications')
  const elsewhere = `${placeOf(theirs)}/documents/${row.id}`
  for (const place of [`${path}/${row.id}`, elsewhere, `${path}/x`, `${path}/%00`, `${path}/%ff`]) {
    equal((await other.get(place)).status, 404, place)
    equal((await other.post(`${place}/remove`)).status, 404, place)
  }
})

test('the checklist follows the answers', async (t) => {
  const { built } = await asked(t)
  const bo = await built.signedUpApplicant()
  const id = await fillIn(bo, { files: [], forms: { ...ANA, achievements: [] } })
  const page = await (await bo.get(`/en/applications/${id}/documents`)).text()
  ok(page.includes('id="kind-diploma"') && !page.includes('id="kind-achievement-proof"'))
})

test('who is no longer signed in is asked to, before a file is read', async (t) => {
  const { path, send, ana, rows } = await asked(t)
  ana.cookies.set('kecid', 'long-gone')
  const answer = await send('diploma', pdf())
  equal(answer.status, 401)
  match(await answer.text(), new RegExp(`did not reach us[\\s\\S]*name="next" value="${path}"`))
  deepEqual(await rows(), [])
})
