import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { readLeaf } from '#core/ledger/leaf.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, decided } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'
import { placeOf } from '#test/visitor.ts'

const DAY = 86_400_000
const COMPLAINT = { wrong: 'You did not read my diploma.', wanted: 'Read it.', late: '' }

/** Where the decision of a case is contested. */
async function addressOf({ db }: TestHouse, id: string): Promise<string> {
  const decisions = db.selectFrom('decision').select('id').where('caseId', '=', id)
  const { id: decision } = await decisions.executeTakeFirstOrThrow()
  return `/en/applications/${id}/decision/${decision}/contest`
}

/** Begun from the page of the decision, written and sent; gives its id. */
async function complained(ana: Applicant, id: string): Promise<string> {
  const page = await (await ana.get(`/en/applications/${id}/decision`)).text()
  const action = /action="([^"]+\/contest)"/.exec(page)?.[1] ?? ''
  const base = placeOf(await ana.post(action, { type: 'complaint' }))
  const told = await ana.post(`${base}/answers/complaint`, { ...COMPLAINT, version: '0' })
  equal(told.status, 303, await told.text())
  equal((await ana.post(`${base}/submit`)).status, 303)
  return base.split('/').at(-1) ?? ''
}

/** The council answers: one drafts, another signs. */
async function answered(here: TestHouse, id: string, form: Readonly<Record<string, string>>) {
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const steps = [
    [officer, 'propose-answer', { reasoning: 'The diploma was not read.', ...form }],
    [signer, 'answer-complaint', {}],
  ] as const
  for (const [who, step, said] of steps) {
    const answer = await sent(who, `/en/cases/${id}/steps/${step}`, said)
    equal(answer.status, 303, await answer.text())
  }
}

const stateOf = async ({ db }: TestHouse, id: string) => {
  const rows = db.selectFrom('caseFile').select(['state', 'version', 'endedOn'])
  return (await rows.where('id', '=', id).executeTakeFirstOrThrow()).state
}

const decisionsOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('decision')
    .select(['id', 'outcome', 'supersedes', 'setAsideBy'])
    .where('caseId', '=', id)
    .orderBy('decidedOn')
    .execute()

test('a refused person complains from the decision, and what is set aside is decided anew', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('refused', here, ana)
  const page = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(page, /Make a complaint/)

  const complaint = await complained(ana, id)

  const receipt = await (await ana.get(`/en/applications/${complaint}/receipt`)).text()
  match(receipt, /CMP-2026-\d{6}/)
  const subjects = (await here.mails(ana.email)).map(({ subject }) => subject)
  match(subjects.join(), /We have your complaint: CMP/)
  const again = await ana.post(await addressOf(here, id), { type: 'complaint' })
  equal(placeOf(again), `/en/applications/${complaint}`, 'one at a time')

  here.clock.advance(DAY)
  const reader = await here.office('officer@kecid.example')
  const seen = await (await reader.get(`/en/cases/${complaint}`)).text()
  match(seen, /The decision that this case is about/)
  match(seen, /In force/)
  await answered(here, complaint, { grounds: 'K3' })
  const [refusal] = await decisionsOf(here, id)
  equal(refusal?.setAsideBy, (await decisionsOf(here, complaint))[0]?.id)
  equal(await stateOf(here, id), 'decided', 'until it is carried out')
  await here.runJobs()
  equal(await stateOf(here, id), 'submitted')

  await signInAgain(here, ana)
  const old = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(old, /does not hold any more/)
  doesNotMatch(old, /Make a complaint/)
  const status = await (await ana.get(`/en/applications/${id}`)).text()
  match(status, /Examined again after a complaint/)

  const first = await (await reader.get(`/en/cases/${id}`)).text()
  match(first, /About the decision in this case/)
  match(first, /CMP-2026-\d{6}/)

  here.clock.advance(DAY)
  const officer = await here.office('officer@kecid.example')
  const drafted = await sent(officer, `/en/cases/${id}/steps/draft-decision`, {
    outcome: 'refused',
    grounds: 'R3',
    reasoning: 'Seen again.',
  })
  equal(drafted.status, 303, await drafted.text())
  await decided(here.owned, id, 'sign')
  const [, anew] = await decisionsOf(here, id)
  deepEqual([anew?.supersedes, anew?.setAsideBy], [refusal?.id, null])
})

test('what the council reverses is as if it had not been decided: the status is held again', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const recognition = await caseIn('recognised', here, ana)
  const annulment = await annulmentOf(here, recognition, { ground: 'A3' })
  here.clock.advance(60 * DAY)
  await decided(here.owned, annulment, 'annul')
  const status = () => here.db.selectFrom('status').selectAll().executeTakeFirstOrThrow()
  equal((await status()).endedAs, 'annulled')
  await signInAgain(here, ana)

  const complaint = await complained(ana, annulment)
  await answered(here, complaint, {})
  await here.runJobs()

  const { state, endedAs, endedBy } = await status()
  deepEqual([state, endedAs, endedBy], ['in-force', null, null])
  equal(await stateOf(here, annulment), 'decided', 'it is not examined again')
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const types = leaves.map(({ leaf }) => readLeaf(leaf)?.type)
  deepEqual(types.slice(-2), ['decision-set-aside', 'status-restored'])
  const page = await (await ana.get(`/en/applications/${recognition}`)).text()
  match(page, /In force until/)
  const read = await (await ana.get(`/en/applications/${complaint}/decision`)).text()
  match(read, /your status is restored/)
})

test('nobody is too late for the machine, and after the council it is the court', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('refused', here, ana)
  await ana.get(`/en/applications/${id}/decision`)
  here.clock.advance(60 * DAY)
  await signInAgain(here, ana)
  const late = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(late, /The last day has passed\. You can still send a complaint/)

  const complaint = await complained(ana, id)
  await answered(here, complaint, { grounds: 'K2' })
  await here.runJobs()

  equal(await stateOf(here, id), 'decided')
  const read = await (await ana.get(`/en/applications/${complaint}/decision`)).text()
  match(read, /The complaint came after its time/)
  match(read, /You can still go to court/)
  doesNotMatch(read, /Complaint to the Appeal Council of the|Make a complaint/)
})

test('only whom it is about complains, of what went against them, and of nobody else’s', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const won = await caseIn('recognised', here, ana)
  const page = await (await ana.get(`/en/applications/${won}/decision`)).text()
  doesNotMatch(page, /Make a complaint/)
  const form = { type: 'complaint' }
  const against = await ana.post(await addressOf(here, won), form)
  equal(placeOf(against), `/en/applications/${won}/decision`)
  const other = await here.signedUpApplicant()
  const lost = await caseIn('refused', here, other)
  equal((await ana.post(await addressOf(here, lost), form)).status, 404)
  const odd = await other.post(await addressOf(here, lost), { type: 'recognition' })
  equal(odd.status, 404)
  await other.post('/en/applications', form)
  const begun = await here.db.selectFrom('caseFile').select('type').execute()
  doesNotMatch(JSON.stringify(begun), /complaint/, 'nor about nothing')
})
