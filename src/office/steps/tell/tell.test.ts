import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, decided } from '#test/played-case.ts'
import { sent, signedCase } from '#test/signed-case.ts'

const DAY_MS = 86_400_000
const PAPER = { means: 'in-person', 'on-day': '14', 'on-month': '4', 'on-year': '2026' }

/** Refused on 10 April, and two days of work later. */
async function refused(t: Parameters<typeof house>[0]) {
  const here = await house(t, { at: isoMoment('2026-04-10T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })
  here.clock.advance(5 * DAY_MS)
  const officer = await here.office('officer@kecid.example')
  return { here, ana, id, officer, page: `/en/cases/${id}/steps/tell` }
}

const tellings = async ({ db }: TestHouse) =>
  (await db.selectFrom('telling').selectAll().execute()).map(({ means, toldOn, recordedAt }) => [
    means,
    toldOn,
    recordedAt.slice(0, 10),
  ])

test('what was handed over on paper is recorded as of its day, and days run from there', async (t) => {
  const { here, ana, id, officer, page } = await refused(t)

  const form = await (await officer.get(page)).text()
  ok(form.includes('it counts as delivered on 17 April 2026'))
  equal((await sent(officer, page, PAPER)).status, 303)

  deepEqual(await tellings(here), [['in-person', '2026-04-14', '2026-04-15']])
  const seen = await (await officer.get(`/en/cases/${id}`)).text()
  match(seen, /14 April 2026\. Handed over in person/)
  await signInAgain(here, ana)
  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()
  ok(html.includes('Tuesday 14 April 2026') && html.includes('Thursday 14 May 2026'))
  equal((await tellings(here)).length, 1, 'opening it then tells nothing new')
  equal((await officer.get(page)).status, 409, 'once')
})

test('a day that it cannot have been, or none, comes back with what was typed', async (t) => {
  const { here, officer, page } = await refused(t)
  for (const [form, error] of [
    [{ ...PAPER, 'on-day': '9' }, 'from 10 April 2026 to 15 April 2026'],
    [{ ...PAPER, 'on-day': '16' }, 'from 10 April 2026 to 15 April 2026'],
    [{ ...PAPER, 'on-day': '' }, 'Enter the day on which it was handed over'],
    [{ ...PAPER, means: 'account' }, 'Choose how it was handed over'],
  ] as const) {
    const answer = await sent(officer, page, form)
    equal(answer.status, 400, error)
    const html = await answer.text()
    ok(html.includes(error), error)
    match(html, /name="on-year"[^>]*value="2026"/)
  }
  deepEqual(await tellings(here), [])
})

test('only a case officer records it, and only of what was decided', async (t) => {
  const { here, page } = await refused(t)
  for (const email of ['signer', 'head', 'auditor', 'expert.amb']) {
    const other = await here.office(`${email}@kecid.example`)
    equal((await other.get(page)).status, 404, email)
  }
  const open = await caseIn('decision-drafted', here, await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${open}/steps/tell`)).status, 409)
})

test('of an annulment the holder is told the same way', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const given = await caseIn('recognised', here, ana)
  const id = await annulmentOf(here, given)
  here.clock.advance(60 * DAY_MS)
  await decided(here.owned, id, 'annul')
  await signInAgain(here, ana)

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  match(html, /Your status was annulled[\s\S]*HQM[^<]*: Annulled[\s\S]*set the decision aside/)
  match(html, /About<\/dt><dd>Ferreira/)
  const told = await here.db
    .selectFrom('telling')
    .innerJoin('decision', 'decision.id', 'telling.decision')
    .select(['means', 'caseId'])
    .execute()
  deepEqual(told, [{ means: 'account', caseId: id }])
})
