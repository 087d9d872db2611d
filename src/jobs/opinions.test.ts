import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import type { Content } from '#exchange/content.ts'
import { askDue } from '#exchange/work.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { later } from '#platform/calendar.ts'
import { takeAnswers, questionsLeft } from '#test/asking.ts'
import { exchangeOf, policyAnsweringBySystem } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { assessed, caseIn } from '#test/played-case.ts'
import { ENGINEER, sent } from '#test/signed-case.ts'

const PLAYING = { answers: withIssuer(), field: 'energy' } as const
const TURN_MS = 900_000
const DAY_MS = 86_400_000
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
async function housed(t: TestContext, policy = policyAnsweringBySystem(t)) {
  const here = await house(t, { policy })
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
    here.clock.set(later(here.clock.now(), TURN_MS))
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
    const answer = await ana.get(path)
    equal(answer.status, 200, path)
    doesNotMatch(await answer.text(), /Known from elsewhere/)
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

test('its silence says nothing: a late opinion is waited for, and counts when it comes', async (t) => {
  const { here, id, desk, turn, given } = await housed(t)
  await turn()
  await assessed(here, id)
  here.clock.set(later(here.clock.now(), 30 * DAY_MS))
  await watchTerms.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
  equal(await stateOf(here, id), 'in-assessment', 'whether it had the question, a case cannot know')

  desk.opinion = 'Known from elsewhere.'
  await turn()
  equal((await given()).filter(({ role }) => role === 'system').length, 1)
  equal(await stateOf(here, id), 'awaiting-decision')
})

test('a word that policy does not know is no opinion: it stands for whoever decides', async (t) => {
  const policy = policyAnsweringBySystem(t)
  const file = join(policy, 'systems.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('code: objects', 'code: something-else'))
  const { here, id, desk, turn, given } = await housed(t, policy)
  desk.opinion = 'Known from elsewhere.'
  await turn()
  deepEqual(await given(), [])
  equal(await stateOf(here, id), 'in-assessment')
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${id}`)).text(), /Known from elsewhere\./)
})

test('nobody in the office has on a list what its system answers', async (t) => {
  const { here, id } = await housed(t)
  const tasks = await here.db
    .selectFrom('task')
    .select(['ownerRole', 'ownerBody', 'silence'])
    .where('caseId', '=', id)
    .where('kind', '=', 'opinion')
    .execute()
  deepEqual(
    tasks
      .map(({ ownerRole, ownerBody, silence }) => [ownerBody, ownerRole, silence !== null])
      .toSorted((one, other) => String(one[0]).localeCompare(String(other[0]))),
    [
      ['din', 'objection-officer', true],
      ['dtx', 'objection-officer', true],
      ['xkx', 'system', false],
    ],
  )
  const theirs = await here.office('objection.xkx@kecid.example')
  doesNotMatch(await (await theirs.get('/en')).text(), new RegExp(id))
})

async function stateOf({ db }: TestHouse, id: string): Promise<string> {
  const row = await db.selectFrom('caseFile').select('state').where('id', '=', id).execute()
  return row[0]?.state ?? ''
}
