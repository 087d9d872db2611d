import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { readAssets } from '#platform/assets.ts'
import { codeOf } from '#platform/trouble.ts'
import { createStandins } from '#standins/app.tsx'
import { openMailFolder, type MailFolder } from '#standins/mail-folder.ts'
import { openMailServer } from '#standins/mailbox.ts'
import { buildAssets } from '#tools/build-assets.ts'

const HOST = '127.0.0.1'
const LETTER = { from: 'Keçid <kecid@localhost>', to: 'ana@example.org', subject: 'Müraciətiniz' }

async function mailbox(t: TestContext) {
  const path = mkdtempSync(join(tmpdir(), 'kecid-mails-'))
  const folder = await openMailFolder(path)
  const server = await openMailServer({ host: HOST, port: 0, folder })
  t.after(async () => {
    await server.close()
    rmSync(path, { recursive: true, force: true })
  })
  const send = (mail: SendMailOptions) =>
    createTransport({
      host: HOST,
      port: server.port,
      ignoreTLS: true,
      socketTimeout: 500,
    }).sendMail(mail)
  return { path, folder, server, send }
}

async function pagesOf(mails: MailFolder) {
  const assetsFolder = join(import.meta.dirname, '..', 'build', 'assets')
  await buildAssets({ outFolder: assetsFolder })
  return createStandins({ mails, assets: await readAssets(assetsFolder), assetsFolder })
}

async function pages(t: TestContext) {
  const box = await mailbox(t)
  const app = await pagesOf(box.folder)
  return { ...box, get: async (place: string) => app.request(place) }
}

test('a mail that was sent can be read, in its own letters', async (t) => {
  const { folder, send } = await mailbox(t)
  await send({
    ...LETTER,
    text: 'Hörmətli Ana,\n\ngəlin: http://localhost:3000/az',
    messageId: '<1@x>',
  })

  const [mail] = folder.newest()
  equal(mail?.subject, 'Müraciətiniz')
  deepEqual(mail.to, ['ana@example.org'])
  equal(mail.messageId, '<1@x>')
  match(mail.text, /^Hörmətli Ana,\n\ngəlin: http:\/\/localhost:3000\/az/)
})

test('a restart still has the mails, and goes on counting where it stopped', async (t) => {
  const { path, folder, send } = await mailbox(t)
  await send({ ...LETTER, text: 'one' })
  writeFileSync(join(path, '0000000002.json'), '{ "id": spoiled')
  const again = await openMailFolder(path)

  deepEqual(again.newest(), folder.newest())
  const { receivedAt, messageId, from, to, subject, text } = again.newest()[0] ?? fail()
  const added = await again.add({ receivedAt, messageId, from, to, subject, text })
  equal(added?.id, '0000000003')
})

const numbered = (number: number) => ({
  receivedAt: '2026-03-02T06:00:00.000Z',
  messageId: '',
  from: 'kecid@localhost',
  to: ['ana@example.org'],
  subject: `Number ${number}`,
  text: '',
})

test('the first of many mails is still there, and can be read to the end of the list', async (t) => {
  const { path, folder, get } = await pages(t)
  for (let number = 1; number <= 503; number += 1) await folder.add(numbered(number))

  equal(folder.newest().length, 503)
  equal((await openMailFolder(path)).newest().at(-1)?.subject, 'Number 1')
  const listed = (await (await get('/mails.json?from=500')).json()) as { mails: unknown[]; of: 503 }
  deepEqual([listed.mails.length, listed.of], [3, 503])
  match(await (await get('/?from=500')).text(), />Number 1</)
})

test('a mailbox that is full loses nothing, takes no more and says so', async (t) => {
  const path = mkdtempSync(join(tmpdir(), 'kecid-mails-'))
  const folder = await openMailFolder(path, 1000)
  const server = await openMailServer({ host: HOST, port: 0, folder })
  t.after(async () => {
    await server.close()
    rmSync(path, { recursive: true, force: true })
  })
  const send = (text: string) =>
    createTransport({ host: HOST, port: server.port, ignoreTLS: true }).sendMail({
      ...LETTER,
      text,
    })
  await send('the first')
  await rejects(send('too long '.repeat(100)), /452.*full/)

  equal(folder.isFull(), true)
  deepEqual(
    folder.newest().map(({ text }) => text.trim()),
    ['the first'],
  )
  equal(readdirSync(path).length, 1)
  match(await (await (await pagesOf(folder)).request('/')).text(), /The mailbox is full/)
})

test('mails are found by recipient, whichever way the address is written', async (t) => {
  const { folder, send } = await mailbox(t)
  await send({ ...LETTER, text: 'to Ana' })
  await send({ ...LETTER, to: 'bob@example.org', text: 'to Bob' })

  deepEqual(
    folder.newest(' ANA@example.org ').map(({ text }) => text.trim()),
    ['to Ana'],
  )
  deepEqual(folder.newest('nobody@example.org'), [])
})

test('an address at bounce.invalid is refused, and nothing is kept', async (t) => {
  const { folder, send } = await mailbox(t)

  await rejects(send({ ...LETTER, to: 'ana@bounce.invalid', text: 'x' }), /550/)
  equal(folder.newest().length, 0)
})

test('for an address at slow.invalid no answer comes, and the sender gives up', async (t) => {
  const { folder, send } = await mailbox(t)

  await rejects(send({ ...LETTER, to: 'ana@slow.invalid', text: 'x' }), /timeout/i)
  equal(folder.newest().length, 0)
})

test('a port that another program has is told as the error of the socket', async (t) => {
  const { server, folder } = await mailbox(t)

  await rejects(
    openMailServer({ host: HOST, port: server.port, folder }),
    (error) => equal(codeOf(error), 'EADDRINUSE') === undefined,
  )
})

test('the list shows who was written to, and an empty one says what to do', async (t) => {
  const { get, send } = await pages(t)
  match(await (await get('/')).text(), /Nothing has been sent yet/)
  await send({ ...LETTER, text: 'x' })

  const page = await (await get('/')).text()
  match(page, /ana@example.org/)
  match(page, /Müraciətiniz/)
  const other = await (await get('/?to=bob%40example.org')).text()
  ok(!other.includes('Müraciətiniz'))
})

test('the text of a mail is shown as text, and only its web addresses are links', async (t) => {
  const { get, send, folder } = await pages(t)
  const text = 'Open <script>alert(1)</script> or https://portal.test/en?a=1&b="2". javascript:x()'
  await send({ ...LETTER, subject: '<b>bold</b>', text })

  const page = await (await get(`/mails/${folder.newest()[0]?.id}`)).text()
  ok(!page.includes('<script>alert') && !page.includes('<b>bold'))
  match(page, /href="https:\/\/portal\.test\/en\?a=1&amp;b="/)
  ok(!page.includes('href="javascript'))
})

test('programs read the mails as JSON', async (t) => {
  const { get, send } = await pages(t)
  await send({ ...LETTER, text: 'one' })

  const answer = (await (await get('/mails.json?to=ana@example.org')).json()) as {
    mails: { subject: string }[]
  }
  deepEqual(
    answer.mails.map(({ subject }) => subject),
    ['Müraciətiniz'],
  )
})

test('a mail that is not there reads as absent', async (t) => {
  const { get } = await pages(t)

  for (const place of ['/mails/0000000099', '/mails/..%2F..%2Fetc', '/nothing']) {
    equal((await get(place)).status, 404, place)
  }
})

function fail(): never {
  throw new Error('a mail was sent')
}
