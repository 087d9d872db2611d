import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { releaseLetters } from '#jobs/release-letters.ts'
import { tellMoved } from '#jobs/tell-moved.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type TestHouse } from '#test/house.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { caseIn } from '#test/played-case.ts'
import { changedPolicy, publishNow } from '#test/published.ts'

/** A Monday that everybody has off by decision, while the answer is being waited for. */
const withDayOff = (t: TestContext): string =>
  changedPolicy(t, 'calendars/2026.yaml', (text) =>
    text.replace(
      'restDays:\n',
      'restDays:\n  - { on: 2026-03-16, because: decision, basis: {} }\n',
    ),
  )

async function published(here: TestHouse, policy: string): Promise<void> {
  await publishNow(here, policy)
  await here.faces.jobs.followPolicy()
  await here.runJobs()
  here.clock.advance(86_400_000)
}

const subjectsOf = async (here: TestHouse, email: string) =>
  (await here.mails(email)).map(({ subject }) => subject)

test('whoever was told a day is told where a calendar has moved it, once, in their language', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant({ email: 'ana@example.org' })
  const ben = await here.signedUpApplicant({ email: 'ben@example.org', language: 'ru' })
  const id = await caseIn('submitted', here, ana)
  await caseIn('in-assessment', here, ben)
  const over = await here.signedUpApplicant({ email: 'over@example.org' })
  await caseIn('refused', here, over)
  await here.runJobs()

  await published(here, withDayOff(t))
  const waiting = await here.db.selectFrom('dayMoved').selectAll().execute()
  deepEqual(waiting, [], 'written already, to be sent in the morning')
  await releaseLetters.work({ house: here.faces.jobs, mailer: { send: async () => 'sent' } }, {})

  match(
    (await subjectsOf(here, 'ana@example.org')).join(),
    /The last day for our answer has changed/,
  )
  match((await subjectsOf(here, 'ben@example.org')).join(), /Изменился последний день для ответа/)
  doesNotMatch((await subjectsOf(here, 'over@example.org')).join(), /changed/)
  await signInAgain(here, ana)
  match(
    await htmlOf(ana, `/en/applications/${id}/letters`),
    /is now this one: Friday 10 April 2026/,
  )

  const letters = here.db.selectFrom('letter').select('code').where('code', '=', 'day-moved')
  equal((await letters.execute()).length, 2)
  await here.runJobs()
  equal((await letters.execute()).length, 2)
})

test('a day that comes back before anybody was written to is told to nobody', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const { dueOn } = await here.db
    .selectFrom('caseFile')
    .select('dueOn')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await here.db
    .insertInto('dayMoved')
    .values({ caseId: id, was: dueOn ?? '' })
    .execute()
  await tellMoved.work({ house: here.faces.jobs, mailer: { send: async () => 'sent' } }, {})
  deepEqual(await here.db.selectFrom('dayMoved').selectAll().execute(), [])
  const letters = await here.db.selectFrom('letter').select('code').execute()
  doesNotMatch(JSON.stringify(letters), /day-moved/)
})
