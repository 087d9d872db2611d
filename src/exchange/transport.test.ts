import { deepEqual, equal } from 'node:assert/strict'
import { createServer as createHttp, type RequestListener } from 'node:http'
import {
  createServer as createTcp,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net'
import { test, type TestContext } from 'node:test'
import type { Request } from '#exchange/driver.ts'
import { send, type Sending } from '#exchange/transport.ts'

const SENDING: Sending = { timeoutMs: 5000, bytesMax: 1000 }

const get = (url: string): Request => ({ method: 'GET', url, headers: [] })

async function listening(t: TestContext, server: TcpServer) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function http(t: TestContext, listener: RequestListener) {
  const server = createHttp(listener)
  t.after(() => server.closeAllConnections())
  return { server, url: await listening(t, server) }
}

/** Says these bytes to whoever connects, and tells when they are gone. */
async function tcp(t: TestContext, answer: (socket: Socket) => void) {
  const closed = Promise.withResolvers<void>()
  const server = createTcp((socket) => {
    socket.on('error', () => {})
    socket.on('close', closed.resolve)
    socket.once('data', () => answer(socket))
    t.after(() => socket.destroy())
  })
  return { url: await listening(t, server), closed: closed.promise }
}

test('what was written arrives, and the answer comes back with its headers in order', async (t) => {
  const { url } = await http(t, (req, res) => {
    let body = ''
    req.on('data', (piece) => (body += String(piece)))
    req.on('end', () => {
      res.writeHead(418, ['X-B', '1', 'x-a', '2', 'X-B', '3'])
      res.end(`${req.method} ${req.url} ${String(req.headers['x-road-id'])} ${body}`)
    })
  })
  const sent = await send(
    {
      method: 'PUT',
      url: `${url}/r1/a?b=%2F`,
      headers: [['X-Road-Id', '7']],
      body: Buffer.from('é'),
    },
    SENDING,
  )
  if (!sent.ok) throw new Error(sent.fault)
  equal(sent.reply.status, 418)
  equal(sent.reply.body.toString(), 'PUT /r1/a?b=%2F 7 é')
  deepEqual(sent.reply.headers.slice(0, 3), [
    ['X-B', '1'],
    ['x-a', '2'],
    ['X-B', '3'],
  ])
})

test('a redirect is not followed', async (t) => {
  let count = 0
  const { url } = await http(t, (_, res) => {
    count += 1
    res.writeHead(302, { location: '/elsewhere' }).end()
  })
  const sent = await send(get(url), SENDING)
  deepEqual([sent.ok && sent.reply.status, count], [302, 1])
})

test('a connection is kept for the next call, and asked anew where it had ended meanwhile', async (t) => {
  const sockets = new Set<Socket>()
  const { url, server } = await http(t, (_, res) => res.end('ok'))
  server.on('connection', (socket) => sockets.add(socket))
  await send(get(url), SENDING)
  await send(get(url), SENDING)
  equal(sockets.size, 1)
  for (const socket of sockets) socket.resetAndDestroy()
  const sent = await send(get(url), SENDING)
  deepEqual([sent.ok, sockets.size], [true, 2])
})

test('whoever drips bytes for ever is cut at the deadline, and the socket is freed', async (t) => {
  const { url, closed } = await tcp(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  deepEqual(await send(get(url), { ...SENDING, timeoutMs: 200 }), { ok: false, fault: 'timed-out' })
  await closed
})

test('whoever says nothing, or drips headers, is cut at the deadline', async (t) => {
  const silent = await tcp(t, () => {})
  const dripping = await tcp(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => socket.write('X-A: 1\r\n'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  for (const { url, closed } of [silent, dripping]) {
    deepEqual(await send(get(url), { ...SENDING, timeoutMs: 100 }), {
      ok: false,
      fault: 'timed-out',
    })
    await closed
  }
})

test('an answer that is too large is cut, announced or not', async (t) => {
  const announced = await tcp(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n')
  })
  const endless = await tcp(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const flood = setInterval(() => socket.write('x'.repeat(600)), 5)
    socket.on('close', () => clearInterval(flood))
  })
  for (const { url, closed } of [announced, endless]) {
    deepEqual(await send(get(url), SENDING), { ok: false, fault: 'too-large' })
    await closed
  }
  const { url } = await http(t, (_, res) => res.end('x'.repeat(1000)))
  equal((await send(get(url), SENDING)).ok, true)
})

test('what is not HTTP, or breaks off, is broken and never throws', async (t) => {
  const answers = [
    '',
    'hello\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc',
    `HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`,
    'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ]
  for (const answer of answers) {
    const { url } = await tcp(t, (socket) => socket.end(answer))
    deepEqual(await send(get(url), SENDING), { ok: false, fault: 'broken' }, answer.slice(0, 60))
  }
})

test('where nobody listens, and what is nobody, are told apart', async (t) => {
  const { url, server } = await http(t, () => {})
  await new Promise((resolve) => server.close(resolve))
  deepEqual(await send(get(url), SENDING), { ok: false, fault: 'refused' })
  deepEqual(await send(get('http://nobody.invalid/'), SENDING), {
    ok: false,
    fault: 'name-unknown',
  })
})

test('whoever asked may stop waiting, before and while', async (t) => {
  const { url, closed } = await tcp(t, () => {})
  const stop = new AbortController()
  const sending = { ...SENDING, signal: stop.signal }
  const waiting = send(get(url), sending)
  setTimeout(() => stop.abort(), 50)
  deepEqual(await waiting, { ok: false, fault: 'broken' })
  await closed
  deepEqual(await send(get(url), sending), { ok: false, fault: 'broken' })
})

test('what Node does not send is broken and does not throw', async () => {
  for (const url of ['nonsense', 'ftp://127.0.0.1/', 'http://127.0.0.1:99999/']) {
    equal((await send(get(url), SENDING)).ok, false)
  }
  const headers = [['X-Road-Id', 'a\r\nX-B: 1']] as const
  deepEqual(await send({ method: 'GET', url: 'http://127.0.0.1:9/', headers }, SENDING), {
    ok: false,
    fault: 'broken',
  })
})
