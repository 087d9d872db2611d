import { deepEqual, equal, throws } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { newKey } from '#platform/sealing.ts'
import {
  addDocument,
  documentById,
  documentsNowAndSent,
  documentsOf,
  filedDocuments,
  removeDocument,
} from '#records/documents.ts'
import { caseKey } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { somewhere } from '#test/stored.ts'
import { placeOf } from '#test/visitor.ts'

const AT = isoMoment('2026-03-02T06:00:00.000Z')
const LATER = isoMoment('2026-03-02T07:00:00.000Z')

async function draft(t: TestContext) {
  const { signedUpApplicant, db, owned } = await house(t)
  const ana = await signedUpApplicant()
  const begun = await ana.post('/en/applications')
  const caseId = placeOf(begun).split('/').at(-1) ?? ''
  const { partyId } = ana.account
  const key = await caseKey(owned, caseId)
  const inTx = <Value>(work: (tx: Tx) => Promise<Value>) => inTransaction(owned.db, work)
  const document = { kind: 'diploma', media: 'pdf', bytes: 12, stored: somewhere() } as const
  const add = (name: string, addedAt = AT) =>
    inTx((tx) => addDocument(tx, { ...document, caseId, partyId, key, name, addedAt }))
  const remove = (id: string) => inTx((tx) => removeDocument(tx, { caseId, id, at: LATER }))
  return { caseId, key, of: { partyId, key }, inTx, add, remove, db }
}

test('documents are listed in the order they came, with their names', async (t) => {
  const { caseId, of, inTx, add } = await draft(t)
  await add('second.pdf', LATER)
  await add('first şəkil.pdf')

  const listed = (await inTx((tx) => documentsOf(tx, caseId)))(of)

  deepEqual(
    listed.map(({ name, kind, bytes }) => [name, kind, bytes]),
    [
      ['first şəkil.pdf', 'diploma', 12],
      ['second.pdf', 'diploma', 12],
    ],
  )
})

test('what is removed is listed no more, once, and can still be found by its id', async (t) => {
  const { caseId, key, of, inTx, add, remove } = await draft(t)
  const [id, other] = [await add('old.pdf'), await add('new.pdf', LATER)]

  deepEqual([await remove(id), await remove(id)], [true, false])

  const listed = (await inTx((tx) => documentsOf(tx, caseId)))(of)
  deepEqual(
    listed.map((document) => document.id),
    [other],
  )
  const found = await inTx((tx) => documentById(tx, { caseId, id, key }))
  equal(found?.name, 'old.pdf')
  const ids = [id]
  const filed = (await inTx((tx) => filedDocuments(tx, { caseId, ids })))(of)
  deepEqual(
    filed.map(({ name }) => name),
    ['old.pdf'],
  )
})

test('what is there now and what was sent in are read together', async (t) => {
  const { caseId, of, inTx, add, remove } = await draft(t)
  const [old, kept] = [await add('old.pdf'), await add('kept.pdf')]
  await remove(old)
  await add('new.pdf', LATER)
  const read = (ids: readonly string[]) =>
    inTx((tx) => documentsNowAndSent(tx, { caseId, ids, of }))

  const { now, sent } = await read([old, kept])

  deepEqual(now.map(({ name }) => name).sort(), ['kept.pdf', 'new.pdf'])
  deepEqual(sent.map(({ name }) => name).sort(), ['kept.pdf', 'old.pdf'])
  deepEqual((await read([])).sent, [])
})

test('an id of another case, or one that is no id, finds nothing', async (t) => {
  const { caseId, key, inTx, add } = await draft(t)
  const id = await add('a.pdf')
  const uuid = '00000000-0000-4000-8000-000000000000'
  const places = [
    { caseId: uuid, id },
    { caseId, id: uuid },
    { caseId, id: 'x' },
    { caseId, id: '' },
    { caseId, id: id.toUpperCase() },
  ]
  for (const place of places) {
    equal(await inTx((tx) => documentById(tx, { ...place, key })), undefined)
  }
  const elsewhere = { caseId: uuid, id, at: LATER }
  equal(await inTx((tx) => removeDocument(tx, elsewhere)), false)
})

test('a name is sealed, and bound to its row', async (t) => {
  const { caseId, of, inTx, add, db } = await draft(t)
  await add('Ferreira diploma.pdf')
  const row = await db.selectFrom('document').selectAll().executeTakeFirstOrThrow()
  equal(row.nameSealed.includes('Ferreira'), false)
  const sealed = await inTx((tx) => documentsOf(tx, caseId))
  throws(() => sealed({ ...of, key: newKey() }))

  const id = '00000000-0000-4000-8000-000000000001'
  await db
    .insertInto('document')
    .values({ ...row, id })
    .execute()

  const moved = await inTx((tx) => documentsOf(tx, caseId))
  throws(() => moved(of))
})
