import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { eraseParty, finishErasing } from '#records/erasing.ts'
import { wakesOn } from '#test/days-later.ts'
import { begun, familyHouse, idsIn, personForm, portalAs, withChild } from '#test/family.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { sessionOf } from '#test/house.ts'

/** Ana's daughter is of age on 27 March 2026, and is invited in another's mailbox than Eve's. */
type Ground = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly young: Applicant
  readonly eve: Applicant
  readonly id: string
  readonly lia: string
}

async function ground(t: TestContext): Promise<Ground> {
  const here = await familyHouse(t)
  const [ana, young] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const eve = await here.signedUpApplicant()
  const id = await begun(ana)
  equal((await withChild(ana, id, ['27', '3', '2008'])).status, 303)
  const answer = await ana.post(`/en/applications/${id}~2/answers/person`, {
    ...personForm('Ferreira', 'Lia'),
    version: '1',
    paper: 'CD123458',
    'born-on-day': '27',
    'born-on-month': '3',
    'born-on-year': '2008',
  })
  equal(answer.status, 303)
  const { party: lia } = await here.db
    .selectFrom('mandate')
    .select('party')
    .executeTakeFirstOrThrow()
  return { here, ana, young, eve, id, lia }
}

async function invitedTo({ here, ana, young, id }: Ground): Promise<string> {
  const form = { email: young.email, language: 'en' }
  equal((await ana.post(`/en/applications/${id}~2/hand-over`, form)).status, 303)
  const [mail] = await here.mails(young.email)
  const token = /\/take-over\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  return `'\\x${createHash('sha256').update(token).digest('hex')}'::bytea`
}

const taking = (hash: string, indexes: readonly string[], at = '2026-03-27T06:00:00Z') =>
  `select take_over(${hash}, '${JSON.stringify(indexes)}', '${JSON.stringify({
    at,
    account: randomUUID(),
    address: randomUUID(),
    password: randomUUID(),
    email: '',
    leaves: [],
  })}') as id`

const REFUSED = /nobody takes over by that/
const FORBIDDEN = /permission denied/
const guessed = () => createHash('sha256').update(randomUUID()).digest('base64')

test('nobody takes over without the link, its mailbox, the day and what lies sealed', async (t) => {
  const all = await ground(t)
  const { here, ana, young, eve } = all
  await wakesOn(here, '2026-03-26', [ana, young, eve])
  const hash = await invitedTo(all)
  await rejects(
    idsIn(portalAs(here, young), taking(hash, [], '2026-03-26T19:59:59Z')),
    REFUSED,
    'before the day',
  )
  await wakesOn(here, '2026-03-27', [ana, young, eve])
  for (const who of [ana, eve]) {
    await rejects(idsIn(portalAs(here, who), taking(hash, [guessed()])), REFUSED)
  }
  const other = `'\\x${createHash('sha256').update('guessed').digest('hex')}'::bytea`
  await rejects(idsIn(portalAs(here, young), taking(other, [guessed()])), REFUSED)
  await rejects(
    idsIn(portalAs(here, young), 'select index as id from taking_over_proof'),
    FORBIDDEN,
  )
  await rejects(idsIn(portalAs(here, young), 'select party as id from taking_over'), FORBIDDEN)
  await rejects(idsIn(here.faces.portal.db, taking(hash, [guessed()])), REFUSED, 'nobody acts')

  // Guessing has an end, and what is brought into a statement makes no such hash.
  for (const is of ['wrong', 'wrong', 'wrong', 'wrong', 'over']) {
    deepEqual(await idsIn(portalAs(here, young), taking(hash, [guessed(), guessed()])), [is])
  }
  await rejects(idsIn(portalAs(here, young), taking(hash, [guessed()])), REFUSED)
  const tell = `select tell_taken_over('${randomUUID()}', '[]')::text as id`
  await rejects(idsIn(portalAs(here, young), tell), /nobody has taken over by that/)
})

test('nobody is invited to be somebody for whom whoever asks never acted', async (t) => {
  const all = await ground(t)
  const { here, ana, eve, id, lia } = all
  await wakesOn(here, '2026-03-27', [ana, eve])
  const invitation = (party: string) =>
    JSON.stringify({
      id: randomUUID(),
      party,
      email_index: guessed(),
      token_hash: guessed(),
      language: 'en',
      made_at: '2026-03-27T06:00:00Z',
      expires_at: '2026-04-10T06:00:00Z',
      asks_document: false,
      sealed_token: '',
    })
  const invites = (caseId: string, party: string, proofs = [guessed()]) =>
    `select invite_to_take_over(
      '${caseId}', '${invitation(party)}', '\\x00', '${JSON.stringify(proofs)}'
    ) as id`
  const refused = /nobody is invited to take over here/
  const hers = await begun(eve)
  const written = `select case_id as id from written_of_charge('${lia}')`
  await rejects(idsIn(portalAs(here, eve), invites(id, lia)), refused)
  await rejects(idsIn(portalAs(here, eve), invites(hers, lia)), refused)
  await rejects(idsIn(portalAs(here, eve), invites(hers, eve.account.partyId)), refused)
  await rejects(idsIn(portalAs(here, ana), invites(id, ana.account.partyId)), refused)
  await rejects(idsIn(portalAs(here, ana), invites(id, eve.account.partyId)), refused)
  await rejects(idsIn(portalAs(here, ana), invites(id, lia, [])), refused, 'without a proof')
  deepEqual(await idsIn(portalAs(here, eve), written), [])
  deepEqual(await idsIn(portalAs(here, eve), 'select party as id from own_charges()'), [])
  deepEqual(await idsIn(portalAs(here, ana), 'select party as id from own_charges()'), [lia])
})

test('a birth date that is corrected says until when somebody acts, as long as nothing was sent in', async (t) => {
  const all = await ground(t)
  const { here, ana, eve, id, lia } = all
  await invitedTo(all)
  const mandate = () =>
    here.db.selectFrom('mandate').select('untilOn').where('party', '=', lia).execute()
  const corrected = async (version: string, year: string) => {
    const answer = await ana.post(`/en/applications/${id}~2/answers/person`, {
      ...personForm('Ferreira', 'Lia'),
      version,
      paper: 'CD123458',
      'born-on-day': '27',
      'born-on-month': '3',
      'born-on-year': year,
    })
    equal(answer.status, 303)
    return mandate()
  }
  deepEqual(await corrected('2', '2012'), [{ untilOn: '2030-03-26' }])
  // The link was made by the day that was wrong.
  const waiting = `select invitation::text as id from taking_over
    join invitation on invitation.id = invitation where ended_at is null`
  deepEqual(await idsIn(here.db, waiting), [])
  match(await (await ana.get(`/en/applications/${id}`)).text(), /Lia/)

  const until = (day: string) =>
    `select act_until('${id}', '${lia}', '${day}', '2026-03-02T06:00:00Z')::text as id`
  await rejects(idsIn(portalAs(here, eve), until('2031-03-26')), /not to be written in/)
  for (const day of ['2026-03-01', '2044-03-02', '2099-01-01']) {
    await idsIn(portalAs(here, ana), until(day))
    deepEqual(await mandate(), [{ untilOn: '2030-03-26' }], day)
  }
  // Once something was sent in, the day is what officials have read.
  const sentIn = { filedOn: '2026-03-02', stage: 'examined' }
  await here.db.updateTable('caseFile').set(sentIn).where('id', '=', id).execute()
  await idsIn(portalAs(here, ana), until('2031-03-26'))
  deepEqual(await mandate(), [{ untilOn: '2030-03-26' }])
})

test('a link to take over lets nobody join, and shows the case to nobody', async (t) => {
  const all = await ground(t)
  const { here, ana, young } = all
  await wakesOn(here, '2026-03-27', [ana, young])
  const hash = await invitedTo(all)
  const joining = JSON.stringify({
    at: '2026-03-27T06:00:00Z',
    from_on: '2026-03-27',
    is_subject: true,
  })
  const joins = `select join_case(${hash}, '${joining}')::text as id`
  await rejects(idsIn(portalAs(here, young), joins), /nobody is invited by that/)
  const looks = `with come as materialized (
      select count(*) from come_invited(${hash}, '2026-03-27T06:00:00Z')
    ) select id from case_file, come`
  deepEqual(await idsIn(portalAs(here, young), looks), [])
})

test('whoever acted reads nothing of theirs from the day on, and nobody takes over twice', async (t) => {
  const all = await ground(t)
  const { here, ana, young, eve, id, lia } = all
  await wakesOn(here, '2026-03-26', [ana])
  const subjects = 'select distinct subject as id from answer'
  deepEqual(await idsIn(portalAs(here, ana), subjects), [lia])
  await wakesOn(here, '2026-03-27', [ana, young, eve])
  deepEqual(await idsIn(portalAs(here, ana), subjects), [])
  const hash = await invitedTo(all)
  const [mail] = await here.mails(young.email)
  const link = /\/en\/take-over\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  const self = { 'born-day': '27', 'born-month': '3', 'born-year': '2008', document: 'CD123458' }
  equal((await young.post(link, self)).status, 303)
  deepEqual(await idsIn(portalAs(here, young), subjects), [lia])
  deepEqual(await idsIn(portalAs(here, ana), subjects), [])
  await rejects(idsIn(portalAs(here, young), taking(hash, [guessed()])), REFUSED)
  equal((await ana.get(`/en/applications/${id}~2/hand-over`)).status, 404)

  // The session that they had before is of nobody.
  const accounts = await here.db
    .selectFrom('account')
    .select(['party', 'closedAt'])
    .where('party', 'in', [lia, young.account.partyId])
    .execute()
  equal(accounts.filter(({ closedAt }) => closedAt === null).length, 1)
  equal(accounts.find(({ party }) => party === lia)?.closedAt, null)
  await rejects(sessionOf(here.owned, young.account))
})

test('whoever has taken over is erased whole, with the account that they came with', async (t) => {
  const all = await ground(t)
  const { here, ana, young, id, lia } = all
  await wakesOn(here, '2026-03-27', [ana, young])
  await invitedTo(all)
  const [mail] = await here.mails(young.email)
  const link = /\/en\/take-over\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  const self = { 'born-day': '27', 'born-month': '3', 'born-year': '2008', document: 'CD123458' }
  equal((await young.post(link, self)).status, 303)

  // What was never theirs goes by itself; an interrupted hand does it again.
  const log = { ...here.faces.jobs.log }
  equal(await finishErasing(here.faces.jobs, log), 1)
  await eraseParty(here.faces.jobs, { partyId: lia, at: here.clock.now() })
  const left = await here.db
    .selectFrom('credential')
    .innerJoin('account', 'account.id', 'credential.account')
    .select('credential.id')
    .where('party', 'in', [lia, young.account.partyId])
    .execute()
  deepEqual(left, [])
  const { erased } = await here.db
    .selectFrom('party')
    .select((each) => each.fn.count('erasedAt').as('erased'))
    .where('id', 'in', [lia, young.account.partyId])
    .executeTakeFirstOrThrow()
  equal(Number(erased), 2)
  const answers = await here.db
    .selectFrom('answer')
    .selectAll()
    .where('subject', '=', lia)
    .execute()
  deepEqual(answers, [])
  equal((await ana.get(`/en/applications/${id}`)).status, 200, 'and the case goes on')
  const back = await young.post('/en/sign-in', { email: young.email, password: young.password })
  equal(back.status, 400)
})
