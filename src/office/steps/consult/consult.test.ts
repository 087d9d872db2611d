import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { keyOfMark } from '#core/answers/correction.ts'
import { giveBack } from '#core/cases/examining.ts'
import { resubmit } from '#core/cases/filing.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { anaAsked, askNow, inquiriesOf, questionsLeft, statesOf } from '#test/asking.ts'
import { policyConsulting, type Saying } from '#test/consulting.ts'
import { everyValue } from '#test/dump.ts'
import { familyHouse } from '#test/family.ts'
import { family, htmlOf, returning, sentIn } from '#test/ferreiras.ts'
import type { TestHouse } from '#test/house.ts'
import { taken } from '#test/life-parts.ts'
import { play } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const OFFICER = 'officer@kecid.example'
const PURPOSE = 'The school has another name by now.'
const FOUND: Saying = ({ person = {} }, service) =>
  service === 'diploma'
    ? { result: 'none', person }
    : { result: service === 'identity-document' ? 'lost' : 'clear', person }

const stepOf = (id: string, language = 'en') => `/${language}/cases/${id}/steps/ask-register`

/** What the page of a case says of registers, without what marks it up. */
async function saidOn(here: TestHouse, id: string, language = 'en') {
  const html = await htmlOf(await here.office(OFFICER), `/${language}/cases/${id}`)
  const section = /<ol class="kc-registers">[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  return section
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

async function answered(here: TestHouse, says: Saying = FOUND): Promise<void> {
  await askNow(here, says)
  await here.runJobs()
}

const eventsOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('event')
    .select(['kind', 'role', 'audience', 'toState', 'readable'])
    .where('caseId', '=', id)
    .orderBy('seq')
    .execute()

const consultsIn = async (here: TestHouse, id: string) =>
  (await eventsOf(here, id)).filter(({ kind }) => kind === 'consult')

/** The services of which a question waits, or its answer to be taken. */
const waiting = async (here: TestHouse, id: string) =>
  (await inquiriesOf(here, id))
    .filter(({ state }) => state === 'waiting' || state === 'answered')
    .map(({ service }) => service)
    .toSorted()

const anaConsulted = (t: TestContext) => anaAsked(t, policyConsulting(t))

test('an official has a register asked, and reads who asked, when, what for and the answer', async (t) => {
  const { here, ana, id } = await anaConsulted(t)
  const officer = await here.office(OFFICER)
  const [link] = /[^"]*steps\/ask-register[^"]*/.exec(await saidAsHtml(here, id)) ?? ['']
  const page = await htmlOf(officer, link)
  match(page, /What is the answer needed for\?/)
  match(page, /Degrees[^]*What a register can confirm is not asked for again/)

  equal((await sent(officer, stepOf(id), { service: 'diploma', purpose: PURPOSE })).status, 303)

  const waits = await saidOn(here, id)
  match(waits, /Degrees No answer yet It is asked as soon as it can be\. Asked by Aytən Quliyeva/)
  match(waits, /2 March 2026, 10:00 \(Baku time\)\. What for: The school has another name by now\./)
  match(await saidOn(here, id, 'az'), /Soruşan: .*Nə üçün: The school has another name/)
  const [event] = await consultsIn(here, id)
  deepEqual(event && [event.role, event.audience, event.toState], [
    'case-officer',
    'office',
    'submitted',
  ])
  deepEqual(event?.readable, {
    v: 1,
    consults: [{ subject: ana.account.partyId, service: 'diploma' }],
  })

  await answered(here)

  deepEqual(await waiting(here, id), [])
  match(
    await saidOn(here, id),
    /Degrees The register has nothing Register of diplomas.*Asked by Aytən Quliyeva.*by now\./,
  )
  const history = await htmlOf(officer, `/en/cases/${id}`)
  match(history, /An official asked a register[^]*What for:[^]*another name by now/)
  match(history, /A state register answered[^]*Degrees: The register has nothing/)
})

const saidAsHtml = async (here: TestHouse, id: string) =>
  /<h2[^>]*>What registers say[\s\S]*?<\/section>/.exec(
    await htmlOf(await here.office(OFFICER), `/en/cases/${id}`),
  )?.[0] ?? ''

test('without a purpose, or a register, nothing is asked, and what was typed stays', async (t) => {
  const { here, id } = await anaConsulted(t)
  const officer = await here.office(OFFICER)
  const before = await eventsOf(here, id)
  const forms = [
    [{ service: 'diploma', purpose: ' ' }, /Write what the answer is needed for/],
    [{ purpose: PURPOSE }, /Choose a register[^]*The school has another name by now/],
    [{ service: 'match-person', purpose: PURPOSE }, /Choose a register/],
    [{ service: 'write-recognition', purpose: PURPOSE }, /Choose a register/],
    [{ service: 'diploma', purpose: 'x'.repeat(4001) }, /Write at most 4,000 characters/],
    [{ service: 'diploma', purpose: 'bad \uFFFD text' }, /Remove the characters/],
  ] as const
  for (const [form, said] of forms) {
    const answer = await sent(officer, stepOf(id), form)
    equal(answer.status, 400, JSON.stringify(form))
    match(await answer.text(), said)
  }
  const kept = await sent(officer, stepOf(id), { service: 'diploma', purpose: '' })
  match(await kept.text(), /value="diploma"[^>]* checked/)
  const azeri = await sent(officer, stepOf(id, 'az'), { service: 'diploma', purpose: '' })
  match(await azeri.text(), /Cavabın nə üçün lazım olduğunu yazın/)
  deepEqual(await eventsOf(here, id), before)
  await questionsLeft(here)
  deepEqual(await waiting(here, id), ['entry-restrictions'])
})

test('who presses twice asks once, and reads that it waits', async (t) => {
  const { here, id } = await anaConsulted(t)
  const officer = await here.office(OFFICER)
  const form = { service: 'diploma', purpose: PURPOSE }
  equal((await sent(officer, stepOf(id), form)).status, 303)

  const second = await sent(officer, stepOf(id), form)
  equal(second.status, 400)
  match(await second.text(), /has the question already and has not answered yet[^]*another name/)
  const typed = { service: 'entry-restrictions', purpose: PURPOSE }
  equal((await sent(officer, stepOf(id), typed)).status, 400, 'the type asks it, and it waits')
  equal((await consultsIn(here, id)).length, 1)

  await answered(here)
  equal((await sent(officer, stepOf(id), form)).status, 303)
  match(
    await saidOn(here, id),
    /The register has nothing .* This is what it said before: it has not answered that yet\./,
  )
  const late = await officer.post(stepOf(id), { ...typed, version: '1' })
  equal(late.status, 409, 'a page from before the last one was asked')
})

test('what the type asks goes on waiting, and an official’s question does not hold it up', async (t) => {
  const { here, id } = await anaConsulted(t)
  await questionsLeft(here)
  const officer = await here.office(OFFICER)
  for (const service of ['diploma', 'identity-document']) {
    equal((await sent(officer, stepOf(id), { service, purpose: PURPOSE })).status, 303)
  }
  await questionsLeft(here)
  deepEqual(await waiting(here, id), ['diploma', 'entry-restrictions', 'identity-document'])
  match(await saidOn(here, id), /It has to answer before anything can be given\./)

  await answered(here, (asked, service) =>
    service === 'entry-restrictions' ? FOUND(asked, service) : 'cut',
  )

  const said = await saidOn(here, id)
  doesNotMatch(said, /It has to answer before anything can be given/)
  equal(said.match(/No answer has come: 1 try so far/g)?.length, 2)
})

test('what is sent in again has what officials wait for asked anew, once', async (t) => {
  const { here, ana, id } = await anaConsulted(t)
  await answered(here)
  const officer = await here.office(OFFICER)
  for (const service of ['diploma', 'entry-restrictions', 'identity-document']) {
    // The job has not come yet to leave the last one.
    if (service === 'identity-document') await questionsLeft(here)
    equal((await sent(officer, stepOf(id), { service, purpose: PURPOSE })).status, 303)
  }
  const before = (await inquiriesOf(here, id)).find(({ service }) => service === 'diploma')
  await sentAgain(here, ana.account.partyId, id)

  await questionsLeft(here)

  const asked = ['diploma', 'entry-restrictions', 'identity-document']
  deepEqual(await waiting(here, id), asked, 'the one that the type asks too by that alone')
  const first = (await inquiriesOf(here, id)).find(({ id: each }) => each === before?.id)
  equal(first?.state, 'dropped')
  match(await saidOn(here, id), /Degrees No answer yet.*Asked by Aytən Quliyeva/)
  await answered(here)
  deepEqual(await waiting(here, id), [])
  match(await saidOn(here, id), /Degrees The register has nothing/)
  doesNotMatch(await saidOn(here, id), /No answer yet|has not answered that yet/)
})

async function sentAgain({ owned, db }: TestHouse, subject: string, id: string): Promise<void> {
  const files = db.selectFrom('document').select(['id', 'kind']).where('caseId', '=', id)
  const documents = await files.execute()
  const note = 'The copy cannot be read.'
  await play(owned, id, {
    by: { id: '00000000-0000-4000-8000-00000000000f', roles: ['case-officer'] },
    decide: (standing, context) =>
      giveBack(standing, context, {
        step: 'return',
        marks: [{ subject, kind: 'document', document: 'passport', note }],
        explanation: 'Please send it again.',
      }),
  })
  await play(owned, id, {
    by: { id: subject, roles: [] },
    decide: (standing, context) => {
      const { answers = {} } = lastFiled(standing) ?? {}
      const same = { answers, documents }
      const confirmed = standing.marks.map(keyOfMark)
      const corrections = [{ subject, before: same, after: same, confirmed }]
      return resubmit(standing, context, { step: 'resubmit', corrections })
    },
  })
}

test('no other role has one asked, nor an official where it is another’s', async (t) => {
  const { here, ana, id } = await anaConsulted(t)
  const form = { version: '0', service: 'diploma', purpose: PURPOSE }
  for (const email of ['head', 'signer', 'auditor', 'expert.etn', 'administrator']) {
    const visitor = await here.office(`${email}@kecid.example`)
    equal((await visitor.get(stepOf(id))).status, 404, email)
    equal((await visitor.post(stepOf(id), form)).status, 404, email)
    doesNotMatch(await htmlOf(visitor, `/en/cases/${id}`), /ask-register/, email)
  }
  const stranger = await here.office('officer2@kecid.example')
  const { official } = await here.office(OFFICER)
  await sent(stranger, `/en/cases/${id}/steps/assign-officer`, { to: official?.id ?? '' })
  const refused = await stranger.post(stepOf(id), form)
  equal(refused.status, 409)
  match(await refused.text(), /Another official takes care of this case[^]*another name by now/)
  equal((await ana.post(stepOf(id), form)).status, 404)
  deepEqual(await consultsIn(here, id), [])
})

test('the person reads which register was asked, and no more; the purpose lies sealed', async (t) => {
  const { here, ana, id } = await anaConsulted(t)
  const officer = await here.office(OFFICER)
  await sent(officer, stepOf(id), { service: 'identity-document', purpose: PURPOSE })
  await answered(here)

  const looks = await htmlOf(ana, '/en/who-looked')
  match(looks, /Travel document\. To know that a passport says what was written/)
  match(looks, /Order of 6 June 2024/)
  for (const page of ['', '/check', '/letters', '/messages']) {
    const html = await htmlOf(ana, `/en/applications/${id}${page}`)
    doesNotMatch(html, /another name by now|asked a register/, page)
  }
  doesNotMatch(looks, /another name by now/)
  const values = await everyValue(here.db)
  const dump = values.map(({ text }) => text).join()
  for (const text of [PURPOSE, Buffer.from(PURPOSE).toString('hex')]) {
    equal(dump.includes(text), false)
  }
})

test('in production what rests on no clause is not offered', async (t) => {
  const services = ['entry-restrictions', 'security-opinion']
  const here = await anaAsked(t, policyConsulting(t, ['identity-document'], services))
  const officer = await here.here.office(OFFICER)
  match(await htmlOf(officer, stepOf(here.id)), /Opinion of a body/)
  Object.assign(here.here.faces.office, { adoptionNeeded: true })

  const page = await htmlOf(officer, stepOf(here.id))
  match(page, /Restriction of entry/)
  doesNotMatch(page, /Opinion of a body/)
  const form = { service: 'security-opinion', purpose: PURPOSE }
  equal((await sent(officer, stepOf(here.id), form)).status, 400)
})

test('of several, one is asked about, and nobody without being named', async (t) => {
  const open = ['submitted', 'returned', 'decision-drafted']
  const type = {
    ...returning,
    steps: [
      ...returning.steps,
      { code: 'take', kind: 'confirm', ...taken(open, 'system') },
      {
        code: 'ask-register',
        kind: 'consult',
        registers: ['entry-restrictions'],
        ...taken(['submitted'], 'case-officer'),
      },
    ],
  } as const
  const all = await family(t, familyHouse(t, type))
  await sentIn(all)
  const { here, ben, id } = all
  const officer = await here.office(OFFICER)
  const form = { service: 'entry-restrictions', purpose: PURPOSE }
  match(await htmlOf(officer, stepOf(id)), /About whom\?[^]*Benedito Ferreira/)
  for (const about of [{}, { about: id }]) {
    const answer = await sent(officer, stepOf(id), { ...form, ...about })
    equal(answer.status, 400)
    match(await answer.text(), /Choose whom it is asked about/)
  }
  const about = ben.account.partyId
  equal((await sent(officer, stepOf(id), { ...form, about })).status, 303)

  await questionsLeft(here)
  deepEqual(
    (await inquiriesOf(here, id)).map(({ party, service }) => [party, service]),
    [[about, 'entry-restrictions']],
  )
  deepEqual(await statesOf(here, id), ['waiting'])
  const html = await htmlOf(officer, `/en/cases/${id}`)
  match(html, /What registers say: Spouse: Benedito Ferreira[^]*another name by now/)
  equal(html.match(/another name by now/g)?.length, 2, 'beside the register, and in the history')
})
