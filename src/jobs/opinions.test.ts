import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Content } from '#exchange/content.ts'
import { askDue } from '#exchange/work.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { later } from '#platform/calendar.ts'
import { takeAnswers, questionsLeft } from '#test/asking.ts'
import { exchangeOf, policyAnsweringBySystem } from '#test/consulting.ts'
import { house } from '#test/house.ts'
import { assessed, caseIn } from '#test/played-case.ts'
import { ENGINEER, sent } from '#test/signed-case.ts'

const PLAYING = { answers: withIssuer(), field: 'energy' } as const
const HOUR_MS = 3_600_000
const NO_MAIL = { send: () => Promise.reject(new Error('nobody is written to here')) }

function withIssuer(): typeof ENGINEER {
  const [document] = ENGINEER['document'] ?? []
  return {
    ...ENGINEER,
    document: document
      ? [{ ...document, values: { ...document.values, 'issuing-country': 'PRT' } }]
      : [],
  }
}

/** In a house where xkx answers by its own system; what that says is said by the test. */
async function housed(t: TestContext) {
  const here = await house(t, { policy: policyAnsweringBySystem(t) })
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana, PLAYING)
  /** What it says: that it waits, no, or why it objects. */
  const desk: { opinion: string; asked: Content[] } = { opinion: 'waits', asked: [] }
  const exchange = exchangeOf(here, (content, service) => {
    if (service !== 'security-opinion') return { result: 'clear', ...content }
    desk.asked.push(content)
    const about = { case: content['case'] ?? '' }
    if (desk.opinion === 'waits') return { result: 'waits', ...about }
    const said =
      desk.opinion === 'no' ? { objects: 'no' } : { objects: 'yes', reason: desk.opinion }
    return { result: 'given', ...about, opinion: { ...said, on: '2026-03-03' } }
  })
  const turn = async () => {
    here.clock.set(later(here.clock.now(), HOUR_MS))
    await questionsLeft(here)
    await askDue(exchange)
    await takeAnswers(here)
  }
  const given = () =>
    here.db
      .selectFrom('event')
      .select(['readable', 'role', 'body', 'actor'])
      .where('caseId', '=', id)
      .where('kind', '=', 'answer')
      .execute()
  return { here, ana, id, desk, turn, given }
}

test('a body that answers by its own system is asked there, waited for, and its answer is taken', async (t) => {
  const { here, id, desk, turn, given } = await housed(t)
  await turn()
  await turn()
  equal(desk.asked.length, 2, 'the same question again, until somebody there has said')
  equal(desk.asked[0]?.['body'], 'xkx')
  deepEqual(await given(), [])
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${id}`)).text(), /Opinion of a body: [^<]+/)

  desk.opinion = 'no'
  await turn()
  await turn()
  equal(desk.asked.length, 3)
  const [answer, ...others] = await given()
  deepEqual(others, [])
  deepEqual(answer, {
    readable: { v: 1, task: 'give-opinion/xkx', body: 'xkx' },
    role: 'system',
    body: 'xkx',
    actor: null,
  })
})

test('an objection by a system refuses as one in the office does, with its reason, and is told to nobody else', async (t) => {
  const { here, ana, id, desk, turn, given } = await housed(t)
  desk.opinion = 'Known from elsewhere.'
  await turn()
  equal((await given()).length, 1)
  const officer = await here.office('officer@kecid.example')
  const read = async () => (await officer.get(`/en/cases/${id}`)).text()
  const early = await read()
  doesNotMatch(early, /Known from elsewhere\./, 'nobody reads one before all have answered')
  match(early, /Given; shown once every body has answered/)
  await assessed(here, id)
  match(await read(), /Objects[^]*Known from elsewhere\./)
  for (const path of [`/en/applications/${id}`, '/en/who-looked']) {
    doesNotMatch(await (await ana.get(path)).text(), /Known from elsewhere/)
  }
})

test('nobody in the office answers for it, and others answer there as before', async (t) => {
  const { here, id, given } = await housed(t)
  const page = `/en/cases/${id}/steps/give-opinion`
  const theirs = await here.office('objection.xkx@kecid.example')
  equal((await theirs.get(page)).status, 404)
  const other = await here.office('objection.dtx@kecid.example')
  equal((await sent(other, page, { objects: 'no' })).status, 303)
  equal((await theirs.post(page, { objects: 'no', version: '1' })).status, 404)
  equal((await given()).length, 1)
})

test('what comes after time has gone on stands with what registers said, and decides nothing', async (t) => {
  const { here, id, desk, turn, given } = await housed(t)
  await turn()
  await assessed(here, id)
  const stateNow = async () =>
    (
      await here.db
        .selectFrom('caseFile')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state
  equal(await stateNow(), 'in-assessment', 'one of them has not answered')
  here.clock.set(later(here.clock.now(), 30 * 24 * HOUR_MS))
  await watchTerms.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
  equal(await stateNow(), 'awaiting-decision', 'silence counts')

  desk.opinion = 'Known from elsewhere.'
  await turn()
  equal(await stateNow(), 'awaiting-decision')
  equal((await given()).filter(({ role }) => role === 'system').length, 0)
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${id}`)).text(), /Known from elsewhere\./)
})
