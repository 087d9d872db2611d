import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { STATES, type State } from '#core/lifecycle/lifecycle.ts'
import { inTransaction } from '#platform/database.ts'
import { LISTS, placeIn, tidyNumber } from '#office/work-lists.ts'
import { casesIn, PAGE_ROWS } from './queries.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

const OFFICER = 'officer@kecid.example'

const numbersIn = (page: string) =>
  [...page.matchAll(/HQM-TEST-[\d-]+|LIST-\d+/g)].map(([number]) => number)

type Filling = {
  readonly days: readonly (string | null)[]
  readonly prefix?: string
  readonly state?: State
}

/** Rows as they stand in the list, without the history behind them. */
async function filled(
  { db }: TestHouse,
  { days, prefix = 'LIST-1', state = 'submitted' }: Filling,
) {
  await db
    .insertInto('caseFile')
    .values(
      days.map((dueOn, index) => ({
        id: randomUUID(),
        type: 'recognition',
        state,
        stage: 'examined',
        stateSince: '2026-03-02',
        openedOn: '2026-03-02',
        version: 2,
        number: `${prefix}${String(index).padStart(3, '0')}`,
        field: 'ict',
        filedOn: '2026-03-02',
        dueOn,
        changedAt: '2026-03-02T06:00:00.000Z',
      })),
    )
    .execute()
}

test('every state of a submitted case is in exactly one of the lists, and in the one of all', () => {
  const { all, ...rest } = LISTS
  const listed = Object.values(rest).flat()

  equal(new Set(listed).size, listed.length)
  deepEqual(
    STATES.filter((state) => !all.some((each) => each === state)),
    ['draft', 'discarded'],
  )
  const only = all.filter((state) => !listed.some((each) => each === state))
  deepEqual(only, ['withdrawn', 'left-unexamined'])
})

test('each list holds the cases in its state, with number, field and days left', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  for (const state of ['draft', 'submitted', 'returned', 'in-assessment', 'recognised'] as const) {
    await caseIn(state, here, ana)
  }
  const officer = await here.office(OFFICER)
  const cases = [
    ['check', 1],
    ['returned', 1],
    ['bodies', 1],
    ['decide', 0],
    ['sign', 0],
    ['closing', 0],
    ['decided', 1],
    ['all', 4],
  ] as const

  for (const [list, many] of cases) {
    const answer = await officer.get(`/en?list=${list}`)
    equal(answer.status, 200)
    equal(numbersIn(await answer.text()).length, many, list)
  }
  const page = await (await officer.get('/en')).text()
  ok(page.includes('20 working days left'))
  ok(page.includes('9 April 2026'))
  equal(page.includes('Ferreira'), false)
})

test('time left is said in words, and late cases say how late', async (t) => {
  const here = await house(t)
  await caseIn('submitted', here, await here.signedUpApplicant())
  const cases = [
    ['2026-04-08T06:00:00.000Z', '1 working day left', 'soon'],
    ['2026-04-09T06:00:00.000Z', 'Due today', 'soon'],
    ['2026-04-10T06:00:00.000Z', '1 working day late', 'late'],
  ] as const

  for (const [moment, words, tone] of cases) {
    here.clock.set(isoMoment(moment))
    const page = await (await (await here.office(OFFICER)).get('/en')).text()
    ok(page.includes(words), words)
    ok(page.includes(`kc-list__row--${tone}`), tone)
  }
})

test('a list is read to its end page by page, each case once, the first due first', async (t) => {
  const here = await house(t)
  const day = (index: number) => `2026-04-${String(1 + (index % 9)).padStart(2, '0')}`
  const days = Array.from({ length: 60 }, (_, index) => (index < 40 ? day(index) : null))
  await filled(here, { days })
  const officer = await here.office(OFFICER)

  const seen: string[] = []
  const shown: string[] = []
  let next: string | undefined = '/en?list=check'
  for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
    const page: string = await (await officer.get(next)).text()
    seen.push(...numbersIn(page))
    shown.push(...[...page.matchAll(/data-label="Due">([^<]*)</g)].map(([, text = '']) => text))
    next = /href="([^"]*)"[^>]*rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }

  equal(seen.length, 60)
  equal(new Set(seen).size, 60)
  deepEqual(shown.slice(40), Array(20).fill('–'))
  const dated = shown.slice(0, 40)
  deepEqual(
    dated,
    dated.toSorted((one, other) => parseInt(one, 10) - parseInt(other, 10)),
  )
})

test('stopped clocks come after the running ones and before cases without a day, on every page', async (t) => {
  const here = await house(t)
  const day = (index: number) => `2026-04-${String(1 + (index % 28)).padStart(2, '0')}`
  const days = Array.from({ length: 30 }, (_, index) => day(index))
  await filled(here, { days, prefix: 'LIST-2', state: 'returned' })
  await filled(here, { days, prefix: 'LIST-1', state: 'in-assessment' })
  await filled(here, { days: days.map(() => null), prefix: 'LIST-3', state: 'refused' })
  const officer = await here.office(OFFICER)

  const seen: string[] = []
  let next: string | undefined = '/en?list=all'
  while (next !== undefined && seen.length < 100) {
    const page: string = await (await officer.get(next)).text()
    ok(page.includes('by the day that was due when it stopped'))
    seen.push(...numbersIn(page))
    next = /href="([^"]*)"[^>]*rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }

  deepEqual(
    seen.map((number) => number.slice(0, 6)),
    ['LIST-1', 'LIST-2', 'LIST-3'].flatMap((prefix) => days.map(() => prefix)),
  )
  equal(new Set(seen).size, 90)
})

test('a page is never longer than its rows, and the last has no next', async (t) => {
  const here = await house(t)
  const days = Array.from({ length: PAGE_ROWS }, () => '2026-04-01')
  const read = () =>
    inTransaction(here.faces.office.db, (tx) =>
      casesIn(tx, [{ state: 'submitted', stopped: false }], undefined),
    )

  await filled(here, { days })
  equal((await read()).next, undefined)
  await filled(here, { days: ['2026-04-01'], prefix: 'LIST-2' })
  const page = await read()

  equal(page.rows.length, PAGE_ROWS)
  ok(page.next)
})

test('an address that was tampered with shows the beginning of a list', async (t) => {
  const here = await house(t)
  await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const queries = [
    '?list=nothing',
    '?list=__proto__',
    '?list=check&after=x',
    '?list=check&after=2026-13-45_00000000-0000-4000-8000-000000000000',
    "?list=check&after=';drop table application;--",
    `?list=${'x'.repeat(5000)}`,
  ]

  for (const query of queries) {
    const answer = await officer.get(`/en${query}`)
    equal(answer.status, 200, query)
    equal(numbersIn(await answer.text()).length, 1, query)
  }
})

test('the place in an address is a day with an id, or an id alone', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const cases = [
    [`2026-04-01_${id}`, { dueOn: '2026-04-01', id }],
    [`_${id}`, { id }],
    [`2026-02-30_${id}`, undefined],
    [id, undefined],
    [`2026-04-01_${id}_stopped`, { dueOn: '2026-04-01', id, stopped: true }],
    [`2026-04-01_${id}_x`, { dueOn: '2026-04-01', id }],
    ['2026-04-01_', undefined],
    ['', undefined],
  ] as const

  for (const [text, place] of cases) deepEqual(placeIn(text), place, text)
})

test('bodies see what they still owe, and nothing after they have given it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('in-assessment', here, ana, { field: 'ict' })
  await caseIn('awaiting-decision', here, ana, { field: 'ict' })
  const cases = [
    ['expert.etn@kecid.example', 1],
    ['supervisor.etn@kecid.example', 1],
    ['expert.rinn@kecid.example', 1],
    ['expert.sehiyye@kecid.example', 0],
    ['objection.dtx@kecid.example', 1],
  ] as const

  for (const [email, many] of cases) {
    const page = await (await (await here.office(email)).get('/en')).text()
    equal(numbersIn(page).length, many, email)
    equal(page.includes('list=decided'), false, email)
  }
})

test('a case that was withdrawn is no longer owed by anybody', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)

  const page = await (await (await here.office('expert.etn@kecid.example')).get('/en')).text()

  equal(numbersIn(page).length, 0)
  ok(page.includes('Nothing is waiting for your body'))
})

test('roles without a work list are told so, and a signer begins with what is to be signed', async (t) => {
  const here = await house(t)
  await caseIn('decision-drafted', here, await here.signedUpApplicant())

  const policy = await (await (await here.office('policy-officer@kecid.example')).get('/en')).text()
  const signer = await (await (await here.office('signer@kecid.example')).get('/en')).text()

  ok(policy.includes('You have no work list'))
  equal(numbersIn(policy).length, 0)
  equal(numbersIn(signer).length, 1)
})

test('a number leads to its case however it was typed', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana, { number: 'HQM-2026-000123' })
  const officer = await here.office(OFFICER)

  for (const typed of [
    'HQM-2026-000123',
    ' hqm-2026-000123 ',
    'hqm 2026 000123',
    'HQM–2026–000123',
    '\u202AHQM-2026-000123\u202C',
    'HQM\u00AD-2026-000123',
    'ＨＱＭ-２０２６-000123',
  ]) {
    const answer = await officer.get(`/en/search?number=${encodeURIComponent(typed)}`)
    equal(answer.headers.get('location'), `/en/cases/${id}`, typed)
  }
  for (const text of ['', '  ', '\0', 'HQM 😀', '9'.repeat(41)]) equal(tidyNumber(text), undefined)
})

test('a number that is not there and one of a case of others read the same', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('submitted', here, ana, { number: 'HQM-2026-000777' })
  const expert = await here.office('expert.etn@kecid.example')
  const pageOf = async (number: string) => {
    const answer = await expert.get(`/en/search?number=${number}`)
    equal(answer.status, 404)
    return (await answer.text()).replaceAll(number, '')
  }

  equal(await pageOf('HQM-2026-000777'), await pageOf('HQM-2026-000778'))
  const told = async (typed: string) => {
    const answer = await expert.get(`/en/search?number=${typed}`)
    equal(answer.status, 404)
    return answer.text()
  }
  for (const typed of ['hqm-2026-777', 'HQM-2026', '000777', '9'.repeat(10_000)]) {
    match(await told(typed), /number is not complete\. A complete one looks like HQM-2026-000123/)
  }
  ok((await told('hqm-2026-777')).includes('value="hqm-2026-777"'))
  for (const typed of ['', '%20', '%00']) match(await told(typed), /Type the number of a case/)
})
