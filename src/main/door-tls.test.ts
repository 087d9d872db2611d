import { equal, match, ok } from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { takeDoor, type Face } from '#main/door.ts'

const folder = mkdtempSync(join(tmpdir(), 'kecid-door-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

function make(name: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const out = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)]
  const kind = ['-addext', 'basicConstraints=critical,CA:FALSE']
  const words = ['req', '-x509', ...key, ...out, '-days', '2', '-subj', `/CN=${name}`, ...kind]
  execFileSync('openssl', words, { stdio: 'pipe' })
}
for (const name of ['us', 'server', 'stranger', 'next']) make(name)

const HELLO: Face = { fetch: () => new Response('hello') }
const HOST = '127.0.0.1'

async function opened(t: TestContext, callers = 'server.pem') {
  copyFileSync(at(callers), at('callers.pem'))
  const opening = await takeDoor({
    host: HOST,
    port: 0,
    setting: 'KECID_EXCHANGE_PORT',
    tls: { certificateFile: at('us.pem'), keyFile: at('us.key'), callersFile: at('callers.pem') },
  })
  ok(opening.ok)
  opening.door.open(HELLO)
  t.after(() => opening.door.close(0))
  return opening.door.port
}

/** What a program that is not Node is answered, with the certificate of that name or with none. */
async function asked(port: number, name?: string, ...more: readonly string[]): Promise<string> {
  const own = name === undefined ? [] : ['-cert', at(`${name}.pem`), '-key', at(`${name}.key`)]
  const words = ['s_client', '-quiet', '-connect', `${HOST}:${port}`, ...own, ...more]
  const client = spawn('openssl', words, { stdio: ['pipe', 'pipe', 'ignore'] })
  client.stdin.on('error', () => undefined)
  client.stdin.write('GET / HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n')
  const said = await text(client.stdout)
  client.stdin.destroy()
  return said
}

test('a caller whose certificate is known is answered, and nobody else is spoken with', async (t) => {
  const port = await opened(t)

  match(await asked(port, 'server'), /^HTTP\/1\.1 200[\s\S]*hello/)
  equal(await asked(port), '')
  equal(await asked(port, 'stranger'), '')
  equal(await asked(port, 'server', '-tls1_1'), '')
  equal(await fetch(`http://${HOST}:${port}/`).catch(() => 'cut'), 'cut')
})

test('certificates that take the place of others count without a restart, broken ones do not', async (t) => {
  const port = await opened(t)
  writeFileSync(at('callers.pem'), 'not yet')
  await pause(1500)
  match(await asked(port, 'server'), /hello/)

  writeFileSync(
    at('callers.pem'),
    ['server.pem', 'next.pem'].map((name) => readFileSync(at(name), 'utf8')).join(''),
  )
  await pause(1500)
  match(await asked(port, 'next'), /hello/)
  match(await asked(port, 'server'), /hello/, 'both, until the server has changed')
})

test('files that are absent or do not fit are said at the start, with what to look at', async () => {
  const open = (keyFile: string) =>
    takeDoor({
      host: HOST,
      port: 0,
      setting: 'KECID_EXCHANGE_PORT',
      tls: { certificateFile: at('us.pem'), keyFile, callersFile: at('server.pem') },
    })
  for (const key of [at('absent.key'), at('stranger.key'), at('us.pem')]) {
    const opening = await open(key)
    match(opening.ok ? '' : opening.problem, /^KECID_EXCHANGE_TLS cannot be followed \(\w+\)/, key)
  }
})
