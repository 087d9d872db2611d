import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actingOn, inTransaction, type Database } from '#platform/database.ts'
import { officialIn } from '#test/missions.ts'
import { house, type TestHouse } from '#test/house.ts'
import { ASKER, policyWithQuestions, questionAsked, saidBy } from '#test/toy-asking.ts'

const TABLES = ['case_file', 'case_party', 'event', 'task', 'letter', 'keeping'] as const

/** How many rows of a case somebody of the office has, table by table. */
async function rowsOf(db: Database, id: string): Promise<readonly string[]> {
  return inTransaction(db, async (tx) => {
    const seen: string[] = []
    for (const table of TABLES) {
      const column = sql.ref(table === 'case_file' ? 'id' : 'case_id')
      const { rows } = await sql`
        select from ${sql.table(table)} where ${column} = ${id}::uuid`.execute(tx)
      if (rows.length > 0) seen.push(table)
    }
    return seen
  })
}

const holds = (db: Database, id: string) =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ held: boolean }>`select hold_case(${id}::uuid) as held`.execute(tx)
    return rows[0]?.held
  })

const made = async (t: Parameters<typeof house>[0]): Promise<TestHouse> =>
  house(t, { policy: policyWithQuestions(t) })

test('until it is handed over a question is its mission’s alone, row by row and page by page', async (t) => {
  const home = await made(t)
  const { id, number } = await questionAsked(home)
  const own = ['case_file', 'case_party', 'event', 'task']
  deepEqual(await rowsOf(await officialIn(home, 'consul'), id), own)
  equal(await holds(await officialIn(home, 'consul2'), id), true, 'of any of its people')
  for (const other of ['consul.lisbon', 'officer', 'head', 'auditor', 'data-protection']) {
    deepEqual(await rowsOf(await officialIn(home, other), id), [], other)
    equal(await holds(await officialIn(home, other), id), false, other)
    const official = await home.office(`${other}@kecid.example`)
    equal((await official.get(`/en/cases/${id}`)).status, 404, other)
    for (const step of ['tell-toy', 'tell-there', 'shut']) {
      equal((await official.post(`/en/cases/${id}/steps/${step}`, { text: 'x' })).status, 404)
    }
    ok(!(await (await official.get('/en?list=all')).text()).includes(number), other)
    equal((await official.get(`/en/find?number=${number}`)).status, 404, other)
  }
})

test('handed over, the Service has it, and the mission still reads it', async (t) => {
  const home = await made(t)
  const { id, number, link } = await questionAsked(home)
  equal((await saidBy(home, 'consul', { id, step: 'pass', text: 'Not ours to say.' })).status, 303)
  const officer = await home.office('officer@kecid.example')
  ok((await (await officer.get('/en')).text()).includes(number))
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  ok(page.includes('May my spouse work?') && page.includes('Not ours to say.'))
  const consul = await home.office('consul@kecid.example')
  equal((await consul.get(`/en/cases/${id}`)).status, 200)
  equal((await saidBy(home, 'consul', { id, step: 'tell-there', text: 'x' })).status, 404)
  equal(
    (await (await home.office('consul.lisbon@kecid.example')).get(`/en/cases/${id}`)).status,
    404,
  )
  equal((await saidBy(home, 'officer', { id, step: 'tell-there', text: 'Yes.' })).status, 303)
  const told = await (await home.visitor().get(link)).text()
  ok(told.includes('Yes.') && !told.includes('Not ours to say.'), 'a note is for the office')
})

test('whoever has brought a statement along begins, reads and erases nothing by another’s link', async (t) => {
  const home = await made(t)
  const { id, link } = await questionAsked(home)
  const portal = home.faces.portal.db
  const run = (text: string) =>
    inTransaction(portal, async (tx) => (await sql.raw<object>(text).execute(tx)).rows)
  for (const table of ['asking', 'credential', 'party', 'account']) {
    await rejects(run(`insert into ${table} default values`), /permission denied/)
  }
  await rejects(run('select token_hash from asking'), /permission denied/)
  await rejects(run('select erase_asking()'), /nobody/)
  deepEqual(await run(`select * from come_asking(sha256('x'::bytea))`), [])
  deepEqual(await run(`select id from case_file where id = '${id}'`), [])
  const begin = (asking: string, type = 'toy-question') =>
    run(`select begin_case(json_build_object('id', gen_random_uuid(), 'type', '${type}',
      'state', 'draft', 'stage', 'draft', 'opened_on', '2026-03-02' ${asking}), '[]')`)
  await rejects(begin(''), /nobody begins/)
  await rejects(begin(`, 'asking', json_build_object('mission', 'example-ankara')`), /nobody/)
  await rejects(begin(`, 'asking', json_build_object('mission', 'x')`, 'recognition'), /nobody/)
  const ana = await home.signedUpApplicant()
  const token = ana.cookies.get('kecid') ?? ''
  const hers = actingOn(portal, { token, at: home.clock.now() })
  await rejects(
    inTransaction(hers, (tx) => sql`select erase_asking()`.execute(tx)),
    /nobody is erased/,
  )
  const office = await officialIn(home, 'officer')
  await rejects(
    inTransaction(office, (tx) => sql`select token_sealed from asking`.execute(tx)),
    /permission denied/,
  )
  equal((await home.visitor().get(link)).status, 200)
})

test('what stands in the tables names nobody, and the link is a hash', async (t) => {
  const home = await made(t)
  const { link } = await questionAsked(home)
  const token = link.split('/').at(-1) ?? ''
  for (const table of ['asking', 'credential', 'answer', 'event', 'letter', 'account']) {
    const { rows } = await sql<{ all: string }>`
      select string_agg(each::text, ' ') as all from ${sql.table(table)} as each`.execute(home.db)
    const all = rows[0]?.all ?? ''
    ok(!all.includes(token) && !all.includes(ASKER) && !all.includes('spouse'), table)
  }
  ok(!home.logged.join('').includes(token), 'no log has the link')
  match(token, /^[\w-]{43}$/)
})
