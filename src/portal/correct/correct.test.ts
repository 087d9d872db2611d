import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { giveBack, lapse } from '#core/cases/examining.ts'
import { lastFiled } from '#core/cases/standing.ts'
import type { Mark } from '#core/cases/happenings.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { pdf, submitted } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { play } from '#test/played-case.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const OFFICER = { id: '00000000-0000-4000-8000-00000000000f', roles: ['case-officer'] } as const
const SYSTEM = { id: 'system', roles: ['system'] } as const
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** An application that an officer gave back with a surname and the diploma marked. */
async function returned(t: TestContext, marked: readonly string[] = ['surname', 'diploma']) {
  const built = await house(t)
  const { faces, owned } = built
  const ana = await built.signedUpApplicant()
  const { id } = await submitted(ana)
  const read = async () => {
    const found = await inTransaction(owned.db, (tx) => readCase(tx, faces.office.keys, id))
    if (!found) throw new Error('the case is there')
    return found
  }
  const item = lastFiled((await read()).standing)?.answers['person']?.[0]?.id ?? ''
  const note = 'Please look again.'
  const subject = ana.account.partyId
  const marks = marked.map((each): Mark =>
    each === 'diploma'
      ? { subject, kind: 'document', document: each, note }
      : { subject, kind: 'field', block: 'person', item, field: each, note },
  )
  const again = () =>
    play(owned, id, {
      by: OFFICER,
      decide: (standing, context) =>
        giveBack(standing, context, { step: 'return', marks, explanation: 'Two things.' }),
    })
  await again()
  const path = `/en/applications/${id}/correct`
  const page = async (from = path) => (await ana.get(from)).text()
  const send = async (form: Form, version?: string) =>
    ana.post(path, { version: version ?? versionIn(await page()), ...form })
  const key = (field: string) => `person.${item}.${field}`
  /** Days later, in a session of that day. */
  const waitDays = async (days: number) => {
    built.clock.advance(days * DAY_MS)
    await signInAgain(built, ana)
  }
  return {
    built,
    ana,
    id,
    path,
    page,
    send,
    key,
    read,
    waitDays,
    again,
    state: async () => (await read()).standing.state,
  }
}

const versionIn = (page: string): string => /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''

const errorIn = (page: string): string =>
  (/govuk-error-summary__list[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, ' ').trim()

test('only what was marked is shown, with the officer’s words, what was sent, and by when', async (t) => {
  const { page } = await returned(t)
  const text = await page()
  match(text, /Two things\.[\s\S]*Please look again\.[\s\S]*What you sent[\s\S]*Ferreira/)
  match(text, /Please send it back by <strong>[A-Z]\w+ \d+ \w+ 2026<\/strong>/)
  ok(!text.includes('Braga'), 'what is not marked is not asked')
})

test('a marked answer is changed, another is confirmed, and everything else stays', async (t) => {
  const { send, key, read, ana, id, path } = await returned(t)
  const before = lastFiled((await read()).standing)

  const sent = await send({
    [key('surname')]: 'Ferreira Lopes',
    'person.given-names': 'Somebody',
    [key('birth-place')]: 'Elsewhere',
    'right.document.diploma': 'yes',
    press: 'send',
  })

  equal(sent.headers.get('location'), `/en/applications/${id}?done=step&of=recognition.resubmit`)
  const after = await read()
  equal(after.standing.state, 'submitted')
  const filed = lastFiled(after.standing)
  const person = { ...before?.answers['person']?.[0]?.values, surname: 'Ferreira Lopes' }
  deepEqual(filed?.answers['person']?.[0]?.values, person)
  deepEqual({ ...filed?.answers, person: [] }, { ...before?.answers, person: [] })
  deepEqual(filed?.documents, before?.documents)
  const again = await ana.post(path, { press: 'send' })
  equal(again.headers.get('location'), `/en/applications/${id}`)
  ok((await (await ana.get(`/en/applications/${id}/check`)).text()).includes('Ferreira Lopes'))
})

test('a mark that is neither changed nor confirmed is named, with all that was typed', async (t) => {
  const { send, key, state } = await returned(t)

  const open = await send({ [key('surname')]: 'Ferreira Lopes', press: 'send' })

  equal(open.status, 409)
  const page = await open.text()
  match(errorIn(page), /Change this, or say that it is right as it is: Diploma/)
  match(page, /id="right\.document\.diploma-error"[\s\S]*tick that it is right/)
  ok(page.includes('href="#right.document.diploma"') && page.includes('value="Ferreira Lopes"'))
  equal(await state(), 'returned')
})

test('an answer that cannot stand is refused under its own field', async (t) => {
  const { send, key } = await returned(t, ['surname', 'birth-date', 'citizenships'])
  const good = {
    [`${key('birth-date')}-day`]: '27',
    [`${key('birth-date')}-month`]: '3',
    [`${key('birth-date')}-year`]: '1987',
    [key('citizenships')]: ['PRT', '', ''],
  }
  const cases: readonly (readonly [Form, string])[] = [
    [{ ...good, [key('surname')]: '\u0000' }, `#${key('surname')}`],
    [{ ...good, [key('surname')]: '' }, `#${key('surname')}`],
    [{ ...good, [key('surname')]: 'x'.repeat(10_000) }, `#${key('surname')}`],
    [{ ...good, [key('surname')]: 'Ok', [key('citizenships')]: 'x' }, `#${key('citizenships')}`],
    [{ [key('surname')]: 'Ok', [key('citizenships')]: 'PRT' }, `#${key('birth-date')}-day`],
  ]
  for (const [form, href] of cases) {
    const wrong = await send({ ...form, press: 'send' })
    equal(wrong.status, 400, href)
    const page = await wrong.text()
    ok(page.includes(`href="${href}"`) && page.includes(`id="${href.slice(1)}"`), href)
  }
})

test('what is saved for later is there later, with its ticks, and is not what was sent', async (t) => {
  const { send, key, ana, page, state, id } = await returned(t)

  const saved = await send({
    [key('surname')]: 'Ferreira Lopes',
    'right.document.diploma': 'yes',
    press: 'save',
  })

  const later = await (await ana.follow(saved)).text()
  match(later, /<title>Saved\. You can continue later: /)
  match(later, /name="right\.document\.diploma"[^>]*checked/)
  ok((await page()).includes('value="Ferreira Lopes"'))
  equal(await state(), 'returned')
  const check = await (await ana.get(`/en/applications/${id}/check`)).text()
  ok(check.includes('What you sent') && !check.includes('Ferreira Lopes'))
})

test('a marked document is replaced on the way, and nothing typed is lost by that', async (t) => {
  const { send, key, ana, page, state, id } = await returned(t)
  const documents = `/en/applications/${id}/documents`

  const gone = await send({ [key('surname')]: 'Ferreira Lopes', press: 'document.diploma' })
  equal(gone.headers.get('location'), `${documents}?done=saved`)
  const list = await (await ana.follow(gone)).text()
  ok(list.includes('id="kind-diploma"') && !list.includes('id="kind-passport"'))
  equal((await ana.upload(documents, { kind: 'passport' }, [pdf()])).status, 409)
  equal((await ana.upload(documents, { kind: 'diploma' }, [pdf('better.pdf')])).status, 303)

  const back = await page()
  ok(back.includes('New document uploaded') && back.includes('value="Ferreira Lopes"'))
  const sent = await send({ [key('surname')]: 'Ferreira Lopes', press: 'send' })
  equal(sent.status, 303)
  equal(await state(), 'submitted')
})

test('what was ticked as right is still ticked after the way over the documents', async (t) => {
  const { send, key, ana, id, page } = await returned(t)
  const ticks = (html: string) => html.match(/name="right\.[^"]*"[^>]*checked/g)?.length ?? 0
  const surname = { [key('surname')]: 'Ferreira' }
  const right = { ...surname, [`right.${key('surname')}`]: 'yes' }
  const gone = await send({ ...right, press: 'document.diploma' })
  await ana.follow(gone)
  await ana.upload(`/en/applications/${id}/documents`, { kind: 'diploma' }, [pdf('better.pdf')])

  equal(ticks(await page()), 1)
  match(await page(), new RegExp(`name="right\\.${key('surname')}"[^>]*checked`))
  equal(ticks(await page(`/ru/applications/${id}/correct`)), 1)

  await send({ ...surname, press: 'save' })
  equal(ticks(await page()), 0, 'what is taken back is')
  await send({ [key('surname')]: 'Lopes', 'right.document.diploma': 'yes', press: 'send' })
  equal(
    [...ana.cookies].some(([name, value]) => name.includes('ticked') && value !== ''),
    false,
  )
})

test('ticks are those of one return: what is marked again is looked at again', async (t) => {
  const { ana, send, key, page, again } = await returned(t)
  const form = { [key('surname')]: 'Lopes', 'right.document.diploma': 'yes' }
  await send({ ...form, press: 'save' })
  const [kept, elsewhere] = [await page(), new Map(ana.cookies)]
  equal((await send({ ...form, press: 'send' })).status, 303)
  await again()
  for (const [name, value] of elsewhere) ana.cookies.set(name, value)

  match(kept, /name="right\.document\.diploma"[^>]*checked/)
  doesNotMatch(await page(), /name="right[^>]*checked/)
})

test('a document that was only removed is asked for by name', async (t) => {
  const { send, key, ana, id, built, state } = await returned(t)
  const rows = await built.db.selectFrom('document').selectAll().execute()
  const diploma = rows.find(({ kind }) => kind === 'diploma')
  const removed = await ana.post(`/en/applications/${id}/documents/${diploma?.id}/remove`)
  equal(removed.status, 303)

  const sent = await send({
    [key('surname')]: 'Ferreira',
    [`right.${key('surname')}`]: 'yes',
    press: 'send',
  })

  equal(sent.status, 409)
  match(errorIn(await sent.text()), /Upload a document for: Diploma/)
  equal(await state(), 'returned')
  const bytes = await ana.get(`/en/applications/${id}/documents/${diploma?.id}`)
  equal(bytes.status, 200, 'what was once sent stays readable')
})

test('two devices mend the same: the second sees both, loses nothing and can save again', async (t) => {
  const { send, key, page } = await returned(t)
  const old = versionIn(await page())
  const form = (surname: string) => ({ [key('surname')]: surname, press: 'save' })
  equal((await send(form('Telephone'), old)).status, 303)

  equal((await send(form('Telephone'), old)).status, 303, 'a second press')
  const stale = await send(form('Laptop'), old)

  equal(stale.status, 409)
  const text = await stale.text()
  match(text, /changed on another device[\s\S]*Saved now[\s\S]*Telephone[\s\S]*value="Laptop"/)
  const wrong = await send(form(''), old)
  equal(versionIn(await wrong.text()), old, 'mending a mistake does not make an old form new')
  equal((await send(form('Laptop'), versionIn(text))).status, 303)
  ok((await page()).includes('value="Laptop"'))
})

test('of two who send it back at once, one does', async (t) => {
  const { send, key, built, page } = await returned(t)
  const version = versionIn(await page())
  const form = {
    [key('surname')]: 'Ferreira Lopes',
    'right.document.diploma': 'yes',
    press: 'send',
  }
  const both = await Promise.all([send(form, version), send(form, version)])
  deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const events = await built.db.selectFrom('event').select('step').execute()
  equal(events.filter(({ step }) => step === 'resubmit').length, 1)
})

test('days in which the applicant was asked are added to the date of the answer', async (t) => {
  const { built, waitDays, key, id, send, ana, read } = await returned(t)
  const before = await (await ana.get(`/en/applications/${id}`)).text()
  match(before, /Please send it back by[\s\S]*Tuesday 17 March 2026[\s\S]*is stopped/)

  await waitDays(7)
  const form = { [key('surname')]: 'Lopes', 'right.document.diploma': 'yes', press: 'send' }
  equal((await send(form)).status, 303)

  const { standing } = await read()
  const { dueOn } = await built.db.selectFrom('caseFile').select('dueOn').executeTakeFirstOrThrow()
  equal(standing.state, 'submitted')
  equal(standing.pauses.length, 1)
  deepEqual(Object.values(standing.pauses[0] ?? {}), ['2026-03-02', '2026-03-09'])
  ok(dueOn !== null && dueOn > '2026-04-09', dueOn ?? '')
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  match(page, /The clock stops while we wait for you[\s\S]*9 April 2026/)
})

test('when the day to send it back has passed, both pages say that it can still be sent', async (t) => {
  const { built, id, page, ana } = await returned(t)
  const status = async () => (await ana.get(`/en/applications/${id}`)).text()
  const passed = /This day has passed, but you can still send it back/
  // From ten in the morning to the last second of the last day in Baku.
  built.clock.advance(15 * DAY_MS + 14 * HOUR_MS - 1000)
  await signInAgain(built, ana)
  for (const each of [await page(), await status()]) doesNotMatch(each, passed)
  built.clock.advance(1000)
  for (const each of [await page(), await status()]) match(each, passed)
})

test('after the time has run out it can still be sent back until it is closed', async (t) => {
  const { built, waitDays, key, id, send, state } = await returned(t)
  await waitDays(120)
  await play(built.owned, id, {
    by: SYSTEM,
    decide: (standing, context) =>
      lapse(standing, context, { step: 'propose-closing', touchedOn: standing.stateSince }),
  })
  equal(await state(), 'closing-proposed')

  const form = { [key('surname')]: 'Lopes', 'right.document.diploma': 'yes', press: 'send' }
  equal((await send(form)).status, 303)

  equal(await state(), 'submitted')
})

test('what was returned is never sent in anew, past what was marked', async (t) => {
  const { ana, id, state, read } = await returned(t)
  const { number, filings } = (await read()).standing

  equal((await ana.post(`/en/applications/${id}/submit`)).status, 409)

  equal(await state(), 'returned')
  const after = (await read()).standing
  deepEqual([after.number, after.filings.length], [number, filings.length])
})

test('while a person can still send it back, that is told before who else has to act', async (t) => {
  const { built, waitDays, id, ana } = await returned(t)
  await waitDays(60)
  await play(built.owned, id, {
    by: SYSTEM,
    decide: (standing, context) =>
      lapse(standing, context, { step: 'propose-closing', touchedOn: standing.stateSince }),
  })

  const page = await (await ana.get(`/en/applications/${id}`)).text()

  match(page, /kc-answer--act[\s\S]*Please send it back by[\s\S]*Correct what is marked/)
  ok(!page.includes('Who has to act now'))
})

test('there is nothing to correct in a draft, in what was sent, or in somebody else’s case', async (t) => {
  const { built, path } = await returned(t)
  const bo = await built.signedUpApplicant()
  equal((await bo.get(path)).status, 404)
  equal((await bo.post(path, { press: 'send' })).status, 404)

  const draft = placeOf(await bo.post('/en/applications'))
  equal((await bo.get(`${draft}/correct`)).status, 404)
  equal((await bo.post(`${draft}/correct`, { press: 'send' })).status, 404)
  equal((await bo.post(`${draft}/discard`)).status, 303)
  const { id } = await submitted(bo)
  for (const answer of [
    await bo.get(`/en/applications/${id}/correct`),
    await bo.post(`/en/applications/${id}/correct`, { press: 'send' }),
  ]) {
    equal(answer.headers.get('location'), `/en/applications/${id}`)
  }
})
