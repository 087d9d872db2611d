import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { leafHash, rootOf } from '#core/ledger/tree.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { erasedIn, holdCase, readCase } from '#records/read-case.ts'
import { eraseParty, erasuresOf, finishErasing, sweepKeys } from '#records/erasing.ts'
import { sequenceLeaves, sha256 } from '#records/ledger.ts'
import { addParty } from '#records/parties.ts'
import { fillIn, submitted } from '#test/ana.ts'
import { wholeDatabase } from '#test/dump.ts'
import { house, type TestHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { restored } from '#test/restored.ts'
import { ENGINEER, sent, signedCase } from '#test/signed-case.ts'
import { rootNow } from '#test/tree.ts'

const DAY_MS = 86_400_000

test('who was erased is found nowhere, reads as erased, and leaves the ledger whole', async (t) => {
  const kecid = await house(t)
  const { db, faces, owned } = kecid
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org' })
  const beside = await kecid.signedUpApplicant()
  const id = await recognised(kecid, ana)
  const { id: other } = await submitted(beside)
  const traces = await tracesOf(db, ana.account.partyId)
  ok(traces.length > 20)

  const at = kecid.clock.now()
  const decided = { caseId: id, ground: 'They asked for it.' }
  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at, decided })
  await kecid.runJobs()

  deepEqual(await erasuresOf(kecid.owned, id), [
    { party: ana.account.partyId, erased_at: at, ground: decided.ground },
  ])
  await rejects(sql`delete from erasure`.execute(db), /not changed afterwards/)
  const after = await wholeDatabase(db)
  deepEqual(
    traces.filter((trace) => after.includes(trace)),
    [],
  )
  const fault = await inTransaction(owned.db, (tx) => readCase(tx, faces.office.keys, id)).catch(
    (error: unknown) => error,
  )
  deepEqual(erasedIn(fault), { number: 'HQM-2026-000123' })
  const officer = await kecid.office('officer@kecid.example')
  for (const page of ['', '/steps/sign']) {
    const answer = await officer.get(`/en/cases/${id}${page}`)
    equal(answer.status, 410)
    match(await answer.text(), /This data has been erased[\s\S]*HQM-2026-000123/)
  }
  equal((await officer.get('/en?list=all')).status, 200)
  equal((await ana.get('/en/applications')).status, 303, 'they are signed out')
  const signIn = { email: 'ana@example.org', password: ana.password }
  equal((await kecid.visitor().post('/en/sign-in', signIn)).status, 400)
  equal((await beside.get(`/en/applications/${other}/check`)).status, 200)
  await ledgerIsWhole(db)
})

test('a restored database of yesterday is erased again, and what is left in it opens to nobody', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const id = await recognised(kecid, ana)
  const draft = await fillIn(bo)
  const traces = await tracesOf(db, ana.account.partyId)
  const yesterday = await restored(db)

  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at: kecid.clock.now() })
  equal((await bo.post(`/en/applications/${draft}/discard`)).status, 303)
  await yesterday()

  const back = await wholeDatabase(db)
  ok(
    traces.every((trace) => back.includes(trace)),
    'as it was',
  )
  const officer = await kecid.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}`)).status, 410, 'no key opens it')
  equal((await bo.get(`/en/applications/${draft}`)).status, 410)

  equal(await finishErasing(faces.jobs, faces.jobs.log), 2)
  equal(await finishErasing(faces.jobs, faces.jobs.log), 0)
  await kecid.runJobs()
  const after = await wholeDatabase(db)
  deepEqual(
    traces.filter((trace) => after.includes(trace)),
    [],
  )
  equal((await bo.get(`/en/applications/${draft}`)).status, 404)
  deepEqual(await db.selectFrom('caseFile').select('id').execute(), [{ id }])
})

test('what an official had written down of them for later goes along', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const expert = await kecid.office('expert.etn@kecid.example')
  for (const applicant of [ana, bo]) {
    const id = await caseIn('in-assessment', kecid, applicant, {
      answers: ENGINEER,
      field: 'energy',
    })
    const page = `/en/cases/${id}/steps/score`
    const half = { 'points.EDU': '9', 'reason.EDU': 'Hələ baxıram.', later: 'yes' }
    equal((await sent(expert, page, half)).status, 303)
  }
  const drafts = () =>
    db
      .selectFrom('taskDraft')
      .innerJoin('caseParty', 'caseParty.caseId', 'taskDraft.caseId')
      .select('party')
      .execute()
  equal((await drafts()).length, 2)

  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at: kecid.clock.now() })

  deepEqual(await drafts(), [{ party: bo.account.partyId }])
})

test('a case that officials began about somebody is no draft, and stays when they are erased', async (t) => {
  const kecid = await house(t)
  const { db, faces, clock } = kecid
  const ana = await kecid.signedUpApplicant()
  const given = await caseIn('recognised', kecid, ana)
  await caseIn('draft', kecid, ana)
  const about = await annulmentOf(kecid, given)

  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at: clock.now() })

  const kept = await db.selectFrom('caseFile').select('id').execute()
  deepEqual(new Set(kept.map(({ id }) => id)), new Set([given, about]))
})

test('rows are erased only behind a tombstone, which the keys alone can set', async (t) => {
  const kecid = await house(t)
  const { portal, office, jobs } = kecid.faces
  const ana = await kecid.signedUpApplicant()
  const party = ana.account.partyId
  const erase = (by: Database) => sql`select erase_party(${party}::uuid)`.execute(by)

  await rejects(erase(jobs.db), /once its key is/)
  for (const face of [portal, office]) await rejects(erase(face.db), /permission denied/)
  for (const face of [portal, office, jobs]) {
    const forged = sql`insert into keys.tombstone values ('party', ${party}::uuid, now())`
    await rejects(forged.execute(face.db), /permission denied/)
  }
})

test('a key of what was never written is swept after a day, and no other', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const { keys } = faces.jobs
  const ana = await kecid.signedUpApplicant()
  await fillIn(ana, { files: [] })
  const lost = '00000000-0000-4000-8000-000000000001'
  await keys.make([{ party: lost }])
  await rejects(
    inTransaction(kecid.owned.door, async (tx) => {
      await addParty(tx, keys)
      throw new Error('interrupted')
    }),
    /interrupted/,
  )
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from keys.data_key`.execute(db)).rows[0]?.n
  const before = (await count()) ?? 0
  const made = await sql<{ at: string }>`select max(made_at) as at from keys.data_key`.execute(db)
  const newest = isoMoment(made.rows[0]?.at ?? '')

  equal(await sweepKeys(faces.jobs, later(newest, -DAY_MS)), 0)
  equal(await sweepKeys(faces.jobs, later(newest, 1)), 2)
  equal(await sweepKeys(faces.jobs, later(newest, 1)), 0)
  equal(await count(), before - 2)
  equal((await ana.get('/en/applications')).status, 200)
})

async function recognised(
  kecid: TestHouse,
  ana: Awaited<ReturnType<TestHouse['signedUpApplicant']>>,
): Promise<string> {
  const id = await signedCase(kecid, ana)
  equal((await ana.get(`/en/applications/${id}/decision`)).status, 200)
  equal((await (await kecid.office('officer@kecid.example')).get(`/en/cases/${id}`)).status, 200)
  await kecid.runJobs()
  await inTransaction(kecid.db, sequenceLeaves)
  return id
}

/** All that is sealed of a party, as a dump writes it, and what it is found by. */
async function tracesOf(db: Database, party: string): Promise<readonly string[]> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select sealed as bytes from event where subject = ${party} and sealed is not null
    union all select record_sealed from decision where subject = ${party}
    union all select content_sealed from letter where party = ${party}
    union all select sealed from answer where subject = ${party}
    union all select name_sealed from document where subject = ${party}
    union all select decode(address, 'hex') from document where subject = ${party}
    union all select code_sealed from status where holder = ${party}
    union all select code_index from status where holder = ${party}
    union all select holder_index from status where holder = ${party}
    union all select found from status, unnest(array[birth_index, document_index, issued_index])
      as found where holder = ${party} and found is not null
    union all select opening from ledger_leaf where party = ${party}
    union all select sealed from credential join account on account.id = account
      where party = ${party} and sealed is not null
    union all select index from credential join account on account.id = account
      where party = ${party} and index is not null`.execute(db)
  return rows.map(({ bytes }) => bytes.toString('hex'))
}

async function ledgerIsWhole(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sequenceLeaves(tx)
    const leaves = await tx.selectFrom('ledgerLeaf').select('leaf').orderBy('index').execute()
    ok(leaves.every(({ leaf }) => readLeaf(leaf)))
    const hashes = leaves.map(({ leaf }) => Buffer.from(leafHash(sha256, leaf)))
    deepEqual(Buffer.from(await rootNow(tx)), Buffer.from(rootOf(sha256, hashes)))
  })
}

test('what was sent in keeps its key, whatever its row is made to say', async (t) => {
  const kecid = await house(t)
  const { db, owned } = kecid
  const ana = await kecid.signedUpApplicant()
  const { id } = await submitted(ana)
  const draft = sql`
    update case_file set state = 'draft', stage = 'draft', filed_on = null where id = ${id}`
  await draft.execute(owned.db)

  equal((await ana.post(`/en/applications/${id}/discard`)).status, 409)

  await sql`update case_file set state = 'submitted', stage = 'examined', filed_on = '2026-03-02'
    where id = ${id}`.execute(db)
  equal((await ana.get(`/en/applications/${id}/check`)).status, 200)
  equal((await sql`select from keys.tombstone`.execute(db)).rows.length, 0)
})

test('a guardian who is erased takes nothing of the child’s along', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const { portal, jobs } = faces
  const parent = await kecid.signedUpApplicant()
  const child = await inTransaction(db, (tx) => addParty(tx, portal.keys))
  const { id } = await submitted(parent)
  await asOwner(db, async (tx) => {
    await sql`update case_party set role = 'representative', is_subject = false, state = null
      where case_id = ${id}`.execute(tx)
    await sql`insert into case_party (case_id, party, role, is_subject, state, from_on)
      values (${id}, ${child.id}, 'child', true, 'open', '2026-03-02')`.execute(tx)
    await sql`update letter set subject = ${child.id} where case_id = ${id}`.execute(tx)
    await sql`update task set subject = ${child.id} where case_id = ${id}`.execute(tx)
  })
  const partyId = parent.account.partyId

  await eraseParty(jobs, { partyId, at: kecid.clock.now() })

  const letters = await db.selectFrom('letter').select('id').execute()
  equal(letters.length, 1)
  const open = db.selectFrom('task').select('ownerParty').where('state', '=', 'open')
  deepEqual(await open.execute(), [{ ownerParty: null }])
  const left = await db
    .selectFrom('caseParty')
    .select('party')
    .where('caseId', '=', id)
    .where('untilOn', 'is', null)
    .execute()
  deepEqual(left, [{ party: child.id }])
})

test('an erasure waits for a step that is under way, and takes what it wrote', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const { jobs } = faces
  const ana = await kecid.signedUpApplicant()
  const id = await signedCase(kecid, ana)
  const { partyId } = ana.account
  const slow = Promise.withResolvers<undefined>()
  const stepping = inTransaction(db, async (tx) => {
    const held = await holdCase(tx, jobs.keys, id)
    ok(held)
    await slow.promise
    const row = { caseId: id, subject: partyId, block: 'person', version: 9, readable: '[]' }
    const more = { sealed: Buffer.from('late'), savedAt: kecid.clock.now() }
    await tx
      .insertInto('answer')
      .values({ ...row, ...more })
      .execute()
  })
  await pause(50)
  const erasing = eraseParty(jobs, { partyId, at: kecid.clock.now() })
  await pause(50)
  slow.resolve(undefined)
  await Promise.all([stepping, erasing])

  deepEqual(await db.selectFrom('answer').select('block').execute(), [])
})

test('one that cannot be erased again keeps none of the others waiting', async (t) => {
  const kecid = await house(t)
  const { db, faces } = kecid
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const at = kecid.clock.now()
  for (const { account } of [ana, bo]) {
    await sql`insert into keys.tombstone (kind, id, erased_at)
      values ('party', ${account.partyId}, ${at})`.execute(db)
  }
  const refusing = `
    if old.id = '${ana.account.partyId}' then raise exception 'not now'; end if;
    return new;`
  await sql
    .raw(`create function refuse() returns trigger language plpgsql as $$ begin ${refusing} end $$`)
    .execute(db)
  await sql`create trigger refusing before update on party
    for each row execute function refuse()`.execute(db)
  const run = () => finishErasing(faces.jobs, faces.jobs.log)

  equal(await run(), 1)
  equal(await run(), 0)
  equal(kecid.logged.filter((line) => line.includes('could not be erased again')).length, 2)
  await sql`drop trigger refusing on party`.execute(db)
  equal(await run(), 1)
})
