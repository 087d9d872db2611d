import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { house } from '#test/house.ts'
import { multiplyCases } from '#test/many-cases.ts'
import { given } from '#test/paying.ts'
import { annulmentOf, caseIn, decided } from '#test/played-case.ts'

const OFFICER = 'officer@kecid.example'

const numbersOn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<a[^>]*href="\/en\/holders\/([^"?]+)/g), ([, number]) => number ?? '')

test('those whose status ends first stand first, and what has ended is not there', async (t) => {
  const here = await house(t)
  await caseIn('recognised', here, await here.signedUpApplicant(), { number: 'HQM-2026-000200' })
  here.clock.advance(86_400_000)
  await caseIn('recognised', here, await here.signedUpApplicant(), { number: 'HQM-2026-000100' })
  const taken = await caseIn('recognised', here, await here.signedUpApplicant(), {
    number: 'HQM-2026-000300',
  })
  const annulment = await annulmentOf(here, taken, { ground: 'A1' })
  here.clock.advance(60 * 86_400_000)
  await decided(here.owned, annulment, 'annul')
  const officer = await here.office(OFFICER)

  const html = await (await officer.get('/en/holders')).text()

  deepEqual(numbersOn(html), ['HQM-S-2026-000200', 'HQM-S-2026-000100'])
  match(html, /1 March 2031/)
  match(html, /4 years 9 months/)
  const found = await officer.get('/en/holders?number=300')
  equal(found.headers.get('location'), '/en/holders/HQM-S-2026-000300', 'by its number it is found')
})

test('what ends soon is a list of its own, to the day', async (t) => {
  const here = await house(t)
  await caseIn('recognised', here, await here.signedUpApplicant(), { number: 'HQM-2026-000200' })
  const listed = async () =>
    numbersOn(await (await (await here.office(OFFICER)).get('/en/holders?within=30')).text())
  deepEqual(await listed(), [])
  const until = Date.parse('2031-03-01T06:00:00.000Z')
  here.clock.advance(until - 31 * 86_400_000 - Date.parse(here.clock.now()))
  deepEqual(await listed(), [])
  here.clock.advance(86_400_000)
  deepEqual(await listed(), ['HQM-S-2026-000200'])
})

test('the list is read page by page, each holder once, and a strange place is its beginning', async (t) => {
  const here = await house(t)
  await caseIn('recognised', here, await here.signedUpApplicant(), { number: 'HQM-2026-000200' })
  const client = new Client({ connectionString: here.url })
  await client.connect()
  t.after(() => client.end())
  await multiplyCases(client, { times: 60 })
  const officer = await here.office(OFFICER)

  const seen: string[] = []
  let next: string | undefined = '/en/holders'
  for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
    const html: string = await (await officer.get(next)).text()
    seen.push(...numbersOn(html))
    next = /href="([^"]*)"[^>]*rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }

  equal(seen.length, 61)
  equal(new Set(seen).size, 61)
  for (const after of ['x', '2031-03-01', "2031-03-01_'", '2031-02-30_HQM-S-2026-000200']) {
    const html = await (await officer.get(`/en/holders?after=${encodeURIComponent(after)}`)).text()
    equal(numbersOn(html).length, 25, after)
  }
})

test('what rests on a status leads to the card of its holder, by its number and by that of its case', async (t) => {
  const { here, id } = await given(t)
  const { number, restsOn } = await here.db
    .selectFrom('status')
    .select(['number', 'restsOn'])
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  const permit = await here.db
    .selectFrom('caseFile')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  ok(restsOn !== null && permit.number !== null)
  const officer = await here.office(OFFICER)

  for (const typed of [number, permit.number, permit.number.slice(-8), restsOn]) {
    const answer = await officer.get(`/en/holders?number=${typed}`)
    equal(answer.headers.get('location'), `/en/holders/${restsOn}`, typed)
  }
})

test('the end of a number finds all that end so, and what is not there is said', async (t) => {
  const here = await house(t)
  for (const number of ['HQM-2025-000123', 'HQM-2026-000123']) {
    await caseIn('recognised', here, await here.signedUpApplicant(), { number })
  }
  const officer = await here.office(OFFICER)

  const html = await (await officer.get('/en/holders?number=123')).text()
  deepEqual(new Set(numbersOn(html)), new Set(['HQM-S-2025-000123', 'HQM-S-2026-000123']))
  for (const typed of ['', '%20', '%00']) {
    const answer = await officer.get(`/en/holders?number=${typed}`)
    equal(answer.status, 404)
    match(await answer.text(), /Type the number of a status/)
  }
  const nowhere = await (await officer.get('/en/holders?number=hqm-s-777')).text()
  match(nowhere, /No such status has this number/)
  ok(nowhere.includes('value="hqm-s-777"'), 'what was typed is there')
})
