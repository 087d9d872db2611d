import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#core/dated.ts'
import { LANDINGS } from '#core/promotion/campaigns.ts'
import type { Figure } from '#core/promotion/figures.ts'
import { BATCH_MIN } from '#core/promotion/releasing.ts'
import { tablesOf, type Shown } from '#office/figures/tables.ts'
import { house, type TestHouse } from '#test/house.ts'
import {
  campaignOf,
  DEMONSTRATION_MISSIONS,
  policyWithMissions,
  weekIsShown,
} from '#test/missions.ts'
import { overlaps, readPdf, textOfPdf } from '#test/read-pdf.ts'
import { signedCase } from '#test/signed-case.ts'

async function withFigures(
  t: Parameters<typeof house>[0],
  said: Parameters<typeof campaignOf>[1] = {},
): Promise<TestHouse> {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home, said)
  const batch = { week: '2026-02-23', campaign: null, country: null, language: null }
  await home.db
    .insertInto('figureBatch')
    .values([
      { ...batch, what: 'applied', country: 'TUR', language: 'tr', people: 12 },
      { ...batch, what: 'admitted', country: 'TUR', language: 'tr', people: 7 },
      { ...batch, what: 'applied', people: 6 },
      { ...batch, what: 'followed', campaign: campaign.id, people: 50 },
      { ...batch, what: 'begun', campaign: campaign.id, people: 10 },
    ])
    .execute()
  return home
}

test('missions read figures of people and of their own links, the ministry of all side by side', async (t) => {
  const home = await withFigures(t)
  const read = async (name: string) => {
    const answer = await (await home.office(`${name}@kecid.example`)).get('/en/figures')
    return { status: answer.status, page: await answer.text() }
  }
  const consul = (await read('consul')).page
  match(consul, /Türkiye|Turkey/)
  match(consul, /All others/)
  ok(!consul.includes('Missions side by side'))
  match(consul, /id="landings"[^]*Welcome page[^]*?>50</)
  match(consul, /id="events"[^]*Engineering Fair[^]*?>50</)
  match(consul, /id="printed"[^]*Nothing was made here[^]*?>50</)
  ok(!/id="landings"[^]*?>50</.test((await read('consul.lisbon')).page), 'not of others')
  const ministry = (await read('ministry')).page
  match(ministry, /Missions side by side[^]*Example embassy, Ankara[^]*?>20</)
  match(ministry, /href="\/en\/campaigns\?mission=example-ankara"/)
  for (const name of ['officer', 'auditor']) equal((await read(name)).status, 404, name)
})

test('each table is a file that a spreadsheet reads, filters and sorts, and no name is a formula', async (t) => {
  const home = await withFigures(t, { event: { tr: '=1+1', en: '=1+1' } })
  const ministry = await home.office('ministry@kecid.example')
  const file = async (table: string, language = 'az') => {
    const address = `/${language}/figures/file?year=2026&table=${table}`
    const answer = await ministry.get(address)
    equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const [mark, ...lines] = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(bytes)
      .replace('\uFEFF', 'mark\r\n')
      .split('\r\n')
    equal(mark, 'mark')
    return lines
  }
  deepEqual(await file('country'), [
    '"Vətəndaşlıq";"Müraciət edib (az = 5 nəfərdən az)";"Status verilib (az = 5 nəfərdən az)"',
    '"Türkiyə";12;7',
    '"Bütün başqaları";6;"az"',
    '',
  ])
  deepEqual((await file('week', 'en')).slice(1), ['"2026-02-23";18;7', ''])
  const [head, fair] = await file('events', 'en')
  match(
    head ?? '',
    /^"Event";"Mission";"First day";"Last day";"Followed a link \(few = fewer than 5\)"/,
  )
  match(fair ?? '', /^"'=1\+1";"Example embassy, Ankara";"2026-03-0\d";"2026-03-0\d";50;10;20$/)
  equal((await ministry.get('/az/figures/file?year=1&table=nothing')).status, 404)
})

test('that machines followed a link is said wherever its figures are', async (t) => {
  const home = await withFigures(t)
  await home.db.updateTable('campaign').set({ uncounted: true }).execute()
  const ministry = await home.office('ministry@kecid.example')
  const page = await (await ministry.get('/en/figures')).text()
  match(page, /id="missions"[^]*Example embassy, Ankara[^]*?Not all counted[^]*id="events"/)
  match(page, /id="events"[^]*?Engineering Fair[^]*?Not all counted[^]*?machines followed a link/)
  const file = await (await ministry.get('/en/figures/file?year=2026&table=events')).text()
  match(file, /;"Not all counted"\r\n[^\r]*;"yes"\r\n/)
  const report = await ministry.get('/en/figures/report?year=2026')
  const text = await textOfPdf(new Uint8Array(await report.arrayBuffer()))
  match(text, /machines\s+followed\s+a\s+link/)
})

test('rows are sorted by a link, and what somebody else wrote in the address sorts nothing', async (t) => {
  const home = await withFigures(t)
  const { campaign } = await campaignOf(home, { event: { en: 'Small Talk' }, languages: ['en'] })
  const figures = [
    ['followed', 9],
    ['begun', 40],
  ] as const
  for (const [what, people] of figures) {
    const batch = { week: '2026-02-23', campaign: campaign.id, what, people }
    await home.db.insertInto('figureBatch').values(batch).execute()
  }
  const ministry = await home.office('ministry@kecid.example')
  const page = async (sort = '') =>
    (await ministry.get(`/en/figures?year=2026&sort=${encodeURIComponent(sort)}`)).text()
  const isFirst = (text: string) => text.indexOf('Small Talk') < text.indexOf('Engineering Fair')
  const usual = await page()
  equal(isFirst(usual), false)
  const href = /id="events"[^]*?href="([^"]*sort=events\.begun[^"]*)"/.exec(usual)?.[1] ?? ''
  const sorted = await (await ministry.get(href.replaceAll('&amp;', '&'))).text()
  equal(isFirst(sorted), true)
  match(sorted, /<th[^>]*aria-sort="descending"[^>]*>\s*Began an account/)
  match(sorted, /<a[^>]*href="\/en\/figures\?year=2026#events"[^>]*>\s*Event/, 'and back')
  for (const wrong of ['events.<b>', 'events', 'missions.begun', 'events.constructor', '.', 'x']) {
    equal(isFirst(await page(wrong)), false, wrong)
  }
  for (const asked of ['year=1e9', 'year=-1', 'year=2026&year=x', 'sort=&sort=', 'table=<b>']) {
    equal((await ministry.get(`/en/figures?${asked}`)).status, 200, asked)
  }
})

test('a name of one word and of as many letters as it may have overlaps nothing on paper', async (t) => {
  const home = await withFigures(t, { event: { en: 'W'.repeat(80) }, languages: ['en'] })
  await home.db.updateTable('campaign').set({ uncounted: true }).execute()
  const ministry = await home.office('ministry@kecid.example')
  const report = await ministry.get('/en/figures/report?year=2026')
  const pages = await readPdf(new Uint8Array(await report.arrayBuffer()))
  deepEqual(
    pages.flatMap(({ lines }) => overlaps(lines)),
    [],
  )
})

test('a table of nobody but all others is a sentence', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const batch = { week: '2026-02-23', campaign: null, country: null, language: null }
  await home.db
    .insertInto('figureBatch')
    .values({ ...batch, what: 'applied', people: 6 })
    .execute()
  const ministry = await home.office('ministry@kecid.example')
  const page = await (await ministry.get('/en/figures?year=2026')).text()
  match(page, /All together: 6 applied, fewer than 5 recognised/)
  ok(!page.includes('All others<'))
  const report = await ministry.get('/en/figures/report?year=2026')
  const text = await textOfPdf(new Uint8Array(await report.arrayBuffer()))
  match(text, /fewer than 5 recognised/)
})

test('the ministry has a report of the year, tagged and whole, and missions have none', async (t) => {
  const home = await withFigures(t)
  const address = '/az/figures/report?year=2026'
  const answer = await (await home.office('ministry@kecid.example')).get(address)
  equal(answer.headers.get('content-type'), 'application/pdf')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = await textOfPdf(bytes)
  const overlapping = (await readPdf(bytes)).flatMap(({ lines }) => overlaps(lines))
  deepEqual(overlapping, [])
  const wanted = ['Nümunə səfirlik, Ankara', 'Mühendislik Fuarı', 'Zolaqlar bunu göstərir']
  for (const each of [...wanted, 'Türkiyə', 'Bütün başqaları', '50']) ok(text.includes(each), each)
  equal((await (await home.office('consul@kecid.example')).get(address)).status, 404)
})

const WEEKS = ['2026-02-02', '2026-02-09', '2026-02-16'].map((week) => isoDate(week))
const CAMPAIGNS = ['a', 'b', 'c', 'd'] as const
const drawn = fc.array(
  fc.record({
    week: fc.constantFrom(...WEEKS),
    what: fc.constantFrom('followed', 'begun', 'applied', 'admitted'),
    people: fc.integer({ min: BATCH_MIN, max: 9 }),
    of: fc.constantFrom(...CAMPAIGNS),
    country: fc.constantFrom('TUR', 'PRT', undefined),
  }),
  { maxLength: 30 },
)
const briefs = fc.tuple(
  ...CAMPAIGNS.map((id) =>
    fc.record({
      id: fc.constant(id),
      mission: fc.constantFrom('example-ankara', 'example-lisbon', 'gone'),
      leadsTo: fc.constantFrom(...LANDINGS),
      kinds: fc.subarray(['poster', 'text'] as const),
      isUncounted: fc.boolean(),
      event: fc.constant({ en: id }),
      languages: fc.constant(['en'] as const),
      from: fc.constant(WEEKS[0] ?? isoDate('2026-02-02')),
      until: fc.constant(WEEKS[0] ?? isoDate('2026-02-02')),
    }),
  ),
)

/** Each number of people in all tables, by where it stands. */
function numbersIn(figures: readonly Figure[], campaigns: Shown['campaigns']) {
  const shown = { figures, campaigns, missions: DEMONSTRATION_MISSIONS, seesAll: true }
  const found = new Map<string, number>()
  for (const { code, numbers, rows } of tablesOf(shown, 'en')) {
    for (const { texts, counts } of rows) {
      numbers.forEach((number, index) => {
        if (number === 'campaigns' || number === 'perHundred') return
        found.set(`${code} ${texts.join()} ${number}`, counts[index] ?? 0)
      })
    }
  }
  return found
}

test('two reports subtracted, of whatever weeks, single out nobody', () => {
  fc.assert(
    fc.property(drawn, briefs, (batches, campaigns) => {
      const figures = batches.map(({ week, what, people, of, country }): Figure => {
        const alike =
          what === 'followed' || what === 'begun'
            ? { campaign: of }
            : country === undefined
              ? {}
              : { country, language: 'en' }
        return { week, what, people, ...alike }
      })
      const reports = WEEKS.map((last) =>
        numbersIn(
          figures.filter(({ week }) => week <= last),
          campaigns,
        ),
      )
      for (const [index, later] of reports.entries()) {
        for (const [where, people] of later) {
          for (const before of [undefined, ...reports.slice(0, index)]) {
            const more = people - (before?.get(where) ?? 0)
            ok(more === 0 || more >= BATCH_MIN, `${where}: ${more}`)
          }
        }
      }
      const all = numbersIn(figures, campaigns)
      for (const what of ['followed', 'begun'] as const) {
        const of = (table: string) =>
          [...all].reduce(
            (sum, [where, people]) =>
              where.startsWith(`${table} `) && where.endsWith(what) ? sum + people : sum,
            0,
          )
        equal(of('missions'), of('events'), 'what a mission has is what its campaigns have')
        equal(of('landings'), of('events'))
      }
    }),
  )
})

test('whoever applies and is recognised is counted by citizenship and language, once', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const ana = await home.signedUpApplicant()
  const caseId = await signedCase(home, ana)
  const values = { citizenships: ['PRT', 'BRA'] }
  await home.db
    .insertInto('answer')
    .values({
      caseId,
      subject: ana.account.partyId,
      block: 'person',
      version: 1,
      readable: JSON.stringify([{ id: caseId, values }]),
      sealed: Buffer.alloc(1),
      savedAt: home.clock.now(),
    })
    .execute()
  home.clock.advance(14 * 86_400_000)
  await weekIsShown(home)
  await weekIsShown(home)
  const rows = await home.db
    .selectFrom('tally')
    .select(['what', 'country', 'language', 'people'])
    .orderBy('what')
    .execute()
  deepEqual(rows, [
    { what: 'admitted', country: 'PRT', language: 'en', people: 1 },
    { what: 'applied', country: 'PRT', language: 'en', people: 1 },
  ])
})
