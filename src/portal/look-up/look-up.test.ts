import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { actingOn, inTransaction, json } from '#platform/database.ts'
import { ANA, ANA_FILES, fillBlock, fillIn } from '#test/ana.ts'
import { askNow, before, inquiriesOf, messagesOf, takeAnswers } from '#test/asking.ts'
import { exchangeOf, policyAskingAhead, type Saying } from '#test/consulting.ts'
import { errorsIn } from '#test/draft.ts'
import { DEGREE, knows, personIn, WHO } from '#test/known-ahead.ts'
import { house, type Applicant } from '#test/house.ts'
import { placeOf, type Form } from '#test/visitor.ts'

async function drafting(t: TestContext) {
  const here = await house(t, { policy: policyAskingAhead(t) })
  const ana = await here.signedUpApplicant()
  const base = placeOf(await ana.post('/en/applications', { type: 'recognition' }))
  const lookUp = `${base}/look-up`
  const text = async (path: string) => (await ana.get(path)).text()
  const asks = (says: Saying, differences: Parameters<typeof askNow>[2] = {}) =>
    askNow(here, says, differences)
  return { here, ana, base, lookUp, text, asks }
}

const filledIn = (page: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1]

/** The rest of the application, and the files that are still asked for. */
async function restOf(ana: Applicant, base: string, without: readonly string[]): Promise<void> {
  for (const [block, form] of Object.entries(ANA)) {
    if (without.includes(block)) continue
    await fillBlock(ana, `${base}/answers/${block}`, form)
  }
  for (const [kind, file] of ANA_FILES) {
    if (without.includes(kind)) continue
    equal((await ana.upload(`${base}/documents`, { kind }, [file])).status, 303)
  }
}

test('what registers say fills the forms, with where it is from, and is not asked for again', async (t) => {
  const { here, ana, base, lookUp, text, asks } = await drafting(t)
  match(await text(base), /Let state registers answer for you/)
  equal((await ana.post(lookUp, WHO)).status, 303)
  match(await text(lookUp), /No answer yet/)

  equal(await asks(knows), 2)

  const said = await text(lookUp)
  match(said, /Degrees were found[\s\S]*It fills in: Education/)
  // Where it is asked and where it stands afterwards, it is told in the same words.
  const what = /Degrees\. What a register can confirm is not asked for again\./
  match(said, what)
  match(await text('/en/who-looked'), what)
  const person = await text(`${base}/answers/person`)
  deepEqual(
    ['surname', 'given-names', 'birth-date-year'].map((name) => filledIn(person, name)),
    ['Ferreira', 'Ana Luísa', '1987'],
  )
  match(person, /value="female"[^>]*checked/)
  match(person, /From: Register of identity and travel documents/)
  equal(filledIn(await text(`${base}/answers/document`), 'expires-on-year'), '2033')

  const list = await text(`${base}/answers/education`)
  match(list, /Polytechnic of the Atlantic/)
  const take = /href="([^"]*\?offered=0)"/.exec(list)?.[1] ?? ''
  equal(filledIn(await text(take), 'institution'), 'Polytechnic of the Atlantic')
  const degree = {
    level: '7',
    institution: DEGREE.school,
    country: 'PRT',
    subject: DEGREE.subject,
    'in-field': 'yes',
    'awarded-on-month': '7',
    'awarded-on-year': '2010',
  }
  equal((await ana.post(`${base}/answers/education/new`, { ...degree, version: '0' })).status, 303)
  doesNotMatch(await text(`${base}/answers/education`), /offered=/)
  match(await text(`${base}/documents`), /confirmed by this register/)

  await restOf(ana, base, ['education', 'diploma', 'document'])
  const passport = { ...(ANA['document'] as Form), number: 'CD0000217' }
  const changed = await ana.post(`${base}/answers/document`, { ...passport, version: '0' })
  equal(changed.status, 400)
  deepEqual(errorsIn(await changed.text()), ['Say why it is otherwise.'])
  const why = { ...passport, 'why-otherwise': 'It was renewed last week.', version: '0' }
  equal((await ana.post(`${base}/answers/document`, why)).status, 303)
  match(await text(`${base}/check`), /It was renewed last week[\s\S]*confirmed by this register/)
  equal((await ana.post(`${base}/submit`)).status, 303)

  const { length: asked } = await messagesOf(here)
  equal(asked, 2)
  equal(await askNow(here, knows), 2, 'once it is sent in they are asked as of everybody')
})

test('a register that is silent keeps nobody, and completes the case when it is back', async (t) => {
  const { here, ana, base, lookUp, text, asks } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  equal(await asks(() => 'cut'), 2)

  match(await text(lookUp), /You need not wait/)
  equal(filledIn(await text(`${base}/answers/person`), 'surname'), 'Ferreira', 'as she wrote it')
  await restOf(ana, base, ['diploma'])
  match(await text(`${base}/documents`), /has not answered yet/)
  match(await text(`${base}/check`), /has not answered yet/)
  equal((await ana.post(`${base}/submit`)).status, 303)

  equal(await askNow(here, knows), 2)
  await takeAnswers(here)
  const rows = await inquiriesOf(here)
  deepEqual(rows.map(({ ahead, state }) => `${ahead} ${state}`).toSorted(), [
    'false taken',
    'false taken',
    'true dropped',
    'true dropped',
  ])
  equal((await ana.get(lookUp)).status, 303)
  equal((await ana.post(lookUp, WHO)).status, 303)
  equal((await inquiriesOf(here)).length, rows.length, 'of what was sent in nothing is asked ahead')
})

test('what would be told has to be there and right, and comes back as it was typed', async (t) => {
  const { here, ana, lookUp } = await drafting(t)

  const empty = await ana.post(lookUp, {})
  equal(empty.status, 400)
  equal(errorsIn(await empty.text()).length, 4)
  const strange = await ana.post(lookUp, {
    ...WHO,
    'birth-date-day': '31',
    'birth-date-month': '2',
  })
  equal(strange.status, 400)
  const page = await strange.text()
  equal(filledIn(page, 'birth-date-day'), '31')
  equal(filledIn(page, 'surname'), 'Ferreira')
  equal((await inquiriesOf(here)).length, 0)
})

test('another person’s answer is not believed, nor shown, whatever it is about', async (t) => {
  const { here, ana, base, lookUp, text, asks } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)

  const born: Saying = (asked, service) => {
    return knows({ person: { ...personIn(asked), birthDate: '1990-01-01' } }, service)
  }
  equal(await asks(born), 2)

  const rows = await inquiriesOf(here)
  deepEqual(
    rows.map(({ outcome, answerSealed }) => [outcome, answerSealed]),
    [
      ['unintelligible', null],
      ['unintelligible', null],
    ],
  )
  doesNotMatch(await text(`${base}/answers/education`), /Atlantic/)
})

test('an answer that repeats the question and tells of another document is not believed', async (t) => {
  const { here, ana, base, lookUp, text, asks } = await drafting(t)
  equal((await ana.post(lookUp, { ...WHO, surname: 'Invented' })).status, 303)

  const of: Saying = (asked, service) => {
    const person = personIn(asked)
    const document = { ...person, surname: 'Ferreira', birthDate: '1990-01-01' }
    const said = { ...document, sex: 'female', citizenship: 'PRT', expiresOn: '2033-02-02' }
    return service === 'diploma' ? 'cut' : { result: 'valid', person, document: said }
  }
  equal(await asks(of), 2)

  const outcomes = (await inquiriesOf(here)).map(({ outcome }) => `${outcome}`)
  deepEqual(outcomes.toSorted(), ['unintelligible', 'unreachable'])
  match(await text(lookUp), /It could not answer about the person written here/)
  equal(filledIn(await text(`${base}/answers/person`), 'surname'), 'Invented')
})

test('another entry begins empty, and an offer that is none does too', async (t) => {
  const { ana, base, lookUp, text, asks } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  equal(await asks(knows), 2)

  equal(
    filledIn(await text(`${base}/answers/education/new?offered=0`), 'institution'),
    DEGREE.school,
  )
  for (const other of [
    '',
    '?offered=',
    '?offered=7',
    '?offered=-1',
    '?offered=x',
    '?offered=0x0',
  ]) {
    const empty = filledIn(await text(`${base}/answers/education/new${other}`), 'institution')
    equal(empty ?? '', '', other)
  }
})

test('the same is asked anew in place of what was asked, and ten times a day at most', async (t) => {
  const { here, ana, lookUp } = await drafting(t)
  for (let time = 0; time < 10; time += 1) equal((await ana.post(lookUp, WHO)).status, 303)
  equal((await inquiriesOf(here)).length, 2)

  const eleventh = await ana.post(lookUp, WHO)
  equal(eleventh.status, 429)
  match(await eleventh.text(), /as often as is possible on one day/)
  const [row] = await inquiriesOf(here)
  const asksOn = async (day: string) => {
    const { rows } = await sql<{ withheld: string | null }>`
      select ask_ahead(${row?.caseId}::uuid, ${row?.party}::uuid, '[]', ${day}) as withheld
    `.execute(here.db)
    return rows[0]?.withheld
  }
  equal(await asksOn('2026-03-02T19:59:00Z'), 'too-often', 'it is the same day in Baku')
  equal(await asksOn('2026-03-02T20:01:00Z'), null)
})

test('what is on its way is not asked a second time, and each message has its reply in the log', async (t) => {
  const { here, ana, lookUp, text } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  const meanwhile: number[] = []
  const { ways } = before(exchangeOf(here, knows), async () => {
    const again = await ana.post(lookUp, { ...WHO, surname: 'Pereira' })
    meanwhile.push(again.status)
    match(await again.text(), /on its way still, and is not sent twice[\s\S]*value="Pereira"/)
  })

  equal(await askNow(here, knows, { ways }), 2)

  deepEqual(meanwhile, [409, 409])
  deepEqual(
    (await messagesOf(here)).map(({ outcome }) => outcome),
    ['answered', 'answered'],
  )
  match(await text(lookUp), /Degrees were found/)
  equal((await ana.post(lookUp, WHO)).status, 303, 'what was answered may be asked anew')
})

test('a question that was thrown away as it was to leave is not sent', async (t) => {
  const { here, ana, lookUp, asks } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  const { bridge } = exchangeOf(here, knows).ways
  const sends: string[] = []
  const way: typeof bridge = {
    ...bridge,
    write: async (...saying) => {
      await here.db.deleteFrom('inquiry').execute()
      return bridge.write(...saying)
    },
    send: async (request, timeoutMs) => {
      sends.push(request.url)
      return bridge.send(request, timeoutMs)
    },
  }

  await asks(knows, { ways: { 'xroad-rest': way, 'xroad-soap': way, bridge: way } })

  deepEqual([sends, await messagesOf(here)], [[], []])
})

test('which service is asked ahead, where and by which clause, is what policy says and no caller', async (t) => {
  const { here, ana, lookUp } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  const asked = await inquiriesOf(here)
  const [row] = asked
  const hers = actingOn(here.faces.portal.db, {
    token: ana.cookies.get('kecid') ?? '',
    at: here.clock.now(),
  })
  const asks = (service: string) => {
    const left = { id: randomUUID(), service, system: 'toy', ground: 'toy/1', question_sealed: '' }
    return inTransaction(hers, (tx) =>
      sql`select ask_ahead(
        ${row?.caseId}::uuid, ${row?.party}::uuid, ${json([left])}, ${here.clock.now()}
      )`.execute(tx),
    )
  }

  for (const service of ['write-recognition', 'entry-restrictions', 'nothing']) {
    await rejects(asks(service), /policy lets nobody ask that ahead/, service)
  }
  await asks('diploma')

  const places = (rows: typeof asked) =>
    rows.map(({ service, system, ground }) => `${service} ${system} ${ground}`).toSorted()
  deepEqual(places(await inquiriesOf(here)), places(asked))
})

test('what is asked ahead is read by whoever asked, and by no stranger or official', async (t) => {
  const { here, ana, lookUp, text, asks } = await drafting(t)
  equal((await ana.post(lookUp, WHO)).status, 303)
  await asks(knows)
  const bea = await here.signedUpApplicant()
  equal((await bea.get(lookUp)).status, 404)
  equal((await bea.post(lookUp, WHO)).status, 404)
  match(await text('/en/who-looked'), /Register of identity and travel documents/)
})

test('a type that asks nobody ahead, and a house of which no clause lets it, offer nothing', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await fillIn(ana, { forms: {}, files: [] })

  equal((await ana.get(`/en/applications/${id}/look-up`)).status, 404)
  doesNotMatch(await (await ana.get(`/en/applications/${id}`)).text(), /state registers answer/)
})
