import { equal, throws } from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { commit, labelOf } from '#core/ledger/commitment.ts'
import { commitmentOf } from './commitment.ts'

const SALT = randomBytes(32)

test('a commitment of a copy is the one of the ledger, whatever was committed to before', () => {
  for (const text of ['a', 'şəxs '.repeat(2000), 'b', '€'.repeat(1344), '😀', 'x'.repeat(4032)]) {
    const salt = randomBytes(32)
    const value = Buffer.from(text)
    equal(
      commitmentOf(salt, labelOf(2, 'payload') + text),
      commit({ hmac, salt, version: 2, purpose: 'payload', value }),
    )
  }
})

test('nothing is committed under a salt of another length', () => {
  throws(() => commitmentOf(SALT.subarray(1), 'a'))
  throws(() => commitmentOf(Buffer.concat([SALT, SALT]), 'a'))
})

const hmac = (key: Uint8Array, bytes: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(bytes).digest()
