import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { signInAgain } from '#test/days-later.ts'
import { personForm } from '#test/family.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn, decided, proposed, submitted } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { policyWithReplacing, replacingType } from '#test/toy-replacing.ts'
import { placeOf } from '#test/visitor.ts'

/** Ana is recognised; a month later she tells of a new name and passport in a case of its own. */

const DAY = 86_400_000
const STILL = /Documents that still show what was before/
const NEWS = {
  surname: 'Ferreira Alves',
  'given-names': 'Ana Luísa',
  'born-on': '1987-03-27',
  paper: 'PT987654',
  citizenships: ['PRT'],
}

const ASIDE = /The passport written here is not the one that th[^.]*\./g

/** Ana is recognised, has a permit, and writes of another passport in a case that gives nothing. */
async function writes(t: TestContext, policy: string): Promise<string> {
  const here = await house(t, { policy })
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const values = { surname: 'Ferreira', 'born-on': '1987-03-27', paper: 'CD123456' }
  await answered(
    here,
    await submitted(here, ana, { type: 'permit', answers: { person: [{ id: 'p', values }] } }),
  )
  const id = placeOf(await ana.post('/en/applications', { type: 'news' }))
  const form = {
    ...personForm('Ferreira', 'Ana Luísa'),
    paper: 'PT987654',
    'born-on-day': '27',
    'born-on-month': '3',
    'born-on-year': '1987',
    version: '0',
  }
  equal((await ana.post(`${id.split('?')[0]}/answers/person`, form)).status, 303)
  return htmlOf(ana, `${id.split('?')[0]}/check`)
}

async function told(t: TestContext, news: object = NEWS) {
  const here = await house(t, { policy: policyWithReplacing(t) })
  const ana = await here.signedUpApplicant()
  const recognition = await caseIn('recognised', here, ana)
  here.clock.advance(30 * DAY)
  await signInAgain(here, ana)
  const id = await submitted(here, ana, {
    type: 'news',
    answers: { person: [{ id: 'p', values: { ...news } }] },
  })
  return { here, ana, recognition, id }
}

async function answered({ owned }: TestHouse, id: string, outcome = 'recognised'): Promise<void> {
  const grounds = outcome === 'refused' ? ['C1'] : []
  await proposed(owned, id, { step: 'draft-decision', outcome, grounds, reasoning: 'Seen.' })
  await decided(owned, id, 'sign')
}

const page = (who: Applicant, id: string) => htmlOf(who, `/en/applications/${id}`)

/** Begun from there; gives its address. */
async function begun(who: Applicant, recognition: string, from: string): Promise<string> {
  const answer = await who.post(`/en/applications/${recognition}/status/about`, {
    type: 'renaming',
    from,
  })
  equal(answer.status, 303)
  return placeOf(answer).split('?')[0] ?? ''
}

test('what was granted reaches what is held by a case that begins with what was answered', async (t) => {
  const { here, ana, recognition, id } = await told(t)
  doesNotMatch(await page(ana, id), STILL)
  await answered(here, id)
  const offered = await page(ana, id)
  match(offered, /Documents that still show what was before<[\s\S]*<h3[^>]*>[^<]+, HQM-/)
  match(offered, new RegExp(`action="/en/applications/${recognition}/status/about"`))
  match(offered, new RegExp(`name="from" value="${id}"`))

  const draft = await begun(ana, recognition, id)
  const form = await htmlOf(ana, `${draft}/answers/person`)
  for (const value of ['Ferreira Alves', 'PT987654', '1987']) match(form, new RegExp(value))
  match(await page(ana, id), /Go on: /)
  const purpose = { purpose: 'I told of it before.', version: '0' }
  equal((await ana.post(`${draft}/answers/purpose`, purpose)).status, 303)
  equal((await ana.post(`${draft}/submit`)).status, 303)
  await answered(here, draft.split('/').at(-1) ?? '')
  doesNotMatch(await page(ana, id), STILL, 'it names her so now')
})

test('another passport than what is held names is told of once, wherever one is asked', async (t) => {
  const alone = policyWithReplacing(t, copyOfPolicy(t), replacingType)
  const [said, again] = (await writes(t, alone)).match(ASIDE) ?? []
  match(said ?? '', /these statuses name: [^;]+, HQM-[^;]+; Permit, HQM-/)
  equal(again, undefined)
})

test('whoever tells of another passport, to have what is held changed, is not warned of it', async (t) => {
  doesNotMatch(await writes(t, policyWithReplacing(t)), ASIDE)
})

test('what its holder asks for about a status is no complaint', async (t) => {
  const { ana, recognition } = await told(t)
  await begun(ana, recognition, '')
  const list = await htmlOf(ana, '/en/applications')
  match(list, new RegExp(recognition))
  doesNotMatch(list, /Complaints and reviews/)
})

test('a case about a status says which, from the draft on and wherever it is listed', async (t) => {
  const { here, ana, recognition, id } = await told(t)
  await answered(here, id)
  const { number } = await here.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  const about = new RegExp(`${number}, last day 1 March 2031`)
  const draft = await begun(ana, recognition, id)

  match(
    await htmlOf(ana, draft),
    new RegExp(`It is about <a [^>]*${recognition}"[^>]*>[^<]*${number}`),
  )
  match(await htmlOf(ana, draft), about)
  match(await htmlOf(ana, '/en/applications'), about)

  const purpose = { purpose: 'It is lost.', version: '0' }
  equal((await ana.post(`${draft}/answers/purpose`, purpose)).status, 303)
  equal((await ana.post(`${draft}/submit`)).status, 303)
  match(await htmlOf(ana, `${draft}/receipt`), about)
})

test('nothing is offered of what was refused, or says what was known', async (t) => {
  const { here, ana, id } = await told(t)
  await answered(here, id, 'refused')
  doesNotMatch(await page(ana, id), STILL)
  const same = await told(t, { 'born-on': '1987-03-27', paper: 'CD123456', surname: 'Ferreira' })
  await answered(same.here, same.id)
  doesNotMatch(await page(same.ana, same.id), STILL)
})

test('a draft begins with nothing of what was not granted, or is of somebody else', async (t) => {
  const { here, ana, recognition, id } = await told(t)
  const eve = await here.signedUpApplicant()
  const hers = await caseIn('recognised', here, eve)
  const early = await begun(ana, recognition, id)
  doesNotMatch(await htmlOf(ana, `${early}/answers/person`), /Ferreira Alves|PT987654/)
  await answered(here, id)
  const draft = await begun(eve, hers, id)
  doesNotMatch(await htmlOf(eve, `${draft}/answers/person`), /Ferreira Alves|PT987654/)
  equal((await eve.post(`${draft}/discard`)).status, 303)
  const other = await begun(eve, hers, 'no-case')
  doesNotMatch(await htmlOf(eve, `${other}/answers/person`), /Ferreira Alves|PT987654/)
})
