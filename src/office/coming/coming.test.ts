import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { dayInBaku, isoMoment } from '#core/dated.ts'
import { formatDate } from '#telling/dates.ts'
import { signInAgain } from '#test/days-later.ts'
import type { TestHouse } from '#test/house.ts'
import { visitedHouse } from '#test/visiting.ts'

const DAY_MS = 86_400_000

/** Ana comes on the first day that is free. */
async function expected(t: Parameters<typeof visitedHouse>[0]) {
  const given = await visitedHouse(t)
  const { here, who: ana, page } = given
  const html = await (await ana.get(page)).text()
  const start = /value="(\d{4}-[^"]+Z)"/.exec(html)?.[1] ?? ''
  await ana.post(page, { who: ['1'], place: 'baku', start, press: 'choose' })
  const visit = await here.db.selectFrom('appointment').select('id').executeTakeFirstOrThrow()
  const day = start.slice(0, 10)
  const until = (moment: string) =>
    here.clock.advance(Date.parse(moment) - Date.parse(here.clock.now()))
  return { ...given, start: isoMoment(start), day, visit: visit.id, until }
}

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const openSteps = async ({ db }: TestHouse, id: string) =>
  (
    await db
      .selectFrom('task')
      .select('step')
      .where('caseId', '=', id)
      .where('state', '=', 'open')
      .where('kind', '=', 'appearance')
      .orderBy('step')
      .execute()
  ).map(({ step }) => step)

const looksOn = async ({ db }: TestHouse, id: string) =>
  (
    await db
      .selectFrom('look')
      .select('page')
      .where('caseId', '=', id)
      .where('page', '=', 'coming-page')
      .execute()
  ).map(({ page }) => page)

const visits = async ({ db }: TestHouse) =>
  (await db.selectFrom('appointment').select('state').orderBy('bookedAt').execute()).map(
    ({ state }) => state,
  )

test('officials of the Service see who comes that day, and that they looked is noted', async (t) => {
  const { here, day, id, until, start } = await expected(t)
  const officer = await here.office('officer@kecid.example')
  const list = async () => (await officer.get(`/en/coming?place=baku&day=${day}`)).text()
  const early = await list()
  match(early, /Ferreira/)
  deepEqual(await looksOn(here, id), ['coming-page'])
  until(start)
  const later = await (
    await here.office('officer@kecid.example')
  ).get(`/en/coming?place=baku&day=${day}`)

  match(early, /Expected/)
  ok(!early.includes('name="state"'), 'nothing is recorded before the day')
  const html = await later.text()
  ok(html.includes(`/en/cases/${id}`))
  match(html, /value="came"/)
  equal((await looksOn(here, id)).length, 2)
  const again = await here.office('officer@kecid.example')
  const empty = await again.get('/en/coming?place=baku&day=2026-03-05')
  match(await empty.text(), /Nobody comes on this day/)
  equal((await looksOn(here, id)).length, 2, 'of nobody else')
  const expert = await here.office('expert.etn@kecid.example')
  equal((await expert.get('/en/coming')).status, 404)
})

test('the page of the case says when they come, and leads to the list of that day', async (t) => {
  const { here, id, day, start, until, visit } = await expected(t)
  const seen = async (mailbox = 'officer') => {
    const who = await here.office(`${mailbox}@kecid.example`)
    return (await who.get(`/en/cases/${id}`)).text()
  }
  const html = await seen()
  match(html, /Come for take-prints[\s\S]*3 March 2026[^<]*, 09:00 \(Baku time\), Toy office/)
  ok(html.includes(`href="/en/coming?place=baku&amp;day=${day}"`))
  match(html, /Come for hand-over[\s\S]*No time is chosen yet/)
  ok(!(await seen('auditor')).includes('/en/coming?'), 'the list is not for whoever watches')

  until(start)
  const marking = await here.office('officer@kecid.example')
  await marking.post('/en/coming', { visit, place: 'baku', day, state: 'missed' })
  match(await seen(), /Did not come on 3 March 2026, and has not chosen another time yet/)
})

test('that the last one came answers what the case asks, once', async (t) => {
  const { here, day, id, until, start, visit, who: ana } = await expected(t)
  until(start)
  const officer = await here.office('officer@kecid.example')
  const form = { visit, place: 'baku', day }
  const came = await officer.post('/en/coming', { ...form, state: 'came' })
  const again = await officer.post('/en/coming', { ...form, state: 'missed' })

  match(came.headers.get('location') ?? '', /done=visit-recorded/)
  equal(again.status, 409)
  deepEqual(await visits(here), ['came'])
  deepEqual(await openSteps(here, id), ['hand-over'])
  const answered = await here.db
    .selectFrom('event')
    .select(['step', 'role'])
    .where('caseId', '=', id)
    .where('kind', '=', 'answer')
    .execute()
  deepEqual(answered, [{ step: 'take-prints', role: 'case-officer' }])
  await signInAgain(here, ana)
  const next = await (await ana.get(`/en/applications/${id}`)).text()
  match(next, /href="[^"]*\/visits\/hand-over"[^>]*>\s*Choose when you come/)
})

test('whoever did not come chooses again, and nothing is taken from them', async (t) => {
  const { here, day, id, until, start, visit, page, who: ana } = await expected(t)
  until(start)
  const officer = await here.office('officer@kecid.example')
  await officer.post('/en/coming', { visit, place: 'baku', day, state: 'missed' })

  deepEqual(await openSteps(here, id), ['hand-over', 'take-prints'])
  equal(await stateOf(here, id), 'carried-out')
  await signInAgain(here, ana)
  const html = await (await ana.get(page)).text()
  const next = /value="(\d{4}-[^"]+Z)"/.exec(html)?.[1] ?? ''
  const answer = await ana.post(page, { who: ['1'], place: 'baku', start: next, press: 'choose' })
  equal(answer.status, 303)
  deepEqual(await visits(here), ['missed', 'booked'])
})

test('nobody says who came before the day, nor who may not record it', async (t) => {
  const { here, day, until, start, visit } = await expected(t)
  const form = { visit, place: 'baku', day, state: 'came' }
  const officer = await here.office('officer@kecid.example')
  equal((await officer.post('/en/coming', form)).status, 409)
  until(start)
  const signer = await here.office('signer@kecid.example')
  equal((await signer.post('/en/coming', form)).status, 404)
  const expert = await here.office('expert.etn@kecid.example')
  equal((await expert.post('/en/coming', form)).status, 404)
  deepEqual(await visits(here), ['booked'])
})

const subjects = async (here: TestHouse, email: string) =>
  (await here.mails(email)).map(({ subject }) => subject)

/** Records by hand, some time from the beginning of the visit, that fingerprints were taken. */
async function recordedByHand(t: Parameters<typeof visitedHouse>[0], daysAfter: number) {
  const { here, id, until, start } = await expected(t)
  const moment = isoMoment(new Date(Date.parse(start) + daysAfter * DAY_MS).toISOString())
  until(moment)
  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}/steps/take-prints`)).text()
  const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-')
  const answer = await officer.post(`/en/cases/${id}/steps/take-prints`, {
    version,
    option: 'done',
    'on-day': day,
    'on-month': month,
    'on-year': year,
    note: '',
  })

  equal(answer.status, 303)
  deepEqual(await visits(here), ['called-off'])
  await here.runJobs()
  return { start, mails: await subjects(here, 'ana@example.org') }
}

test('an official who records it by hand ends what was chosen for it', async (t) => {
  const { mails } = await recordedByHand(t, 1)

  equal(mails.filter((each) => each.includes('visit-needless')).length, 0, 'that day is over')
})

test('whoever chose a time that is still to come reads once that they need not come', async (t) => {
  const { mails, start } = await recordedByHand(t, -0.5)

  const told = mails.filter((each) => each.includes('visit-needless'))
  equal(told.length, 1)
  match(told[0] ?? '', new RegExp(formatDate(dayInBaku(start), 'en')))
})
