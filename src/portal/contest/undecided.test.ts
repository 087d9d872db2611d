import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, isoDate } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { countedIn } from '#records/counted.ts'
import { formatDate } from '#telling/dates.ts'
import { signInAgain } from '#test/days-later.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { decided, ENGINEER, sent } from '#test/signed-case.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const DAY = 86_400_000
const COMPLAINT = { missing: 'There is no decision.', consequence: 'I cannot begin to work.' }
const BUTTON = /Complain that nothing was decided/
const FORM = { type: 'delay-complaint' }
const MEMBERS = [1, 2, 3, 4, 5].map((each) => `council${each}@kecid.example`)
const SECRETARY = 'council-secretary@kecid.example'

const addressOf = (id: string) => `/en/applications/${id}/undecided/contest`

/** A case that waits for its decision, which somebody has proposed and a signer sent back. */
async function waiting(here: TestHouse, ana: Applicant): Promise<string> {
  const playing = { answers: ENGINEER, field: 'energy', number: 'HQM-2026-000123' }
  const id = await caseIn('awaiting-decision', here, ana, playing)
  await taken(here, id, [
    ['officer@kecid.example', 'draft-decision', { reasoning: 'Seen.' }],
    ['signer@kecid.example', 'send-back', { reason: 'Say more.' }],
  ])
  return id
}

/** The same, once its last day has passed. */
async function overdue(here: TestHouse, ana: Applicant): Promise<string> {
  const id = await waiting(here, ana)
  await lastDay(here, id, 1)
  await signInAgain(here, ana)
  return id
}

/** So many days after the last day of the case. */
async function lastDay({ db, owned, clock }: TestHouse, id: string, after: number): Promise<void> {
  const { counted } = await db
    .selectFrom('caseFile')
    .select('counted')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const read = countedIn(counted)
  ok(read)
  const wanted = addDays(dayOf(read, owned.policy.calendars), after)
  while (clock.today() < wanted) clock.advance(DAY)
  equal(clock.today(), wanted)
}

/** Each takes a step of this case, one after the other. */
async function taken(
  here: TestHouse,
  id: string,
  steps: readonly (readonly [who: string, step: string, form: Form])[],
): Promise<void> {
  for (const [who, step, form] of steps) {
    const official = await here.office(who)
    const answer = await sent(official, `/en/cases/${id}/steps/${step}`, form)
    equal(answer.status, 303, `${step} of ${who}: ${await answer.text()}`)
  }
}

/** Begun from the page of the case, written and sent; gives its id. */
async function complained(ana: Applicant, id: string): Promise<string> {
  match(await htmlOf(ana, `/en/applications/${id}`), BUTTON)
  const base = placeOf(await ana.post(addressOf(id), FORM))
  const told = await ana.post(`${base}/answers/complaint`, { ...COMPLAINT, version: '0' })
  equal(told.status, 303, await told.text())
  equal((await ana.post(`${base}/submit`)).status, 303)
  return base.split('/').at(-1) ?? ''
}

/** All vote for that, and the secretary writes it down. */
async function proposed(here: TestHouse, id: string, vote: string) {
  await taken(here, id, [[SECRETARY, 'put-to-vote', {}]])
  await voted(here, id, vote)
}

async function voted(here: TestHouse, id: string, vote: string) {
  await taken(here, id, [
    ...MEMBERS.map((member) => [member, 'vote', { vote, reason: 'It is late.' }] as const),
    [SECRETARY, 'propose-answer', { reasoning: 'It is late.' }],
  ])
}

const noticesOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('task')
    .select(['ownerRole', 'ownerParty', 'state', 'dueOn', 'counted'])
    .where('caseId', '=', id)
    .where('kind', '=', 'notice')
    .execute()

test('whoever waits beyond the last day complains, and the office is told by when to decide', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await overdue(here, ana)
  const before = await here.db
    .selectFrom('caseFile')
    .select(['state', 'version', 'counted', 'dueOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

  const complaint = await complained(ana, id)

  match(await htmlOf(ana, `/en/applications/${complaint}/receipt`), /INA-2026-\d{6}/)
  const own = await htmlOf(ana, `/en/applications/${complaint}`)
  match(own, /It is about this case, in which nothing was decided in time[\s\S]*HQM-2026-000123/)
  const open = await htmlOf(ana, `/en/applications/${id}`)
  doesNotMatch(open, BUTTON)
  match(open, new RegExp(`href="/en/applications/${complaint}"[^>]*>See it: Complaint`))
  const again = await ana.post(addressOf(id), FORM)
  equal(placeOf(again), `/en/applications/${complaint}`, 'one at a time')

  const secretary = await here.office(SECRETARY)
  const panel = await htmlOf(secretary, `/en/cases/${complaint}`)
  match(panel, /The case in which nothing was decided[\s\S]*HQM-2026-000123[\s\S]*Late since/)
  equal((await secretary.get(`/en/cases/${id}`)).status, 200)
  equal((await secretary.get(`/en/cases/${id}/steps/draft-decision`)).status, 404)
  const looks = await here.db.selectFrom('look').select('role').where('caseId', '=', id).execute()
  ok(looks.some(({ role }) => role === 'council-secretary'))

  await taken(here, complaint, [[SECRETARY, 'put-to-vote', {}]])
  const member = await here.office(MEMBERS[0] ?? '')
  match(
    await htmlOf(member, `/en/cases/${complaint}/steps/vote`),
    /HQM-2026-000123[\s\S]*Late since/,
  )
  await voted(here, complaint, 'upheld')
  const page = `/en/cases/${complaint}/steps/answer-complaint`
  const signer = await here.office('signer@kecid.example')
  match(await htmlOf(signer, page), /You took part in what this case is about/)
  await taken(here, complaint, [['head@kecid.example', 'answer-complaint', {}]])

  const [notice, ...others] = await noticesOf(here, id)
  const { dueOn = '' } = notice ?? {}
  deepEqual([notice?.ownerRole, notice?.state, others], ['case-officer', 'open', []])
  ok(dueOn !== null && dueOn > here.clock.today())
  const after = await here.db
    .selectFrom('caseFile')
    .select(['state', 'version', 'counted', 'dueOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  deepEqual(after, before, 'nothing else of the case has moved')
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const types = leaves.map(({ leaf }) => readLeaf(leaf)?.type)
  ok(types.includes('told-to-decide'))

  const officer = await here.office('officer@kecid.example')
  match(await htmlOf(officer, '/en?list=mine'), /The Council asks for a decision/)
  const seen = await htmlOf(officer, `/en/cases/${id}`)
  match(
    seen,
    /Complaints that nothing was decided[\s\S]*INA-2026-[\s\S]*is to be decided by this day/,
  )
  const read = await htmlOf(ana, `/en/applications/${complaint}/decision`)
  match(
    read,
    /You were right; a last day is set[\s\S]*HQM-2026-000123, the office has to decide by/,
  )
  equal((await secretary.get(`/en/cases/${id}`)).status, 404, 'theirs is over')
})

test('whoever waits reads that day, and complains once more where it passes as well', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await overdue(here, ana)
  const complaint = await complained(ana, id)
  await proposed(here, complaint, 'upheld')
  await taken(here, complaint, [['head@kecid.example', 'answer-complaint', {}]])
  const [notice] = await noticesOf(here, id)
  const dueOn = isoDate(notice?.dueOn ?? '')
  const waits = await htmlOf(ana, `/en/applications/${id}`)
  doesNotMatch(waits, BUTTON)
  const { day = '' } =
    /told to decide here by this day: <strong>(?<day>[^<]+)</.exec(waits)?.groups ?? {}
  equal(day, formatDate(dueOn, 'en', 'full'))
  const early = await ana.post(addressOf(id), FORM)
  equal(early.status, 409, 'the office has until then')

  while (here.clock.today() < dueOn) here.clock.advance(DAY)
  await signInAgain(here, ana)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), BUTTON)
  here.clock.advance(DAY)
  await signInAgain(here, ana)
  match(await htmlOf(ana, `/en/applications/${id}`), BUTTON)
})

test('what the council asked for goes with whoever has the next move, until something is decided', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await overdue(here, ana)
  const complaint = await complained(ana, id)
  await proposed(here, complaint, 'upheld')
  await taken(here, complaint, [['head@kecid.example', 'answer-complaint', {}]])
  const owner = async () => (await noticesOf(here, id)).map((each) => [each.ownerRole, each.state])
  deepEqual(await owner(), [['case-officer', 'open']])

  await taken(here, id, [['officer@kecid.example', 'draft-decision', { reasoning: 'Seen.' }]])
  deepEqual(await owner(), [['signer', 'open']])
  await taken(here, id, [['signer@kecid.example', 'sign', {}]])
  deepEqual(await owner(), [['signer', 'done']])
})

test('while bodies are asked it is the office that is told to decide, and no body', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana, { answers: ENGINEER, field: 'energy' })
  await lastDay(here, id, 1)
  await signInAgain(here, ana)
  const complaint = await complained(ana, id)
  await proposed(here, complaint, 'upheld')
  await taken(here, complaint, [['head@kecid.example', 'answer-complaint', {}]])

  const [notice, ...others] = await noticesOf(here, id)
  deepEqual([notice?.ownerRole, notice?.ownerParty, others], ['case-officer', null, []])
  const expert = await here.office('expert.etn@kecid.example')
  doesNotMatch(await htmlOf(expert, '/en'), /The Council asks for a decision/)
})

test('nobody complains before the day is over, or about another’s case', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await waiting(here, ana)
  const returned = await caseIn('returned', here, await here.signedUpApplicant())
  await lastDay(here, id, 0)
  await signInAgain(here, ana)
  const begun = () =>
    here.db.selectFrom('caseFile').select('id').where('aboutCase', 'is not', null).execute()

  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), BUTTON)
  const early = await ana.post(addressOf(id), FORM)
  equal(early.status, 409)
  match(await early.text(), /You cannot complain yet that nothing was decided/)
  equal((await ana.post(addressOf(id), { type: 'complaint' })).status, 404)
  equal((await ana.post(addressOf(returned), FORM)).status, 404)
  const other = await here.signedUpApplicant()
  equal((await other.post(addressOf(id), FORM)).status, 404)
  await ana.post('/en/applications', FORM)
  deepEqual(await begun(), [])

  here.clock.advance(DAY)
  await signInAgain(here, ana)
  match(await htmlOf(ana, `/en/applications/${id}`), BUTTON)
  await signInAgain(here, other)
  equal((await other.post(addressOf(id), FORM)).status, 404)
})

test('a clock that stands still is not late, and a case that was decided is not undecided', async (t) => {
  const here = await house(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const returned = await caseIn('returned', here, ana)
  const refused = await caseIn('refused', here, ben)
  here.clock.advance(90 * DAY)
  await Promise.all([signInAgain(here, ana), signInAgain(here, ben)])

  equal((await ana.post(addressOf(returned), FORM)).status, 409)
  equal((await ben.post(addressOf(refused), FORM)).status, 404, 'there is no way to')
  doesNotMatch(await htmlOf(ana, `/en/applications/${returned}`), BUTTON)
  doesNotMatch(await htmlOf(ben, `/en/applications/${refused}`), BUTTON)
})

test('what is decided meanwhile is told to whoever has the complaint, which is not upheld then', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await overdue(here, ana)
  const complaint = await complained(ana, id)
  await decided(here, id)

  const [notice, ...others] = await noticesOf(here, complaint)
  deepEqual([notice?.ownerRole, notice?.state, others], ['council-secretary', 'open', []])
  const secretary = await here.office(SECRETARY)
  match(await htmlOf(secretary, '/en?list=council'), /What it is about has ended/)
  match(await htmlOf(secretary, `/en/cases/${complaint}`), /Something was decided, or the case is/)
  await taken(here, complaint, [[SECRETARY, 'put-to-vote', {}]])
  const [first = ''] = MEMBERS
  const ballot = await htmlOf(await here.office(first), `/en/cases/${complaint}/steps/vote`)
  match(ballot, /value="dismissed"/)
  doesNotMatch(ballot, /value="upheld"/)
  await signInAgain(here, ana)
  const asked = await htmlOf(ana, `/en/applications/${complaint}/withdraw`)
  match(asked, /The case that you complain about goes on as it is/)
  equal((await ana.post(`/en/applications/${complaint}/withdraw`)).status, 303)
  deepEqual(
    (await noticesOf(here, complaint)).map(({ state }) => state),
    ['dropped'],
  )
})
