import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from '#test/ferreiras.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, HOLDER } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const SIGNER = 'signer@kecid.example'

/** Somebody who was refused asks for what is kept of them to be erased. */
async function asked(here: TestHouse) {
  const ana = await here.signedUpApplicant({ language: 'az' })
  await caseIn('refused', here, ana, { answers: HOLDER })
  const begun = await ana.post('/en/who-looked', { type: 'data-erasure' })
  const base = (begun.headers.get('location') ?? '').split('?')[0] ?? ''
  await ana.post(`${base}/answers/request`, { understood: 'yes', note: '', version: '0' })
  equal((await ana.post(`${base}/submit`)).status, 303)
  const id = base.split('/').at(-1) ?? ''
  const officer = await here.office('data-protection@kecid.example')
  return { ana, id, officer, step: (code: string) => `/en/cases/${id}/steps/${code}` }
}

test('who answers for personal data lands on what waits for them, and reads why a draft came back', async (t) => {
  const here = await house(t)
  const { id, officer, step } = await asked(here)

  match(await htmlOf(officer, '/en'), /list=mine" aria-current="page">My work \(1\)[^]*DEL-2026/)
  const proposing = { outcome: 'erased', reasoning: 'Saxlamaq üçün əsas yoxdur.' }
  equal((await sent(officer, step('propose'), proposing)).status, 303)
  const signer = await here.office(SIGNER)
  equal((await sent(signer, step('send-back'), { reason: 'Which basis?' })).status, 303)

  match(await htmlOf(officer, `/en/cases/${id}`), /About \(name[^]*?<dd>Ferreira<\/dd>/)
  for (const page of [`/en/cases/${id}`, step('propose')]) {
    match(await htmlOf(officer, page), /Which basis\?/, page)
  }
  doesNotMatch(
    await htmlOf(await here.office('auditor@kecid.example'), `/en/cases/${id}`),
    /Which basis\?/,
  )
})

test('a decision that was just signed says what is still due, and on which day', async (t) => {
  const here = await house(t)
  const { ana, id, officer, step } = await asked(here)
  const proposing = { outcome: 'erased', reasoning: 'Saxlamaq üçün əsas yoxdur.' }
  await sent(officer, step('propose'), proposing)
  equal((await sent(await here.office(SIGNER), step('sign'))).status, 303)

  const signed = await htmlOf(officer, `/en/cases/${id}`)
  match(signed, /counts as delivered on \w+ \d+ March 2026/)
  match(signed, /is erased after Thursday 12 March 2026/)
  doesNotMatch(signed, /Nobody has to do anything/)
  await htmlOf(ana, `/en/applications/${id}/decision`)
  doesNotMatch(await htmlOf(officer, `/en/cases/${id}`), /counts as delivered/)
})

test('whoever prepares or signs it sees what is asked and the case that it concerns', async (t) => {
  const here = await house(t)
  const { ana, id, officer, step } = await asked(here)
  const list = await htmlOf(ana, '/en/applications')
  const number = /HQM-[-\w]+/.exec(list)?.[0] ?? 'no number'
  const concerns = new RegExp(`What it concerns[^]*?<a[^>]*/en/cases/[^>]*>[^<]*${number}`)

  match(await htmlOf(officer, `/en/cases/${id}`), concerns)
  match(await htmlOf(ana, `/en/applications/${id}`), /kc-journey__title">Examination</)
  const way = concerns.exec(await htmlOf(officer, step('propose')))?.[0] ?? ''
  const concerned = /\/en\/cases\/[0-9a-f-]{36}/.exec(way)?.[0] ?? ''
  match(await htmlOf(officer, concerned), new RegExp(number))
  const proposing = { outcome: 'erased', reasoning: 'Saxlamaq üçün əsas yoxdur.' }
  equal((await sent(officer, step('propose'), proposing)).status, 303)

  const signer = await here.office(SIGNER)
  doesNotMatch(await htmlOf(signer, step('sign')), /Also open about this person/)
  const hold = { grounds: 'S1', outcome: 'held', reasoning: 'Məhkəmə işi var.' }
  const held = await sent(officer, `/en/cases/${id}/open/legal-hold`, hold)
  equal(held.status, 303, await held.text())
  const signs = await htmlOf(signer, step('sign'))
  match(signs, concerns)
  match(signs, /Also open about this person[^]*?KEP-2026-\d{6}/)
  match(signs, /What is asked for[^]*?govuk-summary-list/)
})

test('whoever begins a case about somebody reads whom it would be about', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('refused', here, ana, { answers: HOLDER })
  const officer = await here.office('data-protection@kecid.example')
  const [{ id, number } = { id: '', number: '' }] = await here.db
    .selectFrom('caseFile')
    .select(['id', 'number'])
    .execute()
  match(
    await htmlOf(officer, `/en/cases/${id}/open/legal-hold`),
    new RegExp(`govuk-caption-l">${number}, [^<]*Ferreira`),
  )
})

test('a request in which nothing was answered says so', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const begun = await ana.post('/en/who-looked', { type: 'data-access' })
  const base = (begun.headers.get('location') ?? '').split('?')[0] ?? ''
  await ana.post(`${base}/answers/request`, { note: '', version: '0' })
  equal((await ana.post(`${base}/submit`)).status, 303)
  const officer = await here.office('data-protection@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${base.split('/').at(-1)}`)
  match(page, /The request<\/h2><p class="govuk-body">None</)
})
