import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readLeaf } from '#core/ledger/leaf.ts'
import { finishErasing } from '#records/erasing.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, decided } from '#test/played-case.ts'
import { sent, signedCase } from '#test/signed-case.ts'
import { placeOf, type Form } from '#test/visitor.ts'

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
  const draft = await (await ana.get(base)).text()
  match(draft, /Nothing uploaded, optional/)
  match(draft, /Send it in no later than <strong>|The last day has passed\. You can still send/)
  match(draft, new RegExp(`href="/en/applications/${id}/decision" class="govuk-back-link"`))
  const told = await ana.post(`${base}/answers/complaint`, { ...COMPLAINT, version: '0' })
  equal(told.status, 303, await told.text())
  equal((await ana.post(`${base}/submit`)).status, 303)
  return base.split('/').at(-1) ?? ''
}

const MEMBERS = [1, 2, 3, 4, 5].map((each) => `council${each}@kecid.example`)

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

type Answer = { readonly vote: string; readonly grounds?: string }

/** All vote for that, the secretary writes it down, and somebody signs who took no part. */
async function answered(here: TestHouse, id: string, { vote, ...grounds }: Answer) {
  const said = { vote, reason: 'The diploma was not read.' }
  await taken(here, id, [
    ['council-secretary@kecid.example', 'put-to-vote', {}],
    ...MEMBERS.map((member) => [member, 'vote', said] as const),
    ['council-secretary@kecid.example', 'propose-answer', { reasoning: 'Not read.', ...grounds }],
    ['head@kecid.example', 'answer-complaint', {}],
  ])
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
  doesNotMatch(page, /contested:/)

  const complaint = await complained(ana, id)

  const receipt = await (await ana.get(`/en/applications/${complaint}/receipt`)).text()
  match(receipt, /CMP-2026-\d{6}/)
  const subjects = (await here.mails(ana.email)).map(({ subject }) => subject)
  match(subjects.join(), /We have your complaint: CMP/)
  const again = await ana.post(await addressOf(here, id), { type: 'complaint' })
  equal(placeOf(again), `/en/applications/${complaint}`, 'one at a time')
  for (const place of ['', '/decision']) {
    const contested = await (await ana.get(`/en/applications/${id}${place}`)).text()
    match(contested, new RegExp(`is being contested:[^<]*<a [^>]*href="[^"]*${complaint}"`))
    match(contested, /CMP-2026-\d{6}<\/a>\.\s+Your complaint is being prepared/)
    doesNotMatch(contested, /Go on: Complaint|can be contested before/)
  }

  here.clock.advance(DAY)
  const reader = await here.office('officer@kecid.example')
  const seen = await (await reader.get(`/en/cases/${complaint}`)).text()
  match(seen, /The decision that this case is about/)
  match(seen, /In force/)
  await answered(here, complaint, { vote: 'set-aside', grounds: 'K3' })
  const [refusal] = await decisionsOf(here, id)
  equal(refusal?.setAsideBy, (await decisionsOf(here, complaint))[0]?.id)
  equal(await stateOf(here, id), 'decided', 'until it is carried out')
  await here.runJobs()
  equal(await stateOf(here, id), 'submitted')

  await signInAgain(here, ana)
  const old = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(old, /does not hold any more[\s\S]*kc-answer__title/)
  doesNotMatch(old, /Make a complaint|ways to challenge it|Last day:/)
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

test('what the council changes binds: its reasons stand where it is decided anew, not on that ground again', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('refused', here, ana)
  const complaint = await complained(ana, id)
  here.clock.advance(DAY)
  const told = { vote: 'changed', reason: 'The facts are clear.' }
  await taken(here, complaint, [
    ['council-secretary@kecid.example', 'put-to-vote', {}],
    ...MEMBERS.map((member) => [member, 'vote', told] as const),
  ])
  const secretary = await here.office('council-secretary@kecid.example')
  const proposing = await secretary.get(`/en/cases/${complaint}/steps/propose-answer`)
  match(await proposing.text(), /The decision that this case is about[\s\S]*HQM-TEST-\d+/)
  await taken(here, complaint, [
    [
      'council-secretary@kecid.example',
      'propose-answer',
      { outcome: 'changed', grounds: 'K6', reasoning: 'Şura başqa qərar istəyir.' },
    ],
    ['head@kecid.example', 'answer-complaint', {}],
  ])
  await here.runJobs()
  equal(await stateOf(here, id), 'submitted')

  here.clock.advance(DAY)
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get('/en?list=all')).text(), /HQM-TEST[\s\S]*To be decided anew/)
  const seen = await (await officer.get(`/en/cases/${id}`)).text()
  match(seen, /Decided anew because of this[\s\S]*Şura başqa qərar istəyir/)
  const step = `/en/cases/${id}/steps/draft-decision`
  const page = await (await officer.get(step)).text()
  match(page, /Decided anew because of this[\s\S]*Şura başqa qərar istəyir/)
  match(page, /This ground was set aside on 3 March 2026, and that binds/)
  const looks = here.db.selectFrom('look').select('caseId').where('role', '=', 'case-officer')
  ok(
    (await looks.execute()).some(({ caseId }) => caseId === complaint),
    'the person sees it',
  )

  const again = { outcome: 'refused', grounds: 'R3', reasoning: 'As before.' }
  const refused = await sent(officer, step, again)
  equal(refused.status, 409)
  const why = await refused.text()
  match(why, /was set aside on 3 March 2026, and that binds[\s\S]*As before\./)
})

test('a complaint is read where what it was about is not kept any more', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('refused', here, ana)
  await ana.get(`/en/applications/${id}/decision`)
  const complaint = await complained(ana, id)
  await answered(here, complaint, { vote: 'dismissed', grounds: 'K1' })
  const { partyId } = ana.account
  await here.faces.jobs.keys.erase({ party: partyId, caseId: id }, here.clock.now())
  equal(await finishErasing(here.faces.jobs, here.faces.jobs.log), 1)

  equal((await ana.get(`/en/applications/${id}/decision`)).status, 410)
  for (const page of ['', '/decision', '/letters']) {
    equal((await ana.get(`/en/applications/${complaint}${page}`)).status, 200)
  }
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}`)).status, 410)
  const seen = await officer.get(`/en/cases/${complaint}`)
  equal(seen.status, 200)
  match(await seen.text(), /The decision that this case is about/)
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
  await answered(here, complaint, { vote: 'reversed' })
  await here.runJobs()

  const { state, endedAs, endedBy } = await status()
  deepEqual([state, endedAs, endedBy], ['in-force', null, null])
  equal(await stateOf(here, annulment), 'decided', 'it is not examined again')
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const types = leaves.map(({ leaf }) => readLeaf(leaf)?.type)
  deepEqual(types.slice(-2), ['decision-set-aside', 'status-restored'])
  const page = await (await ana.get(`/en/applications/${recognition}`)).text()
  match(page, /In force until/)
  const fallen = await (await ana.get(`/en/applications/${annulment}`)).text()
  match(fallen, /does not hold any more/)
  doesNotMatch(fallen, /Nobody has to do anything/)
  const read = await (await ana.get(`/en/applications/${complaint}/decision`)).text()
  match(read, /your status is restored/)
})

test('members vote for what could follow, and asking again warns of what it sets aside', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const complaint = await complained(ana, await caseIn('refused', here, ana))
  const waits = await (await ana.get(`/en/applications/${complaint}/withdraw`)).text()
  match(waits, /The decision that you are contesting stays as it is/)
  doesNotMatch(waits, /apply again at any time/)
  await taken(here, complaint, [['council-secretary@kecid.example', 'put-to-vote', {}]])

  const voting = await (await ana.get(`/en/applications/${complaint}`)).text()
  match(voting, /Members of the council who have not voted yet/)
  match(voting, /Vote of the council’s members/)
  const [first = ''] = MEMBERS
  const member = await here.office(first)
  const ballot = await (await member.get(`/en/cases/${complaint}/steps/vote`)).text()
  match(ballot, /value="set-aside"/)
  doesNotMatch(ballot, /value="reversed"/, 'nothing was taken that could be given back')
  const forged = { vote: 'reversed', reason: 'It was taken.' }
  equal((await sent(member, `/en/cases/${complaint}/steps/vote`, forged)).status, 400)

  const votes = ['dismissed', 'dismissed', 'set-aside', 'set-aside'].map(
    (vote, index) => [MEMBERS[index] ?? '', 'vote', { vote, reason: 'Read.' }] as const,
  )
  await taken(here, complaint, votes)
  await taken(here, complaint, [[MEMBERS[4] ?? '', 'vote', { vote: 'dismissed', reason: 'Read.' }]])
  const secretary = await here.office('council-secretary@kecid.example')
  const menu = await (await secretary.get(`/en/cases/${complaint}`)).text()
  ok(
    menu.indexOf('steps/propose-answer') < menu.indexOf('steps/put-to-vote'),
    'what leads on first',
  )
  const again = await (await secretary.get(`/en/cases/${complaint}/steps/put-to-vote`)).text()
  match(again, /answered by 5\./)
  const proposing = await (
    await secretary.get(`/en/cases/${complaint}/steps/propose-answer`)
  ).text()
  match(proposing, /value="K1"/)
  doesNotMatch(proposing, /value="K3"/, 'of what was not voted for')
})

test('the decision on a complaint names the council, and whom the contested one names', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const complaint = await complained(ana, await signedCase(here, ana, { share: 0 }))
  await answered(here, complaint, { vote: 'dismissed', grounds: 'K1' })

  const page = await (await ana.get(`/en/applications/${complaint}/decision`)).text()

  match(page, /kc-act__authority">Appeal Council of the State Migration Service</)
  match(page, /<dt>About<\/dt>\s*<dd>Ferreira Ana Luísa</)
  match(page, /Dövlət Miqrasiya Xidmətinin Apellyasiya Şurası/)
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
  await answered(here, complaint, { vote: 'dismissed', grounds: 'K2' })
  await here.runJobs()

  equal(await stateOf(here, id), 'decided')
  for (const place of ['', '/decision']) {
    const contested = await (await ana.get(`/en/applications/${id}${place}`)).text()
    match(contested, /was contested:[\s\S]*CMP-2026-\d{6}<\/a>\.\s+[^<]*dismissed/i)
  }
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

test('the council sees what is contested while it is, and nothing that it says is for those who decided', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0 })
  const other = await caseIn('refused', here, await here.signedUpApplicant())
  const secretary = await here.office('council-secretary@kecid.example')
  const member = await here.office('council1@kecid.example')
  const seen = async (who: typeof secretary, of: string) =>
    (await who.get(`/en/cases/${of}`)).status
  equal(await seen(secretary, id), 404, 'nobody has complained')

  const complaint = await complained(ana, id)
  deepEqual([await seen(secretary, complaint), await seen(secretary, id)], [200, 200])
  const list = encodeURIComponent('/en?list=examined')
  const asked = await (await secretary.get(`/en/cases/${complaint}?back=${list}`)).text()
  const [, contested = ''] = new RegExp(`href="(/en/cases/${id}[^"]*)"`).exec(asked) ?? []
  const from = encodeURIComponent(`/en/cases/${complaint}?back=${list}`)
  equal(contested, `/en/cases/${id}?back=${from}`)
  match(
    await (await secretary.get(contested)).text(),
    new RegExp(
      `href="/en/cases/${complaint}\\?back=[^"]*" class="govuk-back-link">Back to the case<`,
    ),
  )
  deepEqual([await seen(member, complaint), await seen(member, id)], [404, 404], 'not asked yet')
  equal(await seen(secretary, other), 404)
  const step = `/en/cases/${id}/steps/draft-decision`
  equal((await secretary.get(step)).status, 404)

  await taken(here, complaint, [['council-secretary@kecid.example', 'put-to-vote', {}]])
  deepEqual([await seen(member, complaint), await seen(member, id)], [200, 200])
  const looks = await here.db.selectFrom('look').select('role').where('caseId', '=', id).execute()
  ok(looks.some(({ role }) => role === 'council-member'))
  const votes = { vote: 'dismissed', reason: 'It is right.' }
  await taken(
    here,
    complaint,
    MEMBERS.map((each) => [each, 'vote', votes] as const),
  )
  const written = { grounds: 'K1', reasoning: 'It is right.' }
  await taken(here, complaint, [['council-secretary@kecid.example', 'propose-answer', written]])

  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${complaint}/steps/answer-complaint`
  match(await (await signer.get(page)).text(), /You took part in what this case is about/)
  await taken(here, complaint, [['head@kecid.example', 'answer-complaint', {}]])
  deepEqual([await seen(secretary, complaint), await seen(secretary, id)], [200, 404])
})
