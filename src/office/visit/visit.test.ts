import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { TestHouse } from '#test/house.ts'
import { signInAgain } from '#test/days-later.ts'
import { givenTo, visitedHouse } from '#test/visiting.ts'
import type { Visitor } from '#test/visitor.ts'

const timesOn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/value="(\d{4}-[^"]+Z)"/g), ([, time]) => time ?? '')

const textOf = async (who: Visitor, page: string) => (await who.get(page)).text()

const visits = ({ db }: TestHouse) =>
  db
    .selectFrom('appointment')
    .select(['state', 'byService'])
    .orderBy('bookedAt')
    .orderBy('startsAt')
    .execute()

const letters = async ({ db }: TestHouse) =>
  (
    await db
      .selectFrom('letter')
      .select(['code', 'sendFrom'])
      .where('code', 'like', 'visit-%')
      .orderBy('writtenAt')
      .orderBy('code')
      .execute()
  ).map(({ code }) => code)

/** Who did what with a time, as the ledger has it. */
const leaves = async ({ db }: TestHouse) => {
  const rows = await db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()
  return rows.flatMap(({ leaf }) => {
    const [, type] = /"type":"(visit-(?:booked|cancelled))"/.exec(leaf.toString()) ?? []
    const [, role] = /"role":"([a-z-]+)"/.exec(leaf.toString()) ?? []
    return type === undefined ? [] : [[type, role]]
  })
}

const set = (officer: Visitor, page: string, start: string) =>
  officer.post(page, { who: ['1'], place: 'baku', start, press: 'choose' })

test('an official sets a time for somebody, moves it and gives it back, and they are written to', async (t) => {
  const { here, who: ana, id, page: own } = await visitedHouse(t)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/visits/take-prints`
  match(await textOf(officer, `/en/cases/${id}`), new RegExp(`href="${page}"`))
  const [first = '', second = '', third = ''] = timesOn(await textOf(officer, page))

  for (const time of [first, second, third]) {
    const answer = await set(officer, page, time)
    match(answer.headers.get('location') ?? '', /done=visit-set/, time)
  }
  match(await textOf(officer, page), /Ferreira[\s\S]*Toy office[\s\S]*Give this time back/)
  await signInAgain(here, ana)
  match(await textOf(ana, own), /Chosen by[\s\S]*State Migration Service/)
  match(await textOf(ana, own), /How often you can still choose another time: 1/)
  const back = await officer.post(page, { cancel: '1' })

  match(back.headers.get('location') ?? '', /done=visit-cancelled/)
  deepEqual(
    (await visits(here)).map(({ state, byService }) => [state, byService]),
    [
      ['moved', true],
      ['moved', true],
      ['cancelled', true],
    ],
  )
  deepEqual(await letters(here), ['visit-cleared', 'visit-set', 'visit-set', 'visit-set'])
  deepEqual(await leaves(here), [
    ['visit-booked', 'case-officer'],
    ['visit-booked', 'case-officer'],
    ['visit-booked', 'case-officer'],
    ['visit-cancelled', 'case-officer'],
  ])
  doesNotMatch(await textOf(ana, own), /Chosen by/)
  const looks = await here.db.selectFrom('look').select('page').where('caseId', '=', id).execute()
  ok(looks.some(({ page: seen }) => seen === 'visit-page'))
})

test('what is missing, taken or too early is said, and what was chosen stays', async (t) => {
  const { here, id } = await visitedHouse(t)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/visits/take-prints`
  const none = await officer.post(page, { who: ['1'], place: 'baku', press: 'choose' })
  const nobody = await officer.post(page, { place: 'baku', press: 'choose', start: 'x' })
  const odd = await set(officer, page, '<script>')
  const past = await set(officer, page, '2020-03-05T05:00:00.000Z')
  const waits = await set(officer, `/en/cases/${id}/visits/hand-over`, '2026-03-12T05:00:00.000Z')

  deepEqual(
    [none, nobody, odd, past, waits].map(({ status }) => status),
    [400, 400, 400, 409, 409],
  )
  match(await none.text(), /Choose a time/)
  match(await nobody.text(), /Choose who comes/)
  match(await past.text(), /That time is not free any more/)
  match(await waits.text(), /A time can be chosen once the step before it is done/)
  equal((await officer.post(page, { cancel: '1' })).status, 303, 'there was none')
  deepEqual(await visits(here), [])
})

test('nobody else of the office does that, nor for what is not asked', async (t) => {
  const { here, id } = await visitedHouse(t)
  const page = `/en/cases/${id}/visits/take-prints`
  for (const mailbox of ['signer', 'auditor', 'expert.etn']) {
    const other = await here.office(`${mailbox}@kecid.example`)
    equal((await other.get(page)).status, 404, mailbox)
    equal((await set(other, page, '2026-03-12T05:00:00.000Z')).status, 404, mailbox)
  }
  const officer = await here.office('officer@kecid.example')
  for (const step of ['sign', 'draft-decision', 'nothing']) {
    equal((await officer.get(`/en/cases/${id}/visits/${step}`)).status, 404, step)
  }
  equal((await officer.get('/en/cases/nothing/visits/take-prints')).status, 404)
  const child = await givenTo(here, 'lia@example.org', { born: '2015-03-27' })
  const away = await officer.get(`/en/cases/${child.id}/visits/take-prints`)
  equal(away.headers.get('location'), `/en/cases/${child.id}`)
})

test('where no place is named it says so', async (t) => {
  const { here, id } = await visitedHouse(t, [])
  const officer = await here.office('officer@kecid.example')
  const html = await textOf(officer, `/en/cases/${id}/visits/take-prints`)
  match(html, /No place is named in the rules where people can come for this/)
})
