import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ANA, fillIn, submitted } from '#test/ana.ts'
import { house } from '#test/house.ts'

test('a complete application is submitted with number, receipt and due date', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()

  const { id, number } = await submitted(ana)

  match(number, /^HQM-2026-\d{6}$/)
  const receipt = await (await ana.get(`/en/applications/${id}/receipt`)).text()
  ok(receipt.includes('Thursday 9 April 2026'), 'twenty working days after Monday 2 March 2026')
  const row = await db.selectFrom('application').selectAll().executeTakeFirstOrThrow()
  deepEqual(
    [row.state, row.dueOn, row.stepDueOn, row.number],
    ['submitted', '2026-04-09', '2026-03-05', number],
  )
})

test('of two submissions at once, one is refused and nothing is sent twice', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)

  const twice = [1, 2].map(() => ana.post(`/en/applications/${id}/submit`))
  const statuses = (await Promise.all(twice)).map((response) => response.status)

  deepEqual(statuses.sort(), [303, 409])
  const events = await db.selectFrom('applicationEvent').select('type').orderBy('seq').execute()
  deepEqual(
    events.map(({ type }) => type),
    ['application-begun', 'application-submitted'],
  )
  const letters = await db.selectFrom('letter').select('code').execute()
  equal(letters.length, 1)
})

test('submitting again later, or with the back button, leads to the receipt', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)

  const again = await ana.post(`/en/applications/${id}/submit`)

  equal(again.status, 409)
  ok((await again.text()).includes(`/en/applications/${id}/receipt`))
  const back = await ana.get(`/en/applications/${id}/submit`)
  equal(back.headers.get('location'), `/en/applications/${id}/check`)
})

test('what is missing is named, each with a link to where it is given', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { field: _left, ...forms } = ANA
  const id = await fillIn(ana, { forms, files: [] })

  const sent = await ana.post(`/en/applications/${id}/submit`)

  equal(sent.status, 409)
  const page = await sent.text()
  for (const part of ['answers/field', 'documents#kind-passport', 'documents#kind-diploma']) {
    ok(page.includes(`/en/applications/${id}/${part}`), part)
  }
})

test("somebody else's application reads as absent, whatever is asked of it", async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const other = await signedUpApplicant()
  const { id } = await submitted(ana)

  const base = `/en/applications/${id}`
  const pages = ['', '/check', '/receipt', '/documents', '/answers/person', '/correct', '/withdraw']
  for (const page of pages) equal((await other.get(`${base}${page}`)).status, 404, page)
  for (const page of ['/submit', '/withdraw', '/discard', '/answers/person']) {
    equal((await other.post(`${base}${page}`, { version: '1' })).status, 404, page)
  }
})

test('under rules that nobody adopted, nothing is submitted where adoption is needed', async (t) => {
  const { signedUpApplicant, db } = await house(t, { adoptionNeeded: true })
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)

  const sent = await ana.post(`/en/applications/${id}/submit`)

  equal(sent.status, 409)
  ok((await sent.text()).includes('has not yet taken over all rules'))
  const row = await db.selectFrom('application').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'draft')
})

test('at midnight in Baku an application counts for the day that begins', async (t) => {
  const { signedUpApplicant, clock, db } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)
  clock.advance(13 * 3_600_000 + 59 * 60_000) // from 10:00 to 23:59 in Baku
  await ana.get('/en/applications')
  clock.advance(60_000)

  const bo = await ana.post(`/en/applications/${id}/submit`)

  ok([303, 401].includes(bo.status))
  const row = await db.selectFrom('application').select('submittedOn').executeTakeFirstOrThrow()
  ok(row.submittedOn === null || row.submittedOn === '2026-03-03')
})
