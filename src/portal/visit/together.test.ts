import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import { sql } from 'kysely'
import type { Place } from '#core/appointments/places.ts'
import { inTransaction } from '#platform/database.ts'
import { familyPolicy, portalAs } from '#test/family.ts'
import { decided, family, htmlOf, returning, sentIn, type Family } from '#test/ferreiras.ts'
import { house, type TestHouse } from '#test/house.ts'
import { toyPlace } from '#test/toy-place.ts'
import { visited } from '#test/visiting.ts'

/** Ana and Ben are given it, and Lia is not. */
async function given(t: TestContext, place: Place = toyPlace): Promise<Family & { page: string }> {
  const policy = familyPolicy(t, visited(returning))
  mkdirSync(join(policy, 'places'))
  writeFileSync(join(policy, 'places', 'baku.yaml'), stringify(place))
  const all = await family(t, house(t, { policy }))
  await sentIn(all)
  await decided(all)
  return { ...all, page: `/en/applications/${all.id}/visits/take-prints` }
}

const booked = async ({ db }: TestHouse) =>
  (
    await db
      .selectFrom('appointment')
      .select(['startsAt', 'seat'])
      .where('state', '=', 'booked')
      .orderBy('startsAt')
      .orderBy('seat')
      .execute()
  ).map(({ startsAt, seat }) => [startsAt, seat])

const letters = async ({ db }: TestHouse) =>
  (await db.selectFrom('letter').select('code').where('code', 'like', 'visit-%').execute())
    .map(({ code }) => code)
    .toSorted()

const timesOn = (html: string): readonly string[] =>
  [...html.matchAll(/value="([^"]+Z)"/g)].map(([, time = '']) => time)

const choosing = (whose: readonly string[], start: string) => ({
  who: whose,
  place: 'baku',
  start,
  press: 'choose',
})

test('one press gives a time to all who have to come, and each reads theirs alone', async (t) => {
  const { here, ana, ben, page } = await given(t)
  const html = await htmlOf(ana, page)
  match(html, /Everybody else in this application who has to come and has no time yet/)
  doesNotMatch(html, /Benedito/)
  const [start = ''] = timesOn(html)
  const answer = await ana.post(page, choosing(['1', 'others'], start))
  match(answer.headers.get('location') ?? '', /done=visit-together/)
  deepEqual(await booked(here), [
    [start, 1],
    [start, 2],
  ])
  deepEqual(await letters(here), ['visit-chosen', 'visit-together'])
  equal((await htmlOf(ana, page)).match(/name="cancel"/g)?.length, 1)
  equal((await htmlOf(ben, page)).match(/name="cancel"/g)?.length, 1)

  const theirs = timesOn(await htmlOf(ben, page)).find((time) => time > start) ?? ''
  equal((await ben.post(page, choosing(['1'], theirs))).status, 303)
  equal((await ana.post(page, { cancel: '1' })).status, 303)
  deepEqual(await booked(here), [[theirs, 1]])
})

test('whoever has chosen keeps their own time, and nothing is said of it', async (t) => {
  const { here, ana, ben, page } = await given(t)
  const [first = '', second = ''] = timesOn(await htmlOf(ben, page))
  equal((await ben.post(page, choosing(['1'], second))).status, 303)
  const answer = await ana.post(page, choosing(['1', 'others'], first))
  match(answer.headers.get('location') ?? '', /done=visit-together/)
  deepEqual(await booked(here), [
    [first, 1],
    [second, 1],
  ])
  deepEqual(await letters(here), ['visit-chosen', 'visit-chosen'])
})

test('where all do not fit it says so and nothing is taken; alone they still can', async (t) => {
  const hours = { mon: [{ from: '09:00', until: '09:20' }] }
  const { here, ana, page } = await given(t, { ...toyPlace, seats: 1, minutes: 20, hours })
  const html = await htmlOf(ana, page)
  match(html, /there is no room for all of you right after one another/)
  const [start = ''] = timesOn(await htmlOf(ana, `${page}?who=1`))
  equal((await ana.post(page, choosing(['1', 'others'], start))).status, 409)
  deepEqual(await booked(here), [])
  equal((await ana.post(page, choosing(['others'], start))).status, 400)
  equal((await ana.post(page, choosing(['1'], start))).status, 303)
})

test('an injected statement gives a time to nobody who is not beside them', async (t) => {
  const { here, ana, id, page } = await given(t)
  const eve = await here.signedUpApplicant()
  const [start = ''] = timesOn(await htmlOf(ana, page))
  const { party } = await here.db
    .selectFrom('account')
    .select('party')
    .where('face', '=', 'portal')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  const wanted = JSON.stringify([
    { id: '00000000-0000-4000-8000-00000000000a', party, place: 'baku', starts_at: start },
  ])
  const injected = inTransaction(portalAs(here, ana), (tx) =>
    sql`select choose_appointments(${id}::uuid, 'take-prints', ${wanted}, '[]', now())`.execute(tx),
  )
  await injected.then(
    () => equal(true, false, 'it is refused'),
    (fault: unknown) => match(String(fault), /chosen for oneself/),
  )
  equal((await eve.get(page)).status, 404)
  deepEqual(await booked(here), [])
})
