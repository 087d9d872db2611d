import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { ENGINEER, sent, versionOn } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy' } as const
const ETN = {
  'points.EDU': '10',
  'reason.EDU': 'Bakalavr diplomu var.',
  'points.LNG': '3',
  'reason.LNG': 'İngilis dili sertifikatı B2.',
} as const

test('a body sees its own criteria with their evidence, and nothing of the others', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')

  const html = await (await expert.get(`/en/cases/${id}/score`)).text()

  ok(html.includes('name="points.EDU"') && html.includes('name="points.LNG"'))
  for (const other of ['EXP', 'ACH', 'DEM']) equal(html.includes(`points.${other}`), false)
  ok(html.includes('Bachelor'), 'the answer that the criterion is read from')
  equal(html.includes('CD123456'), false, 'no answer that proves nothing of these criteria')
  ok(html.includes('What the self-assessment makes of these answers'))
  equal(/name="points\.EDU"[^>]* value="\d/.test(html), false, 'a suggestion, never the points')
})

test('points are given once, with reasons, and the look is written down', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const page = `/en/cases/${id}/score`

  const given = await sent(expert, page, ETN)

  equal(given.status, 303)
  equal(given.headers.get('location'), `/en/cases/${id}?done=criterion-scored`)
  const events = await here.db
    .selectFrom('event')
    .select('readable')
    .where('type', '=', 'criterion-scored')
    .execute()
  deepEqual(
    events.map(({ readable }) => readable),
    [
      { criterion: 'EDU', body: 'etn', points: 10 },
      { criterion: 'LNG', body: 'etn', points: 3 },
    ],
  )
  const looks = await here.db.selectFrom('look').select(['page', 'role', 'body']).execute()
  deepEqual(looks, [{ page: 'score-page', role: 'expert', body: 'etn' }])
  const again = await expert.post(page, { ...ETN, version: '99' })
  equal(again.status, 409, 'what is given stands')
  const task = await here.db
    .selectFrom('task')
    .select('state')
    .where('ownerBody', '=', 'etn')
    .executeTakeFirstOrThrow()
  equal(task.state, 'done')
})

test('what cannot be points is said beside its field, and all typed is kept', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const page = `/en/cases/${id}/score`
  const version = await versionOn(expert, page)
  const cases = [
    [{ 'points.EDU': '' }, 'Enter the points'],
    [{ 'points.EDU': 'ten' }, 'Enter the points as a whole number'],
    [{ 'points.EDU': '9.5' }, 'Enter the points as a whole number'],
    [{ 'points.EDU': '-1' }, 'Enter points from 0 to 25'],
    [{ 'points.EDU': '26' }, 'Enter points from 0 to 25'],
    [{ 'reason.LNG': '   ' }, 'Write the reason'],
    [{ 'reason.LNG': 'x'.repeat(4001) }, 'Write at most 4,000 characters'],
    [{ 'reason.LNG': 'ab\uFFFDc' }, 'Remove the characters that cannot be read'],
  ] as const

  for (const [wrong, sentence] of cases) {
    const answer = await expert.post(page, { ...ETN, ...wrong, version })
    const html = await answer.text()

    equal(answer.status, 400, sentence)
    ok(html.split(sentence).length - 1 >= 2, `${sentence}: above and beside`)
    ok(html.includes('Bakalavr diplomu var.'))
  }
  const both = await expert.post(page, { ...ETN, 'points.EDU': '26', 'points.LNG': '', version })
  const all = await both.text()
  ok(all.includes('Enter points from 0 to 25') && all.includes('Enter the points<'), 'at once')
  const scored = await here.db
    .selectFrom('event')
    .select('id')
    .where('type', '=', 'criterion-scored')
    .execute()
  equal(scored.length, 0)
  equal((await sent(expert, page, { ...ETN, 'points.EDU': '25' })).status, 303, 'the most')
})

test('points for another body’s criterion are not taken', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const foreign = { 'points.EXP': '35', 'reason.EXP': 'Əla.' }

  await sent(expert, `/en/cases/${id}/score`, { ...ETN, ...foreign })

  const events = await here.db
    .selectFrom('event')
    .select('readable')
    .where('type', '=', 'criterion-scored')
    .execute()
  equal(JSON.stringify(events).includes('EXP'), false)
})

test('a case that is not the body’s own reads as absent', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)

  const stranger = await here.office('expert.amb@kecid.example')
  equal((await stranger.get(`/en/cases/${id}/score`)).status, 404)
  equal((await stranger.post(`/en/cases/${id}/score`, ETN)).status, 404)
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}/score`)).status, 409)
  const nobody = await here.office()
  equal((await nobody.get(`/en/cases/${id}/score`)).status, 303)
  equal((await here.db.selectFrom('look').select('id').execute()).length, 0)
})

test('only the supervisor corrects, and only while others are still scoring', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const page = `/en/cases/${id}/score`
  await sent(await here.office('expert.etn@kecid.example'), page, ETN)
  const expert = await here.office('expert.etn@kecid.example')
  const supervisor = await here.office('supervisor.etn@kecid.example')

  equal((await expert.get(page)).status, 409)
  const corrected = await sent(supervisor, page, { ...ETN, 'points.EDU': '12' })

  equal(corrected.status, 303)
  const last = await here.db
    .selectFrom('event')
    .select('readable')
    .where('type', '=', 'criterion-scored')
    .orderBy('seq')
    .execute()
  deepEqual(
    last.map(({ readable }) => (readable as { points: number }).points),
    [10, 3, 12, 3],
  )
})

test('of two people who give points at once, one is refused', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const page = `/en/cases/${id}/score`
  const version = await versionOn(expert, page)

  const twice = [1, 2].map(() => expert.post(page, { ...ETN, version }))
  const statuses = (await Promise.all(twice)).map(({ status }) => status)

  deepEqual(
    statuses.toSorted((one, other) => one - other),
    [303, 409],
  )
})
