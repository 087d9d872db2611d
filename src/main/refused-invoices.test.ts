import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { tellDue, type Paying } from '#exchange/payments/work.ts'
import { signInAgain } from '#test/days-later.ts'
import type { TestHouse } from '#test/house.ts'
import { given, pays, watched } from '#test/paying.ts'
import type { Visitor } from '#test/visitor.ts'

const PAGE = '/en/payments'
const [DAY_MS, SIXTEEN_MINUTES_MS] = [86_400_000, 960_000]

const read = async (who: Visitor, page: string) => {
  const answer = await who.get(page)
  equal(answer.status, 200, page)
  const html = await answer.text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** A portal that answers so whatever it is told of an invoice, and how often it was told. */
function answering(paying: Paying, code: string) {
  let times = 0
  const no = async () => {
    times += 1
    return { ok: false, code } as const
  }
  const portal = { ...paying.portal, open: no, withdraw: no }
  return { paying: { ...paying, portal }, times: () => times }
}

async function told(here: TestHouse, paying: Paying, tries: number): Promise<void> {
  for (let each = 0; each < tries; each += 1) {
    await tellDue(paying)
    here.clock.advance(SIXTEEN_MINUTES_MS)
  }
}

const invoice = ({ db }: TestHouse) =>
  db.selectFrom('invoice').select(['id', 'number', 'dueOn', 'told']).executeTakeFirstOrThrow()

const reviews = ({ db }: TestHouse) =>
  db.selectFrom('caseFile').select('id').where('type', '=', 'permit-review').execute()

test('what the portal refuses to take is told so often, and then an official has it told again', async (t) => {
  const { here, ana, id, paying, state } = await given(t)
  const refusing = answering(paying, '422')
  await told(here, refusing.paying, 7)
  doesNotMatch(await read(await here.office('officer@kecid.example'), PAGE), /Not taken by/)
  await told(here, refusing.paying, 3)
  equal(refusing.times(), 8, 'it is bounded')

  const officer = await here.office('officer@kecid.example')
  const { id: row, number } = await invoice(here)
  const page = await read(officer, PAGE)
  match(page, /Not taken by the payment portal .* 40 AZN .* that it is owed/)
  match(page, /the portal was asked 8 times, and answered last: 422/)
  ok(page.includes(number))
  match(await read(officer, `/en/cases/${id}`), /not paid, and the payment portal does not take it/)
  await signInAgain(here, ana)
  const own = `/en/applications/${id}`
  match(await read(ana, own), /does not take this number: the Service has to tell you how to pay/)
  const texts = []
  for (const language of LANGUAGES) texts.push(await read(ana, own.replace('en', language)))
  ok(texts.every((text) => text.includes(number)))
  equal((await (await here.office('signer@kecid.example')).post(PAGE, again(row))).status, 404)

  equal((await officer.post(PAGE, again(row))).status, 303)
  equal((await officer.post(PAGE, again(row))).status, 303, 'pressed twice')
  doesNotMatch(await read(officer, PAGE), /Not taken by/)
  match(await read(ana, own), /The link comes here by itself/)
  equal(await tellDue(paying), 1)
  match(await (await ana.get(own)).text(), new RegExp(`href="http://pay\\.test/pay/${number}"`))
  await pays(state)
  await here.runJobs()
  equal((await officer.post(PAGE, again(row))).status, 409, 'nothing waits for it any more')
})

const again = (row: string) => ({ invoice: row, act: 'again' })

test('a portal that does not answer is told for as long as that takes, and nobody has to press', async (t) => {
  const { here, paying } = await given(t)
  const silent = answering(paying, '503')
  await told(here, silent.paying, 12)
  equal(silent.times(), 12)
  doesNotMatch(await read(await here.office('officer@kecid.example'), PAGE), /Not taken by/)
  equal(await tellDue(paying), 1)
})

test('no clock holds against anybody that they did not pay what the portal would not take', async (t) => {
  const { here, paying } = await given(t)
  await told(here, answering(paying, 'unintelligible').paying, 8)
  const { id: row, dueOn } = await invoice(here)
  const days = (Date.parse(dueOn) - Date.parse(here.clock.today())) / DAY_MS + 1
  here.clock.advance(days * DAY_MS)
  await here.runJobs()
  await watched(here)
  deepEqual(await reviews(here), [])

  const officer = await here.office('officer@kecid.example')
  equal((await officer.post(PAGE, again(row))).status, 303)
  equal(await tellDue(paying), 1)
  await watched(here)
  equal((await reviews(here)).length, 1, 'once it can be paid there')
})

test('that something is not owed any more is told so often as well', async (t) => {
  const { here, id, paying } = await given(t)
  await tellDue(paying)
  const step = `/en/cases/${id}/steps/record-duty`
  const officer = await here.office('officer@kecid.example')
  const version = /name="version" value="(\d+)"/.exec(await (await officer.get(step)).text())?.[1]
  const [year, month, day] = here.clock.today().split('-').map(Number)
  const on = { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) }
  equal((await officer.post(step, { version: version ?? '', option: 'paid', ...on })).status, 303)

  const refusing = answering(paying, '409')
  await told(here, refusing.paying, 10)
  equal(refusing.times(), 8)
  match(
    await read(await here.office('officer@kecid.example'), PAGE),
    /that it is not owed any more .*asked 8 times, and answered last: 409/,
  )
})
