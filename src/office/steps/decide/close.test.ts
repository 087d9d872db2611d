import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { lapse } from '#core/cases/examining.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { house, type TestHouse } from '#test/house.ts'
import { signInAgain } from '#test/days-later.ts'
import { caseIn, play } from '#test/played-case.ts'
import { sent, versionOn } from '#test/signed-case.ts'

const OFFICER = 'officer@kecid.example'
const DAY_MS = 86_400_000

/** A correction that never came, which time has proposed to leave unexamined. */
async function lapsed(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)
  here.clock.advance(30 * DAY_MS)
  await play(here.owned, id, {
    by: { id: SYSTEM, roles: [SYSTEM] },
    decide: (standing, context) =>
      lapse(standing, context, { step: 'propose-closing', touchedOn: context.on }),
  })
  return { ana, id, step: (code: string) => `/en/cases/${id}/steps/${code}` }
}

const stateOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()).state

test('what time proposed is decided by a person, once the notice of it has passed', async (t) => {
  const here = await house(t)
  const { ana, id, step } = await lapsed(here)

  const early = await (await here.office(OFFICER)).get(step('close-unexamined'))
  equal(early.status, 409)
  ok((await early.text()).includes('The time given has not passed yet'))
  here.clock.advance(60 * DAY_MS)
  const officer = await here.office(OFFICER)
  const page = await (await officer.get(step('close-unexamined'))).text()
  const version = await versionOn(officer, step('close-unexamined'))
  const answer = await officer.post(step('close-unexamined'), { version })
  const again = await officer.post(step('close-unexamined'), { version })

  ok(page.includes('Closed unexamined'))
  equal(answer.status, 303)
  equal(again.headers.get('location'), answer.headers.get('location'), 'a second press')
  equal(await stateOf(here), 'decided')
  const decision = await here.db.selectFrom('decision').select('outcome').executeTakeFirstOrThrow()
  equal(decision.outcome, 'left-unexamined')
  await signInAgain(here, ana)
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
})

test('nobody closes a case before time has proposed it', async (t) => {
  const here = await house(t)
  const id = await caseIn('returned', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)

  const answer = await officer.post(`/en/cases/${id}/steps/close-unexamined`, { version: '3' })

  equal(answer.status, 409)
  ok((await answer.text()).includes('“Returned”'))
})

test('two people take a step of time back while its letters are still here', async (t) => {
  const here = await house(t)
  const { id, step } = await lapsed(here)
  const [officer, head] = [await here.office(OFFICER), await here.office('head@kecid.example')]

  const menu = await (await officer.get(`/en/cases/${id}`)).text()
  ok(menu.includes('steps/ask-back') && !menu.includes('steps/take-back'))
  equal((await sent(officer, step('ask-back'), { reason: '' })).status, 400)
  const said = { reason: 'The answer came by post.' }
  equal((await sent(officer, step('ask-back'), said)).status, 303)
  equal((await officer.get(step('take-back'))).status, 409, 'whoever asked does not confirm')
  const page = await (await head.get(step('take-back'))).text()
  equal((await sent(head, step('take-back'))).status, 303)

  ok(page.includes('The answer came by post.'))
  equal(await stateOf(here), 'returned')
})

test('once the letters have left nothing is taken back, and nobody is offered it', async (t) => {
  const here = await house(t)
  const { id, step } = await lapsed(here)
  here.clock.advance(7 * DAY_MS)
  const officer = await here.office(OFFICER)

  const answer = await officer.get(step('ask-back'))

  equal(answer.status, 409)
  ok((await answer.text()).includes('have already left'))
  equal((await (await officer.get(`/en/cases/${id}`)).text()).includes('ask-back'), false)
})
