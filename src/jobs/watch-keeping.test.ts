import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { daysBetween, isoDate, type IsoDate } from '#core/dated.ts'
import { KEEP_ENDS, type CaseType } from '#core/policy/case-type.ts'
import { watchKeeping } from '#jobs/watch-keeping.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { releaseLetters } from '#jobs/release-letters.ts'
import { inTransaction } from '#platform/database.ts'
import { erasuresOf, finishErasing } from '#records/erasing.ts'
import { foundOf, keptToLookAt, noteKept } from '#records/keeping.ts'
import { submitted } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { familyHouse } from '#test/family.ts'
import { decided, family, htmlOf, returning, sentIn } from '#test/ferreiras.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { restored } from '#test/restored.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

const DAY_MS = 86_400_000
const OFFICER = 'officer@kecid.example'

const tools = ({ faces }: TestHouse) => ({
  house: faces.jobs,
  mailer: { send: async () => 'sent' as const },
})

/** What the hourly job does, done on that day. */
async function watchedOn(here: TestHouse, day: string): Promise<void> {
  to(here, isoDate(day))
  await watchKeeping.work(tools(here), {})
}

function to({ clock }: TestHouse, day: IsoDate): void {
  clock.advance(daysBetween(clock.today(), day) * DAY_MS)
}

const keptIn = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('keeping')
    .select(['keptUntil', 'announcedOn', 'goesAfter', 'lookOn', 'erasedAt'])
    .where('caseId', '=', id)
    .execute()

const answersIn = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('answer').select('subject').where('caseId', '=', id).execute()).length

/** Withdrawn on 2 March 2026 and kept for a year, of which the last thirty days are the notice. */
async function withdrawn(t: TestContext) {
  const here = await house(t)
  const ana = await here.signedUpApplicant({ email: 'ana@example.org' })
  const { id } = await submitted(ana)
  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)
  return { here, ana, id }
}

const visit = async (here: TestHouse, ana: Applicant, path: string) => {
  await signInAgain(here, ana)
  return ana.get(path)
}

test('what is kept is announced, and goes after the day that was told, and the person stays', async (t) => {
  const { here, ana, id } = await withdrawn(t)
  const beside = await caseIn('draft', here, ana)
  await watchedOn(here, '2026-03-02')
  const [kept] = await keptIn(here, id)
  equal(kept?.keptUntil, '2027-03-02')
  equal(kept?.lookOn, '2027-01-31')
  match(
    await (await visit(here, ana, `/en/applications/${id}`)).text(),
    /All of this is kept at least until the end of 2 March 2027/,
  )

  await watchedOn(here, '2027-01-30')
  equal((await keptIn(here, id))[0]?.goesAfter, null)
  await watchedOn(here, '2027-01-31')
  await watchKeeping.work(tools(here), {})
  equal((await keptIn(here, id))[0]?.goesAfter, '2027-03-02')
  equal((await keptIn(here, id))[0]?.announcedOn, '2027-01-31')
  const letters = here.db.selectFrom('letter').select('code').where('code', '=', KEEP_ENDS)
  equal((await letters.execute()).length, 1)
  to(here, isoDate('2027-02-02'))
  await releaseLetters.work(tools(here), {})
  const [mail] = await here.mails('ana@example.org')
  match(mail?.subject ?? '', /What we keep will be deleted/)
  match(mail?.text ?? '', /2 March 2027/)
  match(
    await (await visit(here, ana, `/en/applications/${id}`)).text(),
    /is deleted after this day:[\s\S]*2 March 2027/,
  )
  match(
    await htmlOf(await here.office(OFFICER), `/en/cases/${id}`),
    /It is deleted after 2 March 2027; the person was told/,
  )

  await watchedOn(here, '2027-03-02')
  ok((await answersIn(here, id)) > 0, 'the last day is theirs')
  await watchedOn(here, '2027-03-03')
  await watchKeeping.work(tools(here), {})
  await here.runJobs()

  equal(await answersIn(here, id), 0)
  deepEqual(
    (await erasuresOf(here.owned, id)).map(({ party, ground }) => ({ party, ground })),
    [{ party: ana.account.partyId, ground: 'HQM-2026-000001 withdrawn keep-ends' }],
  )
  const left = here.db
    .selectFrom('ledgerLeaf')
    .select('id')
    .where('caseId', '=', id)
    .where('opening', 'is not', null)
    .where('party', 'is not', null)
  deepEqual(await left.execute(), [])
  deepEqual(await here.vaultFiles(), [])
  equal((await visit(here, ana, `/en/applications/${id}`)).status, 410)
  const list = await htmlOf(ana, '/en/applications')
  match(list, /HQM-2026-000001/)
  match(list, /what you told us here was deleted/)
  ok(!list.includes('Start with the answers of'))
  for (const path of ['/en', '/en/who-looked']) equal((await ana.get(path)).status, 200)
  equal((await ana.get(`/en/applications/${beside}`)).status, 200)
  const officer = await here.office(OFFICER)
  equal((await officer.get(`/en/cases/${id}`)).status, 410)
  match(await htmlOf(officer, '/en?list=ended'), /Erased/)
})

test('whoever was not told yet, and whose status is held, is kept for as long as that', async (t) => {
  const here = await house(t)
  const [ana, bo] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const refused = await caseIn('refused', here, ana)
  const held = await caseIn('recognised', here, bo)
  await watchedOn(here, '2026-03-02')
  equal((await keptIn(here, refused))[0]?.keptUntil, null)
  equal(
    (await keptIn(here, held))[0]?.lookOn,
    null,
    'nothing is looked at before something happens',
  )

  await visit(here, ana, `/en/applications/${refused}/decision`)
  await watchedOn(here, '2026-03-04')
  match((await keptIn(here, refused))[0]?.keptUntil ?? '', /^2029-03-/)

  // Given on 2 March 2026 for five years.
  await watchedOn(here, '2031-03-02')
  equal((await keptIn(here, held))[0]?.keptUntil, null)
  await watchTerms.work(tools(here), {})
  await watchKeeping.work(tools(here), {})
  equal((await keptIn(here, held))[0]?.keptUntil, '2036-03-01')
})

const HELD = { ground: 'court', back: 'erasing' } as const

test('under a hold nothing goes, and once it is lifted it does', async (t) => {
  const { here, id } = await withdrawn(t)
  const { db } = here
  await watchedOn(here, '2027-01-31')
  const hold = crypto.randomUUID()
  await db
    .insertInto('hold')
    .values({ ...HELD, id: hold, caseId: id, fromOn: '2027-02-01', placedBy: hold, placedIn: id })
    .execute()
  await watchedOn(here, '2027-03-03')
  await watchedOn(here, '2027-04-01')
  ok((await answersIn(here, id)) > 0)
  deepEqual(await erasuresOf(here.owned, id), [])
  equal((await keptIn(here, id))[0]?.lookOn, '2027-04-02', 'it is asked again each day')

  await db.updateTable('hold').set({ untilOn: '2026-03-20', liftedBy: hold }).execute()
  await watchedOn(here, '2027-04-02')
  equal(await answersIn(here, id), 0)
})

test('what stands against it is asked of the case, of the decision and of what it gave', async (t) => {
  const here = await house(t)
  const { db } = here
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana)
  const against = async () => {
    const { rows } = await sql<{ found: readonly string[] }>`
      select against_erasing_part(${id}::uuid, ${ana.account.partyId}::uuid) as found`.execute(db)
    return rows[0]?.found
  }
  deepEqual(await against(), ['status'])
  await annulmentOf(here, id)
  deepEqual(await against(), ['case', 'status'])
  const { number } = await db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  const decision = await db.selectFrom('decision').select('id').executeTakeFirstOrThrow()
  for (const on of [
    { status: number },
    { decision: decision.id },
    { party: ana.account.partyId },
  ]) {
    const placed = crypto.randomUUID()
    const said = { ...HELD, id: placed, fromOn: '2026-03-02', placedBy: placed, placedIn: id }
    await db
      .insertInto('hold')
      .values({ ...said, ...on })
      .execute()
    deepEqual(await against(), ['case', 'status', 'hold'])
    await db
      .updateTable('hold')
      .set({ untilOn: '2026-03-02', liftedBy: placed })
      .where('id', '=', placed)
      .execute()
    deepEqual(await against(), ['case', 'status'])
  }
})

test('whoever is interrupted between the key and the rows is ended, and so is a restore', async (t) => {
  const { here, ana, id } = await withdrawn(t)
  const { faces, db } = here
  await watchedOn(here, '2027-01-31')
  const yesterday = await restored(db)
  await faces.jobs.keys.erase({ party: ana.account.partyId, caseId: id }, here.clock.now())
  ok((await answersIn(here, id)) > 0)
  equal((await visit(here, ana, `/en/applications/${id}`)).status, 410)

  equal(await finishErasing(faces.jobs, faces.jobs.log), 1)
  equal(await finishErasing(faces.jobs, faces.jobs.log), 0)
  equal(await answersIn(here, id), 0)
  ok((await keptIn(here, id))[0]?.erasedAt)

  await yesterday()
  ok((await answersIn(here, id)) > 0, 'as it was')
  equal(await finishErasing(faces.jobs, faces.jobs.log), 1)
  equal(await answersIn(here, id), 0)
  await watchedOn(here, '2028-01-01')
  deepEqual(await erasuresOf(here.owned, id), [], 'nothing is erased twice')
})

const term = { term: 'status-validity' }
const keeping: CaseType = {
  ...returning,
  keep: { ...term, from: 'ended', notice: 'court' },
  outcomes: returning.outcomes.map((each) => ({
    ...each,
    keep: { ...term, from: each.code === 'recognised' ? 'status-end' : 'decided' },
  })),
  letters: [
    {
      code: 'goes',
      on: KEEP_ENDS,
      subject: say('{number} goes'),
      body: say('{dueOn} {link}'),
      basis: PROVISIONAL,
    },
  ],
}

test('of several each has a day of their own, and what is kept of the others stays', async (t) => {
  const all = await family(t, familyHouse(t, keeping))
  await sentIn(all)
  await decided(all)
  const { here, ana, ben, id } = all
  await watchedOn(here, '2026-03-02')
  const days = (await keptIn(here, id)).flatMap(({ keptUntil }) => keptUntil ?? [])
  deepEqual(days, ['2031-03-02'], 'of the two who hold something it is not known yet')

  await watchedOn(here, '2031-01-31')
  await watchedOn(here, '2031-03-03')
  const goes = here.db.selectFrom('letter').select('party').where('code', '=', 'goes')
  deepEqual(await goes.execute(), [], 'it went with what it told of')

  const subjects = await here.db.selectFrom('answer').select('subject').execute()
  deepEqual(
    new Set(subjects.map(({ subject }) => subject)),
    new Set([ana.account.partyId, ben.account.partyId]),
  )
  for (const who of [ana, ben]) {
    equal((await visit(here, who, `/en/applications/${id}`)).status, 200)
  }
  equal((await visit(here, ana, `/en/applications/${id}~3`)).status, 410)
  const officer = await here.office(OFFICER)
  const page = await htmlOf(officer, `/en/cases/${id}`)
  match(page, /Ana Ferreira/)
  match(page, /Benedito Ferreira/)
  ok(!page.includes('Lia'))

  // The statuses of the parents end with five years, and are kept for five more.
  await watchTerms.work(tools(here), {})
  await watchedOn(here, '2036-02-15')
  await watchedOn(here, '2036-03-17')
  for (const who of [ana, ben]) {
    equal((await visit(here, who, `/en/applications/${id}`)).status, 410)
    equal((await who.get('/en/applications')).status, 200)
  }
  deepEqual(await here.db.selectFrom('answer').select('subject').execute(), [])
})

test('what is entered again, or was set aside, is kept, whatever was announced', async (t) => {
  const { here, id } = await withdrawn(t)
  const { db } = here
  await watchedOn(here, '2027-01-31')
  await sql`update case_file set stage = 'examined', ended_on = null`.execute(db)
  const nothing = { keptUntil: null, announcedOn: null, goesAfter: null, lookOn: null }
  deepEqual(await keptIn(here, id), [{ ...nothing, erasedAt: null }])
  await watchedOn(here, '2030-01-01')
  ok((await answersIn(here, id)) > 0)

  await sql`update case_file set stage = 'ended', ended_on = '2030-01-01'`.execute(db)
  await watchKeeping.work(tools(here), {})
  equal((await keptIn(here, id))[0]?.keptUntil, '2031-01-01', 'counted from its new end')

  const bo = await here.signedUpApplicant()
  const refused = await caseIn('refused', here, bo)
  await visit(here, bo, `/en/applications/${refused}/decision`)
  await watchKeeping.work(tools(here), {})
  match((await keptIn(here, refused))[0]?.keptUntil ?? '', /^2033-01-/)
  await sql`update decision set set_aside_by = id where case_id = ${refused}::uuid`.execute(db)
  await watchKeeping.work(tools(here), {})
  equal((await keptIn(here, refused))[0]?.keptUntil, null)
})

test('what happens while it is looked at is not passed over', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('refused', here, ana)
  const { jobs } = here.faces
  const { db } = jobs
  const on = here.clock.today()
  const page = await inTransaction(db, (tx) => keptToLookAt(tx, { on }))
  const found = page.map((kept) => foundOf(jobs, kept, on))
  await visit(here, ana, `/en/applications/${id}/decision`)
  await inTransaction(db, (tx) => noteKept(tx, found))

  equal((await keptIn(here, id))[0]?.lookOn, '0001-01-01')
  await watchKeeping.work(tools(here), {})
  equal((await keptIn(here, id))[0]?.keptUntil, '2029-03-02')
})

test('nothing is asked for before its day', async (t) => {
  const { here } = await withdrawn(t)
  await watchedOn(here, '2026-03-02')
  const askedOn = async (day: string) => {
    const on = isoDate(day)
    return (await inTransaction(here.faces.jobs.db, (tx) => keptToLookAt(tx, { on }))).length
  }
  equal(await askedOn('2027-01-30'), 0)
  equal(await askedOn('2027-01-31'), 1)
})
