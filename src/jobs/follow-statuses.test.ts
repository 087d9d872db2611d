import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { followingStatuses } from '#jobs/follow-statuses.ts'
import { askNow, inquiriesOf, messagesOf } from '#test/asking.ts'
import { policyFollowing, type Saying } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { ENGINEER, sent, signedCase } from '#test/signed-case.ts'

const DAY_MS = 24 * 3_600_000
const OFFICER = 'officer@kecid.example'

const clear: Saying = (asked) => ({ result: 'clear', ...asked })
const restricted: Saying = (asked) => ({ result: 'restricted', ...asked })

const PASSPORT = {
  ...ENGINEER,
  document: [
    {
      id: 'document-1',
      values: { type: 'passport', number: 'CD123456', 'issuing-country': 'PRT' },
    },
  ],
}

/** Ana is recognised, and a month goes by. */
async function recognised(t: TestContext) {
  const here = await house(t, { policy: policyFollowing(t) })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { answers: PASSPORT })
  await here.runJobs()
  const opened = () =>
    here.db
      .selectFrom('caseFile')
      .select(['id', 'state', 'aboutStatus'])
      .where('type', '=', 'annulment')
      .execute()
  /** Asks what is due by then of a register that says so, and opens what that opens. */
  const follow = async (says: Saying, days = 0) => {
    here.clock.advance(days * DAY_MS)
    await followingStatuses.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
    const asked = await askNow(here, says)
    await here.runJobs()
    return asked
  }
  return { here, ana, id, opened, follow }
}

const NO_MAIL = { send: () => Promise.reject(new Error('holders are followed without mail')) }

const saidIn = async (here: TestHouse, id: string) =>
  (await (await here.office(OFFICER)).get(`/en/cases/${id}`)).text()

test('a holder is followed by what policy names, as often as it says, and nothing comes of what fits', async (t) => {
  const { here, opened, follow } = await recognised(t)

  equal(await follow(clear), 0, 'it was asked when they were recognised')
  equal(await follow(clear, 31), 1)
  equal(await follow(clear), 0)
  equal(await follow(clear, 29), 0)
  equal(await follow(clear, 2), 1)
  deepEqual(await opened(), [])
  const rows = await inquiriesOf(here)
  deepEqual(
    rows.map(({ follows, state }) => [follows, state]),
    [
      ['HQM-S-2026-000123', 'taken'],
      ['HQM-S-2026-000123', 'taken'],
    ],
    'what was said before, and what is said now',
  )
})

test('what is followed opens a case about the status, in which registers are asked anew', async (t) => {
  const { here, ana, opened, follow } = await recognised(t)

  await follow(restricted, 31)

  const [check, ...more] = await opened()
  deepEqual(more, [])
  deepEqual([check?.state, check?.aboutStatus], ['opened', 'HQM-S-2026-000123'])
  const id = check?.id ?? ''
  match(await saidIn(here, id), /Restrictions[\s\S]*No answer yet/)
  equal(await askNow(here, restricted), 1, 'the case asks for itself')
  await here.runJobs()
  match(await saidIn(here, id), /Restrictions[\s\S]*Restricted/)
  const messages = await messagesOf(here)
  deepEqual(
    messages.map(({ party }) => party),
    [ana.account.partyId, ana.account.partyId],
    'she reads of both who asked',
  )
  const status = await here.db.selectFrom('status').select('state').executeTakeFirstOrThrow()
  equal(status.state, 'in-force', 'nobody has decided anything')
})

test('an answer that was said before opens nothing again, and another one does', async (t) => {
  const { here, opened, follow } = await recognised(t)
  await follow(restricted, 31)
  const [first] = await opened()
  const officer = await here.office(OFFICER)
  const dropped = await sent(officer, `/en/cases/${first?.id}/steps/drop-annulment`, {
    reason: 'Köhnə qeyddir.',
  })
  equal(dropped.status, 303)

  await follow(restricted, 31)
  equal((await opened()).length, 1)
  await follow(clear, 31)
  equal((await opened()).length, 1)
  await follow(restricted, 31)
  equal((await opened()).length, 2)
})

test('what is not as it was written opens a case as well, but not where one is open', async (t) => {
  const { opened, follow } = await recognised(t)
  const renamed: Saying = ({ person }) => ({
    result: 'clear',
    person: { ...(person as Record<string, string>), surname: 'Pereira' },
  })

  await follow(renamed, 31)
  equal((await opened()).length, 1)
  await follow(clear, 31)
  await follow(restricted, 31)
  equal((await opened()).length, 1, 'that one is open still')
})

test('what was said while a case was open that was not about it is raised once that has ended', async (t) => {
  const { here, opened, follow } = await recognised(t)
  const renamed: Saying = ({ person }) => ({
    result: 'clear',
    person: { ...(person as Record<string, string>), surname: 'Pereira' },
  })
  await follow(renamed, 31)
  const [first] = await opened()
  equal(await askNow(here, clear), 1, 'what the case reads itself')
  await here.runJobs()
  await follow(restricted, 31)
  await follow(restricted, 31)
  equal((await opened()).length, 1)

  const dropped = await sent(
    await here.office(OFFICER),
    `/en/cases/${first?.id}/steps/drop-annulment`,
    { reason: 'Köhnə qeyddir.' },
  )
  equal(dropped.status, 303)
  await follow(restricted, 31)
  equal((await opened()).length, 2)
  await follow(restricted, 31)
  equal((await opened()).length, 2, 'for the same once')
})

test('what was read in a case that an official opened is raised by nobody again', async (t) => {
  const { here, id, opened, follow } = await recognised(t)
  await follow(clear, 31)
  const officer = await here.office(OFFICER)
  const begun = await sent(officer, `/en/cases/${id}/open/annulment`, {
    reasoning: 'Diplom saxtadır.',
    grounds: 'A2',
  })
  equal(begun.status, 303)
  here.clock.advance(60_000)
  equal(await askNow(here, restricted), 1)
  await here.runJobs()
  const [own] = await opened()
  const dropped = await sent(officer, `/en/cases/${own?.id}/steps/drop-annulment`, {
    reason: 'Köhnə qeyddir.',
  })
  equal(dropped.status, 303)

  await follow(restricted, 31)

  equal((await opened()).length, 1)
})

test('a register that is down opens nothing, and is asked again until it answers', async (t) => {
  const { here, opened, follow } = await recognised(t)
  await follow(() => 'cut', 31)
  deepEqual(await opened(), [])

  here.clock.advance(60_000)
  await askNow(here, restricted)
  await here.runJobs()
  equal((await opened()).length, 1)
})

test('of a status that has ended nothing is asked any more', async (t) => {
  const { here, follow } = await recognised(t)
  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()

  equal(await follow(restricted, 31), 0)
})
