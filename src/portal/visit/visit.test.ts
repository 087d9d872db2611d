import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { house, type TestHouse } from '#test/house.ts'
import { givenCopy } from '#test/copies.ts'
import { signInAgain } from '#test/days-later.ts'
import { toyPlace } from '#test/toy-place.ts'
import { field } from '#test/toy-types.ts'
import { givenTo, policyVisited, visitedHouse, visitedPermit } from '#test/visiting.ts'
import type { Visitor } from '#test/visitor.ts'

/** It gives no status; prints are taken of those who lost something. */
const cardPermit: CaseType = {
  ...visitedPermit,
  blocks: visitedPermit.blocks.map((block) =>
    block.code === 'person'
      ? { ...block, fields: [...block.fields, field('lost', 'yes-no', { required: false })] }
      : block,
  ),
  outcomes: visitedPermit.outcomes.map((each) => ({ ...each, effects: [] })),
  steps: visitedPermit.steps.map((step) =>
    step.kind !== 'decide'
      ? step
      : {
          ...step,
          asks: (step.asks ?? []).map((ask) =>
            ask.step !== 'take-prints' || ask.visit === undefined
              ? ask
              : {
                  ...ask,
                  visit: {
                    ...ask.visit,
                    outcomes: ['recognised'],
                    when: { block: 'person', field: 'lost', is: ['yes'] },
                  },
                },
          ),
        },
  ),
}

const visits = ({ db }: TestHouse) =>
  db
    .selectFrom('appointment')
    .select(['caseId', 'step', 'startsAt', 'seat', 'state'])
    .orderBy('startsAt')
    .orderBy('seat')
    .orderBy('state')
    .execute()

const leaves = async ({ db }: TestHouse) => {
  const rows = await db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()
  return rows.flatMap(({ leaf }) => /"type":"(visit-[a-z]+)"/.exec(leaf.toString())?.[1] ?? [])
}

const letters = async ({ db }: TestHouse) => {
  const rows = await db
    .selectFrom('letter')
    .select(['code', 'language'])
    .where('code', 'like', 'visit-%')
    .orderBy('writtenAt')
    .orderBy('code', 'desc')
    .execute()
  return rows.map(({ code, language }) => `${code} ${language}`)
}

/** The times that a page offers. */
const timesOn = (html: string): readonly string[] =>
  [...html.matchAll(/name="start"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="start"/g)].map(
    ([, first, second]) => first ?? second ?? '',
  )

const pageOf = async (who: Visitor, page: string) => (await who.get(page)).text()

const take = (who: Visitor, page: string, start: string) =>
  who.post(page, { who: ['1'], place: 'baku', start, press: 'choose' })

test('whoever was given something chooses when they come, and reads it on the case', async (t) => {
  const { here, who: ana, id, page } = await visitedHouse(t)

  const before = await pageOf(ana, `/en/applications/${id}`)
  const html = await pageOf(ana, page)
  const [start = ''] = timesOn(html)
  const answer = await take(ana, page, start)

  match(before, /href="[^"]*\/visits\/take-prints"[^>]*>\s*Choose when you come/)
  match(before, /You can choose a time once the step before it is done/)
  equal(answer.status, 303)
  match(answer.headers.get('location') ?? '', /done=visit-chosen/)
  deepEqual(
    (await visits(here)).map(({ step, seat, state }) => [step, seat, state]),
    [['take-prints', 1, 'booked']],
  )
  deepEqual(await leaves(here), ['visit-booked'])
  deepEqual(await letters(here), ['visit-chosen en'])
  const after = await pageOf(ana, `/en/applications/${id}`)
  match(after, /Choose another time/)
  match(after, /Toy office/)
  for (const language of LANGUAGES) {
    equal((await ana.get(page.replace('/en/', `/${language}/`))).status, 200, language)
  }
})

test('a time is moved as often as the type says, and given back', async (t) => {
  const { here, who: ana, id, page } = await visitedHouse(t)
  const [first = '', second = '', third = ''] = timesOn(await pageOf(ana, page))
  await take(ana, page, first)
  await take(ana, page, second)

  const tooOften = await take(ana, page, third)
  const used = await pageOf(ana, `/en/applications/${id}`)
  const unsure = await ana.post(page, { cancel: '1' })
  const kept = (await visits(here)).map(({ state }) => state)
  const back = await ana.post(page, { cancel: '1', sure: '1' })

  equal(tooOften.status, 409)
  match(await tooOften.text(), /You have changed the time as often as is possible here/)
  match(back.headers.get('location') ?? '', /done=visit-cancelled/)
  deepEqual(
    (await visits(here)).map(({ state }) => state),
    ['moved', 'cancelled'],
  )
  deepEqual(await leaves(here), ['visit-booked', 'visit-booked', 'visit-cancelled'])

  // The last one is given back by whoever has read what follows, and nothing leads to nowhere.
  equal(unsure.status, 200)
  match(await unsure.text(), /you cannot choose another here.*name="sure".*Cancel it all the same/s)
  deepEqual(kept, ['moved', 'booked'])
  match(used, /\/visits\/take-prints"[^>]*>\s*When you come/)
  const after = await pageOf(ana, `/en/applications/${id}`)
  match(after, /Ask the Service for another/)
  doesNotMatch(after, /\/visits\/take-prints|Choose when you come/)
  doesNotMatch(await pageOf(ana, '/en/may'), /\/visits\/take-prints/)
})

test('a time that can be chosen again is given back at once, and a letter says so', async (t) => {
  const { here, who: ana, page } = await visitedHouse(t)
  const [first = ''] = timesOn(await pageOf(ana, page))
  const inRussian = page.replace('/en/', '/ru/')
  await take(ana, inRussian, first)
  doesNotMatch(await pageOf(ana, page), /you cannot choose another here/)

  const back = await ana.post(inRussian, { cancel: '1' })

  equal(back.status, 303)
  // In the language that was chosen for letters, whichever the page is in.
  deepEqual(await letters(here), ['visit-chosen en', 'visit-cancelled en'])
})

test('what is missing or taken is said, and what was chosen stays', async (t) => {
  const { who: ana, page } = await visitedHouse(t)
  const none = await ana.post(page, { who: ['1'], place: 'baku', press: 'choose' })
  const nobody = await ana.post(page, { place: 'baku', press: 'choose', start: 'x' })
  const past = await take(ana, page, '2020-03-05T05:00:00.000Z')
  const odd = await take(ana, page, '<script>')

  equal(none.status, 400)
  match(await none.text(), /Choose a time/)
  equal(nobody.status, 400)
  match(await nobody.text(), /Choose who comes/)
  equal(past.status, 409)
  match(await past.text(), /That time is not free any more/)
  equal(odd.status, 400)
})

test('never two in one seat: of those who ask at once, as many come as there is room', async (t) => {
  const { here, who: ana, page } = await visitedHouse(t)
  const others = []
  for (const name of ['ben', 'eve', 'kim']) {
    others.push(await givenTo(here, `${name}@example.org`))
  }
  const [start = ''] = timesOn(await pageOf(ana, page))

  const answers = await Promise.all([
    take(ana, page, start),
    ...others.map((each) => take(each.who, each.page, start)),
  ])

  equal(answers.filter(({ status }) => status === 303).length, 2)
  equal(answers.filter(({ status }) => status === 409).length, 2)
  const there = await visits(here)
  deepEqual(
    there.map(({ seat, state }) => [seat, state]),
    [
      [1, 'booked'],
      [2, 'booked'],
    ],
  )
  const again = answers.find(({ status }) => status === 409)
  ok(again)
  const html = await again.text()
  match(html, /That time is not free any more/)
  ok(!timesOn(html).includes(start), 'and is not offered again')
})

test('nobody reads or takes a time of another, and a stranger finds nothing', async (t) => {
  const { here, who: ana, id, page } = await visitedHouse(t)
  const [start = ''] = timesOn(await pageOf(ana, page))
  await take(ana, page, start)
  const ben = await givenTo(here, 'ben@example.org')

  equal((await ben.who.get(page)).status, 404)
  equal((await ben.who.post(page, { cancel: '1' })).status, 404)
  equal((await ben.who.get(`/en/applications/${id}/visits/take-prints/calendar`)).status, 404)
  deepEqual(
    (await visits(here)).map(({ state }) => state),
    ['booked'],
  )
})

test('it is taken along as a calendar, which names nobody', async (t) => {
  const { who: ana, id, page } = await visitedHouse(t)
  const calendar = `/en/applications/${id}/visits/take-prints/calendar`
  equal((await ana.get(calendar)).status, 404, 'there is none before')
  const [start = ''] = timesOn(await pageOf(ana, page))
  await take(ana, page, start)

  const answer = await ana.get(calendar)

  match(answer.headers.get('content-type') ?? '', /^text\/calendar/)
  const text = await answer.text()
  ok(text.includes(`DTSTART:${start.slice(0, 19).replaceAll(/[-:]/g, '')}Z`))
  ok(!text.includes('Ferreira'))
})

test('nobody under the age is asked to come, and the other thing waits for no one', async (t) => {
  const { here } = await visitedHouse(t)
  const child = await givenTo(here, 'lia@example.org', { born: '2015-03-27' })

  const html = await pageOf(child.who, `/en/applications/${child.id}`)

  ok(!html.includes('/visits/take-prints'))
  equal((await child.who.get(child.page)).status, 303)
})

test('what has to be made first is fetched no earlier than the type says', async (t) => {
  const { here, who: ana, id, page } = await visitedHouse(t)
  const [start = ''] = timesOn(await pageOf(ana, page))
  await take(ana, page, start)
  const visit = await here.db.selectFrom('appointment').select('id').executeTakeFirstOrThrow()
  here.clock.set(isoMoment(start))
  const officer = await here.office('officer@kecid.example')
  const form = { visit: visit.id, place: 'baku', day: start.slice(0, 10), state: 'came' }
  equal((await officer.post('/en/coming', form)).status, 303)
  await signInAgain(here, ana)

  const next = page.replace('take-prints', 'hand-over')
  const html = await pageOf(ana, next)
  const [first = ''] = timesOn(html)
  const early = await take(ana, next, start.replace(/^\d{4}-\d\d-\d\d/, '2026-03-05'))

  equal(start.slice(0, 10), '2026-03-03')
  equal(first.slice(0, 10), '2026-03-06', 'three working days on')
  match(html, /It has to be made first, the earliest day: [^<]*6 March 2026/)
  match(await pageOf(ana, `/en/applications/${id}`), /the earliest day: [^<]*6 March 2026/)
  equal(early.status, 409)
  equal((await take(ana, next, first)).status, 303)
})

test('where nobody is given a status, they come by the outcome and the answer that the type names', async (t) => {
  const here = await house(t, { policy: policyVisited(t, [toyPlace], cardPermit) })
  const [lost, kept] = [
    await givenTo(here, 'ana@example.org', { more: { lost: 'yes' } }),
    await givenTo(here, 'ben@example.org', { more: { lost: 'no' } }),
  ]

  const hers = await pageOf(lost.who, `/en/applications/${lost.id}`)
  const his = await pageOf(kept.who, `/en/applications/${kept.id}`)

  match(hers, /\/visits\/take-prints"/)
  doesNotMatch(hers, /hand-over/, 'for that one has to be given a status')
  doesNotMatch(his, /\/visits\//)
})

test('where no place is named it says so and what to do', async (t) => {
  const { who: ana, id, page } = await visitedHouse(t, [])
  match(await pageOf(ana, page), /No place is open for choosing a time here yet/)
  const html = await pageOf(ana, `/en/applications/${id}`)
  match(html, /No place is open for choosing a time here yet/)
  doesNotMatch(html, /\/visits\/take-prints/, 'and nothing leads there')
})

test('a copy of what is kept of somebody has the times that they chose', async (t) => {
  const { here, who: ana, page } = await visitedHouse(t)
  const [start = '', next = ''] = timesOn(await pageOf(ana, page))
  await take(ana, page, start)
  await take(ana, page, next)
  const id = await givenCopy(here, ana)

  const form = async (name: string) =>
    (await ana.post(`/en/applications/${id}/copy`, { form: name })).text()
  const [data, sheet] = [await form('file'), await form('page')]

  ok(data.includes(start) && data.includes(next))
  match(data, /"state": ?"moved"/)
  match(sheet, /Come for take-prints[^<]*Toy office, another time was chosen/)
})
