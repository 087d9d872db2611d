import { equal, match, ok } from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { takeDoor, type Doorway, type Face } from '#main/door.ts'

const READING: Face = { fetch: async (request) => new Response(await request.text()) }
const HEAD = 'POST / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\n'

async function door(t: TestContext, limits: NonNullable<Doorway['limits']>) {
  const host = '127.0.0.1'
  const opening = await takeDoor({ host, port: 0, setting: 'KECID_PORTAL_PORT', limits })
  ok(opening.ok)
  opening.door.open(READING)
  t.after(() => opening.door.close(0))
  return () => {
    const socket = connect(opening.door.port, host)
    socket.on('error', () => undefined)
    t.after(() => socket.destroy())
    return socket
  }
}

const answered = async (socket: Socket, sent: string): Promise<string> => {
  socket.write(sent)
  return text(socket)
}

test('a head or a body that does not come to its end is cut off at its limit', async (t) => {
  const knock = await door(t, { headMs: 100, requestMs: 200, lookMs: 50 })

  for (const sent of ['', 'POST / HT', HEAD, `${HEAD}\r\n123`]) {
    match(await answered(knock(), sent), /^HTTP\/1\.1 408 /, JSON.stringify(sent))
  }
  match(await answered(knock(), `${HEAD}Connection: close\r\n\r\n12345`), /12345/)
})

test('a head that is too long is refused', async (t) => {
  const knock = await door(t, { headBytes: 2000 })

  match(await answered(knock(), `${HEAD}X: ${'x'.repeat(2000)}\r\n\r\n`), /^HTTP\/1\.1 431 /)
})

test('connections beyond the bound are turned away, and those before them are not', async (t) => {
  const knock = await door(t, { connections: 2 })
  const [first, second] = [knock(), knock()]
  await Promise.all([once(first, 'connect'), once(second, 'connect')])

  equal(await text(knock()).catch(() => ''), '', 'closed without a word')

  for (const socket of [first, second]) {
    match(await answered(socket, `${HEAD}Connection: close\r\n\r\n12345`), /12345/)
  }
})
