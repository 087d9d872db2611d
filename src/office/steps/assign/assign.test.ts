import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from '#test/ferreiras.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

test('a case is given to one official: it leaves the work of the others, who see whose it is', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const [officer, second] = [
    await here.office('officer@kecid.example'),
    await here.office('officer2@kecid.example'),
  ]
  const at = `/en/cases/${id}/steps/assign-officer`
  match(await htmlOf(officer, at), /\(you\)[^]*Nobody in particular/)
  equal((await sent(officer, at)).status, 400)
  equal((await sent(officer, at, { to: 'nobody' })).status, 409)
  equal((await sent(officer, at, { to: second.official?.id ?? '' })).status, 303)

  match(await htmlOf(second, '/en?list=mine'), /HQM-/)
  doesNotMatch(await htmlOf(officer, '/en?list=mine'), /HQM-/)
  match(await htmlOf(officer, '/en?list=examined'), /HQM-/)
  const page = await htmlOf(officer, `/en/cases/${id}`)
  match(page, /<dt>With<\/dt>/)
  doesNotMatch(page, /steps\/accept/)
  const refused = await sent(officer, `/en/cases/${id}/steps/accept`)
  equal(refused.status, 409)
  match(await refused.text(), /Another official takes care of this case/)
  match(
    await htmlOf(ana, `/en/applications/${id}`),
    /It was settled who takes care of the application/,
  )

  equal((await sent(second, at, { to: 'anybody' })).status, 303)
  match(await htmlOf(officer, `/en/cases/${id}`), /<dt>With<\/dt><dd>Nobody in particular</)
  equal((await sent(officer, at, { to: officer.official?.id ?? '' })).status, 303)
  equal((await sent(officer, `/en/cases/${id}/steps/accept`)).status, 303)
  const atBodies = await htmlOf(second, `/en/cases/${id}`)
  match(atBodies, /Still awaited: /)
  match(
    atBodies,
    /<dt>Assigned to<\/dt><dd>[A-Z]/,
    'bodies have to move, and the case is still theirs',
  )
  doesNotMatch(atBodies, /<dt>With<\/dt>/)
  const body = await here.office('expert.etn@kecid.example')
  doesNotMatch(await htmlOf(body, `/en/cases/${id}`), /Assigned to/, 'a body is not told')
})

test('a person’s own step leaves a case with whom it was given to', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const officer = await here.office('officer@kecid.example')
  const own = officer.official?.id ?? ''
  await sent(officer, `/en/cases/${id}/steps/assign-officer`, { to: own })
  const at = `/en/applications/${id}/messages`
  await ana.post(at, { version: '0', text: 'One question.' })
  const owners = await here.db
    .selectFrom('task')
    .select(['kind', 'ownerParty'])
    .where('caseId', '=', id)
    .where('state', '=', 'open')
    .orderBy('kind')
    .execute()
  equal(
    JSON.stringify(owners),
    JSON.stringify([
      { kind: 'message', ownerParty: own },
      { kind: 'next-move', ownerParty: own },
    ]),
  )
  const list = await htmlOf(officer, '/en')
  equal(list.match(/<th scope="row"/g)?.length, 1, 'one line for the case')
  match(list, /list=mine"[^>]*>My work \(1\)/)
  match(list, />Message to answer<\/strong>[^]*>Given to you by name</)
  match(list, />Step: \d+ March 2026<\/div><div>Message to answer: \d+ March 2026</)
})
