import { deepEqual, equal, match } from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openTls, type Tls, type TlsFiles } from '#exchange/tls.ts'
import { send } from '#exchange/transport.ts'

const folder = mkdtempSync(join(tmpdir(), 'kecid-tls-'))
after(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const openssl = (...words: readonly string[]) =>
  execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })

/** A key and a certificate for it, by itself or by another; CA:FALSE, as a server's own has it. */
function make(name: string, issuer?: string): void {
  const by = issuer === undefined ? [] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`]
  const kind = ['-addext', `basicConstraints=critical,CA:${name === 'ca' ? 'TRUE' : 'FALSE'}`]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const out = ['-keyout', `${name}.key`, '-out', `${name}.pem`]
  openssl('req', '-x509', ...key, ...out, '-days', '2', '-subj', '/CN=ss.internal', ...kind, ...by)
}

for (const name of ['ss', 'other', 'ca', 'us', 'stranger']) make(name)
make('issued', 'ca')

const ignore = () => {}
const noauth = (server: string, onBroken: (error: unknown) => void = ignore): Tls =>
  openTls({ mode: 'https-noauth', server: at(server) }, onBroken)
const mutual = (name: string, onBroken: (error: unknown) => void = ignore): Tls => {
  const own = { certificate: at(`${name}.pem`), key: at(`${name}.key`) }
  return openTls({ mode: 'https', server: at('ss.pem'), ...own }, onBroken)
}

/** What a call comes to: its status, or why there was none. */
async function outcome(url: string, tls?: Tls): Promise<number | string> {
  const sending = { timeoutMs: 5000, bytesMax: 100_000, ...(tls && { tls }) }
  const sent = await send({ method: 'GET', url, headers: [] }, sending)
  return sent.ok ? sent.reply.status : sent.fault
}

async function serving(t: TestContext, name: string): Promise<string> {
  const files = { cert: readFileSync(at(`${name}.pem`)), key: readFileSync(at(`${name}.key`)) }
  const server = createServer(files, (_, res) => res.end('ok'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** A server that is not Node; it ends with the test. */
async function sServer(t: TestContext, ...words: readonly string[]): Promise<string> {
  const own = ['-cert', 'ss.pem', '-key', 'ss.key']
  const child: ChildProcess = spawn(
    'openssl',
    ['s_server', '-accept', '127.0.0.1:0', '-www', ...own, ...words],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  t.after(() => child.kill())
  let said = ''
  for await (const piece of child.stdout ?? []) {
    said += String(piece)
    const port = /ACCEPT \S*?:(\d+)/.exec(said)?.[1]
    if (port !== undefined) return `https://127.0.0.1:${port}/`
  }
  throw new Error(`openssl did not listen: ${said}`)
}

test('a server shows the certificate that was exported from it, whatever its name', async (t) => {
  const url = await serving(t, 'ss')
  equal(await outcome(url, noauth('ss.pem')), 200)
  equal(await outcome(url, noauth('other.pem')), 'tls')
  equal(await outcome(url), 'tls')
})

test('a certificate is matched whole: one of the same issuer is another one', async (t) => {
  const url = await serving(t, 'issued')
  equal(await outcome(url, noauth('issued.pem')), 200)
  equal(await outcome(url, noauth('ca.pem')), 'tls')
})

test('several certificates in one file are all trusted, and one in DER as well', async (t) => {
  writeFileSync(
    at('both.pem'),
    readFileSync(at('other.pem'), 'utf8') + readFileSync(at('ss.pem'), 'utf8'),
  )
  openssl('x509', '-in', 'ss.pem', '-outform', 'DER', '-out', 'ss.cer')
  const url = await serving(t, 'ss')
  equal(await outcome(url, noauth('both.pem')), 200)
  equal(await outcome(url, noauth('ss.cer')), 200)
})

test('what is to be asked over TLS is never asked without', async () => {
  equal(await outcome('http://127.0.0.1:9/', noauth('ss.pem')), 'tls')
})

test('by mutual TLS only the certificate that the server knows is let in', async (t) => {
  for (const version of ['-tls1_2', '-tls1_3']) {
    const known = ['-Verify', '1', '-verify_return_error', '-CAfile', 'us.pem']
    const url = await sServer(t, version, ...known)
    equal(await outcome(url, mutual('us')), 200, version)
    match(String(await outcome(url, mutual('stranger'))), /^(tls|broken)$/)
    match(String(await outcome(url, noauth('ss.pem'))), /^(tls|broken)$/)
  }
})

test('nothing older than TLS 1.2 is spoken', async (t) => {
  const url = await sServer(t, '-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0')
  equal(await outcome(url, noauth('ss.pem')), 'tls')
})

test('new files count without a restart, broken ones keep the former and are told once', async (t) => {
  const url = await serving(t, 'ss')
  copyFileSync(at('ss.pem'), at('now.pem'))
  const told: unknown[] = []
  const tls = noauth('now.pem', (error) => told.push(error))
  const lookedAgain = () => wait(1050)
  equal(await outcome(url, tls), 200)

  writeFileSync(at('now.pem'), readFileSync(at('other.pem')).subarray(0, 100))
  await lookedAgain()
  equal(await outcome(url, tls), 200)
  await lookedAgain()
  equal(await outcome(url, tls), 200)
  equal(told.length, 1)

  rmSync(at('now.pem'))
  await lookedAgain()
  equal(await outcome(url, tls), 200)
  equal(told.length, 2)

  copyFileSync(at('other.pem'), at('now.pem'))
  await lookedAgain()
  equal(await outcome(url, tls), 'tls')
  equal(await outcome(await serving(t, 'other'), tls), 200)
  equal(told.length, 2)
})

test('a key that does not fit its certificate, or no file at all, lets nothing out', async (t) => {
  const url = await serving(t, 'ss')
  const files: readonly TlsFiles[] = [
    { mode: 'https', server: at('ss.pem'), certificate: at('us.pem'), key: at('stranger.key') },
    { mode: 'https', server: at('ss.pem'), certificate: at('us.pem'), key: at('nowhere.key') },
    { mode: 'https-noauth', server: at('ss.key') },
    { mode: 'https-noauth', server: folder },
  ]
  const told: unknown[] = []
  for (const each of files) {
    equal(
      await outcome(
        url,
        openTls(each, (error) => told.push(error)),
      ),
      'tls',
    )
  }
  deepEqual(
    told.map((error) => error instanceof Error),
    [true, true, true, true],
  )
})
