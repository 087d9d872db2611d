import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { recordBytes } from '#core/cases/decision-record.ts'
import { NO_ID } from '#core/id.ts'
import { inTransaction } from '#platform/database.ts'
import { readDecision } from '#records/decisions.ts'
import { casesToMove, moveCase } from '#records/moving.ts'
import { caseKey } from '#test/case-rows.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { publishNow, secondVersion } from '#test/published.ts'
import { ENGINEER, sent } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy' } as const
async function typeHashOf({ db }: TestHouse, version: number): Promise<string> {
  const rows = await db
    .selectFrom('policyDocument')
    .select(['hash', 'canonical'])
    .where('code', '=', 'recognition')
    .where('kind', '=', 'case-type')
    .execute()
  return rows.find(({ canonical }) => canonical.includes(`"version":${version}`))?.hash ?? ''
}

async function adoptedByTwo(here: TestHouse, hash: string): Promise<void> {
  for (const name of ['policy-officer', 'policy-approver']) {
    const visitor = await here.office(`${name}@kecid.example`)
    equal((await visitor.post(`/en/rules/${hash}/adopt`)).status, 303)
  }
}

const rowOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('caseFile')
    .select(['typeHash', 'state', 'stateSince', 'dueOn', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const moves = async ({ db }: TestHouse) =>
  (await db.selectFrom('event').select('caseId').where('kind', '=', 'move').execute()).map(
    ({ caseId }) => caseId,
  )

test('what two people adopt for running cases takes them over, and they are decided by it', async (t) => {
  const here = await house(t)
  const [ana, ben, eva] = [
    await here.signedUpApplicant(),
    await here.signedUpApplicant(),
    await here.signedUpApplicant(),
  ]
  const id = await caseIn('awaiting-decision', here, ana, PLAYING)
  const asked = await caseIn('in-assessment', here, eva, PLAYING)
  const over = await caseIn('recognised', here, ben)
  const draft = await caseIn('draft', here, eva)
  const before = await rowOf(here, id)
  const [overBefore, draftBefore] = [await rowOf(here, over), await rowOf(here, draft)]
  const tasks = () =>
    here.db
      .selectFrom('task')
      .select(['id', 'step', 'ownerBody', 'dueOn', 'state'])
      .where('caseId', '=', asked)
      .orderBy('id')
      .execute()
  const tasksBefore = await tasks()

  await publishNow(here, secondVersion(t))
  await here.faces.jobs.followPolicy()
  const hash = await typeHashOf(here, 2)
  const officer = await here.office('policy-officer@kecid.example')
  for (const page of ['/en/rules', `/en/rules/${hash}/adopt`]) {
    const html = await (await officer.get(page)).text()
    match(html, /Cases under way that go on by this version/)
    match(html, /To decide[\s\S]*?To decide[\s\S]*?>1</, 'what would move is counted')
  }
  equal((await officer.post(`/en/rules/${hash}/adopt`)).status, 303)
  await here.runJobs()
  deepEqual(await moves(here), [], 'one person moves nothing')

  await adoptedByTwo(here, hash)
  await here.runJobs()
  deepEqual((await moves(here)).toSorted(), [id, asked].toSorted())
  deepEqual(await rowOf(here, id), {
    ...before,
    typeHash: hash,
    state: 'to-weigh',
    version: before.version + 1,
  })
  deepEqual(await tasks(), tasksBefore, 'whoever was asked still is, until the same day')
  deepEqual(await rowOf(here, over), overBefore, 'what was decided stays')
  deepEqual(await rowOf(here, draft), draftBefore)
  const told = await (await ana.get(`/en/applications/${id}`)).text()
  ok(told.includes('Renewed rules apply from here on'))

  const drafter = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps`
  const reasoning = 'Ballar sənədlərlə təsdiqlənir.'
  equal((await sent(drafter, `${page}/draft-decision`, { reasoning })).status, 303)
  const signer = await here.office('signer@kecid.example')
  ok((await (await signer.get(`${page}/sign`)).text()).includes('By the renewed rules you are'))
  equal((await sent(signer, `${page}/sign`)).status, 303)
  ok((await (await ana.get(`/en/applications/${id}`)).text()).includes('By the renewed rules'))
  const key = await caseKey(here.owned, id)
  const decision = await inTransaction(here.db, (tx) => readDecision(tx, id, { key }))
  ok(decision)
  ok(new TextDecoder().decode(recordBytes(decision.record)).includes(hash))
})

test('a version that lacks what its cases have is published by nobody', async (t) => {
  const here = await house(t)
  await caseIn('submitted', here, await here.signedUpApplicant(), PLAYING)
  const before = await here.db.selectFrom('policyVersion').select('id').execute()
  const lacking = secondVersion(t, (text) =>
    text.replace('states: { awaiting-decision: to-weigh }', 'states: {}'),
  )
  await rejects(publishNow(here, lacking), /recognition, version 2: for\.running\.states: nothing/)
  deepEqual(await here.db.selectFrom('policyVersion').select('id').execute(), before)
})

test('one that is being written is left to the next run, and whatever ends a run doubles nothing', async (t) => {
  const here = await house(t)
  const ids: string[] = []
  for (let count = 0; count < 3; count += 1) {
    ids.push(await caseIn('submitted', here, await here.signedUpApplicant(), PLAYING))
  }
  await publishNow(here, secondVersion(t))
  await adoptedByTwo(here, await typeHashOf(here, 2))
  const { jobs } = here.faces
  await jobs.followPolicy()
  const now = here.clock.now()
  const waiting = await inTransaction(jobs.db, (tx) => casesToMove(tx, NO_ID))
  deepEqual(waiting, ids.toSorted())
  const [first = '', next = '', held = ''] = waiting

  await inTransaction(jobs.db, (tx) => moveCase(tx, jobs, { id: first, now }))
  const ended = inTransaction(jobs.db, async (tx) => {
    await moveCase(tx, jobs, { id: next, now })
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  })
  await rejects(ended)
  deepEqual(await moves(here), [first], 'all of it or nothing')

  await here.db.transaction().execute(async (tx) => {
    await sql`select from case_file where id = ${held}::uuid for update`.execute(tx)
    await here.runJobs()
    deepEqual((await moves(here)).toSorted(), [first, next])
  })
  for (const id of waiting) {
    await inTransaction(jobs.db, (tx) => moveCase(tx, jobs, { id, now }))
    await inTransaction(jobs.db, (tx) => moveCase(tx, jobs, { id, now }))
  }
  deepEqual((await moves(here)).toSorted(), waiting)
})

test('nobody moves a case that no adopted version takes over, nor does whoever moves one more', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant(), PLAYING)
  await publishNow(here, secondVersion(t))
  const hash = await typeHashOf(here, 2)
  const { db } = here.faces.jobs
  const holding = () =>
    inTransaction(db, (tx) =>
      sql<{ to: string | null }>`select hold_to_move(${id}::uuid) as to`.execute(tx),
    )
  deepEqual((await holding()).rows, [{ to: null }])
  const { version: versionBefore } = await here.db
    .selectFrom('caseFile')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const now = { id, versionBefore, state: 'submitted', stage: 'examined' }
  const forged = { ...now, number: '', typeHash: hash }
  const event = { kind: 'move', step: 'taken-over', role: 'system', to_state: 'submitted' }
  const write = (kind: string, step: string) =>
    inTransaction(db, async (tx) => {
      await sql`select hold_to_move(${id}::uuid)`.execute(tx)
      await sql`select record_step(
        ${JSON.stringify(forged)}::json, ${JSON.stringify({ ...event, kind, step })}::json,
        '{}', '[]', '[]')`.execute(tx)
    })
  await rejects(write('move', 'taken-over'), { code: '42501' })
  await adoptedByTwo(here, hash)
  deepEqual((await holding()).rows, [{ to: hash }])
  await rejects(write('lapse', 'propose-closing'), /not for whoever acts/)
  await rejects(write('move', 'taken-over'), /no version in force takes this case over like that/)
  deepEqual(await moves(here), [])
})
