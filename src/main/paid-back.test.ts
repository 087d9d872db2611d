import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { tellDue, type Paying } from '#exchange/payments/work.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { signed } from '#standins/payments/state.ts'
import { signInAgain } from '#test/days-later.ts'
import { MASTER, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { answersLine, paidAndSetAside, policyAnew, setAside } from '#test/paid-anew.ts'
import { asking, given, writtenTo } from '#test/paying.ts'
import type { Visitor } from '#test/visitor.ts'

const PAGE = '/en/payments'
const KEY_FILE = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
const [DAY_MS, SIXTEEN_MINUTES_MS] = [86_400_000, 960_000]

const read = async (who: Visitor, page: string) => {
  const html = await (await who.get(page)).text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const dayIn = (name: string, day: string) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return {
    [`${name}-day`]: String(dayOfMonth),
    [`${name}-month`]: String(month),
    [`${name}-year`]: String(year),
  }
}

const repayment = ({ db }: TestHouse) =>
  db.selectFrom('repayment').select(['id', 'doneOn', 'doneBy']).executeTakeFirstOrThrow()

const records = async (here: TestHouse, officer: Visitor, on: string) => {
  const { id } = await repayment(here)
  return officer.post(PAGE, { repayment: id, act: 'record', ...dayIn(`on-${id}`, on) })
}

/** Ana showed a receipt for the 40 of her permit, and its decision was set aside for good. */
async function paidOnPaper(t: TestContext) {
  const all = await given(t, asking(), policyAnew(t))
  const { here, id, ana } = all
  const step = `/en/cases/${id}/steps/record-duty`
  const writing = await here.office('officer@kecid.example')
  const version = /name="version" value="(\d+)"/.exec(await (await writing.get(step)).text())?.[1]
  const said = { version: version ?? '', option: 'paid', ...dayIn('on', here.clock.today()) }
  equal((await writing.post(step, said)).status, 303)
  here.clock.advance(DAY_MS)
  await setAside(here, all, 'reversed')
  await signInAgain(here, ana)
  const officer = await here.office('officer@kecid.example')
  return { ...all, officer, page: `/en/applications/${id}` }
}

test('what was paid on paper and is too much ends once an official records the day', async (t) => {
  const { here, ana, id, page, officer } = await paidOnPaper(t)
  match(await read(officer, PAGE), /40 AZN of it was paid on paper.* Pay back 40 AZN/)

  await answersLine(here, officer, 'pay-back')
  match(await read(ana, page), /40 AZN is being paid back to you outside the payment portal/)
  match(await read(officer, PAGE), /To be paid back .*40 AZN .*paid on paper/)

  const today = here.clock.today()
  const yesterday = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10)
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10)
  for (const day of [yesterday, tomorrow, '2026-02-31']) {
    const answer = await records(here, officer, day)
    equal(answer.status, 422, day)
    const html = await answer.text()
    match(html, /Enter the day on which it was paid back/)
    match(html, new RegExp(`value="${Number(day.slice(8))}"`), 'what was typed is there')
  }
  equal((await repayment(here)).doneOn, null)

  equal((await records(here, officer, today)).status, 303)
  equal((await records(here, officer, today)).status, 303, 'pressed twice')
  const late = await records(here, await here.office('head@kecid.example'), today)
  equal(late.status, 409)
  match(await late.text(), /answered already: it was paid back by hand\. By Aytən Quliyeva, on \d+/)
  doesNotMatch(await read(officer, PAGE), /To be paid back/)
  const own = await read(ana, page)
  match(own, /40 AZN was paid back to you outside the payment portal, on/)
  doesNotMatch(own, /You paid more|is being paid back/)
  deepEqual((await writtenTo(ana, id)).at(-2), 'paid-back: 40 AZN')
  equal((await writtenTo(ana, id)).filter((each) => each.startsWith('paid-back')).length, 1)

  const { verify } = await outsideVerifier()
  await sequenceLedger(here.faces.jobs.db)
  deepEqual(verify(await ledgerDump(here.db), KEY_FILE), [], 'an outsider finds it in the ledger')
})

test('what was paid back by hand is recorded by whoever deals with cases alone', async (t) => {
  const { here, officer } = await paidOnPaper(t)
  await answersLine(here, officer, 'pay-back')
  const signer = await here.office('signer@kecid.example')
  equal((await records(here, signer, here.clock.today())).status, 404)
  equal((await repayment(here)).doneOn, null)
})

/** What the portal answers each time it is asked to pay back, and how often it was. */
function answering(paying: Paying, code: string) {
  let times = 0
  const payBack: Paying['portal']['payBack'] = async () => {
    times += 1
    return { ok: false, code }
  }
  return { paying: { ...paying, portal: { ...paying.portal, payBack } }, times: () => times }
}

async function askedFor(here: TestHouse, paying: Paying, tries: number): Promise<void> {
  for (let each = 0; each < tries; each += 1) {
    await tellDue(paying)
    here.clock.advance(SIXTEEN_MINUTES_MS)
  }
}

test('a portal that refuses is asked so often, and an official has it asked again', async (t) => {
  const { here, paying, state } = await paidAndSetAside(t, 'reversed')
  await answersLine(here, await here.office('officer@kecid.example'), 'pay-back')
  const refusing = answering(paying, '404')
  await askedFor(here, refusing.paying, 7)
  doesNotMatch(await read(await here.office('officer@kecid.example'), PAGE), /To be paid back/)
  await askedFor(here, refusing.paying, 3)
  equal(refusing.times(), 8, 'it is bounded')

  const officer = await here.office('officer@kecid.example')
  match(await read(officer, PAGE), /the portal was asked 8 times, and answered last: 404/)
  const { id } = await repayment(here)
  equal((await officer.post(PAGE, { repayment: id, act: 'again' })).status, 303)
  equal((await officer.post(PAGE, { repayment: id, act: 'again' })).status, 303, 'pressed twice')
  doesNotMatch(await read(officer, PAGE), /To be paid back/)
  equal(await tellDue(paying), 1)
  equal(state.askedBack().length, 1)
})

test('what the portal goes on refusing is paid back by hand, and no second time by it', async (t) => {
  const { here, ana, page, paying, state, notices, key } = await paidAndSetAside(t, 'reversed')
  await answersLine(here, await here.office('officer@kecid.example'), 'pay-back')
  await askedFor(here, answering(paying, '409').paying, 8)
  const officer = await here.office('officer@kecid.example')
  equal((await records(here, officer, here.clock.today())).status, 303)
  await signInAgain(here, ana)
  match(await read(ana, page), /40 AZN was paid back to you outside the payment portal/)
  doesNotMatch(await read(ana, page), /is being paid back|You paid more/)
  equal(await tellDue(paying), 0)

  const { id } = await repayment(here)
  const said = { aud: 'TOY', kind: 'refund', amount: '40.00', currency: 'AZN', receipt: 'Q-9' }
  const of = { invoice: state.invoices()[0]?.number, paidAt: here.clock.now(), refund: id }
  const body = signed({ ...said, ...of, jti: 'R-1' }, key)
  await fetch(notices, { method: 'POST', body })
  await here.runJobs()
  const kinds = await here.db
    .selectFrom('paymentQuestion')
    .select('kind')
    .where('answer', 'is', null)
    .orderBy('kind')
    .execute()
  deepEqual(
    kinds.map(({ kind }) => kind),
    ['refund-differs', 'refunded'],
    'it is looked at',
  )
})

test('a portal that does not answer is asked for a day before an official has it', async (t) => {
  const { here, paying } = await paidAndSetAside(t, 'reversed')
  await answersLine(here, await here.office('officer@kecid.example'), 'pay-back')
  const silent = answering(paying, '503')
  await askedFor(here, silent.paying, 99)
  doesNotMatch(await read(await here.office('officer@kecid.example'), PAGE), /To be paid back/)
  await askedFor(here, silent.paying, 2)
  equal(silent.times(), 100)
  match(await read(await here.office('officer@kecid.example'), PAGE), /asked 100 times/)
})
