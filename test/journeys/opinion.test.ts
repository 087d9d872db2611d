import { deepEqual, match } from 'node:assert/strict'
import { test } from 'node:test'
import { askDue } from '#exchange/work.ts'
import { later } from '#platform/calendar.ts'
import { questionsLeft, takeAnswers } from '#test/asking.ts'
import { exchangeOf, policyAnsweringBySystem } from '#test/consulting.ts'
import { house } from '#test/house.ts'
import { inspect, officialAt } from '#test/inspector.ts'
import { assessed, caseIn } from '#test/played-case.ts'
import { ENGINEER } from '#test/signed-case.ts'

const DAY_MS = 86_400_000
const OFFICER = 'officer@kecid.example'

test('a security opinion that is late is waited for by name, and moves the case when it comes', async (t) => {
  const here = await house(t, { policy: policyAnsweringBySystem(t, 'xkx', 'undecided') })
  const ana = await here.signedUpApplicant()
  const [document] = ENGINEER['document'] ?? []
  const issued = { ...document?.values, 'issuing-country': 'PRT' }
  const answers = { ...ENGINEER, document: [{ id: 'document-1', values: issued }] }
  const id = await caseIn('in-assessment', here, ana, { answers, field: 'energy' })
  await assessed(here, id)
  const desk = { hasSaid: false }
  const exchange = exchangeOf(here, (content, service) => {
    const about = { case: content['case'] ?? '' }
    if (service !== 'security-opinion') return { result: 'clear', ...content }
    if (!desk.hasSaid) return { result: 'waits', ...about }
    return { result: 'given', ...about, opinion: { objects: 'no', on: '2026-04-01' } }
  })
  const daysPass = async (days: number) => {
    here.clock.set(later(here.clock.now(), days * DAY_MS))
    await questionsLeft(here)
    await askDue(exchange)
    await takeAnswers(here)
  }
  const seen = { home: here, places: [], ...(await here.serve()) }

  await daysPass(1)
  const officer = await officialAt(seen, OFFICER)
  await officer.go(`/en/cases/${id}`)
  match(
    await officer.text(),
    /Opinion of a body: Foreign Intelligence Service[^]*a person there still has to answer/,
  )

  // Nobody's silence counts here, and no day makes an opinion: the case is late, and says so.
  await daysPass(40)
  const late = await officialAt(seen, OFFICER)
  await late.go(`/en/cases/${id}`)
  match(await late.text(), /12 March 2026: 14 working days late[^]*still has to answer/)
  deepEqual(await inspect(late, [`/en/cases/${id}`, `/az/cases/${id}`]), [])

  desk.hasSaid = true
  await daysPass(1)
  const then = await officialAt(seen, OFFICER)
  await then.go(`/en/cases/${id}`)
  match(await then.text(), /Draft the decision[^]*Next to act: Case officer/)
  const { state } = await here.db
    .selectFrom('caseFile')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  deepEqual(state, 'awaiting-decision')
})
