import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { sent, versionOn } from '#test/signed-case.ts'

const OFFICER = 'officer@kecid.example'
const SAID = { reasoning: 'The diploma was forged.', grounds: 'A2' } as const

/** A status, and where a case about it begins. */
async function recognised(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana)
  const officer = await here.office(OFFICER)
  return { ana, id, officer, address: (type: string) => `/en/cases/${id}/open/${type}` }
}

const begunIn = ({ db }: TestHouse) =>
  db
    .selectFrom('caseFile')
    .select(['id', 'type', 'state', 'number', 'aboutStatus'])
    .where('aboutStatus', 'is not', null)
    .execute()

test('a case about a status begins with what is proposed in it, about its holder', async (t) => {
  const here = await house(t)
  const { ana, officer, address } = await recognised(here)

  const html = await (await officer.get(address('annulment'))).text()
  const answer = await sent(officer, address('annulment'), SAID)

  match(html, /<h1[^>]*>Propose annulment</)
  ok(html.includes('The person is heard before the decision'))
  const [begun] = await begunIn(here)
  equal(answer.status, 303)
  equal(
    answer.headers.get('location'),
    `/en/cases/${begun?.id}?done=step&of=annulment.propose-annulment`,
  )
  equal(begun?.state, 'hearing')
  match(begun.number ?? '', /^ANN-2026-\d{6}$/)
  const party = await here.db
    .selectFrom('caseParty')
    .select(['party', 'role', 'isSubject'])
    .where('caseId', '=', begun.id)
    .execute()
  deepEqual(party, [{ party: ana.account.partyId, role: 'holder', isSubject: true }])
  const steps = await here.db
    .selectFrom('event')
    .select(['step', 'role'])
    .where('caseId', '=', begun.id)
    .orderBy('seq')
    .execute()
  deepEqual(
    steps.map(({ step, role }) => `${step} ${role}`),
    ['begin case-officer', 'propose-annulment case-officer'],
  )
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'annulment-proposed'))
})

test('while one is open no other of its type begins, and what was typed is shown', async (t) => {
  const here = await house(t)
  const { id, officer, address } = await recognised(here)
  const version = await versionOn(officer, address('annulment'))

  const twice = await Promise.all(
    [1, 2].map(() => officer.post(address('annulment'), { ...SAID, version })),
  )

  deepEqual(
    twice.map(({ status }) => status),
    [303, 303],
  )
  const other = 'Something else is known.'
  const late = await officer.post(address('annulment'), { ...SAID, reasoning: other, version })
  equal(late.status, 409)
  const told = await late.text()
  for (const part of ['A case of this kind is already open.', other, 'A forged document']) {
    ok(told.includes(part), part)
  }
  equal((await begunIn(here)).length, 1)
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  equal(page.includes('/open/annulment'), false)
  ok(page.includes('/open/death-report'), 'one of another type can')
})

test('a form that is not whole says all that is missing, and nothing begins', async (t) => {
  const here = await house(t)
  const { officer, address } = await recognised(here)
  const cases = [
    [{}, true, true],
    [{ reasoning: 'x' }, true, false],
    [{ grounds: 'A2', reasoning: ' ' }, false, true],
    [{ grounds: 'A2', reasoning: '\uFFFD' }, false, true],
  ] as const

  for (const [form, ground, reason] of cases) {
    const answer = await sent(officer, address('annulment'), form)
    const page = await answer.text()
    equal(answer.status, 400)
    equal(page.includes('href="#grounds"'), ground)
    equal(page.includes('href="#reasoning"'), reason)
  }
  for (const grounds of ['because', '__proto__', 'R3']) {
    equal((await sent(officer, address('annulment'), { ...SAID, grounds })).status, 409, grounds)
  }
  equal((await begunIn(here)).length, 0)
})

test('an outcome that no ground carries is proposed with the reasoning alone', async (t) => {
  const here = await house(t)
  const { officer, address } = await recognised(here)

  const html = await (await officer.get(address('death-report'))).text()
  const asked = await sent(officer, address('death-report'), { reasoning: ' ' })
  const answer = await sent(officer, address('death-report'), { reasoning: 'Certificate 12-3.' })

  equal(html.includes('name="grounds"'), false)
  ok(html.includes('What is proposed: '))
  equal((await asked.text()).split('Write the reasoning').length - 1, 2, 'above and beside')
  equal(answer.status, 303)
  equal((await begunIn(here))[0]?.state, 'reported')
})

test('whoever may not begin, and what cannot be begun, find nothing there', async (t) => {
  const here = await house(t)
  const { address, officer } = await recognised(here)
  const refused = await caseIn('refused', here, await here.signedUpApplicant())

  for (const type of ['recognition', 'nothing', '__proto__']) {
    equal((await officer.get(address(type))).status, 404, type)
  }
  equal((await officer.get(`/en/cases/${refused}/open/annulment`)).status, 404)
  for (const email of ['signer', 'head', 'auditor', 'expert.etn']) {
    const visitor = await here.office(`${email}@kecid.example`)
    equal((await visitor.get(address('annulment'))).status, 404, email)
    equal((await visitor.post(address('annulment'), SAID)).status, 404, email)
  }
  equal((await begunIn(here)).length, 0)
})

test('about a status that has ended nothing is begun', async (t) => {
  const here = await house(t)
  const { officer, address } = await recognised(here)
  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()

  const answer = await officer.get(address('annulment'))

  equal(answer.status, 409)
  ok((await answer.text()).includes('The status is not in force.'))
})
