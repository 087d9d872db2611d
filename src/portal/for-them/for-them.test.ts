import { doesNotMatch, equal, match } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import { familyPolicy } from '#test/family.ts'
import { family, htmlOf, returning, sentIn, type Family } from '#test/ferreiras.ts'
import { house } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'
import { forOthersType } from '#test/toy-beginners.ts'
import { say } from '#test/toy-rules.ts'
import { placeOf } from '#test/visitor.ts'

const HOLDS = [{ test: 'holds', status: 'recognition' }] as const

/** Whoever acts for a child that holds it begins this for the child alone. */
const aloneType: CaseType = {
  ...forOthersType,
  code: 'alone',
  title: say('Something for one'),
  numberPrefix: 'ALN',
  begins: {
    ...forOthersType.begins,
    as: ['applicant', 'member'].map((role) => ({ role, when: HOLDS })),
    for: [{ role: 'minor', by: 'keeper', when: HOLDS }],
  },
}

/** Ana, Ben and Lia were given it in one case, and are in no list of a family. */
async function given(t: TestContext): Promise<Family> {
  const policy = familyPolicy(t, returning)
  const text = stringify(aloneType, { aliasDuplicateObjects: false })
  writeFileSync(join(policy, 'types', 'alone.yaml'), text)
  const all = await family(t, house(t, { policy }))
  await sentIn(all)
  const proposal = Object.fromEntries(
    [1, 2, 3].flatMap((place) => [
      [`${place}.outcome`, 'recognised'],
      [`${place}.reasoning`, 'They do no harm.'],
    ]),
  )
  for (const [who, step, form] of [
    ['officer', 'draft-decision', proposal],
    ['signer', 'sign', {}],
  ] as const) {
    const official = await all.here.office(`${who}@kecid.example`)
    equal((await sent(official, `/en/cases/${all.id}/steps/${step}`, form)).status, 303, step)
  }
  return all
}

test('whoever acts for a child of a case begins for it alone, from wherever they see it', async (t) => {
  const { ana, ben, id } = await given(t)
  const ofLia = `/en/applications/${id}~3`
  const may = await htmlOf(ana, '/en/may')
  match(may, /People for whom you act[\s\S]*Lia Ferreira: Something for one/)
  match(may, new RegExp(`href="${ofLia}#for-them"`))
  doesNotMatch(await htmlOf(ben, '/en/may'), /People for whom you act/)
  match(await htmlOf(ana, ofLia), /For this person alone: Lia Ferreira[\s\S]*Begin for them/)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}~1`), /For this person alone/)

  const begun = await ana.post(`${ofLia}/for-them`, { type: 'alone' })
  const draft = placeOf(begun).split('?')[0] ?? ''
  match(draft, /\/en\/applications\/[0-9a-f-]{36}$/)
  match(await htmlOf(ana, `${draft}~1/answers/person`), /value="Lia"/)
  const again = await ana.post(`${ofLia}/for-them`, { type: 'alone' })
  equal(placeOf(again).split('?')[0], draft, 'one of them is enough')
  match(await htmlOf(ana, ofLia), /Go on with the draft/)
})

test('nobody begins for whom they do not act, nor what is not offered', async (t) => {
  const { here, ana, ben, id } = await given(t)
  const eve = await here.signedUpApplicant()
  const of = (place: number) => `/en/applications/${id}~${place}/for-them`
  const counted = async () => (await here.db.selectFrom('caseFile').select('id').execute()).length
  const before = await counted()
  for (const [who, place] of [
    [ana, 1],
    [ana, 2],
    [ben, 3],
    [eve, 3],
  ] as const) {
    equal((await who.post(of(place), { type: 'alone' })).status, 404, String(place))
  }
  for (const type of ['', 'recognition', 'x'.repeat(200)]) {
    const answer = await ana.post(of(3), { type })
    equal(answer.headers.get('location'), `/en/applications/${id}~3#for-them`, type)
  }
  equal(await counted(), before)
})
