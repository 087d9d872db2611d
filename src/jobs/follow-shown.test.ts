import { deepEqual, equal } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { followingStatuses } from '#jobs/follow-statuses.ts'
import { actingOn, inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { shownAnswers } from '#records/shown.ts'
import type { Copy } from '#telling/copy/copy.ts'
import { askNow, clear, takeAnswers } from '#test/asking.ts'
import { policyFollowing } from '#test/consulting.ts'
import { signInAgain } from '#test/days-later.ts'
import { givenCopy } from '#test/copies.ts'
import { house, type Applicant } from '#test/house.ts'
import { ENGINEER, signedCase } from '#test/signed-case.ts'

const DAY_MS = 24 * 3_600_000
const PASSPORT = {
  id: 'document-1',
  values: { type: 'passport', number: 'CD123456', 'issuing-country': 'PRT' },
}
const NO_MAIL = { send: () => Promise.reject(new Error('holders are followed without mail')) }

/** Ana was recognised, and a register is asked about her as policy says. */
async function recognised(t: TestContext, policy: string) {
  const here = await house(t, { policy, sessionHours: 24 * 30 })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { answers: { ...ENGINEER, document: [PASSPORT] } })
  const asked = async (days: number) => {
    here.clock.advance(days * DAY_MS)
    await followingStatuses.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
    const times = await askNow(here, clear)
    await takeAnswers(here)
    return times
  }
  /** What the register said, as far as somebody who is signed in reads it. */
  const shownTo = (who: Applicant) => {
    const token = who.cookies.get('kecid') ?? ''
    const theirs = actingOn(here.faces.portal.db, { token, at: here.clock.now() })
    return inTransaction(theirs, async (tx) => {
      const of = await shownAnswers(tx, id)
      const held = await readCase(tx, here.faces.portal.keys, id)
      return held === undefined ? [] : of(held).map(({ result }) => result)
    })
  }
  return { here, ana, asked, shownTo }
}

test('whoever holds it is shown what the register says, and nobody else is', async (t) => {
  const policy = policyFollowing(t, { everyDays: 1, shown: true })
  const { here, ana, asked, shownTo } = await recognised(t, policy)
  const ben = await here.signedUpApplicant({ email: 'ben@example.org' })

  deepEqual(await shownTo(ana), [], 'nothing was asked yet')
  equal(await asked(1), 1)
  deepEqual(await shownTo(ana), ['clear'])
  deepEqual(await shownTo(ben), [])

  const copied = async (who: Applicant) => {
    await signInAgain(here, who)
    const copy = await who.post(`/en/applications/${await givenCopy(here, who)}/copy`, {
      form: 'file',
    })
    return ((await copy.json()) as Copy).cases.flatMap(({ shown }) => shown)
  }
  deepEqual(
    (await copied(ana)).map(({ service, result }) => [service.name, result.name]),
    [['Restrictions', 'None']],
  )
  deepEqual(await copied(ben), [])
})

test('what policy does not say is shown is not, to its holder neither', async (t) => {
  const { ana, asked, shownTo } = await recognised(t, policyFollowing(t, { everyDays: 1 }))
  equal(await asked(1), 1)
  deepEqual(await shownTo(ana), [])
})

test('it is asked for as many days as policy says, and no longer', async (t) => {
  const { asked } = await recognised(t, policyFollowing(t, { everyDays: 1, forDays: 3 }))
  const days = [await asked(1), await asked(1), await asked(1), await asked(1), await asked(1)]
  deepEqual(days, [1, 1, 1, 0, 0])
})
