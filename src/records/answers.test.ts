import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { newKey } from '#platform/sealing.ts'
import { readAnswers, saveBlock, type Saving } from '#records/answers.ts'
import { caseKey } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { placeOf } from '#test/visitor.ts'

const AT = isoMoment('2026-03-02T06:00:00.000Z')

async function draft(t: TestContext) {
  const { faces, signedUpApplicant, db, owned } = await house(t)
  const ana = await signedUpApplicant()
  const begun = await ana.post('/en/applications')
  const caseId = placeOf(begun).split('/').at(-1) ?? ''
  const type = [...faces.portal.policy.types.current.values()].find(
    ({ code }) => code === 'recognition',
  )
  const block = type?.blocks.find(({ code }) => code === 'education')
  if (!block) throw new Error('recognition asks for education')
  const { partyId } = ana.account
  const key = await caseKey(owned, caseId)
  const save = (version: number, items: Saving['items']) =>
    inTransaction(owned.db, (tx) =>
      saveBlock(tx, { caseId, partyId, block, items, version, key, at: AT }),
    )
  const read = async () =>
    (await inTransaction(owned.db, (tx) => readAnswers(tx, caseId)))({ partyId, key })
  return { save, read, db, caseId, partyId, key, portal: owned.db }
}

const DEGREE = { id: 'one', values: { level: '7', institution: 'Universidade do Porto' } }
const OTHER = { id: 'two', values: { level: '6', institution: 'ADA' } }

test('answers come back as they were saved, each with its version', async (t) => {
  const { save, read } = await draft(t)
  deepEqual(await read(), { answers: {}, versions: {} })

  ok(await save(0, []))
  deepEqual(await read(), { answers: { education: [] }, versions: { education: 1 }, savedAt: AT })
  ok(await save(1, [DEGREE, OTHER]))
  deepEqual(await read(), {
    answers: { education: [DEGREE, OTHER] },
    versions: { education: 2 },
    savedAt: AT,
  })
})

test('a block is not saved over a version that the writer has not seen', async (t) => {
  const { save, read } = await draft(t)
  ok(await save(0, [DEGREE]))

  for (const version of [0, 2, 99]) equal(await save(version, [OTHER]), false, String(version))

  deepEqual((await read()).answers, { education: [DEGREE] })
  const both = await Promise.all([save(1, [OTHER]), save(1, [])])
  deepEqual(new Set(both), new Set([false, true]))
})

test('only what the type declares readable can be read without the key', async (t) => {
  const { save, db, caseId, partyId, portal } = await draft(t)
  await save(0, [DEGREE])

  const row = await db.selectFrom('answer').selectAll().executeTakeFirstOrThrow()

  deepEqual(JSON.parse(JSON.stringify(row.readable)), [{ id: 'one', values: { level: '7' } }])
  equal(row.sealed.includes('Porto'), false)
  const sealed = await inTransaction(portal, (tx) => readAnswers(tx, caseId))
  throws(() => sealed({ partyId, key: newKey() }).answers['education'])
})

test('sealed answers moved to another case cannot be opened', async (t) => {
  const { save, db, caseId, partyId, key, portal } = await draft(t)
  await save(0, [DEGREE])
  const id = '00000000-0000-4000-8000-000000000001'
  await sql`
    insert into case_file (id, type, state, stage, state_since, version, opened_on, changed_at)
    select ${id}, type, state, stage, state_since, version, opened_on, changed_at
    from case_file`.execute(db)
  await db.updateTable('answer').set({ caseId: id }).execute()

  const mine = await inTransaction(portal, (tx) => readAnswers(tx, caseId))
  const theirs = await inTransaction(portal, (tx) => readAnswers(tx, id))
  deepEqual(mine({ partyId, key }).answers, {})
  throws(() => theirs({ partyId, key }).answers['education'])
})
