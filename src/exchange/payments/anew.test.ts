import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { tellDue } from '#exchange/payments/work.ts'
import { signed } from '#standins/payments/state.ts'
import { couple } from '#test/family.ts'
import { house, type TestHouse } from '#test/house.ts'
import {
  answersLine as answers,
  decidedAnew,
  decidedByOthers,
  filed,
  paidAndSetAside,
  policyAnew,
  setAside,
} from '#test/paid-anew.ts'
import { asking, given, payingBeside, pays, writtenTo } from '#test/paying.ts'
import type { Visitor } from '#test/visitor.ts'

const read = async (who: Visitor, page: string) => {
  const html = await (await who.get(page)).text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const invoices = async ({ db }: TestHouse) =>
  (
    await db
      .selectFrom('invoice')
      .select(['number', 'amount', 'credited', 'state'])
      .orderBy('issuedAt')
      .orderBy('number')
      .execute()
  ).map(({ number, ...each }) => [endOf(number), ...Object.values(each)])

/** What follows the number of the case, which is HQM-TEST-1-2 there. */
const endOf = (number: string): string => number.split('-').slice(4).join('-')

const DAY_MS = 86_400_000

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const questions = async ({ db }: TestHouse) =>
  (await db.selectFrom('paymentQuestion').select(['kind', 'answer']).orderBy('kind').execute()).map(
    ({ kind, answer }) => [kind, answer],
  )

/** What she was written, without the days. */
const written = async (ana: Visitor, id: string) =>
  (await writtenTo(ana, id)).map((each) => each.replace(/ by .*/, ''))

test('while it is decided anew nothing is owed or too much, and she reads that it counts', async (t) => {
  const { here, ana, id, page, state, paying } = await paidAndSetAside(t)
  equal(await stateOf(here, id), 'submitted')
  match(await read(ana, page), /The 40 AZN that you paid counts for the new decision/)
  deepEqual(await questions(here), [])

  await pays(state)
  await here.runJobs()
  deepEqual(await questions(here), [], 'what is paid meanwhile counts as well')
  equal(await tellDue(paying), 0)
})

test('decided anew for the same, nothing more is owed and the case goes on by itself', async (t) => {
  const { here, ana, id, page, paying } = await paidAndSetAside(t)
  await decidedAnew(here, id, { months: '3', tier: 'fast' })

  deepEqual(await invoices(here), [
    ['1', 40, 0, 'paid'],
    ['1-2', 40, 4000, 'paid'],
  ])
  equal(await stateOf(here, id), 'decided')
  match(await read(ana, page), /What you paid for the earlier decision is enough/)
  deepEqual(await questions(here), [])
  equal(await tellDue(paying), 0, 'the portal is told of nothing')
  deepEqual(await written(ana, id), ['duty-owed: 40 AZN', 'duty-paid: 40 AZN', 'duty-paid: 40 AZN'])
})

test('decided anew for more, the difference alone is asked for and settles it', async (t) => {
  const { here, ana, id, page, paying, state } = await paidAndSetAside(t)
  await decidedAnew(here, id, { months: '6', tier: 'fast' })

  deepEqual((await invoices(here)).at(-1), ['1-2', 80, 4000, 'open'])
  match(await read(ana, page), /Amount 80 AZN.*Paid so far 40 AZN/)
  equal(await tellDue(paying), 1)
  equal(state.invoices()[0]?.amount, '40.00')
  match(await read(ana, page), /Pay 40 AZN/)

  await pays(state)
  await here.runJobs()
  equal(await stateOf(here, id), 'decided')
  deepEqual(await questions(here), [])
  const { number } = await here.db
    .selectFrom('status')
    .select('number')
    .orderBy('issuedAt', 'desc')
    .executeTakeFirstOrThrow()
  match(number, /-1-2$/, 'the number of the permit ends as that of its invoice')
  deepEqual(await written(ana, id), [
    'duty-owed: 40 AZN',
    'duty-owed: 40 AZN',
    'duty-paid: 40 AZN',
    'duty-paid: 80 AZN',
  ])
})

test('what comes by the number of before counts, and the portal is told when nothing is owed', async (t) => {
  const { here, id, paying, state } = await paidAndSetAside(t)
  const [before] = state.invoices()
  await decidedAnew(here, id, { months: '6', tier: 'fast' })
  await tellDue(paying)
  if (before) await state.pay({ invoice: before, amount: '40.00' })
  await here.runJobs()

  equal(await stateOf(here, id), 'decided')
  here.clock.advance(6000)
  equal(await tellDue(paying), 1)
  equal(state.invoices()[0]?.withdrawn, true)
})

test('decided anew for less, the rest is paid back once an official says so, and she is told', async (t) => {
  const { here, ana, id, page, paying, state } = await paidAndSetAside(t)
  await decidedAnew(here, id, { months: '3', tier: 'normal' })

  equal(await stateOf(here, id), 'decided')
  deepEqual(await questions(here), [['decided-anew', null]])
  match(await read(ana, page), /You paid more than you had to: 10 AZN\. An official/)
  const officer = await here.office('officer@kecid.example')
  const line = await read(officer, '/en/payments')
  match(line, /Owed 30 AZN Paid, less what was paid back 40 AZN Paid too much 10 AZN/)
  match(line, /Pay back 10 AZN/)

  await answers(here, officer, 'pay-back')
  match(await read(ana, page), /10 AZN is being paid back to you/)
  equal(await tellDue(paying), 1)
  equal(await tellDue(paying), 0, 'it is asked once')
  const [asked] = state.askedBack()
  deepEqual([asked?.amount, asked?.currency], ['10.00', 'AZN'])

  await state.payBack(asked?.id ?? '')
  await here.runJobs()
  match(await read(ana, page), /10 AZN was paid back to you/)
  doesNotMatch(await read(ana, page), /being paid back/)
  deepEqual(await questions(here), [['decided-anew', 'pay-back']])
  deepEqual(await written(ana, id), [
    'duty-owed: 40 AZN',
    'duty-paid: 30 AZN',
    'duty-paid: 40 AZN',
    'paid-back: 10 AZN',
    'paid-too-much: 10 AZN',
  ])
})

test('refused anew, all of it is paid back', async (t) => {
  const { here, ana, id, page } = await paidAndSetAside(t)
  await decidedAnew(here, id, 'refused')
  deepEqual(await questions(here), [['decided-anew', null]])
  match(await read(ana, page), /You paid more than you had to: 40 AZN/)
  match(await read(await here.office('officer@kecid.example'), '/en/payments'), /Pay back 40 AZN/)
})

test('set aside and not decided anew, all of it is paid back', async (t) => {
  const { here, ana, page } = await paidAndSetAside(t, 'reversed')
  deepEqual(await questions(here), [['decided-anew', null]])
  match(await read(ana, page), /You paid more than you had to: 40 AZN/)
})

test('of several, one is decided about anew, and what the others paid is theirs alone', async (t) => {
  const here = await house(t, { policy: policyAnew(t) })
  const { ana, ben, id } = await couple(here)
  const granted = { outcome: 'recognised', grounds: [], reasoning: 'They may stay.' }
  const refused = { outcome: 'refused', grounds: ['C1'], reasoning: 'They may not.' }
  await filed(here, id, { answers: asking(), number: 'FAM-2026-000007' })
  await decidedByOthers(here, id, (of) => (of === ana.account.partyId ? granted : refused))
  const { state, paying } = await payingBeside(t, here)
  await tellDue(paying)
  await pays(state)
  await here.runJobs()
  here.clock.advance(DAY_MS)

  await setAside(here, { ana: ben, id })
  equal(await stateOf(here, id), 'submitted')
  await decidedByOthers(here, id, granted)

  const numbers = await here.db
    .selectFrom('invoice')
    .leftJoin('status', 'status.givenBy', 'invoice.decision')
    .select(['invoice.number', 'status.number as status', 'invoice.state', 'credited'])
    .orderBy('invoice.number')
    .execute()
  deepEqual(
    numbers.map((row) => Object.values(row)),
    [
      ['FAM-2026-000007-1', 'FAM-S-2026-000007-1', 'paid', 0],
      ['FAM-2026-000007-2', 'FAM-S-2026-000007-2', 'open', 0],
    ],
  )
  deepEqual(await questions(here), [])
})

test('that it was paid back counts once, and what nobody asked for so is looked at', async (t) => {
  const { here, ana, page, paying, state, notices, key } = await paidAndSetAside(t, 'reversed')
  const officer = await here.office('officer@kecid.example')
  await answers(here, officer, 'pay-back')
  await tellDue(paying)
  const [asked] = state.askedBack()
  const [invoice] = state.invoices()
  const said = {
    aud: 'TOY',
    kind: 'refund',
    invoice: invoice?.number,
    amount: '40.00',
    currency: 'AZN',
    paidAt: here.clock.now(),
    receipt: 'Q-9',
    refund: asked?.id,
  }
  const post = async (jti: string, more: object, by = key) => {
    const body = signed({ ...said, jti, ...more }, by)
    const { status } = await fetch(notices, { method: 'POST', body })
    await here.runJobs()
    return status
  }
  const { privateKey: another } = generateKeyPairSync('ed25519')
  equal(await post('R-0', {}, another), 401, 'forged')
  match(await read(ana, page), /40 AZN is being paid back to you/)

  equal(await post('R-1', { amount: '39.00' }), 204, 'less than was asked for')
  deepEqual(await open(here), ['refund-differs'])
  match(await read(ana, page), /is being paid back to you/)
  equal(await post('R-2', { refund: 'd3b0a2de-0000-4000-8000-000000000000' }), 204)
  deepEqual(await open(here), ['refund-differs', 'refund-differs', 'refunded'])

  equal(await post('R-3', {}), 204)
  equal(await post('R-3', {}), 204, 'said twice')
  equal(await post('R-4', {}), 204, 'done already')
  deepEqual(await open(here), [...Array.from({ length: 3 }, () => 'refund-differs'), 'refunded'])
  const { doneBy } = await here.db
    .selectFrom('repayment')
    .innerJoin('payment', 'payment.id', 'repayment.doneBy')
    .select('payment.transaction as doneBy')
    .executeTakeFirstOrThrow()
  equal(doneBy, 'R-3')
})

test('a portal that is down is asked later, by the same number, and pays back once', async (t) => {
  const { here, paying, state } = await paidAndSetAside(t, 'reversed')
  await answers(here, await here.office('officer@kecid.example'), 'pay-back')
  state.setDown(true)
  equal(await tellDue(paying), 0)
  match(here.logged.join(''), /the portal of payments was not asked to pay back/)
  state.setDown(false)
  here.clock.advance(6000)
  equal(await tellDue(paying), 1)
  const [asked] = state.askedBack()
  await paying.portal.payBack({ ...(await repayment(here)), tries: 0 })
  equal(state.askedBack().length, 1)
  ok(await state.payBack(asked?.id ?? ''))
  equal(await state.payBack(asked?.id ?? ''), undefined)
})

test('nobody is paid back what they owe, or one payment twice, whoever asks', async (t) => {
  const { here, id, state, paying } = await given(t)
  await tellDue(paying)
  await pays(state)
  await pays(state)
  await here.runJobs()
  const [first, second] = await here.db
    .selectFrom('payment')
    .select('id')
    .orderBy('settles', 'desc')
    .execute()
  const { id: question } = await here.db
    .selectFrom('paymentQuestion')
    .select('id')
    .executeTakeFirstOrThrow()
  const at = here.clock.now()
  const asked = async (...parts: readonly (readonly [string | undefined, number])[]) => {
    const back = parts.map(([payment, hundredths]) => ({
      id: randomUUID(),
      payment,
      hundredths,
      at,
    }))
    const answered = [{ question, answer: 'pay-back', at }]
    await sql`select answer_payment_questions(
      ${JSON.stringify(answered)}::json, ${JSON.stringify(back)}::json)`.execute(here.db)
  }
  const refused = /what is paid back is what was paid and is not owed|violates/
  await rejects(asked([second?.id, 4001]), refused, 'more than it was')
  await rejects(asked([first?.id, 4000], [second?.id, 1]), refused, 'of what is owed')
  await rejects(asked([randomUUID(), 100]), refused, 'of no payment')
  deepEqual(await open(here), ['twice'], id)
})

const open = async ({ db }: TestHouse) =>
  (await db.selectFrom('paymentQuestion').select('kind').where('answer', 'is', null).execute())
    .map(({ kind }) => kind)
    .sort()

const repayment = ({ db }: TestHouse) =>
  db
    .selectFrom('repayment')
    .innerJoin('payment', 'payment.id', 'repayment.payment')
    .select(['repayment.id', 'transaction', 'repayment.hundredths', 'repayment.currency'])
    .executeTakeFirstOrThrow()
