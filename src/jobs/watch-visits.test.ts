import { deepEqual, match, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { watchVisits } from '#jobs/watch-visits.ts'
import type { TestHouse } from '#test/house.ts'
import { signInAgain } from '#test/days-later.ts'
import { publishNow } from '#test/published.ts'
import { policyVisited, visitedHouse } from '#test/visiting.ts'

const DAY_MS = 86_400_000

/** Somebody comes on the last day that is free. */
async function comesLate(t: TestContext) {
  const given = await visitedHouse(t)
  const { who, page } = given
  const days = [...(await (await who.get(page)).text()).matchAll(/day=(\d{4}-\d\d-\d\d)/g)]
  const day = days.at(-1)?.[1] ?? ''
  const html = await (await who.get(`${page}?who=1&place=baku&day=${day}`)).text()
  const start = /value="(\d{4}-[^"]+Z)"/.exec(html)?.[1] ?? ''
  await who.post(page, { who: ['1'], place: 'baku', day, start, press: 'choose' })
  ok(start.startsWith(day), 'the last day was chosen')
  return { ...given, day, start }
}

const watched = ({ faces }: TestHouse) =>
  watchVisits.work(
    { house: faces.jobs, mailer: { send: () => Promise.reject(new Error('it sends nothing')) } },
    {},
  )

const states = async ({ db }: TestHouse) =>
  (await db.selectFrom('appointment').select('state').orderBy('bookedAt').execute()).map(
    ({ state }) => state,
  )

const letters = async ({ db }: TestHouse) =>
  (
    await db
      .selectFrom('letter')
      .select('code')
      .where('code', 'like', 'visit-%')
      .orderBy('writtenAt')
      .execute()
  ).map(({ code }) => code)

const subjects = async (here: TestHouse, email: string) =>
  (await here.mails(email)).map(({ subject }) => subject)

/** The same policy with a day more that everybody has off. */
function withDayOff(t: TestContext, day: string, places?: Parameters<typeof policyVisited>[1]) {
  const folder = policyVisited(t, places)
  const file = join(folder, 'calendars', '2026.yaml')
  const text = readFileSync(file, 'utf8').replace(
    'restDays:\n',
    `restDays:\n  - { on: ${day}, because: decision, basis: {} }\n`,
  )
  writeFileSync(file, text)
  return folder
}

test('a day off that is published later lifts what was chosen, and whose it is is told and chooses anew', async (t) => {
  const { here, day, who, page } = await comesLate(t)
  await watched(here)
  deepEqual(await states(here), ['booked'], 'as long as it is a day of work')

  await publishNow(here, withDayOff(t, day))
  await here.faces.jobs.followPolicy()
  await here.faces.portal.followPolicy()
  await watched(here)
  await watched(here)
  await here.runJobs()

  deepEqual(await states(here), ['called-off'])
  deepEqual(await letters(here), ['visit-chosen', 'visit-called-off'])
  match(
    (await subjects(here, 'ana@example.org')).join('\n'),
    /: visit-called-off: Monday 16 March 2026/,
  )
  const html = await (await who.get(page)).text()
  match(html, /Choose when you come/)
  ok(!html.includes(`day=${day}`), 'that day is not offered any more')
})

test('where a place is not there any more, nobody is sent there', async (t) => {
  const { here, start } = await comesLate(t)
  here.clock.set(isoMoment(new Date(Date.parse(start) - DAY_MS).toISOString()))
  const folder = policyVisited(t, [])
  await publishNow(here, folder)
  await here.faces.jobs.followPolicy()
  await watched(here)
  deepEqual(await states(here), ['called-off'])
})

test('a reminder goes some working days before, once, and not to who has just chosen', async (t) => {
  const { here, who, start, page } = await comesLate(t)
  const at = (days: number) =>
    here.clock.set(isoMoment(new Date(Date.parse(start) - days * DAY_MS).toISOString()))
  await watched(here)
  deepEqual(await letters(here), ['visit-chosen'], 'it is far')

  at(1)
  await watched(here)
  await watched(here)
  deepEqual(await letters(here), ['visit-chosen', 'visit-soon'])

  await signInAgain(here, who)
  const html = await (await who.get(page)).text()
  match(html, /When you come/)
  at(-1)
  await watched(here)
  deepEqual(await letters(here), ['visit-chosen', 'visit-soon'], 'nothing is said of what was')
  deepEqual(await states(here), ['booked'])
})
