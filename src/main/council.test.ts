import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { tellOfficials } from '#jobs/officials/tell-officials.ts'
import { actingOn, inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { complaintOf, policyWithCouncil } from '#test/council-house.ts'
import { hired } from '#test/hired.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { sent, signedCase } from '#test/signed-case.ts'
import type { Form, Visitor } from '#test/visitor.ts'

const SECRETARY = 'council-secretary@kecid.example'
const MEMBER_TOO = {
  roles: ['signer', 'council-member'],
  language: 'en',
  passwordHash: 'none',
  isDemonstration: true,
} as const
const MEMBERS = [1, 2, 3, 4, 5].map((which) => `council${which}@kecid.example`)

/** A complaint that was sent in, and the page of one of its steps. */
async function complained(t: TestContext) {
  const here = await house(t, { policy: policyWithCouncil(t) })
  const ana = await here.signedUpApplicant()
  const id = await complaintOf(ana)
  return { here, ana, id, step: (code: string) => `/en/cases/${id}/steps/${code}` }
}

async function taken(who: Visitor, page: string, form: Form = {}): Promise<void> {
  const answer = await sent(who, page, form)
  equal(answer.status, 303, await answer.text())
}

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

/** Put to the vote, with so many votes for each outcome. */
async function votedOn(
  { here, step }: Awaited<ReturnType<typeof complained>>,
  votes: readonly string[],
): Promise<void> {
  await taken(await here.office(SECRETARY), step('call-vote'))
  for (const [index, vote] of votes.entries()) {
    const member = await here.office(MEMBERS[index])
    await taken(member, step('vote'), { vote, reason: `Reason ${index + 1}.` })
  }
}

test('a council votes, its secretary puts down what most are for, and another signs', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  const secretary = await here.office(SECRETARY)
  match(await (await secretary.get('/en')).text(), /CPL-2026-\d{6}/)
  match(await (await secretary.get(step('call-vote'))).text(), /Member of the council \(5\)/)

  await votedOn(case_, ['upheld', 'rejected', 'upheld', 'upheld'])
  equal(await stateOf(here, id), 'voting')
  const early = await secretary.get(step('put-down'))
  equal(early.status, 409, 'one still has a vote')
  await taken(await here.office(MEMBERS[4]), step('vote'), { vote: 'rejected', reason: 'No.' })
  equal(await stateOf(here, id), 'voted')

  const page = await (await secretary.get(step('put-down'))).text()
  match(page, /Votes given: 5 of 5/)
  ok(page.includes('Reason 3.') && page.includes('Hikmət Səmədov'))
  equal(page.includes('value="rejected"'), false, 'most are not for that')
  await taken(secretary, step('put-down'), { outcome: 'rejected', reasoning: 'Three of five.' })
  match(await (await secretary.get(`/en/cases/${id}`)).text(), /Favourable decision/)
  await taken(await here.office('signer@kecid.example'), step('sign'))
  equal(await stateOf(here, id), 'granting')
})

test('a member sees a case once asked, and what others say once they have voted', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  const address = `/en/cases/${id}`
  const [first, second] = [await here.office(MEMBERS[0]), await here.office(MEMBERS[1])]
  equal((await first.get(address)).status, 404, 'before they are asked')

  await votedOn(case_, ['upheld'])

  match(await (await second.get('/en')).text(), /My work[\s\S]*CPL-2026-/)
  const waiting = await (await second.get(address)).text()
  ok(waiting.includes('Given; shown to you once you have voted'))
  equal(waiting.includes('Reason 1.'), false)
  const looks = await here.db.selectFrom('look').select(['role', 'page']).execute()
  ok(looks.some(({ role, page }) => role === 'council-member' && page === 'case-page'))
  await taken(second, step('vote'), { vote: 'rejected', reason: 'Second thoughts.' })
  const voted = await (await second.get(address)).text()
  ok(voted.includes('Reason 1.') && voted.includes('Second thoughts.'))
  doesNotMatch(await (await second.get('/en')).text(), /CPL-2026-/)
  equal((await sent(second, step('vote'), { vote: 'upheld', reason: 'Again.' })).status, 409)
  const officer = await (await (await here.office('officer@kecid.example')).get(address)).text()
  ok(officer.includes('Reason 1.'), 'whoever deals with it reads the votes')
})

test('what was voted before it was put to the vote again is read by whoever may read the votes', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  const address = `/en/cases/${id}`
  const first = MEMBERS.map((_, index) => (index < 2 ? 'upheld' : 'rejected'))
  await votedOn(case_, first)
  await taken(await here.office(SECRETARY), step('call-vote'))
  const page = async (email: string) => (await (await here.office(email)).get(address)).text()
  const before = /before it was put to the vote again: 2 March 2026[\s\S]*?<\/details>/

  const [voted = ''] = before.exec(await page(SECRETARY)) ?? []
  for (const said of ['Reason 1.', 'Reason 5.', 'Hikmət Səmədov']) ok(voted.includes(said), said)
  match(await page('auditor@kecid.example'), before)
  doesNotMatch(await page(MEMBERS[0] ?? ''), /Reason 2\./, 'a member votes anew first')
  await taken(await here.office(MEMBERS[0]), step('vote'), { vote: 'upheld', reason: 'Still so.' })
  match(await page(MEMBERS[0] ?? ''), before)
})

test('a vote names what it is for and why, can wait, and collides with no other', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  await votedOn(case_, [])
  const [first, second] = [await here.office(MEMBERS[0]), await here.office(MEMBERS[1])]
  const wrong = [
    [{ vote: 'upheld', reason: ' ' }, 'Write the reason'],
    [{ reason: 'So.' }, 'Choose what you vote for'],
    [{ vote: 'withdrawn', reason: 'So.' }, 'Choose what you vote for'],
  ] as const
  for (const [form, said] of wrong) {
    const answer = await sent(first, step('vote'), form)
    equal(answer.status, 400)
    ok((await answer.text()).includes(said))
  }
  await taken(first, step('vote'), { vote: 'upheld', reason: 'Half.', later: 'yes' })
  match(await (await first.get(step('vote'))).text(), /Half\./)
  doesNotMatch(await (await second.get(step('vote'))).text(), /Half\./)

  const form = { vote: 'upheld', reason: 'At once.', version: '0' }
  const both = await Promise.all([first, second].map((who) => who.post(step('vote'), form)))
  deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const open = await here.db
    .selectFrom('task')
    .select('id')
    .where('caseId', '=', id)
    .where('kind', '=', 'vote')
    .where('state', '=', 'open')
    .execute()
  equal(open.length, 3)
})

test('fewer votes than are needed decide nothing, and silence is no vote', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  await votedOn(case_, ['upheld', 'upheld'])
  here.clock.set(isoMoment('2026-03-13T06:00:00.000Z'))
  await inTransaction(here.owned.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
  await here.runJobs()

  equal(await stateOf(here, id), 'voted')
  const secretary = await here.office(SECRETARY)
  const answer = await sent(secretary, step('put-down'), { outcome: 'upheld', reasoning: 'Two.' })
  ok(answer.status === 400 || answer.status === 409)
  match(await answer.text(), /Not enough members have voted/)
  equal(await stateOf(here, id), 'voted')
})

test('the database shows a member the cases of their votes, and a secretary the council’s', async (t) => {
  const case_ = await complained(t)
  const { here, id } = case_
  await caseIn('in-assessment', here, await here.signedUpApplicant())
  const idsFor = async (email: string, query: string) => {
    const { cookies } = await here.office(email)
    const { db, clock } = here.faces.office
    const acting = actingOn(db, { token: cookies.get('kecid-office') ?? '', at: clock.now() })
    const { rows } = await inTransaction(acting, (tx) =>
      sql.raw<{ readonly id: string }>(query).execute(tx),
    )
    return rows.map((row) => row.id)
  }
  const cases = 'select id from case_file'
  deepEqual(await idsFor(MEMBERS[0] ?? '', cases), [])
  deepEqual(await idsFor(SECRETARY, cases), [id])
  await votedOn(case_, ['upheld'])

  deepEqual(await idsFor(MEMBERS[0] ?? '', cases), [id])
  deepEqual(await idsFor(MEMBERS[0] ?? '', 'select distinct owner_role as id from task'), [
    'council-member',
  ])
  equal((await idsFor(MEMBERS[1] ?? '', 'select id from task')).length, 1)
  equal((await idsFor(SECRETARY, `select id from task where kind = 'vote'`)).length, 5)
  deepEqual(await idsFor(SECRETARY, 'select distinct case_id as id from event'), [id])
})

test('whoever took part in what the case is about has no vote', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  const earlier = await signedCase(here, await here.signedUpApplicant())
  const signer = { ...MEMBER_TOO, email: 'signer@kecid.example', name: 'Signer' }
  const other = { ...MEMBER_TOO, email: 'signer2@kecid.example', name: 'Other signer' }
  const [took, free] = [await hired(here, signer), await hired(here, other)]
  await sql`update case_file set about_case = ${earlier} where id = ${id}`.execute(here.db)

  await taken(await here.office(SECRETARY), step('call-vote'))

  const owners = await here.db
    .selectFrom('task')
    .select('ownerParty')
    .where('caseId', '=', id)
    .where('kind', '=', 'vote')
    .execute()
  const asked = owners.map(({ ownerParty }) => ownerParty)
  equal(asked.length, 6)
  deepEqual([asked.includes(took), asked.includes(free)], [false, true])
})

test('what is granted is carried out once officials have recorded all of it', async (t) => {
  const case_ = await complained(t)
  const { here, ana, id, step } = case_
  await votedOn(case_, ['upheld', 'upheld', 'upheld', 'upheld', 'upheld'])
  const secretary = await here.office(SECRETARY)
  await taken(secretary, step('put-down'), { outcome: 'upheld', reasoning: 'All of five.' })
  await taken(await here.office('signer@kecid.example'), step('sign'))
  const officer = await here.office('officer@kecid.example')

  const list = await (await officer.get('/en')).text()
  const menu = await (await officer.get(`/en/cases/${id}`)).text()
  match(list, /CPL-2026-/)
  ok(menu.includes(step('note-duty')) && menu.includes(step('note-paper')))
  equal((await secretary.get(step('note-duty'))).status, 404, 'it is asked of another role')
  const today = { 'on-day': '2', 'on-month': '3', 'on-year': '2026' }
  const wrong = [
    [today, 'Choose what you record'],
    [{ ...today, option: 'stolen' }, 'Choose what you record'],
    [{ ...today, option: 'paid', 'on-day': '3' }, 'Enter a day from 2 March 2026 until today'],
    [{ ...today, option: 'paid', 'on-day': '1' }, 'Enter a day from 2 March 2026 until today'],
  ] as const
  for (const [form, said] of wrong) {
    const answer = await sent(officer, step('note-duty'), form)
    equal(answer.status, 400, said)
    ok((await answer.text()).includes(said))
  }
  const paid = { ...today, option: 'paid', note: 'Receipt 7781.' }
  await taken(officer, step('note-duty'), paid)
  equal(await stateOf(here, id), 'granting')
  const half = await (await officer.get(`/en/cases/${id}`)).text()
  match(half, /paid, 2 March 2026[\s\S]*Receipt 7781\./)
  equal(half.includes(`${step('note-duty')}"`), false)
  await taken(officer, step('note-paper'), { ...today, option: 'handed-over' })
  equal(await stateOf(here, id), 'decided')
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
  const over = await (await secretary.get(`/en/cases/${id}`)).text()
  match(over, /All of five\.[\s\S]*Reason 5\./)
})

test('where nothing is granted nobody is asked to carry anything out', async (t) => {
  const case_ = await complained(t)
  const { here, id, step } = case_
  await votedOn(case_, ['rejected', 'rejected', 'rejected', 'upheld', 'upheld'])
  const secretary = await here.office(SECRETARY)
  await taken(secretary, step('put-down'), { outcome: 'rejected', reasoning: 'Three of five.' })
  await taken(await here.office('signer@kecid.example'), step('sign'))

  equal(await stateOf(here, id), 'decided')
})

test('members are told by mail of their own votes, and officials of what they have to record', async (t) => {
  const case_ = await complained(t)
  const { here } = case_
  await votedOn(case_, ['upheld'])
  here.clock.set(isoMoment('2026-03-03T04:30:00.000Z'))
  const mailer = { send: () => Promise.reject(new Error('it only asks for mails')) }
  await tellOfficials.work({ house: here.faces.jobs, mailer }, {})

  equal((await here.mails(MEMBERS[0])).length, 0, 'they have voted')
  const [mail] = await here.mails(MEMBERS[1])
  match(mail?.text ?? '', /Siyahınızda yeni:\n\nCPL-2026-\d{6}/)
})
