import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { daysBetween, isoDate, isoMoment } from '#core/dated.ts'
import { tellOfficials } from '#jobs/officials/tell-officials.ts'
import { watchKeeping } from '#jobs/watch-keeping.ts'
import { house, type TestHouse } from '#test/house.ts'
import { policyWithQuestions, questionAsked, saidBy } from '#test/toy-asking.ts'

const made = async (t: Parameters<typeof house>[0]): Promise<TestHouse> =>
  house(t, { policy: policyWithQuestions(t) })

const tools = ({ faces }: TestHouse) => ({
  house: faces.jobs,
  mailer: { send: async () => 'sent' as const },
})

test('officials are told by mail of what waits for their own mission alone', async (t) => {
  const home = await made(t)
  const { number, id } = await questionAsked(home)
  const morning = async (on: string) => {
    home.clock.set(isoMoment(`${on}T04:30:00.000Z`))
    await tellOfficials.work(tools(home), {})
  }
  const told = async () =>
    (await home.mails()).filter(({ text }) => text.includes(number)).flatMap(({ to }) => to)
  await morning('2026-03-03')
  deepEqual((await told()).toSorted(), ['consul2@kecid.example', 'consul@kecid.example'])
  await saidBy(home, 'consul', { id, step: 'pass', text: 'For you.' })
  await morning('2026-03-04')
  const later = await told()
  ok(later.includes('officer@kecid.example') && !later.some((to) => to.includes('lisbon')))
})

test('what is kept of who asked goes when its time is over, and with it the address', async (t) => {
  const home = await made(t)
  const { id, link } = await questionAsked(home)
  await saidBy(home, 'consul', { id, step: 'tell-toy', text: 'Yes.' })
  const watchedOn = async (day: string) => {
    home.clock.advance(daysBetween(home.clock.today(), isoDate(day)) * 86_400_000)
    await watchKeeping.work(tools(home), {})
  }
  await watchedOn('2026-03-02')
  await watchedOn('2027-01-31')
  equal((await home.visitor().get(link)).status, 200)
  await watchedOn('2027-03-03')
  await watchKeeping.work(tools(home), {})
  equal((await home.visitor().get(link)).status, 404)
  const { account } = await home.db
    .selectFrom('asking')
    .selectAll()
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  equal(account, null)
  const left = await sql`
    select from credential join account on account.id = credential.account
    join case_party on case_party.party = account.party where case_id = ${id}::uuid`.execute(
    home.db,
  )
  equal(left.rows.length, 0)
})
