import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from '#test/ferreiras.ts'
import { heard, policyTellingHeld } from '#test/forwarding.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { placeOf } from '#test/visitor.ts'

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

test('what is held is told with what was sent in, and shown before', async (t) => {
  const here = await house(t, { policy: policyTellingHeld(t) })
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const eve = await here.signedUpApplicant()
  await caseIn('recognised', here, eve)
  const held = await here.db
    .selectFrom('status')
    .select(['number', 'holder', 'fromOn', 'untilOn'])
    .execute()
  const own = held.find(({ holder }) => holder === ana.account.partyId)
  const other = held.find(({ holder }) => holder === eve.account.partyId)

  const begun = await ana.post('/en/applications', { type: 'permit' })
  const base = placeOf(begun).split('?')[0] ?? ''
  for (const [block, form] of [
    ['person', PERSON],
    ['purpose', { purpose: 'To stay for good.' }],
  ] as const) {
    const answer = await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })
    equal(answer.status, 303, await answer.text())
  }
  const check = await htmlOf(ana, `${base}/check`)
  match(check, new RegExp(`What we add[\\s\\S]*, ${own?.number ?? '?'}: `))
  doesNotMatch(check, new RegExp(other?.number ?? '.'))
  match(check, /whose people examine them. They decide/)
  doesNotMatch(check, /Two people decide/)
  equal((await ana.post(`${base}/submit`)).status, 303)
  match(await htmlOf(ana, `${base}/receipt`), /What happens next[\s\S]*They decide/)

  const told: { readonly held?: unknown }[] = []
  await heard(here, (content, service) => {
    if (service === 'forward-case') told.push(content['filed'] as { readonly held?: unknown })
    return 'unreachable'
  })
  deepEqual(told[0]?.held, [
    {
      kind: 'recognition',
      title: 'Yüksəkixtisaslı miqrant statusu',
      number: own?.number,
      from: own?.fromOn,
      until: own?.untilOn,
      state: 'in-force',
    },
  ])
})
