import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { eraseParty } from '#records/erasing.ts'
import { submitted } from '#test/ana.ts'
import { SIGNER, PROTECTION } from '#test/copies.ts'
import { family, sentIn } from '#test/ferreiras.ts'
import { decidedWith } from '#test/forged-effects.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { sent, signedCase } from '#test/signed-case.ts'

const SAID = 'Doğum tarixi 27 mart 1986-cı ildir.'

/** Asks for something to be corrected in that case, or in all; gives the case in which they ask. */
async function asked(who: Applicant, number: string): Promise<string> {
  const begun = await who.post('/en/who-looked', { type: 'data-rectification' })
  equal(begun.status, 303)
  const id = (begun.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
  const base = `/en/applications/${id}`
  const answers = { wrong: 'The year of birth.', right: '1986', case: number, version: '0' }
  equal((await who.post(`${base}/answers/request`, answers)).status, 303)
  equal((await who.post(`${base}/submit`)).status, 303)
  return id
}

const proposed = async (kecid: TestHouse, id: string, form: Record<string, string>) =>
  sent(await kecid.office(PROTECTION), `/en/cases/${id}/steps/propose`, {
    reasoning: SAID,
    ...form,
  })

async function rectified(kecid: TestHouse, who: Applicant, number: string): Promise<string> {
  const id = await asked(who, number)
  const drafts = await kecid.office(PROTECTION)
  match(await pageOf(drafts, `/en/cases/${id}/steps/propose`), /this text is the correction/)
  equal((await proposed(kecid, id, { outcome: 'rectified' })).status, 303)
  equal((await sent(await kecid.office(SIGNER), `/en/cases/${id}/steps/sign`)).status, 303)
  return id
}

const pageOf = async (who: Pick<Applicant, 'get'>, path: string) => (await who.get(path)).text()

const kept = ({ db }: TestHouse) =>
  db.selectFrom('correction').select(['caseId', 'party']).orderBy('caseId').execute()

test('a correction is read by everybody who reads the case, and nothing there is written anew', async (t) => {
  const kecid = await house(t)
  const { db } = kecid
  const ana = await kecid.signedUpApplicant()
  const open = await signedCase(kecid, ana)
  const before = await db.selectFrom('event').selectAll().where('caseId', '=', open).execute()

  const id = await rectified(kecid, ana, ' hqm-2026-000123 ')

  match(
    await pageOf(ana, `/en/applications/${id}/decision`),
    /HQM-2026-000123[\s\S]*What is corrected/,
  )
  const marked = /Corrected on 2 March 2026[\s\S]*COR-2026-000001[\s\S]*Doğum tarixi 27 mart/
  for (const path of [`/en/applications/${open}`, `/en/applications/${open}/check`]) {
    const page = await pageOf(ana, path)
    match(page, marked)
    ok(page.includes(`/en/applications/${id}/decision`), 'it leads to the decision')
  }
  const officer = await kecid.office('officer@kecid.example')
  const page = await pageOf(officer, `/en/cases/${open}`)
  match(page, marked)
  ok(page.includes(`/en/cases/${id}`))
  match(await pageOf(officer, '/en/holders/HQM-S-2026-000123'), marked, 'the card of its holder')
  deepEqual(await kept(kecid), [{ caseId: open, party: ana.account.partyId }])
  const after = await db.selectFrom('event').selectAll().where('caseId', '=', open).execute()
  deepEqual(after.slice(0, before.length), before)
})

test('who names no case has all corrected that they sent in, and of several their own part', async (t) => {
  const all = await family(t)
  await sentIn(all)
  const { here, ana, ben, id: shared } = all

  await rectified(here, ben, '')

  deepEqual(await kept(here), [{ caseId: shared, party: ben.account.partyId }])
  match(await pageOf(ben, `/en/applications/${shared}`), /Corrected on/)
  equal((await pageOf(ana, `/en/applications/${shared}`)).includes('Doğum tarixi'), false)
})

test('a decision corrects nothing of anybody else, whatever it is said to cause', async (t) => {
  const kecid = await house(t)
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const { id: hers } = await submitted(ana)
  const { number } = await submitted(bo)
  const id = await asked(bo, number)
  equal((await proposed(kecid, id, { outcome: 'rectified' })).status, 303)

  const correction = { id: crypto.randomUUID(), sealed: 'eA==' }
  const forged = decidedWith(kecid, id, { effect: 'change', target: hers, correction })
  await rejects(forged, /nothing is corrected in a case that is not about them/)
  deepEqual(await kept(kecid), [])
})

test('a body reads a correction with what it is shown, and who is erased has none', async (t) => {
  const kecid = await house(t)
  const { faces, clock } = kecid
  const ana = await kecid.signedUpApplicant()
  const { id: open, number } = await submitted(ana)
  await rectified(kecid, ana, number)
  const officer = await kecid.office('officer@kecid.example')
  equal((await sent(officer, `/en/cases/${open}/steps/accept`)).status, 303)
  const expert = await kecid.office('expert.etn@kecid.example')
  const page = await pageOf(expert, `/en/cases/${open}/steps/score`)
  match(page, /Corrected on 2 March 2026[\s\S]*COR-2026-\d{6}/)

  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at: clock.now() })

  deepEqual(await kept(kecid), [])
})

test('a number of nobody’s, or of somebody else’s, is not taken', async (t) => {
  const kecid = await house(t)
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  await signedCase(kecid, bo)
  const begun = await ana.post('/en/who-looked', { type: 'data-rectification' })
  const base = (begun.headers.get('location') ?? '').split('?')[0] ?? ''
  const form = { wrong: 'The year.', right: '1986', version: '0' }
  for (const number of ['HQM-2026-000123', 'no number']) {
    const answer = await ana.post(`${base}/answers/request`, { ...form, case: number })
    equal(answer.status, 400)
    const page = await answer.text()
    match(page, /none of your cases has this number/)
    ok(page.includes(number), 'it is kept')
  }
  equal((await ana.post(`${base}/answers/request`, { ...form, case: '' })).status, 303)
})
