import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { fixedClock, systemClock } from '#platform/calendar.ts'
import { demonstrationCertificates } from '#standins/exchange/certificates.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { providerAt } from '#standins/exchange/provider.ts'
import { KECID_CLIENT } from '#standins/exchange/systems.ts'

const HOST = '127.0.0.1'
const OPENSSL = 'openssl'
const FILES = ['information-system.key', 'information-system.pem', 'security-server.key'] as const

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-certificates-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'certificates')
}

/** OpenSSL as somebody who knows nothing of us. */
function openssl(words: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn(OPENSSL, words, { timeout: 10_000 })
    let said = ''
    program.stdout.on('data', (part: Buffer) => (said += part.toString()))
    program.stderr.on('data', (part: Buffer) => (said += part.toString()))
    program.on('error', reject)
    program.on('close', () => resolve(said))
    program.stdin.on('error', () => undefined) // it may have ended before it read all
    program.stdin.end(input)
  })
}

async function registers(t: TestContext) {
  const folder = folderOf(t)
  const ports = { plain: 0, tls: 0 }
  const open = await openRegisters({
    host: HOST,
    ports,
    certificatesFolder: folder,
    clock: systemClock,
  })
  t.after(open.close)
  const place = (name: string) => join(folder, name)
  const own = ['-cert', place('information-system.pem'), '-key', place('information-system.key')]
  const connect = (more: readonly string[]) =>
    openssl(
      ['s_client', '-quiet', '-ign_eof', '-connect', `${HOST}:${open.ports.tls}`, ...more],
      REQUEST,
    )
  return { ...open, place, own, connect }
}

const PATH = '/r1/AZ-TEST/GOV/9900001105/LABOUR/occupations/occupations?on=2026-11-27'
const REQUEST = [
  `GET ${PATH} HTTP/1.1`,
  'Host: localhost',
  `X-Road-Client: ${KECID_CLIENT}`,
  'Connection: close',
  '\r\n',
].join('\r\n')

const ANSWERED = /"result":"found"/
const REFUSED = /HTTP\/1\.1 500 .*X-Road-Error: Server\.ClientProxy\.SslAuthenticationFailed/s

test('the certificates are made once, for ten years, and only their owner reads them', async (t) => {
  const folder = folderOf(t)
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const made = await demonstrationCertificates(folder, clock)
  for (const name of FILES) equal(statSync(join(folder, name)).mode & 0o777, 0o600)
  const read = await openssl([
    'x509',
    '-in',
    join(folder, 'security-server.pem'),
    '-noout',
    '-text',
    '-checkip',
    HOST,
    '-checkhost',
    'localhost',
  ])
  match(read, /Public Key Algorithm: id-ecPublicKey[\s\S]*prime256v1/)
  match(read, /Not Before: Nov 27 08:00:00 2026 GMT/)
  match(read, /Not After : Nov 27 00:00:00 2036 GMT/)
  match(read, /IP 127\.0\.0\.1 does match certificate/)
  match(read, /localhost does match certificate/)
  const own = join(folder, 'information-system.pem')
  const verified = await openssl(['verify', '-CAfile', own, own])
  match(verified, /: OK/)
  const [public_, of] = await Promise.all([
    openssl(['pkey', '-in', join(folder, 'information-system.key'), '-pubout']),
    openssl(['x509', '-in', join(folder, 'information-system.pem'), '-noout', '-pubkey']),
  ])
  equal(public_, of)
  clock.advance(1_000_000)
  deepEqual(await demonstrationCertificates(folder, clock), made)
})

test('a certificate without its key is of no use, and both are made anew', async (t) => {
  const folder = folderOf(t)
  const made = await demonstrationCertificates(folder, systemClock)
  rmSync(join(folder, 'security-server.key'))
  const again = await demonstrationCertificates(folder, systemClock)
  ok(again.securityServer.certificate !== made.securityServer.certificate)
  deepEqual(again.informationSystem, made.informationSystem)
  equal(readFileSync(join(folder, 'security-server.key'), 'utf8'), again.securityServer.key)
})

test('where plain HTTP was agreed, both it and HTTPS are answered', async (t) => {
  const { connect, ports } = await registers(t)
  match(await connect([]), ANSWERED)
  match(await plain(ports.plain), ANSWERED)
})

test('where HTTPS was agreed, plain HTTP is refused and no certificate is asked for', async (t) => {
  const { connect, ports, state } = await registers(t)
  state.set({ connection: 'https' })
  match(await connect([]), ANSWERED)
  match(await plain(ports.plain), /"type":"Server.ClientProxy.SslAuthenticationFailed"/)
})

test('where both sides show a certificate, only the very one that is known is let in', async (t) => {
  const { connect, ports, state, own, place } = await registers(t)
  state.set({ connection: 'mutual' })
  match(await connect(own), ANSWERED)
  match(await connect([]), REFUSED)
  const stranger = ['-cert', place('security-server.pem'), '-key', place('security-server.key')]
  match(await connect(stranger), REFUSED)
  match(await plain(ports.plain), /"type":"Server.ClientProxy.SslAuthenticationFailed"/)
  state.set({ spelling: 'underscored' })
  match(await connect([]), /X-Road-Error: server\.clientproxy\.ssl_authentication_failed/)
})

test('whoever trusts the certificate of the security server knows that it is no other', async (t) => {
  const { connect, ports, certificates, place } = await registers(t)
  const trusting = ['-CAfile', place('security-server.pem'), '-verify_return_error']
  match(await connect([...trusting, '-verify_ip', HOST]), ANSWERED)
  const other = ['-CAfile', place('information-system.pem'), '-verify_return_error']
  match(await connect(other), /certificate verify failed/)
  ok(certificates)
  const ask = providerAt(`https://localhost:${ports.tls}`, {
    ca: certificates.securityServer.certificate,
    cert: certificates.informationSystem.certificate,
    key: certificates.informationSystem.key,
  })
  const headers = [['X-Road-Client', KECID_CLIENT] as const]
  const reply = await ask({ method: 'GET', path: PATH, headers, body: Buffer.alloc(0) })
  match(reply.body.toString(), ANSWERED)
})

test('TLS 1.2 is spoken and, as on a security server, 1.3 is not', async (t) => {
  const { connect } = await registers(t)
  match(await connect(['-tls1_2']), ANSWERED)
  match(await connect(['-tls1_3']), /alert protocol version/)
})

async function plain(port: number): Promise<string> {
  const ask = providerAt(`http://${HOST}:${port}`)
  const headers = [['X-Road-Client', KECID_CLIENT] as const]
  const reply = await ask({ method: 'GET', path: PATH, headers, body: Buffer.alloc(0) })
  return reply.body.toString()
}
