import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { sealLinkToken } from '#records/accounts.ts'
import { enqueue } from '#records/jobs.ts'
import { house } from '#test/house.ts'

test('x', async (t) => {
  const { mails, signedUpApplicant, faces, logged, db } = await house(t)
  const ana = await signedUpApplicant()
  await inTransaction(faces.portal.db, (tx) => enqueue(tx, { task: 'sequence-ledger', payload: {} }))
  equal((await mails()).length, 0)
  console.log(logged)
})
