import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { countAttempt } from '#records/attempts.ts'
import { forgetNow } from '#test/days-later.ts'
import { house } from '#test/house.ts'

const HOUR_MS = 3_600_000

test('ended sessions are forgotten, and the others are not', async (t) => {
  const kecid = await house(t)
  const { clock, signedUpApplicant, office, db } = kecid
  await signedUpApplicant()
  await office('officer@kecid.example')
  clock.advance(HOUR_MS + 1)
  const bob = await signedUpApplicant()
  await forgetNow(kecid)

  const sessions = await db.selectFrom('portalSession').select('ownerId').execute()
  deepEqual(sessions, [{ ownerId: bob.account.id }])
  equal((await db.selectFrom('officialSession').select('ownerId').execute()).length, 0)
})

test('counted tries are forgotten after a day, not before', async (t) => {
  const kecid = await house(t)
  const { faces, clock, db } = kecid
  const limit = { kind: 'sign-in', subject: 'ana', timesMax: 1, windowMinutes: 15 }
  await inTransaction(faces.portal.db, (tx) => countAttempt(tx, limit, clock.now()))
  const kept = async () => (await db.selectFrom('attempt').selectAll().execute()).length

  clock.advance(23 * HOUR_MS)
  await forgetNow(kecid)
  equal(await kept(), 1)
  clock.advance(2 * HOUR_MS)
  await forgetNow(kecid)
  equal(await kept(), 0)
})
