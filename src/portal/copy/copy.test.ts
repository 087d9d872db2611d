import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { LANGUAGES } from '#core/language.ts'
import { eraseParty } from '#records/erasing.ts'
import type { Copy } from '#telling/copy/copy.ts'
import { submitted } from '#test/ana.ts'
import { askNow } from '#test/asking.ts'
import { policyAskingAhead } from '#test/consulting.ts'
import { givenCopy, proposedCopy, SIGNER } from '#test/copies.ts'
import { decided as decidedAll, family, sentIn } from '#test/ferreiras.ts'
import { house, type Applicant } from '#test/house.ts'
import { DEGREE, knows, WHO } from '#test/known-ahead.ts'
import { ENGINEER, sent, signedCase } from '#test/signed-case.ts'
import { placeOf } from '#test/visitor.ts'

const DAY_MS = 86_400_000
async function copyOf(who: Applicant, id: string): Promise<Copy> {
  const answer = await who.post(`/en/applications/${id}/copy`, { form: 'file' })
  equal(answer.status, 200)
  match(answer.headers.get('content-type') ?? '', /^application\/json/)
  return (await answer.json()) as Copy
}

const pageOf = async (who: Applicant, id: string, language = 'en'): Promise<string> => {
  const answer = await who.post(`/${language}/applications/${id}/copy`, { form: 'page' })
  equal(answer.status, 200)
  match(answer.headers.get('content-disposition') ?? '', /^attachment; .*\.html$/)
  return answer.text()
}

test('whoever asked has all that is kept of them in one copy, to read and as data', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org' })
  const earlier = await signedCase(kecid, ana)
  await ana.get(`/en/applications/${earlier}/decision`)
  await (await kecid.office('officer@kecid.example')).get(`/en/cases/${earlier}`)
  const id = await givenCopy(kecid, ana)
  match(await (await ana.get(`/en/applications/${id}/decision`)).text(), /1 April 2026/)

  const copy = await copyOf(ana, id)

  equal(copy.shape, 1)
  equal(copy.account.email, 'ana@example.org')
  equal(copy.request.until, '2026-04-01')
  deepEqual(copy.not_read, [])
  const recognised = copy.cases.find((each) => each.id === earlier)
  ok(recognised, 'the earlier case is in it')
  equal(recognised.number, 'HQM-2026-000123')
  const answers = recognised.answers[0]?.blocks.flatMap(({ items }) => items.flat()) ?? []
  const surname = answers.find(({ code }) => code === 'surname')
  deepEqual([surname?.answer, surname?.question], ['Ferreira', 'Surname'])
  equal(
    answers.length,
    Object.values(ENGINEER)
      .flat()
      .flatMap((item) => Object.keys(item.values)).length,
    'no answer is left out',
  )
  deepEqual(
    recognised.decisions.map(({ outcome, acts }) => [
      outcome.code,
      acts.map((act) => act.language),
    ]),
    [['recognised', ['az', 'en']]],
  )
  match(JSON.stringify(recognised.decisions), /Ballar sənədlərlə təsdiqlənir/)
  ok(recognised.history.length > 3 && recognised.history.some(({ by }) => by === 'you'))
  deepEqual(
    copy.statuses.map(({ number, kind, stands, case: giver }) => [
      number,
      kind.code,
      stands,
      giver,
    ]),
    [['HQM-S-2026-000123', 'recognition', 'In force', 'HQM-2026-000123']],
  )
  equal(copy.looks.filter(({ page }) => page === 'copy').length, 1)
  ok(
    copy.looks.some(
      ({ role, case: number }) => role === 'Case officer' && /^[A-Z]{3}-/.test(number ?? ''),
    ),
  )
  deepEqual(copy.linked, [])
  ok(copy.left_out.length > 4)

  for (const language of LANGUAGES) {
    const page = await pageOf(ana, id, language)
    for (const told of ['ana@example.org', 'Ferreira', 'HQM-2026-000123', 'Ballar sənədlərlə']) {
      ok(page.includes(told), `${told} in ${language}`)
    }
    equal(/undefined|\[object|<script|<link|src=/.exec(page)?.[0], undefined, 'it stands alone')
    ok(page.includes(`<html lang="${language}"`))
  }
  match(await (await ana.get('/en/who-looked')).text(), /Downloaded a copy of everything/)
})

test('documents and letters are in it, each document with its way to be downloaded', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const { id: sentCase } = await submitted(ana)
  await kecid.runJobs()
  const id = await givenCopy(kecid, ana)

  const { cases } = await copyOf(ana, id)

  const found = cases.find((each) => each.id === sentCase)
  ok(found && found.documents.length > 0 && found.letters.length > 0)
  for (const { address, bytes } of found.documents) {
    ok(bytes > 0)
    equal((await ana.get(new URL(address).pathname)).status, 200)
  }
  equal(found.letters[0]?.sent_at === null, false)
})

test('what registers answered while somebody wrote is in it, with what they were told', async (t) => {
  const kecid = await house(t, { policy: policyAskingAhead(t) })
  const ana = await kecid.signedUpApplicant()
  const draft = placeOf(await ana.post('/en/applications', { type: 'recognition' }))
  equal((await ana.post(`${draft}/look-up`, WHO)).status, 303)
  equal(
    await askNow(kecid, (asked, service) =>
      service === 'diploma' ? knows(asked, service) : 'cut',
    ),
    2,
  )
  const id = await givenCopy(kecid, ana)

  const copy = await copyOf(ana, id)

  const ahead = copy.cases.find(({ number }) => number === null)?.ahead ?? []
  deepEqual(
    ahead.map(({ service, result }) => `${service.code} ${result?.name ?? '-'}`).toSorted(),
    ['diploma Degrees were found', 'identity-document -'],
  )
  const degrees = ahead.find(({ service }) => service.code === 'diploma')
  const said = new Map(degrees?.says[0]?.map(({ code, answer }) => [code, answer]))
  equal(said.get('school'), DEGREE.school)
  equal(degrees?.told.find(({ code }) => code === 'surname')?.answer, WHO.surname)
  for (const language of LANGUAGES) ok((await pageOf(ana, id, language)).includes(DEGREE.school))
})

test('of three in one case each has a copy of what is told of them, and nothing of the others', async (t) => {
  const all = await family(t)
  await sentIn(all)
  await decidedAll(all)
  const { here, ana, ben, id: shared } = all
  for (const who of [ana, ben]) await who.get(`/en/applications/${shared}/decision`)

  const [hers, his] = [
    await copyOf(ana, await givenCopy(here, ana)),
    await copyOf(ben, await givenCopy(here, ben)),
  ]

  const secrets = (copy: Copy) =>
    ['CD123456', 'CD123457', 'CD123458', 'Ana does no harm', 'does none either', 'too young'].map(
      (secret) => JSON.stringify(copy).includes(secret),
    )
  deepEqual(secrets(hers), [true, false, false, true, false, false])
  deepEqual(secrets(his), [false, true, false, false, true, false])
  const people = hers.cases.find(({ id }) => id === shared)?.people
  deepEqual(
    people?.map((each) => [each.role.code, each.is_you]),
    [
      ['applicant', true],
      ['spouse', false],
      ['child', false],
    ],
  )
  ok(people && his.cases.every((each) => each.id !== shared || each.is_about_you))
})

test('what was not opened yet is not opened by a copy', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const open = await signedCase(kecid, ana)
  const id = await givenCopy(kecid, ana)

  const { cases, not_read: notRead } = await copyOf(ana, id)

  deepEqual(cases.find((each) => each.id === open)?.decisions, [])
  match(notRead.map(({ what, why }) => `${what}: ${why}`).join(), /HQM-2026-000123.*not opened yet/)
})

test('what was written to and by somebody is in it', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const { id: open } = await submitted(ana)
  const messages = `/en/applications/${open}/messages`
  equal((await sent(ana, messages, { text: 'When is it my turn?' })).status, 303)
  const id = await givenCopy(kecid, ana)

  const { cases } = await copyOf(ana, id)

  deepEqual(
    cases.find((each) => each.id === open)?.messages.map(({ from, text }) => [from, text]),
    [['you', 'When is it my turn?']],
  )
})

test('a copy is made until the last day, and refused with words after it', async (t) => {
  const kecid = await house(t)
  const { clock, db } = kecid
  const ana = await kecid.signedUpApplicant()
  const id = await givenCopy(kecid, ana)
  const copy = `/en/applications/${id}/copy`
  const looks = async () =>
    (await db.selectFrom('look').select('id').where('page', '=', 'copy').execute()).length
  const signIn = { email: ana.email, password: ana.password }

  clock.advance(30 * DAY_MS)
  equal((await ana.post('/en/sign-in', signIn)).status, 303)
  match(await (await ana.get(copy)).text(), /The last day for it[\s\S]*1 April 2026/)
  ok((await copyOf(ana, id)).cases.length > 0, 'the last day is theirs')
  equal(await looks(), 1)

  clock.advance(DAY_MS)
  equal((await ana.post('/en/sign-in', signIn)).status, 303)
  for (const answer of [await ana.get(copy), await ana.post(copy, { form: 'file' })]) {
    equal(answer.status, 410)
    match(await answer.text(), /The time for this copy is over[\s\S]*You can ask for a copy again/)
  }
  equal(await looks(), 1)
  match(await (await ana.get('/en/who-looked')).text(), /Ask for a copy of what is kept of me/)
})

test('once somebody is erased there is no copy to be made', async (t) => {
  const kecid = await house(t)
  const { db, faces, clock } = kecid
  const ana = await kecid.signedUpApplicant()
  const id = await givenCopy(kecid, ana)
  await copyOf(ana, id)

  await eraseParty(faces.jobs, { partyId: ana.account.partyId, at: clock.now() })

  const answer = await ana.post(`/en/applications/${id}/copy`, { form: 'file' })
  equal(answer.status === 200, false)
  equal((await answer.text()).includes(ana.email), false)
  const opened = await db
    .selectFrom('ledgerLeaf')
    .select('opening')
    .where('party', '=', ana.account.partyId)
    .execute()
  deepEqual(opened, [])
})

test('a case that cannot be opened is named, and keeps nothing else back', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const { id: broken, number } = await submitted(ana)
  const id = await givenCopy(kecid, ana)
  await sql`update answer set sealed = 'broken' where case_id = ${broken}`.execute(kecid.db)

  const { cases, not_read: notRead } = await copyOf(ana, id)

  deepEqual(
    cases.map((each) => each.id),
    [id],
  )
  deepEqual(
    notRead.map(({ what }) => what),
    [number],
  )
  match(notRead[0]?.why ?? '', /could not be opened.* \w+/)
})

test('nobody makes a copy by what another was given, nor where none was', async (t) => {
  const kecid = await house(t)
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const id = await givenCopy(kecid, ana)
  equal((await bo.get(`/en/applications/${id}/copy`)).status, 404)
  equal((await bo.post(`/en/applications/${id}/copy`)).status, 404)
  const refused = await proposedCopy(kecid, bo, { outcome: 'not-given', grounds: 'A1' })
  equal((await bo.post(`/en/applications/${refused}/copy`)).status, 404, 'not decided yet')
  equal((await sent(await kecid.office(SIGNER), `/en/cases/${refused}/steps/sign`)).status, 303)
  equal((await bo.post(`/en/applications/${refused}/copy`)).status, 404)
  const page = await (await bo.get(`/en/applications/${refused}/decision`)).text()
  match(page, /We are not sure that it was you who asked[\s\S]*add a copy of a document/)
})
