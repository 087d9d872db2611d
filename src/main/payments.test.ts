import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { tellDue } from '#exchange/payments/work.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import type { Copy } from '#telling/copy/copy.ts'
import { givenCopy } from '#test/copies.ts'
import { MASTER, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { signInAgain } from '#test/days-later.ts'
import { taken } from '#test/life-parts.ts'
import { asking, given, paidPermit, pays, policyPaid, writtenTo } from '#test/paying.ts'
import type { Visitor } from '#test/visitor.ts'

const read = async (who: Visitor, page: string) => {
  const html = await (await who.get(page)).text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const questionIn = async ({ db }: TestHouse) =>
  (await db.selectFrom('paymentQuestion').select('id').executeTakeFirstOrThrow()).id

const KEY_FILE = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`

const PAGE = '/en/payments'

test('whoever was given something reads what to pay, by when and where, and then that it was paid', async (t) => {
  const { here, ana, id, paying, state } = await given(t)
  await signInAgain(here, ana)
  const page = `/en/applications/${id}`
  const before = await read(ana, page)
  match(await read(ana, `${page}/decision`), /Pay for it\./)
  match(before, /Amount 40 AZN/)
  match(before, /Last day to pay/)
  match(before, /The link comes here by itself/)

  await tellDue(paying)
  const html = await (await ana.get(page)).text()
  const [invoice] = state.invoices()
  match(html, new RegExp(`href="http://pay\\.test/pay/${invoice?.number}"`))

  await pays(state)
  await here.runJobs()
  const after = await read(ana, page)
  match(after, /Receipt number Q-000001, paid on/)
  doesNotMatch(after, /Last day to pay/)
  match(await read(ana, `${page}/decision`), /It is yours\. The state duty is paid: 40 AZN\./)
})

test('whoever paid twice reads that an official looks at it, and then that it is paid back', async (t) => {
  const { here, ana, id, paying, state } = await given(t)
  await here.runJobs()
  await tellDue(paying)
  await pays(state)
  await pays(state)
  await here.runJobs()
  await signInAgain(here, ana)
  const page = `/en/applications/${id}`
  match(await read(ana, page), /You paid more than you had to: 40 AZN/)

  const officer = await here.office('officer@kecid.example')
  match(await read(officer, PAGE), /Paid twice/)
  const question = await questionIn(here)
  const other = await officer.post(PAGE, { question, answer: 'pay-back', amount: '3999' })
  equal(other.status, 409)
  match(await other.text(), /The sum has changed since you opened the page/)
  match(await read(officer, PAGE), /Paid twice/, 'another sum than is there')
  equal((await officer.post(PAGE, { question, answer: 'pay-back', amount: '4000' })).status, 303)

  match(await read(officer, PAGE), /There is nothing to look at/)
  match(await read(ana, page), /40 AZN is being paid back to you/)
  const [owed = '', ...others] = await writtenTo(ana, id)
  match(owed, /^duty-owed: 40 AZN by \w+ \d+ \w+ \d{4}$/)
  deepEqual(others, ['duty-paid: 40 AZN', 'paid-too-much: 40 AZN'])

  const { verify } = await outsideVerifier()
  await sequenceLedger(here.faces.jobs.db)
  deepEqual(verify(await ledgerDump(here.db), KEY_FILE), [], 'an outsider finds it in the ledger')
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  equal(leaves.filter(({ leaf }) => leaf.toString().includes('payment-looked-at')).length, 1)
})

test('what is owed and was paid is in the copy of what is kept of whoever pays', async (t) => {
  const { here, ana, id, paying, state } = await given(t)
  await tellDue(paying)
  await pays(state)
  await pays(state)
  await here.runJobs()
  await signInAgain(here, ana)
  const path = `/en/applications/${await givenCopy(here, ana)}/copy`

  const copy = (await (await ana.post(path, { form: 'file' })).json()) as Copy
  const invoices = copy.cases.find((each) => each.id === id)?.invoices ?? []
  deepEqual(
    invoices.map((each) => [each.amount, each.currency, each.state.code, each.you_pay]),
    [[40, 'AZN', 'paid', true]],
  )
  deepEqual(
    invoices.map(({ payments, said }) => [payments.map((each) => each.hundredths), said]),
    [[[4000, 4000], ['You paid more than you had to: 40 AZN. An official is looking at it.']]],
  )
  const number = invoices[0]?.number ?? ''
  for (const language of LANGUAGES) {
    const page = await (await ana.post(path.replace('en', language), { form: 'page' })).text()
    ok(page.includes(number) && page.includes('Q-000002') && page.includes('40 AZN'), language)
  }
})

test('who ends a case after its decision reads that what was decided stands', async (t) => {
  const ends = paidPermit.steps.find(({ code }) => code === 'record-duty')
  const to = ends && 'to' in ends ? ends.to : ''
  const close = { code: 'close', kind: 'end' as const, ...taken(['carried-out'], 'case-officer') }
  const steps = [...paidPermit.steps, { ...close, to, reasoned: true as const }]
  const { here, id } = await given(t, asking(), policyPaid(t, { ...paidPermit, steps }))
  const officer = await here.office('officer@kecid.example')

  const page = await read(officer, `/en/cases/${id}/steps/close`)

  match(page, /What was decided stands, and the case ends as “/)
  doesNotMatch(page, /Nothing is decided, and/)
})

test('a question is answered once, and by whoever deals with cases alone', async (t) => {
  const { here, paying, state } = await given(t)
  await tellDue(paying)
  await pays(state)
  await pays(state)
  await here.runJobs()
  const question = await questionIn(here)
  const expert = await here.office('energy@kecid.example').catch(() => undefined)
  const signer = await here.office('signer@kecid.example')
  equal((await signer.get(PAGE)).status, 200)
  equal((await signer.post(PAGE, { question, answer: 'nothing' })).status, 404)
  if (expert) equal((await expert.get(PAGE)).status, 404)
  const officer = await here.office('officer@kecid.example')
  equal((await officer.post(PAGE, { question, answer: 'gone' })).status, 404)
  equal((await officer.post(PAGE, { question: 'x', answer: 'nothing' })).status, 404)
  equal((await officer.post(PAGE, { question, answer: 'nothing' })).status, 303)
  const twice = await officer.post(PAGE, { question, answer: 'nothing' })
  equal(twice.headers.get('location'), `${PAGE}?done=saved`, 'a second press is told as the first')
  const head = await here.office('head@kecid.example')
  for (const [who, answer] of [
    [officer, 'pay-back'],
    [head, 'nothing'],
  ] as const) {
    const late = await who.post(PAGE, { question, answer })
    equal(late.status, 409)
    match(
      await late.text(),
      /answered already: nothing follows\. By Aytən Quliyeva, on \d+ \w+ 2026/,
    )
  }
  const { answer } = await here.db
    .selectFrom('paymentQuestion')
    .select('answer')
    .executeTakeFirstOrThrow()
  equal(answer, 'nothing')
})

test('who paid too little is asked for the rest by itself, and officials read what is left', async (t) => {
  const { here, ana, id, paying, state } = await given(t)
  await here.runJobs()
  await tellDue(paying)
  await pays(state, { amount: '30.00' })
  await here.runJobs()
  await signInAgain(here, ana)

  match(await read(ana, `/en/applications/${id}`), /You paid 30 AZN, the rest is still to be paid/)
  const owed = (await writtenTo(ana, id)).map((each) => each.replace(/ by .*/, ''))
  deepEqual(owed, ['duty-owed: 10 AZN', 'duty-owed: 40 AZN'])
  const officer = await here.office('officer@kecid.example')
  const page = await read(officer, PAGE)
  match(page, /The rest is asked for by itself: 10 AZN.*until \d+ \w+ 2026/)
  match(page, /Leave it so, the rest stays to be paid/)
  doesNotMatch(page, /Nothing follows/)
  const form = await read(officer, `/en/cases/${id}/steps/record-duty`)
  match(form, /Owed 40 AZN Paid, less what was paid back 30 AZN Still to be paid 10 AZN/)
  match(form, /all that is left counts as paid on paper: 10 AZN/)

  const question = await questionIn(here)
  equal((await officer.post(PAGE, { question, answer: 'nothing' })).status, 303)
  match(await read(ana, `/en/applications/${id}`), /the rest is still to be paid/)
  await pays(state, { amount: '10.00' })
  await here.runJobs()
  match(await read(ana, `/en/applications/${id}`), /Receipt number Q-000002, paid on/)
})

test('an official reads on the case what is owed and was paid', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  await pays(state)
  await here.runJobs()
  const officer = await here.office('officer@kecid.example')
  match(await read(officer, `/en/cases/${id}`), /40 AZN, paid/)
})
