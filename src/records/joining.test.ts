import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '#platform/database.ts'
import { eraseParty, forgetEnded } from '#records/erasing.ts'
import {
  begun,
  couple,
  familyHouse,
  idsIn,
  invited,
  personForm,
  portalAs,
  withChild,
} from '#test/family.ts'

const OF_PEOPLE = ['answer', 'document', 'upload', 'event_part', 'letter', 'decision'] as const

/** Ana, with a child, and Ben in one case; each has written something, and Ben has confirmed. */
async function family(t: TestContext) {
  const here = await familyHouse(t)
  const { ana, ben, id } = await couple(here)
  equal((await withChild(ana, id, ['1', '1', '2015'])).status, 303)
  for (const [who, place, name] of [
    [ana, 1, 'Ana'],
    [ben, 2, 'Ben'],
    [ana, 3, 'Lia'],
  ] as const) {
    const path = `/en/applications/${id}~${place}`
    const person = await who.post(`${path}/answers/person`, {
      ...personForm('Ferreira', name),
      // Of a child the day of birth was written down as it was brought along.
      version: place === 3 ? '1' : '0',
    })
    equal(person.status, 303, await person.text())
    const purpose = await who.post(`${path}/answers/purpose`, { purpose: name, version: '0' })
    equal(purpose.status, 303, await purpose.text())
  }
  const confirmed = await ben.post(`/en/applications/${id}/submit`)
  equal(confirmed.status, 303, await confirmed.text())
  const child = await here.db.selectFrom('mandate').select('party').executeTakeFirstOrThrow()
  return { here, ana, ben, id, child: child.party }
}

test('each reads what is told of themselves and of those for whom they act, and nothing else', async (t) => {
  const { here, ana, ben, id, child } = await family(t)
  const subjects = (who: typeof ana, table: string) =>
    idsIn(portalAs(here, who), `select distinct subject as id from ${table}`)

  deepEqual(await subjects(ana, 'answer'), [ana.account.partyId, child].toSorted())
  deepEqual(await subjects(ben, 'answer'), [ben.account.partyId])
  deepEqual(await subjects(ana, 'event_part'), [])
  deepEqual(await subjects(ben, 'event_part'), [ben.account.partyId])
  for (const [who, others] of [
    [ana, [ben.account.partyId]],
    [ben, [ana.account.partyId, child]],
  ] as const) {
    for (const table of OF_PEOPLE) {
      for (const other of others) {
        const text = `select subject as id from ${table} where subject = '${other}'`
        deepEqual(await idsIn(portalAs(here, who), text), [], `${table} ${other}`)
      }
    }
  }
  for (const [who, place] of [
    [ana, 2],
    [ben, 1],
    [ben, 3],
  ] as const) {
    for (const page of ['', '/answers/person', '/documents', '/check', '/correct']) {
      const answer = await who.get(`/en/applications/${id}~${place}${page}`)
      equal(answer.status, 404, `${place}${page}`)
    }
  }
})

test('nobody writes of somebody else, through no function', async (t) => {
  const { here, ana, ben, id, child } = await family(t)
  const block = `'{"version":1,"block":"person","saved_at":"2026-03-02T06:00:00Z"}', ''`
  const file = `'{"id":"${randomUUID()}","kind":"passport"}'`
  for (const [who, others] of [
    [ana, [ben.account.partyId]],
    [ben, [ana.account.partyId, child]],
  ] as const) {
    for (const other of others) {
      for (const text of [
        `select save_answer('${id}', '${other}', ${block}) as id`,
        `select put_document('${id}', '${other}', ${file}) as id`,
        `select begin_upload('${id}', '${other}', ${file}) as id`,
        `select leave_case('${id}', '${other}') as id`,
      ]) {
        await rejects(
          idsIn(portalAs(here, who), text),
          /is not to be written in|nobody leaves/,
          text,
        )
      }
    }
  }
})

test('nobody adds himself to a case, with a token of his own or of somebody else', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const eve = await here.signedUpApplicant()
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  const token = link.split('/').at(-1) ?? ''
  const joining = `'{"is_subject":true,"at":"2026-03-02T06:00:00Z","from_on":"2026-03-02"}'`
  const join = (with_: string) =>
    `select join_case(sha256(convert_to('${with_}', 'UTF8')), ${joining}) as id`

  await rejects(idsIn(portalAs(here, eve), join(token)), /nobody is invited by that/)
  await rejects(idsIn(portalAs(here, eve), join('guess')), /nobody is invited by that/)
  await rejects(idsIn(portalAs(here, ana), join(token)), /nobody is invited by that/)
  const come = `select come_invited(sha256(convert_to('${token}', 'UTF8')), '2026-03-02')`
  const seenBy = (who: typeof ana) =>
    inTransaction(portalAs(here, who), async (tx) => {
      const { rows } = await sql.raw(come).execute(tx)
      equal(rows.length, 1)
      return (await sql.raw<{ id: string }>('select id from case_file').execute(tx)).rows
    })
  deepEqual(await seenBy(eve), [], 'to whom it is not addressed it opens nothing')
  deepEqual(await seenBy(ben), [{ id }], 'to whom it is, for that transaction')
  deepEqual(await idsIn(portalAs(here, ben), 'select id from case_file'), [])
  deepEqual(await idsIn(portalAs(here, eve), 'select id from invitation'), [])
  equal((await idsIn(portalAs(here, ana), 'select id from invitation')).length, 1)

  const invite = `select invite('${id}', '{"id":"${randomUUID()}","role":"spouse"}', '') as id`
  await rejects(idsIn(portalAs(here, eve), invite), /nobody is invited here/)
  await rejects(
    idsIn(portalAs(here, ana), invite.replace('spouse', 'child')),
    /nobody is invited here/,
  )
  equal((await ben.post(link)).status, 303)
  await rejects(idsIn(portalAs(here, ben), invite), /nobody is invited here/)
  await rejects(idsIn(portalAs(here, ben), join(token)), /nobody is invited by that/)
})

test('whoever is in it and whom it is not about sees the case, and not what is told of people', async (t) => {
  const { here, ana, id } = await family(t)
  const sponsor = await here.signedUpApplicant()
  await sql`
    insert into case_party (case_id, party, role, is_subject, from_on)
    values (${id}, ${sponsor.account.partyId}, 'sponsor', false, '2026-01-01')`.execute(here.db)
  const seen = (text: string) => idsIn(portalAs(here, sponsor), text)

  deepEqual(await seen('select id from case_file'), [id])
  equal((await seen('select id from event')).length, 4)
  for (const table of OF_PEOPLE)
    deepEqual(await seen(`select case_id as id from ${table}`), [], table)

  // Who acts for all of them reads all of it, until a mandate for one has ended.
  await sql`update case_party set acted_by = ${sponsor.account.partyId}
    where case_id = ${id} and is_subject`.execute(here.db)
  equal((await seen('select distinct subject as id from answer')).length, 3)
  await sql`insert into mandate (id, account, party, kind, from_on, until_on)
    values (gen_random_uuid(), ${sponsor.account.id}, ${ana.account.partyId}, 'guardian',
      '2026-01-01', '2026-03-01')`.execute(here.db)
  deepEqual(await seen('select subject as id from answer'), [])
})

test('who leaves takes along what they had written, and reads nothing more', async (t) => {
  const here = await familyHouse(t)
  const { ana, ben, id } = await couple(here)
  const part = `/en/applications/${id}~2`
  const form = { ...personForm('Ferreira', 'Ben'), version: '0' }
  equal((await ben.post(`${part}/answers/person`, form)).status, 303)
  const page = await (await ben.get(`/en/applications/${id}`)).text()
  match(page, /Leave this application/)
  match(await (await ben.get(`${part}/leave`)).text(), /The others go on without you/)
  equal((await ana.get(`/en/applications/${id}~1/leave`)).status, 200)
  equal((await ana.post(`/en/applications/${id}~1/leave`)).status, 409, 'who began it ends it')

  const answer = await ben.post(`${part}/leave`)

  equal(answer.headers.get('location')?.split('?')[0], '/en/applications')
  deepEqual(await idsIn(portalAs(here, ben), 'select id from case_file'), [])
  equal((await ben.get(`/en/applications/${id}`)).status, 404)
  equal((await ben.post(`${part}/leave`)).status, 404)
  const left = await here.db
    .selectFrom('answer')
    .select('subject')
    .where('subject', '=', ben.account.partyId)
    .execute()
  deepEqual(left, [])
  equal((await ana.get(`/en/applications/${id}`)).status, 200)

  const link = await invited(here, ana, { id, email: ben.email })
  equal((await ben.post(link)).status, 303, 'and may come again')
  equal((await ben.get(`/en/applications/${id}`)).status, 200)
})

test('who began a case takes somebody out while nothing of theirs was confirmed', async (t) => {
  const here = await familyHouse(t)
  const { ana, ben, id } = await couple(here)
  match(await (await ana.get(`/en/applications/${id}~2/leave`)).text(), /Take this person out/)
  equal((await ana.post(`/en/applications/${id}~2/leave`)).status, 303)
  equal((await ben.get(`/en/applications/${id}`)).status, 404)

  const confirmed = await family(t)
  const path = `/en/applications/${confirmed.id}~2/leave`
  equal((await confirmed.ana.post(path)).status, 409)
  equal((await confirmed.ben.get(`/en/applications/${confirmed.id}~1/leave`)).status, 404)
  equal((await confirmed.ben.post(path)).status, 303, 'but they may leave')
})

test('who came later and is erased leaves the case to the others, who take them out', async (t) => {
  const here = await familyHouse(t)
  const { ana, ben, id } = await couple(here)
  const form = { ...personForm('Ferreira', 'Ben'), version: '0' }
  equal((await ben.post(`/en/applications/${id}/answers/person`, form)).status, 303)

  const at = here.clock.now()
  await eraseParty(here.faces.jobs, { partyId: ben.account.partyId, at })
  await here.runJobs()

  for (const table of ['answer', 'invitation', 'relation'] as const) {
    deepEqual(await here.db.selectFrom(table).selectAll().execute(), [], table)
  }
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
  equal((await ana.post(`/en/applications/${id}~2/leave`)).status, 303)
  const list = await (await ana.get(`/en/applications/${id}`)).text()
  doesNotMatch(list, /Spouse/)
  const gone = await ana.post(`/en/applications/${id}/discard`)
  equal(gone.headers.get('location')?.split('?')[0], '/en/applications')
  deepEqual(await here.db.selectFrom('caseFile').selectAll().execute(), [])
})

test('each sees who looked at what is theirs', async (t) => {
  const { here, ana, ben, id, child } = await family(t)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}`)).status, 200)

  const looks = (who: typeof ana) =>
    idsIn(portalAs(here, who), 'select distinct party as id from look')
  deepEqual(await looks(ben), [ben.account.partyId])
  deepEqual(await looks(ana), [ana.account.partyId, child].toSorted())
  match(await (await ben.get('/en/who-looked')).text(), /Case officer/)
})

test('where an invitation went is forgotten ninety days after it ran out or ended', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  await invited(here, ana, { id, email: 'ben@example.org' })
  const left = async () => {
    await inTransaction(here.faces.jobs.db, (tx) => forgetEnded(tx, here.clock.now()))
    return (await here.db.selectFrom('invitation').select('id').execute()).length
  }

  here.clock.advance((14 + 90) * DAY_MS)
  equal(await left(), 1)
  here.clock.advance(1)
  equal(await left(), 0)
})

const DAY_MS = 86_400_000
