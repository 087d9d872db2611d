import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { receiveUpload, type IncomingFile } from '#platform/upload.ts'

const BOUNDARY = 'xBOUNDARYx'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (filename: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n` +
  `Content-Type: application/octet-stream\r\n\r\n${content}\r\n`
const END = `--${BOUNDARY}--\r\n`

function request(body: string | ReadableStream, type = TYPE): Request {
  const headers = { 'content-type': type }
  return new Request('http://portal.test/', { method: 'POST', headers, body, duplex: 'half' })
}

const endless = (start: string, pieces: number) => {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      if (sent === 0) controller.enqueue(Buffer.from(start))
      else if (sent > pieces) controller.error(new Error('the line is dead'))
      else controller.enqueue(Buffer.alloc(64 * 1024))
      sent += 1
    },
  })
}

async function read({ name, bytes }: IncomingFile, fields: Readonly<Record<string, string>>) {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return { name, text: Buffer.concat(pieces).toString(), fields }
}

test('a file comes with its name and the fields before it', async () => {
  const body = field('kind', 'diploma') + file('şəhadətnamə 🎓.pdf', 'content') + END
  deepEqual(await receiveUpload(request(body), read), {
    ok: true,
    several: false,
    fields: { kind: 'diploma' },
    kept: { name: 'şəhadətnamə 🎓.pdf', text: 'content', fields: { kind: 'diploma' } },
  })
})

test('a form without a chosen file keeps nothing and still has its fields', async () => {
  const upload = await receiveUpload(request(field('kind', 'cv') + file('', '') + END), read)
  deepEqual(upload, { ok: true, several: false, fields: { kind: 'cv' } })
})

test('of several files one is read, and it is told that there were more', async () => {
  const body = field('kind', 'cv') + file('a.pdf', 'one') + file('b.pdf', 'two') + END
  const upload = await receiveUpload(request(body), read)
  ok(upload.ok && upload.several)
  equal(upload.kept?.text, 'one')
})

test('whoever has seen enough of a large file stops reading, and the form still ends', async () => {
  const body = field('kind', 'cv') + file('a.pdf', 'x'.repeat(3_000_000)) + END
  const first = async ({ bytes }: IncomingFile) => {
    for await (const piece of bytes) return piece.length
    return 0
  }
  const stopped = await receiveUpload(request(body), first)
  ok(stopped.ok && stopped.kept !== undefined && stopped.kept > 0)
  const ignored = await receiveUpload(request(body), () => Promise.resolve('not wanted'))
  ok(ignored.ok && ignored.kept === 'not wanted')
})

test('an upload that breaks off anywhere is no upload', async () => {
  const body = field('kind', 'cv') + file('a.pdf', 'content') + END
  for (const length of [0, 5, 60, body.length - 40, body.length - 20]) {
    const upload = await receiveUpload(request(body.slice(0, length)), read)
    equal(upload.ok, false, `after ${length} bytes`)
  }
  const start = field('kind', 'cv') + file('a.pdf', '').slice(0, -2)
  deepEqual(await receiveUpload(request(endless(start, 20)), read), { ok: false })
  const unread = await receiveUpload(request(endless(start, 20)), () => Promise.resolve('no'))
  deepEqual(unread, { ok: false, kept: 'no' })
})

test('a file that was whole before the form broke off is handed back, to be let go', async () => {
  const whole = field('kind', 'cv') + file('a.pdf', 'content')
  const cut = await receiveUpload(request(whole + field('replaces', 'x').slice(0, -9)), read)
  equal(cut.ok, false)
  deepEqual(cut.kept, { name: 'a.pdf', text: 'content', fields: { kind: 'cv' } })
})

test('what is no form with a file is no upload', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
    'multipart/mixed; boundary=x',
    '',
  ]
  for (const type of types) {
    deepEqual(await receiveUpload(request('kind=cv', type), read), { ok: false }, type)
  }
  deepEqual(await receiveUpload(new Request('http://portal.test/', { method: 'POST' }), read), {
    ok: false,
  })
})

test('a sender who never ends is cut off, with the answer that was given long before', async () => {
  const start = field('kind', 'cv') + file('a.pdf', '').slice(0, -2)
  const body = endless(start, 2000)
  const upload = await receiveUpload(request(body), () => Promise.resolve('too large'))
  deepEqual(upload, { ok: true, several: false, fields: { kind: 'cv' }, kept: 'too large' })
})

test('fields are few and short', async () => {
  const many = Array.from({ length: 30 }, (_, index) => field(`f${index}`, 'x')).join('')
  const long = field('kind', 'x'.repeat(10_000))
  const upload = await receiveUpload(request(long + many + END), read)
  ok(!upload.ok || Object.values(upload.fields).every((value) => value.length <= 1000))
  ok(!upload.ok || Object.keys(upload.fields).length <= 10)
})
