import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { placeIn, tidyNumber } from '#office/work-lists.ts'
import { eraseParty } from '#records/erasing.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { house } from '#test/house.ts'
import { filled, numbersIn, pagesOf } from '#test/listed-cases.ts'
import { casesAt, PAGE_ROWS } from './queries.ts'

const OFFICER = 'officer@kecid.example'

test('each list holds the cases at its stage, and that of all every one that was sent in', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  for (const state of ['draft', 'submitted', 'returned', 'in-assessment', 'recognised'] as const) {
    await caseIn(state, here, ana)
  }
  const officer = await here.office(OFFICER)
  const cases = [
    ['mine', 1],
    ['with-person', 1],
    ['examined', 1],
    ['with-others', 1],
    ['deciding', 0],
    ['carrying-out', 0],
    ['ended', 1],
    ['all', 4],
  ] as const

  for (const [list, many] of cases) {
    const answer = await officer.get(`/en?list=${list}`)
    equal(answer.status, 200)
    equal(numbersIn(await answer.text()).length, many, list)
  }
  const page = await (await officer.get('/en')).text()
  ok(page.includes('3 working days left') && page.includes('9 April 2026'))
  equal(page.includes('Ferreira'), false)
})

test('time left is said in words, and late cases say how late', async (t) => {
  const here = await house(t)
  await caseIn('submitted', here, await here.signedUpApplicant())
  const cases = [
    ['2026-03-04T06:00:00.000Z', '1 working day left (soon)', 'soon'],
    ['2026-03-05T06:00:00.000Z', 'Due today', 'soon'],
    ['2026-03-05T19:59:59.000Z', 'Due today', 'soon'], // a second before midnight in Baku
    ['2026-03-05T20:00:00.000Z', '1 working day late', 'late'],
    ['2026-03-06T06:00:00.000Z', '1 working day late', 'late'],
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

  const pages = await pagesOf(officer, '/en?list=examined')
  const seen = pages.flatMap(numbersIn)
  const shown = pages.flatMap((page) =>
    [...page.matchAll(/data-label="Answer due"[^>]*>([^<]*)</g)].map(([, text = '']) => text),
  )

  equal(seen.length, 60)
  equal(new Set(seen).size, 60)
  deepEqual(shown.slice(40), Array(20).fill('–'))
  const dated = shown.slice(0, 40)
  deepEqual(
    dated,
    dated.toSorted((one, other) => parseInt(one, 10) - parseInt(other, 10)),
  )
})

test('what has ended, and all there is, is read with the newest first, each case once', async (t) => {
  const here = await house(t)
  const day = (index: number) => `2026-04-${String(1 + (index % 28)).padStart(2, '0')}`
  const days = Array.from({ length: 60 }, (_, index) => day(index))
  await filled(here, { days, state: 'withdrawn', stage: 'ended' })
  const officer = await here.office(OFFICER)

  const ended = await pagesOf(officer, '/en?list=ended')
  const shown = ended.flatMap((page) =>
    [...page.matchAll(/data-label="Ended on">(\d+) April/g)].map(([, text = '']) => Number(text)),
  )
  ok(ended[0]?.includes('The case that ended last stands first.'))
  deepEqual(
    shown,
    shown.toSorted((one, other) => other - one),
  )
  for (const pages of [ended, await pagesOf(officer, '/en?list=all')]) {
    equal(new Set(pages.flatMap(numbersIn)).size, 60)
    equal(pages.flatMap(numbersIn).length, 60)
  }
})

test('while the clock stands still no day is told, and the caption says what the order is', async (t) => {
  const here = await house(t)
  await caseIn('returned', here, await here.signedUpApplicant())

  const page = await (await (await here.office(OFFICER)).get('/en?list=with-person')).text()

  match(page, /data-label="Answer due">Clock stopped</)
  ok(page.includes('where the clock is stopped, by the day that was due when it stopped'))
})

test('my work is what I own, by the day of its step, whatever kind of case it is', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const given = await caseIn('recognised', here, ana)
  await annulmentOf(here, given, { ground: 'A1' })
  await caseIn('decision-drafted', here, ana)

  const signer = await (await (await here.office('signer@kecid.example')).get('/en')).text()

  const states = [...signer.matchAll(/govuk-tag[^>]*>([^<]*)</g)].map(([, text]) => text)
  deepEqual(states, ['Annulment proposed', 'To sign'])
  ok(signer.includes('By the day on which the step is due, the earliest first.'))
})

test('a case whose person was erased is marked so', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('submitted', here, ana)
  await eraseParty(here.faces.jobs, { partyId: ana.account.partyId, at: here.clock.now() })

  const page = await (await (await here.office(OFFICER)).get('/en?list=all')).text()

  match(page, /govuk-tag--grey">Erased</)
})

test('a page is never longer than its rows, and the last has no next', async (t) => {
  const here = await house(t)
  const days = Array.from({ length: PAGE_ROWS }, () => '2026-04-01')
  const read = () => inTransaction(here.db, (tx) => casesAt(tx, 'examined', undefined))

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
    '?list=examined&after=x',
    '?list=examined&after=2026-13-45_00000000-0000-4000-8000-000000000000',
    "?list=examined&after=';drop table application;--",
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
    [`2026-04-01_${id}`, { day: '2026-04-01', id }],
    [`_${id}`, { id }],
    [`2026-02-30_${id}`, undefined],
    [id, undefined],
    [`2026-04-01_${id}_x`, { day: '2026-04-01', id }],
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
    equal(page.includes('list=ended'), false, email)
  }
})

test('a case that was withdrawn is no longer owed by anybody', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)

  const page = await (await (await here.office('expert.etn@kecid.example')).get('/en')).text()

  equal(numbersIn(page).length, 0)
  ok(page.includes('Nothing is waiting for you'))
})

test('everybody lands on work of their own', async (t) => {
  const here = await house(t)
  await caseIn('decision-drafted', here, await here.signedUpApplicant())
  const own = [
    ['policy-officer', '/en/rules'],
    ['policy-approver', '/en/rules'],
    ['auditor', '/en/looks'],
    ['administrator', '/en/time'],
  ] as const

  for (const [name, place] of own) {
    const official = await here.office(`${name}@kecid.example`)
    const answer = await official.get('/en?done=signed-in')
    equal(answer.headers.get('location'), `${place}?done=signed-in`, name)
    const page = await (await official.get(place)).text()
    const lists = name === 'auditor'
    equal(page.includes('href="/en?list=all"'), lists, name)
    equal((await official.get('/en?list=all')).status, lists ? 200 : 303, name)
  }
  const signer = await (await (await here.office('signer@kecid.example')).get('/en')).text()
  equal(numbersIn(signer).length, 1)
  const head = await (await (await here.office('head@kecid.example')).get('/en')).text()
  ok(head.includes('href="/en?list=mine" aria-current="page"'))
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

test('the end of a number finds its case, and what only a status is called its card', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana, { number: 'HQM-2026-000123' })
  await caseIn('submitted', here, ana, { number: 'HQM-2026-000456' })
  const officer = await here.office(OFFICER)

  const leadsTo = async (number: string, visitor = officer) =>
    (await visitor.get(`/en/search?number=${encodeURIComponent(number)}`)).headers.get('location')

  for (const number of ['123', '000123', '2026-000123', ' 123 ']) {
    equal(await leadsTo(number), `/en/cases/${id}`, number)
  }
  for (const number of ['HQM-S-2026-000123', 's-2026-000123']) {
    equal(await leadsTo(number), '/en/holders/HQM-S-2026-000123', number)
    const auditor = await here.office('auditor@kecid.example')
    equal(await leadsTo(number, auditor), `/en/cases/${id}`, 'who reads no cards reads the case')
  }
})

test('where several numbers end alike, all of them are listed, the newest first', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  for (const number of ['HQM-2025-000123', 'HQM-2026-000123', 'HQM-2026-000124']) {
    await caseIn('submitted', here, ana, { number })
  }
  const officer = await here.office(OFFICER)

  const answer = await officer.get('/en/search?number=000123')
  const page = await answer.text()
  equal(answer.status, 200)
  const found = [...page.matchAll(/>\s*(HQM-\d{4}-\d+)\s*</g)].map(([, number]) => number)
  deepEqual(new Set(found), new Set(['HQM-2025-000123', 'HQM-2026-000123']))
  ok(page.includes('back=%2Fen%2Fsearch%3Fnumber%3D000123'))
  const body = await here.office('expert.etn@kecid.example')
  equal((await body.get('/en/search?number=000123')).status, 404)
})

test('a body finds the cases that it was asked in, while they are with it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana, { number: 'HQM-2026-000123' })
  await caseIn('recognised', here, ana, { number: 'HQM-2025-000123' })
  const expert = await here.office('expert.etn@kecid.example')

  const answer = await expert.get('/en/search?number=123')

  equal(answer.headers.get('location'), `/en/cases/${id}`)
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
  match(await told('hqm-2026-777'), /type only the last ones, such as 123 or 2026-000123/)
  ok((await told('hqm-2026-777')).includes('value="hqm-2026-777"'))
  for (const typed of ['', '%20', '%00']) match(await told(typed), /Type the number of a case/)
})
