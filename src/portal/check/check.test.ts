import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { ANA, fillIn, submitted } from '#test/ana.ts'
import { stepDueIn } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { areOne } from '#test/met-twice.ts'
import { placeOf, type Form } from '#test/visitor.ts'

test('a complete application is submitted with number, receipt and due date', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()

  const { id, number } = await submitted(ana)

  match(number, /^HQM-2026-\d{6}$/)
  const receipt = await (await ana.get(`/en/applications/${id}/receipt`)).text()
  ok(receipt.includes('Thursday 9 April 2026'), 'twenty working days after Monday 2 March 2026')
  const row = await db.selectFrom('caseFile').selectAll().executeTakeFirstOrThrow()
  deepEqual(
    [row.state, row.dueOn, await stepDueIn(db, id), row.number],
    ['submitted', '2026-04-09', '2026-03-05', number],
  )
})

test('of two drafts by two entries of one person one is sent in, also of both at once', async (t) => {
  const here = await house(t)
  for (const order of ['one after the other', 'at once']) {
    const both = [await here.signedUpApplicant(), await here.signedUpApplicant()] as const
    const ids = [await fillIn(both[0]), await fillIn(both[1])] as const
    const entry = (n: 0 | 1) => ({ party: both[n].account.partyId, id: ids[n] })
    await areOne(here, [entry(0), entry(1)])
    const send = (n: 0 | 1) => both[n].post(`/en/applications/${ids[n]}/submit`)

    const answers =
      order === 'at once' ? await Promise.all([send(0), send(1)]) : [await send(0), await send(1)]

    deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]), order)
    const refused = answers.findIndex(({ status }) => status === 409)
    const said = (await answers[refused]?.text()) ?? ''
    match(said, /already sent in for the same person, by another account/)
    doesNotMatch(said, /HQM-2026-|This has already been submitted/)
    const rows = await here.db
      .selectFrom('caseFile')
      .select(['id', 'state'])
      .where('id', 'in', ids)
      .execute()
    deepEqual(rows.map(({ state }) => state).toSorted(), ['draft', 'submitted'], order)
  }
})

test('of two presses at once one sends it in, and both lead to the receipt', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)

  const twice = [1, 2].map(() => ana.post(`/en/applications/${id}/submit`))
  const answers = await Promise.all(twice)

  for (const answer of answers) equal(placeOf(answer), `/en/applications/${id}/receipt`)
  const events = await db.selectFrom('event').select('step').orderBy('seq').execute()
  deepEqual(
    events.map(({ step }) => step),
    ['begin', 'submit'],
  )
  const letters = await db.selectFrom('letter').select('code').execute()
  equal(letters.length, 1)
})

test('submitting again later, or with the back button, leads to the receipt', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)

  const again = await ana.post(`/en/applications/${id}/submit`)

  equal(placeOf(again), `/en/applications/${id}/receipt`)
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
  equal((await ana.get(base)).status, 200)
})

test('under rules that nobody adopted, nothing is submitted where adoption is needed', async (t) => {
  const { signedUpApplicant, db } = await house(t, { adoptionNeeded: true })
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)

  const sent = await ana.post(`/en/applications/${id}/submit`)

  equal(sent.status, 409)
  ok((await sent.text()).includes('has not yet adopted all the rules'))
  const row = await db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'draft')
})

test('at midnight in Baku an application counts for the day that begins', async (t) => {
  const { signedUpApplicant, clock, db } = await house(t, {
    at: isoMoment('2026-03-02T19:59:30.000Z'),
  })
  const [before, after] = [await signedUpApplicant(), await signedUpApplicant()]
  const ids = [await fillIn(before), await fillIn(after)] as const

  equal((await before.post(`/en/applications/${ids[0]}/submit`)).status, 303)
  clock.advance(30_000)
  equal((await after.post(`/en/applications/${ids[1]}/submit`)).status, 303)

  const rows = await db.selectFrom('caseFile').select(['id', 'filedOn', 'dueOn']).execute()
  deepEqual(
    ids.map((id) => rows.find((row) => row.id === id)),
    [
      { id: ids[0], filedOn: '2026-03-02', dueOn: '2026-04-09' },
      { id: ids[1], filedOn: '2026-03-03', dueOn: '2026-04-10' },
    ],
  )
})

test('letters are in the language that the applicant asked for', async (t) => {
  const { signedUpApplicant, mails } = await house(t)
  const ana = await signedUpApplicant({ language: 'tr', email: 'ana@example.org' })
  await submitted(ana)

  const [mail] = await mails('ana@example.org')
  match(mail?.subject ?? '', /^Demonstration: We have your application/)
})

test('what was sent is shown as it was sent, and an ended case promises no answer', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)
  const page = async (path: string) => (await ana.get(`/en/applications/${id}${path}`)).text()

  const sent = await page('/check')
  for (const part of ['What you sent', 'Ferreira', 'passport.pdf', 'Leads a team of nine.']) {
    ok(sent.includes(part), part)
  }
  ok(!sent.includes('answers/person') && !sent.includes('Submit my application'))
  ok(!sent.includes(`/${id}/documents"`))
  match(await page('/receipt'), /Answer due by[\s\S]*What happens next/)

  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)
  for (const path of ['', '/receipt']) {
    const text = await page(path)
    doesNotMatch(text, /Answer due by|What happens next/, path)
  }
})

test('what is worth doing before sending is said until then, and officials read to whom', async (t) => {
  const { signedUpApplicant, office } = await house(t)
  const ana = await signedUpApplicant()
  const soon = { ...(ANA['document'] as Form), 'expires-on-month': '6', 'expires-on-year': '2026' }
  const id = await fillIn(ana, { forms: { ...ANA, document: soon } })
  const page = async () => (await ana.get(`/en/applications/${id}/check`)).text()
  const advice = 'it is better to renew the document first'

  ok((await page()).includes(advice))
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  ok(!(await page()).includes(advice))

  const officer = await office('officer@kecid.example')
  const seen = await (await officer.get(`/en/cases/${id}`)).text()
  match(seen, /Shown to the applicant: <\/strong>Your document expires/)
})

test('a list that was answered with nothing says so wherever the answers are read', async (t) => {
  const { signedUpApplicant, office } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana, { forms: { ...ANA, achievements: [] } })
  const officer = await office('officer@kecid.example')

  for (const page of [
    await ana.get(`/en/applications/${id}/check`),
    await officer.get(`/en/cases/${id}`),
  ]) {
    match(await page.text(), /id="block-achievements"><h2[^>]*>[^<]*<\/h2><p[^>]*>None<\/p>/)
  }
})

test('a draft with gaps has no button, and one without answers cannot be submitted', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const draft = placeOf(await ana.post('/en/applications'))

  equal((await ana.get(`${draft}/receipt`)).status, 404)
  const page = await (await ana.get(`${draft}/check`)).text()
  for (const part of ['answers/person', 'documents']) ok(page.includes(`href="${draft}/${part}"`))
  ok(page.includes('Some things are still missing') && !page.includes(`action="${draft}/submit"`))
  equal((await ana.post(`${draft}/submit`)).status, 409)

  const row = await db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'draft')
})

test('addresses that are no numbers of a case read as absent', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const strange = [
    'x',
    '%00',
    '%ff',
    '..%2f',
    'HQM-2026-000001',
    '00000000-0000-4000-8000-000000000000',
  ]
  for (const id of strange) {
    for (const page of ['check', 'receipt', 'correct', 'withdraw', 'documents', 'discard']) {
      equal((await ana.get(`/en/applications/${id}/${page}`)).status, 404, `${id}/${page}`)
    }
    for (const page of ['submit', 'correct', 'withdraw', 'discard', 'documents']) {
      equal((await ana.post(`/en/applications/${id}/${page}`)).status, 404, `${id}/${page}`)
    }
    equal((await ana.get(`/en/applications/${id}`)).status, 404, id)
  }
})
