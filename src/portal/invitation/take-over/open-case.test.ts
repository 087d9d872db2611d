import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { wakesOn } from '#test/days-later.ts'
import { begun, familyHouse, invited, personForm, withChild } from '#test/family.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { growing } from '#test/growing.ts'
import { MASTER, type Applicant, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { sent } from '#test/signed-case.ts'

const EVE = '2026-03-26'
const DAY = '2026-03-27'
const SELF = { 'born-day': '27', 'born-month': '3', 'born-year': '2008', document: 'cd 123458' }

type Pair = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly young: Applicant
  readonly id: string
}

/** Ana and her daughter Lia, who has a passport and an account with nothing in it. */
async function pair(t: TestContext): Promise<Pair> {
  const here = await familyHouse(t, growing)
  const [ana, young] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  equal((await withChild(ana, id, ['27', '3', '2008'])).status, 303, here.logged.at(-1))
  await fills(ana, `${id}~1/answers/person`, written('Ana', 'CD123456', '1987'))
  await fills(ana, `${id}~1/answers/purpose`, { version: '0', purpose: 'To work.' })
  const lia = { ...written('Lia', 'CD123458', '2008'), version: '1' }
  await fills(ana, `${id}~2/answers/person`, lia)
  return { here, ana, young, id }
}

const written = (given: string, paper: string, year: string) => ({
  version: '0',
  ...personForm('Ferreira', given),
  paper,
  'born-on-day': '27',
  'born-on-month': '3',
  'born-on-year': year,
})

async function fills(who: Applicant, place: string, form: object): Promise<void> {
  const answer = await who.post(`/en/applications/${place}`, { ...form })
  equal(answer.status, 303, await answer.text())
}

async function linkFor({ here, ana, young, id }: Pair): Promise<string> {
  const form = { email: young.email, language: 'en' }
  const answer = await ana.post(`/en/applications/${id}~2/hand-over`, form)
  equal(answer.status, 303, here.logged.at(-1))
  const [mail] = await here.mails(young.email)
  return /\/en\/take-over\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
}

async function takesOver(all: Pair): Promise<void> {
  const answer = await all.young.post(await linkFor(all), SELF)
  equal(answer.status, 303, await answer.text())
}

async function goesBack({ here, id }: Pair): Promise<void> {
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}/steps/return`)
  const mark = /value="(2\.person\.[^"]*\.surname)"/.exec(page)?.[1] ?? ''
  const marked = { mark, [`note.${mark}`]: 'Not as in the passport.', explanation: 'One thing.' }
  equal((await sent(officer, `/en/cases/${id}/steps/return`, marked)).status, 303)
}

test('a draft they leave, and come to anew as the adult that they are, as the same person', async (t) => {
  const all = await pair(t)
  const { here, ana, young, id } = all
  await wakesOn(here, DAY, [ana, young])
  match(await htmlOf(ana, `/en/applications/${id}`), /18 or older now.*invite them as an adult/s)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 409, 'nobody sends in for her')
  await takesOver(all)
  match(await htmlOf(young, `/en/applications/${id}~2/answers/person`), /CD123458/)
  equal((await young.get(`/en/applications/${id}~1/answers/person`)).status, 404)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 409)

  equal((await young.post(`/en/applications/${id}~2/leave`)).status, 303)
  const link = await invited(here, ana, { id, email: young.email, who: 'friend' })
  equal((await young.post(link)).status, 303)
  const rows = await here.db
    .selectFrom('caseParty')
    .innerJoin('mandate', 'mandate.party', 'caseParty.party')
    .select(['role', 'caseParty.untilOn'])
    .where('caseId', '=', id)
    .orderBy('role')
    .execute()
  deepEqual(rows, [
    { role: 'child', untilOn: DAY },
    { role: 'friend', untilOn: null },
  ])
})

test('the number of the passport is asked for where it is known, and either that does not fit is refused', async (t) => {
  const all = await pair(t)
  const { here, ana, young } = all
  await wakesOn(here, DAY, [ana, young])
  const link = await linkFor(all)
  match(await htmlOf(young, link), /Number of your travel document/)
  const { document: _document, ...born } = SELF
  equal((await young.post(link, born)).status, 400)
  const said: string[] = []
  for (const wrong of [{ document: 'CD123456' }, { 'born-day': '26' }]) {
    const answer = await young.post(link, { ...SELF, ...wrong })
    equal(answer.status, 400)
    said.push(/This is not what we have of you[^<]*times/.exec(await answer.text())?.[0] ?? '')
  }
  deepEqual(
    said.map((text) => text.replace(/\d/, 'n')),
    Array(2).fill('This is not what we have of you. Check all of it. You can try again n times'),
    'neither answer tells which of the two was right',
  )
})

test('what comes back is theirs to mend, and what is decided is told to them', async (t) => {
  const all = await pair(t)
  const { here, ana, young, id } = all
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  await goesBack(all)
  await wakesOn(here, EVE, [ana, young])
  match(await htmlOf(ana, `/en/applications/${id}`), /Correct what is marked: [^<]*Lia/)
  await wakesOn(here, DAY, [ana, young])
  const hers = await htmlOf(ana, `/en/applications/${id}`)
  match(hers, /they are 18 or older now and answer for themselves/)
  doesNotMatch(hers, /Lia/)
  equal((await ana.get(`/en/applications/${id}~2/correct`)).status, 404)

  await takesOver(all)
  const correct = `/en/applications/${id}~2/correct`
  const form = await htmlOf(young, correct)
  const field = /name="([^"]*surname)"/.exec(form)?.[1] ?? ''
  const version = /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const mended = await young.post(correct, { [field]: 'Ferreira-Lopes', version, press: 'send' })
  equal(mended.status, 303, await mended.text())
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const proposal = {
    '1.outcome': 'recognised',
    '1.reasoning': 'Ana does no harm.',
    '2.outcome': 'recognised',
    '2.reasoning': 'Lia is of age.',
  }
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  for (const [who, step, said] of [
    [officer, 'draft-decision', proposal],
    [signer, 'sign', {}],
  ] as const) {
    equal((await sent(who, `/en/cases/${id}/steps/${step}`, said)).status, 303)
  }
  match(await htmlOf(young, `/en/applications/${id}~2/decision`), /Lia is of age/)
  equal((await ana.get(`/en/applications/${id}~2/decision`)).status, 404)
  match(await htmlOf(young, `/en/applications/${id}`), /FAM-S-2026-\d{6}-2/)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), /FAM-S-2026-\d{6}-2/)
})

test('both are told by a letter, and what is told of them from then on goes to them alone', async (t) => {
  const all = await pair(t)
  const { here, ana, young, id } = all
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  await wakesOn(here, DAY, [ana, young])
  await takesOver(all)
  const { party } = await here.db.selectFrom('mandate').select('party').executeTakeFirstOrThrow()
  const letters = await here.db
    .selectFrom('letter')
    .select(['party', 'subject'])
    .where('code', '=', 'by-themselves')
    .execute()
  deepEqual(
    letters.map((each) => `${each.party} ${each.subject}`).toSorted(),
    [`${party} ${party}`, `${ana.account.partyId} ${party}`].toSorted(),
  )
  for (const who of [ana, young]) {
    const mails = await here.mails(who.email)
    const told = mails.filter(({ subject }) => subject.includes('Somebody acts for themselves'))
    equal(told.length, 1, who.email)
  }
  const rows = await here.db
    .selectFrom('caseParty')
    .select('actedBy')
    .where('party', '=', party)
    .execute()
  deepEqual(rows, [{ actedBy: null }])
})

test('the ledger has what opened the way, of the person that they always were', async (t) => {
  const all = await pair(t)
  const { here, ana, young } = all
  await wakesOn(here, DAY, [ana, young])
  await takesOver(all)
  const { party } = await here.db.selectFrom('mandate').select('party').executeTakeFirstOrThrow()
  const leaves = await here.db
    .selectFrom('ledgerLeaf')
    .select('leaf')
    .where('party', '=', party)
    .where('caseId', 'is', null)
    .orderBy('id')
    .execute()
  const types = leaves.map(({ leaf }) => /"type":"([a-z-]+)"/.exec(leaf.toString('utf8'))?.[1])
  deepEqual(types, ['taken-over', 'credential-changed', 'credential-changed', 'signed-in'])
  await inTransaction(here.db, sequenceLeaves)
  const { verify } = await outsideVerifier()
  const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, keyFile), [], 'and somebody outside finds it whole')
  const opened = dump['account']?.filter((row) => row['party'] === party) ?? []
  equal(opened.length, 1)
  for (const row of opened) row['confirmed_at'] = '2026-03-28T06:00:00.000Z'
  equal(verify(dump, keyFile).length > 0, true, 'and what was tampered with')
  const gone = await here.faces.portal.keys.tombstones(0, 10)
  deepEqual(
    gone.map(({ kind, id }) => ({ kind, id })),
    [{ kind: 'party', id: young.account.partyId }],
  )
})
