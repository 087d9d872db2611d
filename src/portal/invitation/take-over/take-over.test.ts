import { deepEqual, doesNotMatch, equal, match, notEqual } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { wakesOn } from '#test/days-later.ts'
import { begun, withChild } from '#test/family.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { signedCase } from '#test/signed-case.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

/** Ana, who is recognised, and her daughter Lia, who is of age on 27 March 2027. */
const EVE = '2027-03-26'
const DAY = '2027-03-27'
const BORN = { 'born-day': '27', 'born-month': '3', 'born-year': '2009' }

type Kin = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly id: string
  readonly lia: string
}

type Born = readonly [string, string, string]

async function kin(t: TestContext, born: Born = ['27', '3', '2009']): Promise<Kin> {
  const here = await house(t, { policy: kinPolicy(t) })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const begins = await ana.post('/en/family', {})
  const id = placeOf(begins).split('?')[0]?.split('/').at(-1) ?? ''
  equal((await withChild(ana, id, born)).status, 303, here.logged.at(-1))
  const written = await ana.post(`/en/applications/${id}~2/answers/person`, {
    version: '1',
    surname: 'Ferreira',
    'given-names': 'Lia',
    'born-on-day': born[0],
    'born-on-month': born[1],
    'born-on-year': born[2],
  })
  equal(written.status, 303)
  const { party: lia } = await here.db
    .selectFrom('mandate')
    .select('party')
    .executeTakeFirstOrThrow()
  return { here, ana, id, lia }
}

const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()

async function handsOver({ here, ana, id }: Kin, email: string): Promise<string> {
  const form = { email, language: 'en' }
  const answer = await ana.post(`/en/applications/${id}~2/hand-over`, form)
  equal(answer.status, 303, here.logged.at(-1))
  return linkTo(here, email)
}

async function linkTo(here: TestHouse, email: string): Promise<string> {
  const [link] = (await here.mails(email)).flatMap(
    ({ text }) => /\/en\/take-over\/[\w-]+/.exec(text)?.[0] ?? [],
  )
  notEqual(link, undefined, here.logged.at(-1))
  return link ?? ''
}

/** Whoever has taken over has a session of another account. */
const partyOf = async ({ db }: TestHouse, email: Applicant) =>
  db
    .selectFrom('account')
    .select(['id', 'party', 'closedAt'])
    .where('id', '=', email.account.id)
    .executeTakeFirstOrThrow()

test('from eight weeks before whoever acts for a child invites them, and from the day they act for themselves', async (t) => {
  const all = await kin(t)
  const { here, ana, id, lia } = all
  await wakesOn(here, '2027-01-29', [ana])
  doesNotMatch(await read(ana, `/en/family/${id}`), /act for themselves/)
  equal((await ana.get(`/en/applications/${id}~2/hand-over`)).status, 404)
  await wakesOn(here, '2027-01-30', [ana])
  match(await read(ana, `/en/family/${id}`), /Lia Ferreira: they are 18 from .*27 March 2027/)
  match(await read(ana, `/en/applications/${id}~2/hand-over`), /keep all that you applied for/)

  const young = await here.signedUpApplicant()
  const link = await handsOver(all, young.email)
  const [mail] = await here.mails(young.email)
  doesNotMatch(mail?.text ?? '', /Lia|Ferreira/)
  match(
    await read(ana, `/en/applications/${id}~2/hand-over`),
    new RegExp(young.email.split('@')[0] ?? ''),
  )

  await wakesOn(here, EVE, [ana, young])
  match(await read(young, link), /You can act for yourself from .*27 March 2027/)
  equal((await young.post(link, BORN)).status, 409)
  match(await read(ana, `/en/applications/${id}~2/answers/person`), /Lia/)

  await wakesOn(here, DAY, [ana, young])
  equal((await ana.get(`/en/applications/${id}~2/answers/person`)).status, 404)
  match(await read(ana, `/en/family/${id}`), /Lia Ferreira: they are 18 or older now/)
  match(await read(young, link), /Show that it is you/)
  const answer = await young.post(link, BORN)
  equal(answer.status, 303, here.logged.at(-1))
  const to = answer.headers.get('location') ?? ''
  equal(to, `/en/applications/${id}?done=taken-over`)
  const home = await young.follow(await young.follow(answer))
  match(await home.text(), /From now on you act for yourself/)
  const family = await read(young, `/en/family/${id}`)
  match(family, /<h2[^>]*>Lia Ferreira<span[^>]*> \(you\)/)
  match(family, /Ana Luísa Ferreira.*until/s)
  match(await read(young, `/en/applications/${id}~2/answers/person`), /value="Lia"/)

  // It is the same party, and the account that she came with is closed and its party goes.
  const now = await here.db
    .selectFrom('account')
    .select(['id', 'party'])
    .where('party', '=', lia)
    .executeTakeFirstOrThrow()
  notEqual(now.id, young.account.id)
  notEqual((await partyOf(here, young)).closedAt, null)
  doesNotMatch(await read(ana, `/en/family/${id}`), /18 or older now|act for themselves/)
  equal((await ana.get(`/en/applications/${id}~2/hand-over`)).status, 404)
  equal((await ana.get(`/en/applications/${id}~2/answers/person`)).status, 404)

  // She comes back with the address and the password that she had, and by nothing else.
  await young.post('/en/sign-out')
  const back = await young.post('/en/sign-in', { email: young.email, password: young.password })
  equal(back.status, 303)
  match(await read(young, `/en/family/${id}`), /\(you\)/)
  equal((await young.post(link, BORN)).status, 303, 'a second press')
})

test('what does not fit counts, says nothing of what does, and ends the link', async (t) => {
  const all = await kin(t)
  const { here, ana, lia } = all
  const young = await here.signedUpApplicant()
  await wakesOn(here, DAY, [ana, young])
  const link = await handsOver(all, young.email)
  equal((await young.post(link, { 'born-day': '27' })).status, 400, 'an unfinished date is no try')
  for (const left of ['4', '3', '2', '1']) {
    const wrong = await young.post(link, { ...BORN, 'born-year': '2008' })
    equal(wrong.status, 400)
    const text = await wrong.text()
    match(text, new RegExp(`This is not what we have of you.*${left} times`))
    match(text, /value="2008"/, 'what was typed is still there')
  }
  const last = await young.post(link, { ...BORN, 'born-year': '2008' })
  equal(last.status, 409)
  match(await last.text(), /This link has ended/)
  equal((await young.post(link, BORN)).status, 409, 'now that it has ended, the right one too')
  const taken = await here.db.selectFrom('account').where('party', '=', lia).execute()
  deepEqual(taken, [])
  const again = await handsOver(all, young.email)
  equal((await young.post(again, BORN)).status, 303)
})

test('a link is for its address alone, and for an account in which nothing was begun', async (t) => {
  const all = await kin(t)
  const { here, ana, id } = all
  const [young, eve] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  await wakesOn(here, DAY, [ana, young, eve])
  equal((await eve.post(`/en/applications/${id}~2/hand-over`, { email: eve.email })).status, 404)
  const own = await ana.post(`/en/applications/${id}~2/hand-over`, {
    email: ana.email,
    language: 'en',
  })
  match(await own.text(), /This is your own address/)
  const link = await handsOver(all, young.email)
  const wrong = await eve.post(link, BORN)
  equal(wrong.status, 409)
  match(await wrong.text(), /This invitation is for another address/)
  equal((await ana.post(link, BORN)).status, 409)
  match(await read(here.visitor(), link), /It takes an account with the email address/)
  equal(placeOf(await eve.get(link.replace('take-over', 'invitation'))), link)

  await begun(young)
  match(await read(young, link), /There is something in this account already/)
  const refused = await young.post(link, BORN)
  equal(refused.status, 409)
  match(await refused.text(), /send the invitation to another email address of yours/)
})

test('a link that was withdrawn, or has run out, opens nothing; one that is early is good from the day', async (t) => {
  const all = await kin(t)
  const { here, ana, id } = all
  const young = await here.signedUpApplicant()
  await wakesOn(here, '2027-02-01', [ana, young])
  const first = await handsOver(all, young.email)
  const { id: invitation } = await here.db
    .selectFrom('invitation')
    .select('id')
    .executeTakeFirstOrThrow()
  const at = `/en/applications/${id}/people/invitations/${invitation}`
  equal((await ana.post(`${at}/again`)).status, 303)
  const second = await linkTo(here, young.email)
  match(await read(young, first), /does not open anything/)

  await wakesOn(here, '2027-04-09', [ana, young])
  match(await read(young, second), /Show that it is you/)
  await wakesOn(here, '2027-04-11', [ana, young])
  match(await read(young, second), /This invitation has run out/)
  equal((await young.post(second, BORN)).status, 409)
  equal((await ana.post(`${at}/again`)).status, 303)
  const third = await linkTo(here, young.email)
  equal((await ana.post(`${at}/withdraw`)).status, 303)
  match(await read(young, third), /This invitation was withdrawn/)
  equal((await young.post(third, BORN)).status, 409)
})

test('whoever was born on 29 February takes over on 1 March', async (t) => {
  const all = await kin(t, ['29', '2', '2012'])
  const { here, ana } = all
  const young = await here.signedUpApplicant()
  const born = { 'born-day': '29', 'born-month': '2', 'born-year': '2012' }
  await wakesOn(here, '2030-02-28', [ana, young])
  const link = await handsOver(all, young.email)
  equal((await young.post(link, born)).status, 409)
  await wakesOn(here, '2030-03-01', [ana, young])
  equal((await young.post(link, { ...born, 'born-day': '28' })).status, 400)
  equal((await young.post(link, born)).status, 303)
})
