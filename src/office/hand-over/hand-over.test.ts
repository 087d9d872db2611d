import { doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { actingOn } from '#platform/database.ts'
import { wakesOn } from '#test/days-later.ts'
import { begun, familyHouse, idsIn, personForm, withChild } from '#test/family.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { growing } from '#test/growing.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'

/** Ana and Lia, who is of age on 27 March 2026, are given something each; Ana has gone. */
const EVE = '2026-03-26'
const DAY = '2026-03-27'

type Given = { readonly here: TestHouse; readonly ana: Applicant; readonly id: string }

async function given(t: TestContext): Promise<Given & { readonly lia: string }> {
  const here = await familyHouse(t, growing)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  equal((await withChild(ana, id, ['27', '3', '2008'])).status, 303)
  const born = { 'born-on-day': '27', 'born-on-month': '3' }
  for (const [part, form] of [
    [1, { ...personForm('Ferreira', 'Ana'), paper: 'CD123456', ...born, 'born-on-year': '1987' }],
    [2, { ...personForm('Ferreira', 'Lia'), paper: 'CD123458', ...born, 'born-on-year': '2008' }],
  ] as const) {
    const page = `/en/applications/${id}~${part}/answers/person`
    equal((await ana.post(page, { version: String(part - 1), ...form })).status, 303)
  }
  const purpose = { version: '0', purpose: 'To work.' }
  equal((await ana.post(`/en/applications/${id}~1/answers/purpose`, purpose)).status, 303)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const proposal = {
    '1.outcome': 'recognised',
    '1.reasoning': 'Ana does no harm.',
    '2.outcome': 'recognised',
    '2.reasoning': 'Lia does none.',
  }
  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, proposal)).status, 303)
  equal((await sent(signer, `/en/cases/${id}/steps/sign`, {})).status, 303)
  const { party: lia } = await here.db
    .selectFrom('mandate')
    .select('party')
    .executeTakeFirstOrThrow()
  return { here, ana, id, lia }
}

test('the Service invites whoever is of age from the card of the holder, and takes a mistyped address back', async (t) => {
  const { here, id, lia } = await given(t)
  const { number } = await here.db
    .selectFrom('status')
    .select('number')
    .where('holder', '<>', lia)
    .executeTakeFirstOrThrow()
  const page = `/en/cases/${id}/hand-over/${lia}`
  await wakesOn(here, EVE, [])
  const early = await here.office('officer@kecid.example')
  const card = await early.get(`/en/holders/${number}`)
  equal(card.status, 200, here.logged.at(-1))
  doesNotMatch(await card.text(), /invite them to act for themselves/)
  equal((await early.get(page)).status, 404)

  await wakesOn(here, DAY, [])
  const officer = await here.office('officer@kecid.example')
  match(await htmlOf(officer, `/en/holders/${number}`), new RegExp(`href="${page}"`))
  match(await htmlOf(officer, page), /Child, in case FAM-2026-\d{6}. Of age since/)
  equal((await officer.post(page, { email: 'lia', language: 'az' })).status, 400)
  equal((await officer.post(page, { email: 'lai@example.org', language: 'en' })).status, 303)
  const wrong = await linkTo(here, 'lai@example.org')
  match(await htmlOf(officer, page), /An invitation is open until/)

  const young = await here.signedUpApplicant()
  equal((await officer.post(page, { email: young.email, language: 'en' })).status, 303)
  match(await htmlOf(here.visitor(), wrong), /This invitation was withdrawn/)
  const link = await linkTo(here, young.email)
  match(await htmlOf(young, link), /The State Migration Service invites you/)
  const self = { 'born-day': '27', 'born-month': '3', 'born-year': '2008', document: 'CD123458' }
  equal((await young.post(link, self)).status, 303)
  match(await htmlOf(young, `/en/applications/${id}`), /FAM-S-2026-\d{6}-2/)
  equal((await officer.get(page)).status, 404, 'they have taken over')
  doesNotMatch(await htmlOf(officer, `/en/holders/${number}`), /invite them to act for themselves/)
})

test('nobody else of the office invites, nor the Service somebody who is no child of a case', async (t) => {
  const { here, ana, id, lia } = await given(t)
  await wakesOn(here, DAY, [])
  for (const mailbox of ['expert.etn', 'auditor']) {
    const other = await here.office(`${mailbox}@kecid.example`)
    equal((await other.get(`/en/cases/${id}/hand-over/${lia}`)).status, 404, mailbox)
  }
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}/hand-over/${ana.account.partyId}`)).status, 404)
  equal((await officer.get(`/en/cases/${randomUUID()}/hand-over/${lia}`)).status, 404)
  equal((await officer.get(`/en/cases/${id}/hand-over/nobody`)).status, 404)

  const { db, clock } = here.faces.office
  const token = officer.cookies.get('kecid-office') ?? ''
  const theirs = actingOn(db, { token, at: clock.now() })
  const asks = (party: string, at: string) =>
    `select invite_to_take_over('${id}', '${JSON.stringify({
      id: randomUUID(),
      party,
      made_at: at,
      email_index: '',
    })}', '', '["AA=="]') as id`
  const refused = /nobody is invited to take over here/
  await rejects(idsIn(theirs, asks(lia, '2026-03-26T19:59:59Z')), refused, 'before the day')
  await rejects(idsIn(theirs, asks(ana.account.partyId, '2026-03-27T06:00:00Z')), refused)
})

async function linkTo(here: TestHouse, email: string): Promise<string> {
  const [mail] = await here.mails(email)
  return /\/en\/take-over\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
}
