import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readLeaf } from '#core/ledger/leaf.ts'
import { leafHash, rootOf } from '#core/ledger/tree.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { sequenceLeaves, sha256 } from '#records/ledger.ts'
import { fillIn, submitted } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { wholeDatabase } from '#test/dump.ts'
import { house } from '#test/house.ts'
import { sender } from '#test/in-steps.ts'
import { caseIn } from '#test/played-case.ts'
import { hashesInOrder, rootNow } from '#test/tree.ts'
import { placeOf } from '#test/visitor.ts'

test('an application is withdrawn from every state before the decision, and no later', async (t) => {
  const built = await house(t)
  const open = ['submitted', 'returned', 'in-assessment', 'awaiting-decision'] as const
  for (const state of [...open, 'decision-drafted'] as const) {
    const who = await built.signedUpApplicant()
    const path = `/en/applications/${await caseIn(state, built, who)}`
    equal((await who.get(`${path}/withdraw`)).status, 200, state)

    const left = await who.post(`${path}/withdraw`)

    deepEqual(
      [left.status, left.headers.get('location')],
      [303, `${path}?done=step&of=recognition.withdraw`],
      state,
    )
    match(await (await who.follow(left)).text(), /You withdrew your application/, state)
  }
  for (const state of ['recognised', 'refused'] as const) {
    const who = await built.signedUpApplicant()
    const path = `/en/applications/${await caseIn(state, built, who)}`
    equal((await who.get(`${path}/withdraw`)).headers.get('location'), path)

    const late = await who.post(`${path}/withdraw`)

    equal(late.status, 409, state)
    match(await late.text(), /This is no longer possible/)
  }
})

test('a second press on withdraw withdraws once and leads to the same place', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)

  const both = await Promise.all([1, 2].map(() => ana.post(`/en/applications/${id}/withdraw`)))

  deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const events = await db.selectFrom('event').select('step').execute()
  equal(events.filter(({ step }) => step === 'withdraw').length, 1)
  equal((await ana.get(`/en/applications/${id}/withdraw`)).status, 303)
})

test('a draft that was thrown away leaves nothing, and everything else as it was', async (t) => {
  const kecid = await house(t)
  const { db, clock } = kecid
  const ana = await kecid.signedUpApplicant()
  const { id: sent } = await submitted(ana)
  await ana.post(`/en/applications/${sent}/withdraw`)
  const bob = await kecid.signedUpApplicant()
  const others = [sent, await fillIn(bob)]
  const filesBeside = await kecid.vaultFiles()

  const id = await fillIn(ana)
  const path = `/en/applications/${id}`
  const [first] = await db.selectFrom('document').where('caseId', '=', id).selectAll().execute()
  equal((await ana.post(`${path}/documents/${first?.id}/remove`)).status, 303)
  const begin = sender(kecid, ana).begin
  const about = { kind: 'diploma', filename: 'd.pdf' }
  equal((await begin(`${path}/documents/uploads`, about, 99_000)).status, 201)
  clock.advance(155 * DAY_MS)
  await inTransaction(db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
  await kecid.runJobs()
  await signInAgain(kecid, ana)
  await inTransaction(db, sequenceLeaves)
  const root = await inTransaction(db, rootNow)
  const { person: _, application: __, ...rows } = await rowsOf(db, [id])
  ok(
    Object.values(rows).every((some) => some.length > 0),
    'there is something of each kind',
  )
  const traces = [id, ...Object.values(rows).flat().flatMap(tracesIn)]
  const before = await wholeDatabase(db)
  ok(traces.every((trace) => before.includes(trace)))

  const beside = await rowsOf(db, others)
  const answer = await ana.post(`${path}/discard`)

  equal(answer.headers.get('location'), '/en/applications?done=step&of=recognition.discard')
  match(await (await ana.follow(answer)).text(), /Draft deleted/)
  const jobs = await db.selectFrom('waitingJob').select('task').execute()
  deepEqual(jobs, [{ task: 'remove-files' }], 'which has the addresses, until it has worked')
  await kecid.runJobs()
  const after = await wholeDatabase(db)
  deepEqual(
    traces.filter((trace) => after.includes(trace)),
    [],
  )
  deepEqual(await rowsOf(db, others), beside)
  deepEqual(new Set(await kecid.vaultFiles()), new Set(filesBeside))

  await inTransaction(db, async (tx) => {
    await sequenceLeaves(tx)
    const leaves = await tx.selectFrom('ledgerLeaf').selectAll().orderBy('index').execute()
    const orphans = leaves.filter(({ opening, party }) => opening === null && party === null)
    deepEqual(
      orphans.map(({ leaf }) => readLeaf(leaf)?.type),
      ['begin', 'announce-discard', 'discard'],
    )
    const published = leaves.filter(({ opening, party }) => opening && party === null)
    const whose = leaves.filter(({ opening, party }) => opening && party)
    equal(whose.length, leaves.length - published.length - 3)
    const hashes = leaves.map(({ leaf }) => Buffer.from(leafHash(sha256, leaf)))
    deepEqual(await hashesInOrder(tx), hashes)
    deepEqual(Buffer.from(await rootNow(tx)), Buffer.from(rootOf(sha256, hashes)))
    const before = hashes.slice(0, -1)
    deepEqual(Buffer.from(root), Buffer.from(rootOf(sha256, before)), 'the tree only grew')
  })
})

const DAY_MS = 86_400_000

/** All that is kept of some cases, table by table. */
async function rowsOf(db: Database, ids: readonly string[]) {
  const of = (table: 'event' | 'answer' | 'document' | 'upload' | 'letter' | 'task') =>
    db.selectFrom(table).selectAll().where('caseId', 'in', ids).orderBy('caseId')
  const application = await db.selectFrom('caseFile').selectAll().where('id', 'in', ids).execute()
  const parties = await db
    .selectFrom('caseParty')
    .selectAll()
    .where('caseId', 'in', ids)
    .orderBy('caseId')
    .execute()
  const owners = parties.map(({ party }) => party)
  return {
    application,
    parties,
    person: await db.selectFrom('party').selectAll().where('id', 'in', owners).execute(),
    events: await of('event').execute(),
    answers: await of('answer').execute(),
    documents: await of('document').execute(),
    tasks: await of('task').execute(),
    uploads: await of('upload').execute(),
    letters: await of('letter').execute(),
  }
}

/** What could only come from this row: what is sealed, and its own identifiers. */
function tracesIn(row: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(row).flatMap(([column, value]) => {
    if (Buffer.isBuffer(value)) return [value.toString('hex')]
    return ['id', 'address', 'shownAddress'].includes(column) && typeof value === 'string'
      ? [value]
      : []
  })
}

test('a draft that was thrown away is gone from every address', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)
  const path = `/en/applications/${id}`
  const document = await db.selectFrom('document').select('id').executeTakeFirstOrThrow()
  ok((await (await ana.get(`${path}/discard`)).text()).includes('This cannot be undone'))

  const both = await Promise.all([1, 2].map(() => ana.post(`${path}/discard`)))

  deepEqual(
    new Set(both.map(({ status }) => status)),
    new Set([303, 404]),
    'the second finds nothing',
  )
  const pages = ['', '/check', '/answers/person', '/documents', `/documents/${document.id}`]
  for (const page of [...pages, '/discard', '/withdraw', '/correct', '/receipt']) {
    equal((await ana.get(`${path}${page}`)).status, 404, page)
  }
  for (const page of ['/answers/person', '/submit', '/withdraw', '/correct']) {
    equal((await ana.post(`${path}${page}`, { version: '0' })).status, 404, page)
  }
})

test("somebody else's draft is not thrown away, and reads like one that is gone", async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const [ana, bob] = [await signedUpApplicant(), await signedUpApplicant()]
  const id = await fillIn(ana)
  const pressed = async (which: string) => {
    const answer = await bob.post(`/en/applications/${which}/discard`)
    return [answer.status, (await answer.text()).replaceAll(which, '')]
  }

  equal((await pressed(id))[0], 404)
  deepEqual(await pressed(id), await pressed('5f0c1f6e-8d3b-4b57-9f7c-2b8a4d0e6c11'))
  const kept = await db.selectFrom('caseFile').select(['id', 'state']).execute()
  deepEqual(kept, [{ id, state: 'draft' }])
})

test('what was submitted cannot be thrown away, and a draft cannot be withdrawn', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const draft = placeOf(await ana.post('/en/applications'))
  equal((await ana.post(`${draft}/withdraw`)).status, 409)
  equal((await ana.post(`${draft}/discard`)).status, 303)

  const { id } = await submitted(ana)
  equal((await ana.post(`/en/applications/${id}/discard`)).status, 409)
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
})
