import { deepEqual, equal, match, notEqual, ok, rejects } from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { test } from 'node:test'
import { hashPassword, verifyPassword } from '#platform/passwords.ts'

async function hashOf(password: string): Promise<string> {
  const hashing = await hashPassword(password)
  ok(hashing.ok)
  return hashing.hash
}

test('a password is right for its own hash only', async () => {
  const hash = await hashOf('correct horse')

  match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  equal(await verifyPassword('correct horse', hash), 'right')
  equal(await verifyPassword('correct hors', hash), 'wrong')
  equal(await verifyPassword('', hash), 'wrong')
  notEqual(await hashOf('correct horse'), hash)
})

test('a character counts as the same however the keyboard composed it', async () => {
  equal(await verifyPassword('Ca\u0308c\u0327', await hashOf('C\u00e4\u00e7')), 'right')
})

test('a hash made at lower costs is right and asks to be made again', async () => {
  const nonce = Buffer.alloc(16, 7)
  const costs = { memory: 8192, passes: 1, parallelism: 1, tagLength: 32 }
  const tag = argon2Sync('argon2id', { message: 'old', nonce, ...costs })
  const [salt, rest] = [nonce, tag].map((bytes) => bytes.toString('base64').replaceAll('=', ''))

  equal(
    await verifyPassword('old', `$argon2id$v=19$m=8192,t=1,p=1$${salt}$${rest}`),
    'right-but-weak',
  )
})

test('without an account the answer is wrong, whatever is typed', async () => {
  equal(await verifyPassword('anything', undefined), 'wrong')
  equal(await verifyPassword('a'.repeat(1025), await hashOf('a')), 'wrong')
})

test('a stored hash that is not ours, or asks too much work, is a fault', async () => {
  const salt = 'A'.repeat(22)
  const tag = 'A'.repeat(43)
  const cases = [
    '',
    `$argon2i$v=19$m=19456,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=9999999,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=19456,t=11,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=19456,t=2,p=1$${salt}`,
  ]
  await Promise.all(cases.map((hash) => rejects(verifyPassword('a', hash), /not one of ours/)))
})

test('all cores but one hash, thirty wait, and the next are told that we are busy', async () => {
  const hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$' + 'A'.repeat(43)
  const taken = 30 + Math.max(1, availableParallelism() - 1)
  const verdicts = await Promise.all(
    Array.from({ length: taken + 3 }, () => verifyPassword('a', hash)),
  )

  deepEqual(verdicts, [...Array.from({ length: taken }, () => 'wrong'), 'busy', 'busy', 'busy'])
  equal(await verifyPassword('a', hash), 'wrong')
})
