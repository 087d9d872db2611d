import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { scoresOf } from '#core/cases/answers-given.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { house, type TestHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'
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

  const html = await (await expert.get(`/en/cases/${id}/steps/score`)).text()

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
  const page = `/en/cases/${id}/steps/score`

  const given = await sent(expert, page, ETN)

  equal(given.status, 303)
  equal(given.headers.get('location'), `/en/cases/${id}?done=step&of=recognition.score`)
  const events = await here.db
    .selectFrom('event')
    .select('readable')
    .where('step', '=', 'score')
    .execute()
  deepEqual(
    events.map(({ readable }) => readable),
    [{ v: 1, task: 'score/etn', body: 'etn' }],
  )
  deepEqual(await scoresIn(here, id), { EDU: 10, LNG: 3 })
  const looks = await here.db.selectFrom('look').select(['page', 'role', 'body']).execute()
  deepEqual(looks, [{ page: 'score-page', role: 'expert', body: 'etn' }])
  const again = await expert.post(page, { ...ETN, version: '99' })
  equal(again.status, 409, 'from a page that is none')
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
  const page = `/en/cases/${id}/steps/score`
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
  ok(
    all.includes('Enter points from 0 to 25') && all.includes('Languages: Enter the points<'),
    'at once',
  )
  const scored = await here.db
    .selectFrom('event')
    .select('id')
    .where('step', '=', 'score')
    .execute()
  equal(scored.length, 0)
  equal((await sent(expert, page, { ...ETN, 'points.EDU': '25' })).status, 303, 'the most')
})

test('points for another body’s criterion are not taken', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const foreign = { 'points.EXP': '35', 'reason.EXP': 'Əla.' }

  await sent(expert, `/en/cases/${id}/steps/score`, { ...ETN, ...foreign })

  deepEqual(await scoresIn(here, id), { EDU: 10, LNG: 3 })
})

test('a case that is not the body’s own reads as absent', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)

  const stranger = await here.office('expert.amb@kecid.example')
  equal((await stranger.get(`/en/cases/${id}/steps/score`)).status, 404)
  equal((await stranger.post(`/en/cases/${id}/steps/score`, ETN)).status, 404)
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}/steps/score`)).status, 404)
  const nobody = await here.office()
  equal((await nobody.get(`/en/cases/${id}/steps/score`)).status, 303)
  equal((await here.db.selectFrom('look').select('id').execute()).length, 0)
})

test('a body corrects its points from what stands, until the last body has answered', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const page = `/en/cases/${id}/steps/score`
  const expert = await here.office('expert.etn@kecid.example')
  await sent(expert, page, ETN)
  const supervisor = await here.office('supervisor.etn@kecid.example')

  for (const [visitor, points] of [
    [expert, '11'],
    [supervisor, '12'],
  ] as const) {
    const menu = await (await visitor.get(`/en/cases/${id}`)).text()
    ok(menu.includes('Correct the points'))
    const html = await (await visitor.get(page)).text()
    match(html, /<h1[^>]*>Correct the points</)
    match(html, /name="points\.LNG"[^>]* value="3"/)
    ok(html.includes('Bakalavr diplomu var.'))
    equal((await sent(visitor, page, { ...ETN, 'points.EDU': points })).status, 303)
  }
  deepEqual(await scoresIn(here, id), { EDU: 12, LNG: 3 })
  await others(here, id)
  equal((await expert.get(page)).status, 404, 'the case has gone on, and is no longer theirs')
})

test('what is written is kept for later, for whoever wrote it, and goes with the task', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const page = `/en/cases/${id}/steps/score`
  const expert = await here.office('expert.etn@kecid.example')
  const half = { 'points.EDU': '1o', 'reason.EDU': 'Hələ baxıram.' }

  const nothing = await sent(expert, page, { 'points.EDU': '', later: 'yes' })
  match(await (await expert.follow(nothing)).text(), /Nothing is written yet, so nothing was saved/)
  const kept = await sent(expert, page, { ...half, later: 'yes' })

  equal(kept.status, 303)
  equal(kept.headers.get('location'), `/en/cases/${id}?done=saved-for-later`)
  deepEqual(await scoresIn(here, id), {})
  const html = await (await expert.get(page)).text()
  match(html, /name="points\.EDU"[^>]* value="1o"/)
  ok(html.includes('Hələ baxıram.') && html.includes('Only you see this'))
  const other = await (await (await here.office('supervisor.etn@kecid.example')).get(page)).text()
  equal(other.includes('Hələ baxıram.'), false)
  const [row] = await here.db.selectFrom('taskDraft').selectAll().execute()
  equal(row?.official, expert.official?.id)
  equal(row?.sealed.includes('baxıram'), false)
  await sent(expert, page, { ...half, 'reason.EDU': 'Baxdım.', later: 'yes' })
  ok((await (await expert.get(page)).text()).includes('Baxdım.'))
  equal((await sent(expert, page, ETN)).status, 303)
  equal((await here.db.selectFrom('taskDraft').selectAll().execute()).length, 0)
  const given = await (await expert.get(page)).text()
  equal(given.includes('name="later"'), false, 'what is given is corrected at once')
})

test('bodies that answer at once do not stand in each other’s way', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const version = await versionOn(expert, `/en/cases/${id}/steps/score`)
  await others(here, id)

  const given = await expert.post(`/en/cases/${id}/steps/score`, { ...ETN, version })

  equal(given.status, 303)
  const row = await here.db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'awaiting-decision', 'the last answer led on')
})

test('of two last answers at once both are taken, and one of them leads on', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const [last = ''] = await others(here, id, 1)
  const objector = await here.office(`objection.${last}@kecid.example`)
  const pages = ['score', 'give-opinion'].map((step) => `/en/cases/${id}/steps/${step}`)
  const [scoring = '', opining = ''] = pages
  const versions = [await versionOn(expert, scoring), await versionOn(objector, opining)]

  const answers = await Promise.all([
    expert.post(scoring, { ...ETN, version: versions[0] ?? '' }),
    objector.post(opining, { objects: 'no', version: versions[1] ?? '' }),
  ])

  deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  const events = await here.db
    .selectFrom('event')
    .select('toState')
    .where('caseId', '=', id)
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  deepEqual(
    events.map(({ toState }) => toState),
    ['awaiting-decision', 'in-assessment'],
  )
  const open = here.db.selectFrom('task').select('kind').where('state', '=', 'open')
  deepEqual(await open.execute(), [{ kind: 'next-move' }])
})

test('a page that was not taken comes back with every point and reason in its field', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')

  const answer = await expert.post(`/en/cases/${id}/steps/score`, { ...ETN, version: '99' })
  const html = await answer.text()

  equal(answer.status, 409)
  match(html, /id="points\.EDU"[^>]*value="10"/)
  match(html, /<textarea[^>]*>[^<]*sertifikatı B2\.</)
  equal(html.includes('form-token<'), false)
})

test('a second press gives no points twice, and other points are not taken for the same', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), PLAYING)
  const expert = await here.office('expert.etn@kecid.example')
  const page = `/en/cases/${id}/steps/score`
  const version = await versionOn(expert, page)

  const twice = [1, 2].map(() => expert.post(page, { ...ETN, version }))
  const statuses = (await Promise.all(twice)).map(({ status }) => status)

  deepEqual(statuses, [303, 303])
  const [name, value] = Object.entries(ETN).find(([, each]) => /^\d+$/.test(each)) ?? []
  const other = await expert.post(page, { ...ETN, [name ?? '']: `${Number(value) - 1}`, version })
  equal(other.status, 409)
})

const caseOf = async ({ owned: office }: TestHouse, id: string) =>
  inTransaction(office.db, (tx) => readCase(tx, office.keys, id))

async function scoresIn(here: TestHouse, id: string): Promise<Readonly<Record<string, number>>> {
  const found = await caseOf(here, id)
  const scores = found ? scoresOf(found.standing) : {}
  return Object.fromEntries(Object.entries(scores).map(([code, { points }]) => [code, points]))
}

/**
 * What every other body owes, so that of this case only the points of one are awaited, and the
 * opinions of so many; gives whose.
 */
async function others(here: TestHouse, id: string, left = 0): Promise<readonly string[]> {
  const all = await here.db
    .selectFrom('task')
    .select(['kind', 'ownerBody'])
    .where('caseId', '=', id)
    .where('state', '=', 'open')
    .where('ownerBody', '<>', 'etn')
    .orderBy('kind')
    .orderBy('ownerBody')
    .execute()
  const [silent, tasks] = [all.slice(0, left), all.slice(left)]
  for (const { kind, ownerBody } of tasks) {
    const who = kind === 'points' ? 'expert' : 'objection'
    const visitor = await here.office(`${who}.${ownerBody}@kecid.example`)
    const step = kind === 'points' ? 'score' : 'give-opinion'
    const page = `/en/cases/${id}/steps/${step}`
    const html = await (await visitor.get(page)).text()
    const criteria = [...html.matchAll(/name="points\.([A-Z]+)"/g)].map(([, code = '']) => code)
    const points = criteria.flatMap((code): [string, string][] => [
      [`points.${code}`, '5'],
      [`reason.${code}`, 'Sənəddə var.'],
    ])
    const given = Object.fromEntries<string>(points)
    const form: Form = kind === 'points' ? given : { objects: 'no' }
    equal((await sent(visitor, page, form)).status, 303, `${ownerBody} answers`)
  }
  return silent.map(({ ownerBody }) => ownerBody ?? '')
}
