import { deepEqual, equal } from 'node:assert/strict'
import { utimesSync } from 'node:fs'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { countAttempt } from '#records/attempts.ts'
import { addDocument } from '#records/documents.ts'
import { fillIn, pdf, png } from '#test/ana.ts'
import { caseKey } from '#test/case-rows.ts'
import { forgetNow } from '#test/days-later.ts'
import { failing } from '#test/failing.ts'
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

  const sessions = await db.selectFrom('session').select('account').execute()
  deepEqual(sessions, [{ account: bob.account.id }])
})

test('what is over by one clock alone is not forgotten', async (t) => {
  const kecid = await house(t)
  await kecid.signedUpApplicant()
  const kept = async () => {
    await forgetNow(kecid)
    return (await kecid.db.selectFrom('session').select('account').execute()).length
  }

  kecid.databaseAhead.milliseconds = 2 * HOUR_MS
  equal(await kept(), 1)
  kecid.clock.advance(2 * HOUR_MS)
  kecid.databaseAhead.milliseconds = -2 * HOUR_MS
  equal(await kept(), 1)
  kecid.databaseAhead.milliseconds = 0
  equal(await kept(), 0)
})

test('counted tries are forgotten after a day, not before', async (t) => {
  const kecid = await house(t)
  const { clock, db, secret, owned } = kecid
  const often = { timesMax: 1, windowMinutes: 15 }
  const limit = { kind: 'sign-in', of: 'address', subject: 'ana', ...often } as const
  await inTransaction(owned.db, (tx) => countAttempt(tx, limit, { secret, at: clock.now() }))
  const kept = async () => (await db.selectFrom('attempt').selectAll().execute()).length

  clock.advance(23 * HOUR_MS)
  await forgetNow(kecid)
  equal(await kept(), 1)
  clock.advance(2 * HOUR_MS)
  await forgetNow(kecid)
  equal(await kept(), 0)
})

test('what a failed transaction left in the vault goes after a day, and nothing else does', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const path = `/en/applications/${id}/documents`
  const send = async (kind: string, file = pdf()) =>
    (await ana.upload(path, { kind }, [file])).status
  const lying = async () => (await kecid.vaultFiles()).length
  equal(await send('diploma'), 303)
  equal(await lying(), 1, 'what is filed has no note')

  const mended = await failing(kecid.db, 'document', '23514')
  equal(await send('photo', png()), 500)
  await mended()
  equal(await lying(), 5, 'a picture and its copy, each with a note')

  // Filed by somebody who ended before saying so.
  const { owned: portal } = kecid
  const { partyId } = ana.account
  const key = await caseKey(portal, id)
  const put = await portal.vault.put(one(pdf().bytes), key, id)
  if (!put.ok) throw new Error(put.reason)
  const { stored, size: bytes } = put
  const document = { caseId: id, kind: 'cv', name: 'cv.pdf', media: 'pdf' as const, bytes }
  const addedAt = kecid.clock.now()
  await inTransaction(portal.db, (tx) =>
    addDocument(tx, { ...document, partyId, stored, key, addedAt }),
  )
  equal(await lying(), 7)

  for (const file of await kecid.vaultFiles())
    utimesSync(file, new Date(addedAt), new Date(addedAt))
  kecid.clock.advance(24 * HOUR_MS)
  await forgetNow(kecid)
  equal(await lying(), 7)
  kecid.clock.advance(1)
  await forgetNow(kecid)
  equal(await lying(), 2)
  const rows = await kecid.db.selectFrom('document').select('address').execute()
  deepEqual(
    (await kecid.vaultFiles()).map((file) => file.slice(-64)).toSorted(),
    rows.map((row) => row.address).toSorted(),
  )
})

async function* one(bytes: Uint8Array) {
  yield bytes
}
