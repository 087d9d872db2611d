import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { ENGINEER, sent, versionOn } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy' } as const

test('a body that may object reads who it is about, and neither degrees nor points', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const guard = await here.office('objection.dtx@kecid.example')

  const html = await (await guard.get(`/en/cases/${id}/steps/give-opinion`)).text()

  ok(html.includes('Ferreira') && html.includes('CD123456'))
  equal(html.includes('Bachelor'), false)
  ok(html.includes('Thursday 12 March 2026'), 'the day after which silence counts')
  equal(html.includes('kc-points'), false)
  const looks = await here.db.selectFrom('look').select(['page', 'role']).execute()
  deepEqual(looks, [{ page: 'opinion-page', role: 'objection-officer' }])
})

test('an objection has a reason, and stands once given', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const guard = await here.office('objection.dtx@kecid.example')
  const page = `/en/cases/${id}/steps/give-opinion`
  const version = await versionOn(guard, page)
  const wrong = [
    [{}, 'Say whether your body objects'],
    [{ objects: 'perhaps' }, 'Say whether your body objects'],
    [{ objects: 'yes', reason: ' \n ' }, 'Write the reason for the objection'],
    [{ objects: 'yes', reason: 'x'.repeat(4001) }, 'Write at most 4,000 characters'],
  ] as const
  for (const [form, sentence] of wrong) {
    const answer = await guard.post(page, { ...form, version })
    equal(answer.status, 400, sentence)
    ok((await answer.text()).includes(sentence), sentence)
  }

  const given = await guard.post(page, { objects: 'yes', reason: 'Sərhəd məlumatı.', version })

  equal(given.status, 303)
  const events = await here.db
    .selectFrom('event')
    .select(['readable', 'sealed'])
    .where('step', '=', 'give-opinion')
    .execute()
  deepEqual(
    events.map(({ readable }) => readable),
    [{ v: 1, task: 'give-opinion/dtx', body: 'dtx' }],
  )
  ok(events[0]?.sealed, 'what it says is sealed')
  equal((await guard.get(page)).status, 409)
  equal((await guard.post(page, { objects: 'no', version })).status, 409)
})

test('saying that there is no objection needs no reason', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const guard = await here.office('objection.xkx@kecid.example')

  equal((await sent(guard, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })).status, 303)
})

test('who was not asked finds nothing, and nobody answers too early', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const [early, id] = [
    await caseIn('submitted', here, ana, PLAYING),
    await caseIn('in-assessment', here, ana, PLAYING),
  ]
  const guard = await here.office('objection.din@kecid.example')
  const expert = await here.office('expert.etn@kecid.example')

  equal((await guard.get(`/en/cases/${early}/steps/give-opinion`)).status, 404)
  equal((await expert.get(`/en/cases/${id}/steps/give-opinion`)).status, 404)
  const given = await expert.post(`/en/cases/${id}/steps/give-opinion`, {
    objects: 'yes',
    reason: 'x',
  })
  equal(given.status, 404)
})

/** Policy in which no ground holds by objection: an official reads it, and chooses. */
function policyOfOpinions(t: TestContext): string {
  const folder = copyOfPolicy(t)
  const without = (path: readonly string[], what: string, instead: string) => {
    const file = join(folder, ...path)
    const text = readFileSync(file, 'utf8')
    ok(text.includes(what), what)
    writeFileSync(file, text.replace(what, instead))
  }
  without(['procedures', 'az-nk-99-2025.yaml'], 'holds: objection\n', 'holds: chosen\n')
  without(['types', 'recognition.yaml'], ', { test: nobody-objects }', '')
  return folder
}

test('where no ground holds by objection, one is read by whoever proposes and decides, and what was asked for is given', async (t) => {
  const here = await house(t, { policy: policyOfOpinions(t) })
  const ana = await here.signedUpApplicant()
  const asked = await caseIn('in-assessment', here, ana, PLAYING)
  const guard = await here.office('objection.dtx@kecid.example')
  const question = await (await guard.get(`/en/cases/${asked}/steps/give-opinion`)).text()
  match(question, /An objection refuses nothing by itself: whoever decides reads it\./)
  doesNotMatch(question, /What a body objects to is not given|the kind of ground/)

  const id = await caseIn('awaiting-decision', here, ana, { ...PLAYING, objector: 'dtx' })
  const [officer, signer] = [
    await here.office('officer@kecid.example'),
    await here.office('signer@kecid.example'),
  ]
  const page = `/en/cases/${id}/steps/draft-decision`
  const html = await (await officer.get(page)).text()
  match(html, /Objects[^]*A matter of security\./)
  const reasoning = 'The points reach the pass mark.'
  const given = await sent(officer, page, { reasoning })
  equal(given.status, 303, await given.text())
  const signing = `/en/cases/${id}/steps/sign`
  match(await (await signer.get(signing)).text(), /Objects[^]*A matter of security\./)
  equal((await sent(signer, signing, {})).status, 303)
  const act = await (await ana.get(`/en/applications/${id}/decision`)).text()
  doesNotMatch(act, /No state body objected|A matter of security/)
})
