import { doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { submitted } from '#test/ana.ts'
import { anaAsked, askNow, clear } from '#test/asking.ts'
import { policyAskingAhead, policyAskingStandIns, type Saying } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { scored } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const OFFICER = 'officer@kecid.example'
const EXPERT = 'expert.energetika@kecid.example'
const ANA = {
  surname: 'Ferreira',
  givenNames: 'Ana Luísa',
  birthDate: '1987-03-27',
  documentNumber: 'CD123456',
  documentIssuer: 'PRT',
}

const htmlFor = async (here: TestHouse, email: string, place: string) =>
  (await (await here.office(email)).get(place)).text()

/** What the page of a case says of registers, without what marks it up. */
async function saidOn(here: TestHouse, id: string, language = 'en'): Promise<string> {
  const html = await htmlFor(here, OFFICER, `/${language}/cases/${id}`)
  const section = /<ol class="kc-registers">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  return section
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

async function answered(here: TestHouse, says: Saying): Promise<void> {
  await askNow(here, says)
  await here.runJobs()
}

test('one that has not answered is told with its tries, and that it has to', async (t) => {
  const { here, id } = await anaAsked(t)
  const untried = await saidOn(here, id)
  match(untried, /^Restrictions No answer yet It is asked as soon as it can be\./)
  match(untried, /It has to answer before anything can be given\.$/)

  await answered(here, () => 'cut')
  match(await saidOn(here, id), /No answer has come: 1 try so far\. It is asked again by itself/)
  here.clock.advance(5000)
  await answered(here, () => 'cut')
  match(await saidOn(here, id), /No answer has come: 2 tries so far/)
  match(await saidOn(here, id, 'az'), /Hələ cavab yoxdur Cavab gəlməyib: indiyədək 2 cəhd/)
  here.clock.advance(10_000)
  await answered(here, () => 'unintelligible')
  match(await saidOn(here, id), /cannot be understood, and is not believed: 3 tries so far/)
})

test('one that refuses to be asked is told to, and who sees why', async (t) => {
  const { here, id } = await anaAsked(t)

  await answered(here, () => 'refused')

  match(
    await saidOn(here, id),
    /It refuses to be asked: 1 try so far\. Ask an administrator, who sees why/,
  )
  const page = await htmlFor(here, 'administrator@kecid.example', '/en/registers')
  match(page, /<code>as-told<\/code>/)
})

test('one that confirms says so of each answer, and where that is from', async (t) => {
  const { here, id } = await anaAsked(t)

  await answered(here, clear)

  const said = await saidOn(here, id)
  match(
    said,
    /^Restrictions None Toy registers, 2 March 2026, 10:00 \(Baku time\), message [\da-f]{8}/,
  )
  match(said, /What was written, and what it says Surname Ferreira Confirmed/)
  match(said, /Given names Ana Luísa Confirmed Date of birth 27 March 1987 Confirmed$/)
  doesNotMatch(said, /No answer yet|It has to answer|Says/)
})

test('what was good until a day is not shown as good after it, and the day is said in words', async (t) => {
  const { here, id } = await anaAsked(t, policyAskingStandIns(t, ['health-certificate']))
  await answered(here, () => ({ result: 'valid', person: ANA, until: '2026-03-12' }))
  const on = async (day: string, language = 'en') => {
    here.clock.set(isoMoment(`${day}T06:00:00.000Z`))
    const html = await htmlFor(here, OFFICER, `/${language}/cases/${id}`)
    return /<ol class="kc-registers">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  }

  const last = await on('2026-03-12')
  match(last, /govuk-tag--green">The certificate is valid</)
  match(last, />12 March 2026</)
  const after = await on('2026-03-13')
  doesNotMatch(after, /govuk-tag--green/)
  match(after, /govuk-tag--orange">Ended on 12 March 2026</)
  match(await on('2026-03-13', 'az'), />Bitib: 12 mart 2026-cı il</)
})

test('what it found is said in the word of the register', async (t) => {
  const { here, id } = await anaAsked(t)

  await answered(here, () => ({ result: 'restricted', person: ANA }))

  match(await saidOn(here, id), /^Restrictions Restricted /)
  match(await saidOn(here, id, 'az'), /^Məhdudiyyət Var /)
})

test('one that contradicts has what it says beside what was written', async (t) => {
  const { here, id } = await anaAsked(t)
  const { givenNames: _unsaid, ...others } = ANA

  await answered(here, () => ({ result: 'clear', person: { ...others, surname: 'Pereira' } }))

  const html = await htmlFor(here, OFFICER, `/en/cases/${id}`)
  match(html, /<details[^>]* open[^>]*>(?:(?!<\/details>)[\s\S])*Pereira/)
  const said = await saidOn(here, id)
  match(said, /^Restrictions None Says otherwise /)
  match(said, /Surname Ferreira Says: Pereira Given names Ana Luísa It does not say/)
  match(said, /Date of birth 27 March 1987 Confirmed$/)
  match(
    html,
    /Ferreira<\/span><div class="kc-mark"><p class="kc-mark__word">A register says otherwise<\/p>/,
  )
  const [, link = ''] = /kc-mark__reason"><a class="govuk-link" href="#([^"]*)"/.exec(html) ?? []
  ok(html.includes(`<li class="kc-register" id="${link}">`), 'its way leads to the register')
  equal(html.match(/A register says otherwise/g)?.length, 1, 'nothing else is marked')
  match(await saidOn(here, id, 'az'), /Başqa cür göstərir .*Ferreira Göstərir: Pereira/)
})

test('a body that was only asked sees nothing of registers, nor does whoever applied', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  await answered(here, () => ({ result: 'clear', person: { ...ANA, surname: 'Pereira' } }))
  const officer = await here.office(OFFICER)
  equal((await sent(officer, `/en/cases/${id}/steps/accept`)).status, 303)

  for (const email of [EXPERT, 'objection.dtx@kecid.example']) {
    const answer = await (await here.office(email)).get(`/en/cases/${id}`)
    equal(answer.status, 200, email)
    doesNotMatch(await answer.text(), /What registers say|Pereira|kc-register|Restrictions/, email)
  }
  for (const page of ['', '/check', '/letters', '/messages']) {
    const html = await (await ana.get(`/en/applications/${id}${page}`)).text()
    doesNotMatch(html, /Pereira|Restrictions/, page)
  }
  match(await saidOn(here, id), /Says: Pereira/)
})

test('whoever gives points for a document reads the register that stands in for it, and no other', async (t) => {
  const here = await house(t, { policy: policyAskingAhead(t) })
  const { id } = await submitted(await here.signedUpApplicant())
  await answered(here, ({ person = {} }, service) =>
    service === 'diploma' ? { result: 'none', person } : { result: 'lost', person },
  )
  equal((await sent(await here.office(OFFICER), `/en/cases/${id}/steps/accept`)).status, 303)
  const evidence = (email: string) => htmlFor(here, email, `/en/cases/${id}/steps/score`)

  const education = await evidence('expert.etn@kecid.example')
  match(education, /Degrees[\s\S]*The register has nothing[\s\S]*stands in for: Diploma/)
  doesNotMatch(education, /Travel document|Reported as lost/)
  doesNotMatch(await evidence(EXPERT), /kc-register/)
})

const proposedIn = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('caseFile')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
    .then(({ state }) => state)

test('nobody proposes recognition before an obligatory register has answered', async (t) => {
  const { here, id } = await anaAsked(t)
  await answered(here, () => 'cut')
  await scored(here, id)
  const officer = await here.office(OFFICER)
  const page = `/en/cases/${id}/steps/draft-decision`
  const form = { reasoning: 'Ballar sənədlərlə təsdiqlənir.' }

  equal((await sent(officer, page, form)).status, 400, 'nothing but a refusal is left')
  const claimed = await sent(officer, page, { ...form, outcome: 'recognised' })
  equal(claimed.status, 400)
  equal(await proposedIn(here, id), 'awaiting-decision')

  here.clock.advance(60_000)
  await answered(here, clear)
  equal((await sent(officer, page, form)).status, 303)
  equal(await proposedIn(here, id), 'decision-drafted')
})

test('a refusal needs no register', async (t) => {
  const { here, id } = await anaAsked(t)
  await scored(here, id)
  const officer = await here.office(OFFICER)
  const form = { reasoning: 'Saxta sənəd verilmişdir.', grounds: 'R3' }

  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, form)).status, 303)
  equal(await proposedIn(here, id), 'decision-drafted')
})

test('what registers say stands before the button that proposes, and the one that decides', async (t) => {
  const { here, id } = await anaAsked(t)
  await answered(here, clear)
  await scored(here, id)
  const above = async (email: string, step: string) => {
    const html = await htmlFor(here, email, `/en/cases/${id}/steps/${step}`)
    const [before = '', after = ''] = html.split('<ol class="kc-registers">')
    doesNotMatch(before, /class="govuk-button/, step)
    match(after, />None<[\s\S]*class="govuk-button/, step)
  }

  await above(OFFICER, 'draft-decision')
  const form = { reasoning: 'Ballar sənədlərlə təsdiqlənir.' }
  const officer = await here.office(OFFICER)
  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, form)).status, 303)
  await above('signer@kecid.example', 'sign')
})
