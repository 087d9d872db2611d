import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { hired } from '#test/hired.ts'
import { house, type TestHouse } from '#test/house.ts'
import { signInAgain } from '#test/days-later.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const SIGNER = 'signer@kecid.example'
const DAY_MS = 86_400_000

/** An annulment that is proposed about a status, and a step of it. */
async function proposed(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const given = await caseIn('recognised', here, ana)
  const id = await annulmentOf(here, given, { reason: 'The diploma was forged.' })
  return { ana, given, id, step: (code: string) => `/en/cases/${id}/steps/${code}` }
}

const statusIn = ({ db }: TestHouse) =>
  db.selectFrom('status').select(['state', 'endedAs']).executeTakeFirstOrThrow()

test('it is decided once the holder had the time to be heard, and ends the status', async (t) => {
  const here = await house(t)
  const { ana, given, id, step } = await proposed(here)
  const signer = await here.office(SIGNER)

  const early = await signer.get(step('annul'))
  const seen = await (await signer.get(`/en/cases/${id}`)).text()

  equal(early.status, 409)
  match(await early.text(), /The time given has not passed yet\. It ends on [A-Z][a-z]+day \d/)
  ok(seen.includes('The diploma was forged.'), 'what is proposed is read meanwhile')
  equal(seen.includes(step('annul')), false, 'nobody is offered what is refused')
  here.clock.advance(60 * DAY_MS)
  const later = await here.office(SIGNER)
  const page = await (await later.get(step('annul'))).text()
  ok(page.includes('The status ends at once'))
  ok(page.includes('The person is written to at once, and is told when they open the decision.'))
  equal((await sent(later, step('annul'))).status, 303)
  const { state, endedAs } = await statusIn(here)
  equal(`${state} ${endedAs}`, 'ended annulled')
  await signInAgain(here, ana)
  const ended = await ana.get(`/en/applications/${given}`)
  equal(ended.status, 200)
  equal((await ended.text()).includes('kc-journey'), false, 'nothing of it is on its way any more')
})

test('who proposed does not decide, whatever their roles', async (t) => {
  const here = await house(t)
  const given = await caseIn('recognised', here, await here.signedUpApplicant())
  const email = 'both@kecid.example'
  await hired(here, {
    name: 'Both Roles',
    email,
    roles: ['case-officer', 'signer'],
    language: 'en',
    passwordHash: 'none',
    isDemonstration: true,
  })
  const said = { reasoning: 'The diploma was forged.', grounds: 'A2' }
  const both = await here.office(email)
  const begun = await sent(both, `/en/cases/${given}/open/annulment`, said)
  const [, id = ''] = /\/cases\/([^?]+)/.exec(begun.headers.get('location') ?? '') ?? []
  here.clock.advance(60 * DAY_MS)

  const answer = await (await here.office(email)).get(`/en/cases/${id}/steps/annul`)

  equal(answer.status, 409)
  ok((await answer.text()).includes('so somebody else must do this'))
  equal((await statusIn(here)).state, 'in-force')
})

test('one that is dropped, with a reason, leaves the status as it was', async (t) => {
  const here = await house(t)
  const { step } = await proposed(here)
  const signer = await here.office(SIGNER)

  const page = await (await signer.get(step('drop-annulment'))).text()
  ok(page.includes('the case ends as “Not annulled”') && page.includes('The diploma was forged.'))
  equal((await sent(signer, step('drop-annulment'), { reason: ' ' })).status, 400)
  const dropped = await sent(signer, step('drop-annulment'), { reason: 'The diploma is genuine.' })

  equal(dropped.status, 303)
  equal((await statusIn(here)).state, 'in-force')
  const again = await signer.post(step('drop-annulment'), { reason: 'Once more, to copy.' })
  equal(again.status, 409)
  ok((await again.text()).includes('Once more, to copy.'))
})

test('an officer decides nothing, and a signer proposes nothing', async (t) => {
  const here = await house(t)
  const { step } = await proposed(here)
  here.clock.advance(60 * DAY_MS)

  equal((await (await here.office('officer2@kecid.example')).get(step('annul'))).status, 404)
  equal((await (await here.office(SIGNER)).get(step('propose-annulment'))).status, 404)
  equal((await statusIn(here)).state, 'in-force')
})
