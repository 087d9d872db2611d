import { deepEqual, equal } from 'node:assert/strict'
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { unwrapped } from '#platform/master-key.ts'
import { folderVault, isVaultAddress } from '#platform/vault.ts'

/** Written from docs/specs/vault.md alone: what is not said there is not done here. */
const specification = readFileSync(new URL('../../docs/specs/vault.md', import.meta.url), 'utf8')
const PIECE = 65_536

const keyFrom = (key: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32))

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

type Sealed = { readonly nonce: Uint8Array; readonly sealed: Uint8Array; readonly aad?: string }

function opened(key: Uint8Array, { nonce, sealed, aad = '' }: Sealed): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  cipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
}

function sealed(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

type Whose = { readonly key: Uint8Array; readonly address: string }

function readFile(file: Uint8Array, { key: under, address }: Whose): Buffer {
  equal(file[0], 1)
  const key = keyFrom(under, file.subarray(1, 33), `kecid document ${address}`)
  const chunks: Buffer[] = []
  for (let at = 33; at < file.length; at += PIECE + 16) {
    const nonce = nonceOf(chunks.length, at + PIECE + 16 >= file.length)
    chunks.push(opened(key, { nonce, sealed: file.subarray(at, at + PIECE + 16) }))
  }
  return Buffer.concat(chunks)
}

function fileOf(plain: Uint8Array, { key: under, address, salt }: Whose & { salt: Uint8Array }) {
  const key = keyFrom(under, salt, `kecid document ${address}`)
  const count = Math.max(1, Math.ceil(plain.length / PIECE))
  const chunks = Array.from({ length: count }, (_, number) => {
    const piece = plain.subarray(number * PIECE, (number + 1) * PIECE)
    return sealed(key, nonceOf(number, number === count - 1), piece)
  })
  return Buffer.concat([Buffer.of(1), salt, ...chunks])
}

const pathOf = (folder: string, address: string): string =>
  join(folder, address.slice(0, 2), address.slice(2, 4), address)

function example(): (name: string) => string {
  const block = /^```text example\n([\s\S]*?)^```$/m.exec(specification)?.[1] ?? ''
  const lines = new Map(
    block
      .trim()
      .split('\n')
      .map((line) => splitOnce(line)),
  )
  return (name) => lines.get(name) ?? ''
}

function splitOnce(line: string): [string, string] {
  const [name = '', value = ''] = line.split(/\s+/)
  return [name, value]
}

test('the worked example is what its text says, and what we do', () => {
  const said = example()
  const bytes = (name: string) => Buffer.from(said(name), 'hex')
  const master = bytes('master-key')
  const id = createHash('sha256').update('kecid master key id').update(master).digest('hex')
  const wrappingKey = keyFrom(master, Buffer.alloc(0), 'kecid wrapping')
  const wrapped = bytes('wrapped')
  const aad = `keys.data_key:${said('party')}:${said('case')}`
  const [nonce, rest] = [wrapped.subarray(1, 13), wrapped.subarray(13)]
  const key = opened(wrappingKey, { nonce, sealed: rest, aad })
  const whose = { key, address: said('address'), salt: bytes('salt') }

  equal(id.slice(0, 16), said('identifier'))
  deepEqual(wrappingKey, bytes('wrapping-key'))
  deepEqual(key, bytes('key'))
  deepEqual(keyFrom(key, whose.salt, `kecid document ${whose.address}`), bytes('document-key'))
  deepEqual(fileOf(bytes('plain'), whose), bytes('file'))
  deepEqual(readFile(bytes('file'), whose), bytes('plain'))
  equal(createHash('sha256').update(bytes('file')).digest('hex'), said('sha256'))
  const ours = { id: said('identifier'), key: createSecretKey(master) }
  deepEqual(unwrapped(ours, aad, wrapped).export(), key)
})

function vaultIn(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-outsider-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const key = randomBytes(32)
  return { folder, vault: folderVault(folder, 1_000_000), key }
}

const SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]

test('an outsider reads what we wrote', async (t) => {
  const { folder, vault, key } = vaultIn(t)
  for (const size of SIZES) {
    const plain = randomBytes(size)
    const put = await vault.put(Readable.from([plain]), createSecretKey(key))
    if (!put.ok) throw new Error(put.reason)
    const { address, sha256 } = put.stored
    const file = readFileSync(pathOf(folder, address))

    deepEqual(readFile(file, { key, address }), plain)
    deepEqual(createHash('sha256').update(file).digest(), sha256)
  }
})

test('we read what an outsider wrote', async (t) => {
  const { folder, vault, key } = vaultIn(t)
  for (const size of SIZES) {
    const plain = randomBytes(size)
    const address = randomBytes(32).toString('hex')
    if (!isVaultAddress(address)) throw new Error('§1 says what an address is')
    const file = fileOf(plain, { key, address, salt: randomBytes(32) })
    mkdirSync(dirname(pathOf(folder, address)), { recursive: true })
    writeFileSync(pathOf(folder, address), file)
    const sha256 = createHash('sha256').update(file).digest()

    const stream = await vault.get({ address, sha256 }, createSecretKey(key))
    deepEqual(Buffer.concat((await stream?.toArray()) ?? []), plain)
  }
})
