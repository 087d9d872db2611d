import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { masterKeysIn, newMasterKey } from '#platform/master-key.ts'
import { bindToMasterKey, houseSecret, isBound } from '#records/master-keys.ts'
import { keyGround } from '#test/key-ground.ts'

test('a database is bound to the first key it meets and refuses any other', async (t) => {
  const { db, file, masters } = await keyGround(t)
  const { first } = masters()
  const other = newMasterKey()
  const bound = (master: typeof other) => bindToMasterKey(db, masterKeysIn(`${file}.x`, [master]))

  equal(await isBound(db), true)
  equal((await bound(first)).ok, true)
  const refused = await bound(other)
  match(refused.ok ? '' : refused.problem, new RegExp(`${first.id}, not with ${other.id}`))
  const forged = await bound({ ...other, id: first.id })
  equal(forged.ok, false)
})

test('the house has one secret, whoever asks first', async (t) => {
  const { db, masters } = await keyGround(t)

  const secrets = await Promise.all(Array.from({ length: 4 }, () => houseSecret(db, masters())))

  equal(new Set(secrets.map(({ secret }) => secret.export().toString('hex'))).size, 1)
  ok(!secrets[0]?.secret.equals(masters().first.key))
})
