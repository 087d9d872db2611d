import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import type { Saying } from '#test/consulting.ts'
import { signInAgain } from '#test/days-later.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { EXAMINED_MS, heard, policyTellingHeld } from '#test/forwarding.ts'
import { house } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { caseIn } from '#test/played-case.ts'
import { placeOf } from '#test/visitor.ts'
import { LANGUAGES } from '#core/language.ts'

const PERSON = {
  surname: 'Ferreira',
  'given-names': 'Ana Luísa',
  paper: 'CD123456',
  issuer: 'PRT',
  'born-on-day': '27',
  'born-on-month': '3',
  'born-on-year': '1987',
  citizenships: ['PRT', '', ''],
}
const THERE = /It was given in the “Toy registers” and is kept there\. We have not checked it/

const DAY_MS = 86_400_000

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** Ana is recognised, and another system examines the permit for which she asks after that. */
async function asked(t: TestContext, says: 'grants' | 'nothing') {
  const here = await house(t, { policy: policyTellingHeld(t, kinPolicy(t)), sessionHours: 24 })
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const { number } = await here.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  const base = placeOf(await ana.post('/en/applications', { type: 'permit' })).split('?')[0] ?? ''
  const forms = { person: PERSON, purpose: { purpose: 'To stay for good.' } }
  for (const [block, form] of Object.entries(forms)) {
    equal((await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })).status, 303)
  }
  equal((await ana.post(`${base}/submit`)).status, 303)
  const id = base.split('/').at(-1) ?? ''
  const desk = examiningDesk(here.clock, () => EXAMINED_MS / 1000)
  const saying: Saying = (content, _service, message = '') =>
    desk.ask(message, forwardCase.question.parse(content))
  await heard(here, saying)
  if (says === 'grants') await heard(here, saying)
  await signInAgain(here, ana)
  return { here, ana, id, card: `/en/holders/${number}` }
}

test('what was granted elsewhere stands among what is held, as held there', async (t) => {
  const { here, ana, id, card } = await asked(t, 'grants')
  const may = await htmlOf(ana, '/en/may')
  match(plain(may), /Given in another system .*Number: UMS-P-000001 .*Given on: .*Last day: /)
  match(plain(may), THERE)
  match(may, new RegExp(`href="/en/applications/${id}"`))
  for (const language of LANGUAGES) {
    match(await htmlOf(ana, `/${language}/may`), /UMS-P-000001/)
  }

  const family = placeOf(await ana.post('/en/family', {})).split('?')[0] ?? ''
  match(plain(await htmlOf(ana, family)), /until 1 March 2031.*Number: UMS-P-000001/)
  match(plain(await htmlOf(ana, family)), THERE)
  match(plain(await htmlOf(ana, placeOf(await ana.get('/en/may')))), THERE)

  const officer = await here.office('officer@kecid.example')
  match(plain(await htmlOf(officer, card)), /Given in another system: .*UMS-P-000001/)
  match(plain(await htmlOf(officer, card)), THERE)
  const looks = await here.db
    .selectFrom('look')
    .select('caseId')
    .where('page', '=', 'holder-page')
    .where('caseId', '=', id)
    .execute()
  deepEqual(looks.length, 2, 'she reads that her answer from there was opened, each time')

  const eve = await here.signedUpApplicant()
  doesNotMatch(await htmlOf(eve, '/en/may'), /UMS-P-000001/)

  here.clock.advance(366 * DAY_MS)
  await signInAgain(here, ana)
  doesNotMatch(await htmlOf(ana, '/en/may'), /UMS-P-000001/, 'its last day is over')
})

test('what is not decided there yet is not held', async (t) => {
  const waits = await asked(t, 'nothing')
  doesNotMatch(plain(await htmlOf(waits.ana, '/en/may')), /Given in another system/)
  const officer = await waits.here.office('officer@kecid.example')
  match(
    plain(await htmlOf(officer, waits.card)),
    /Open cases .*Examined elsewhere .*With this system since [^:]*: Toy registers/,
  )
  equal(
    (
      await waits.here.db
        .selectFrom('decision')
        .select('id')
        .where('caseId', '=', waits.id)
        .execute()
    ).length,
    0,
  )
})
