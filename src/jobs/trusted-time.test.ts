import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addDays, isoDate, isoMoment } from '#core/dated.ts'
import { startWorker } from '#jobs/run.ts'
import { millisecondsBetween, systemClock } from '#platform/calendar.ts'
import { databaseNow, inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { setStepDue, stepDueIn } from '#test/case-rows.ts'
import { house, readHouse, type TestHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { caseIn } from '#test/played-case.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The jobs that the clock alone asks for. */
async function runTimedJobs({ db, runJobs }: TestHouse) {
  await inTransaction(db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
  for (const name of ['forget', 'release-letters']) {
    await sql`with job as (select jobs.add_job(${name}::text)) select from job`.execute(db)
  }
  await runJobs()
}

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const statusState = async ({ db }: TestHouse) =>
  (await db.selectFrom('status').select('state').executeTakeFirst())?.state

const waitingLetters = async ({ db }: TestHouse) =>
  (await db.selectFrom('letter').select('id').where('sendFrom', 'is not', null).execute()).length

const sessionsOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('session').select('account').execute()).length

async function healthOf(kecid: TestHouse) {
  const answers = [await kecid.portal.get('/health'), await (await kecid.office()).get('/health')]
  deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  const [portal, office] = await Promise.all(answers.map((answer) => answer.text()))
  equal(portal, office)
  return portal ?? ''
}

const doubts = ({ logged }: TestHouse) =>
  logged.filter((line) => line.includes('time in doubt')).length

test('a clock five years ahead takes no status, forgets and sends nothing, until it is right', async (t) => {
  const kecid = await house(t)
  await caseIn('recognised', kecid, await kecid.signedUpApplicant())
  await runTimedJobs(kecid)
  equal(await healthOf(kecid), 'ok')
  const start = kecid.clock.now()
  const [letter] = await kecid.db.selectFrom('letter').select('id').limit(1).execute()
  await asOwner(kecid.db, (tx) =>
    tx
      .updateTable('letter')
      .set({ sendFrom: start })
      .where('id', '=', letter?.id ?? '')
      .execute(),
  )

  kecid.clock.advance(5 * 366 * DAY_MS)
  match(await healthOf(kecid), /long-gap/, 'before any job has looked')
  await runTimedJobs(kecid)
  await runTimedJobs(kecid)
  equal(await statusState(kecid), 'in-force')
  equal(await sessionsOf(kecid), 1)
  equal(await waitingLetters(kecid), 1)
  match(await healthOf(kecid), /time in doubt, automatic steps wait: long-gap/)
  equal(doubts(kecid), 6)

  kecid.clock.set(start)
  await runTimedJobs(kecid)
  equal(await healthOf(kecid), 'ok')
  equal(await statusState(kecid), 'in-force')
  equal(await waitingLetters(kecid), 0)
})

test('what was due is done once an administrator has confirmed the time', async (t) => {
  const kecid = await house(t)
  await caseIn('recognised', kecid, await kecid.signedUpApplicant())
  await runTimedJobs(kecid)
  kecid.clock.advance(5 * 366 * DAY_MS)
  await runTimedJobs(kecid)

  const administrator = await kecid.office('administrator@kecid.example')
  const page = await (await administrator.get('/en/time')).text()
  const fields = { at: /name="at" value="([^"]+)"/, ahead: /name="ahead" value="([^"]+)"/ }
  const [at = '', ahead = ''] = Object.values(fields).map((each) => each.exec(page)?.[1])
  equal((await administrator.post('/en/time', { at, ahead })).status, 303)

  await kecid.runJobs()
  equal(await statusState(kecid), 'ended')
  equal(await healthOf(kecid), 'ok')
})

test('a time between two runs of up to three days needs nobody', async (t) => {
  const kecid = await house(t)
  await runTimedJobs(kecid)
  for (let day = 0; day < 9; day += 3) {
    kecid.clock.advance(3 * DAY_MS)
    await runTimedJobs(kecid)
  }

  equal(doubts(kecid), 0)
})

test('a database that goes another way than the process keeps jobs waiting, in both directions', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('returned', kecid, await kecid.signedUpApplicant())
  await setStepDue(kecid.db, id, '2026-02-02')

  for (const minutes of [3, -3]) {
    kecid.databaseAhead.milliseconds = minutes * MINUTE_MS
    await runTimedJobs(kecid)
    match(await healthOf(kecid), /apart/)
    equal(await stateOf(kecid, id), 'returned')
  }
  kecid.databaseAhead.milliseconds = 0
  await runTimedJobs(kecid)
  equal(await healthOf(kecid), 'ok')
})

test('jobs go by the day of the database, not by that of the process', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('returned', kecid, await kecid.signedUpApplicant())
  const due = isoDate(await stepDueIn(kecid.db, id))
  // A minute after midnight in Baku, while it is still a minute before for the database.
  kecid.clock.set(isoMoment(`${due}T20:01:00.000Z`))
  equal(kecid.clock.today(), addDays(due, 1))
  kecid.databaseAhead.milliseconds = -2 * MINUTE_MS

  await runTimedJobs(kecid)
  equal(await stateOf(kecid, id), 'returned')
  kecid.databaseAhead.milliseconds = 0
  await runTimedJobs(kecid)
  equal(await stateOf(kecid, id), 'closing-proposed')
})

test('a time that was trusted and is over again keeps jobs waiting', async (t) => {
  const kecid = await house(t)
  await runTimedJobs(kecid)
  kecid.clock.advance(-3 * MINUTE_MS)
  await runTimedJobs(kecid)

  match(await healthOf(kecid), /backward/)
  equal(doubts(kecid), 3)
})

test('what people ask for is done by any clock', async (t) => {
  const kecid = await house(t)
  await runTimedJobs(kecid)
  kecid.databaseAhead.milliseconds = 400 * DAY_MS
  await kecid.portal.post('/en/register', { email: 'ana@example.org' })

  equal((await kecid.mails('ana@example.org')).length, 1)
})

test('a worker begins by whatever clock, and says at once what is wrong with it', async (t) => {
  const kecid = await house(t)
  await runTimedJobs(kecid)
  kecid.clock.advance(400 * DAY_MS)
  const mailer = { send: () => Promise.reject(new Error('nothing is sent')) }

  const worker = await startWorker({ house: kecid.faces.jobs, mailer }, kecid.url)
  await worker.stop()
  ok(doubts(kecid) >= 1)
  const row = await kecid.db.selectFrom('trustedTime').select('doubt').executeTakeFirst()
  equal(row?.doubt, 'long-gap')
})

test('the time of the database is that of its server', async () => {
  const { faces } = await readHouse()
  const [before, now, after] = [
    systemClock.now(),
    await databaseNow(faces.jobs.db),
    systemClock.now(),
  ]

  ok(millisecondsBetween(before, now) >= 0 && millisecondsBetween(now, after) >= 0)
})

test('who answered for a time stays written, and the portal answers for none', async (t) => {
  const kecid = await house(t)
  const administrator = await kecid.office('administrator@kecid.example')
  const at = kecid.clock.now()
  await kecid.db
    .insertInto('timeConfirmation')
    .values({
      id: '7c1d4a4e-52a0-4a3c-9b0f-6a6a3a3f6a01',
      actor: administrator.official?.id ?? '',
      doubt: 'apart',
      foundAt: at,
      foundAheadMs: 0,
      confirmedAt: at,
    })
    .execute()

  const forged = sql`update time_confirmation set doubt = 'backward'`
  await rejects(forged.execute(kecid.db), /not changed afterwards/)
  const trusting = sql`update trusted_time set ran_at = now()`
  await rejects(trusting.execute(kecid.faces.portal.db), /permission denied/)
})
