import { deepEqual, equal, notDeepEqual, throws } from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { inspect } from 'node:util'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  SEAL_BYTES,
  blindIndex,
  commitmentSalt,
  installationKey,
  newKey,
  newToken,
  open,
  openText,
  sameBytes,
  seal,
  tokenHash,
} from '#platform/sealing.ts'

const secret = { secret: createSecretKey(Buffer.alloc(32, 1)) }
const other = { secret: createSecretKey(Buffer.alloc(32, 2)) }
const key = newKey()
const place = 'answer.sealed:0001'

test('what was sealed opens again at its place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string({ minLength: 1 }), (plain, place) => {
      const sealed = seal(key, { place, plain })
      equal(sealed.length, plain.length + SEAL_BYTES)
      deepEqual(open(key, { place, sealed }), Buffer.from(plain))
    }),
  )
  equal(openText(key, { place, sealed: seal(key, { place, plain: 'Zöhrə' }) }), 'Zöhrə')
})

test('a seal with any byte changed, cut or added does not open', () => {
  const sealed = seal(key, { place, plain: 'P1234567' })
  for (const index of sealed.keys()) {
    const tampered = Buffer.from(sealed)
    tampered[index] = (tampered[index] ?? 0) ^ 1
    throws(() => open(key, { place, sealed: tampered }), /seal at answer\.sealed:0001/)
    throws(() => open(key, { place, sealed: sealed.subarray(0, index) }))
  }
  throws(() => open(key, { place, sealed: Buffer.concat([sealed, Buffer.of(0)]) }))
})

test('a seal moved to another row or column does not open', () => {
  const sealed = seal(key, { place, plain: 'P1234567' })
  throws(() => open(key, { place: 'answer.sealed:0002', sealed }))
  throws(() => open(key, { place: 'note.sealed:0001', sealed }))
})

test("one person's seal does not open with another person's key", () => {
  const sealed = seal(key, { place, plain: 'P1234567' })
  throws(() => open(newKey(), { place, sealed }))
})

test('the same text sealed twice looks different', () => {
  notDeepEqual(seal(key, { place, plain: 'Ada' }), seal(key, { place, plain: 'Ada' }))
})

test('a key of the installation is the same for its purpose, and for no other', () => {
  const sealed = seal(installationKey(secret, 'officials'), { place, plain: 'Ada' })

  equal(openText(installationKey(secret, 'officials'), { place, sealed }), 'Ada')
  throws(() => open(installationKey(secret, 'bodies'), { place, sealed }))
  throws(() => open(installationKey(other, 'officials'), { place, sealed }))
})

test('keys do not show when printed', () => {
  equal(inspect(secret).includes(Buffer.alloc(32, 1).toString('hex')), false)
  equal(JSON.stringify(secret), '{"secret":{}}')
})

test('a blind index is the same for the same text, and differs by text, purpose and key', () => {
  const index = blindIndex(secret, 'e-mail', 'ana@example.org')

  deepEqual(blindIndex(secret, 'e-mail', 'ana@example.org'), index)
  notDeepEqual(blindIndex(secret, 'e-mail', 'ann@example.org'), index)
  notDeepEqual(blindIndex(secret, 'passport', 'ana@example.org'), index)
  notDeepEqual(blindIndex(other, 'e-mail', 'ana@example.org'), index)
})

test('salts and tokens have 256 bits and never repeat', () => {
  const salts = Array.from({ length: 100 }, () => commitmentSalt().toString('hex'))
  const tokens = Array.from({ length: 100 }, newToken)

  equal(new Set([...salts, ...tokens]).size, 200)
  equal(salts[0]?.length, 64)
  equal(Buffer.from(tokens[0] ?? '', 'base64url').length, 32)
  equal(tokenHash(tokens[0] ?? '').length, 32)
})

test('bytes are the same when every one is', () => {
  equal(sameBytes(Buffer.of(1, 2), Buffer.of(1, 2)), true)
  equal(sameBytes(Buffer.of(1, 2), Buffer.of(1, 3)), false)
  equal(sameBytes(Buffer.of(1, 2), Buffer.of(1, 2, 3)), false)
  equal(sameBytes(Buffer.of(), Buffer.of()), true)
})
