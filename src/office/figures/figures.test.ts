import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '#office/figures/tables.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, policyWithMissions, weekIsShown } from '#test/missions.ts'
import { overlaps, readPdf, textOfPdf } from '#test/read-pdf.ts'
import { signedCase } from '#test/signed-case.ts'

async function withFigures(t: Parameters<typeof house>[0]): Promise<TestHouse> {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
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
  ok(!/id="landings"[^]*?>50</.test((await read('consul.lisbon')).page), 'not of others')
  const ministry = (await read('ministry')).page
  match(ministry, /Missions side by side[^]*Example embassy, Ankara[^]*?>20</)
  for (const name of ['officer', 'auditor']) equal((await read(name)).status, 404, name)
})

test('each table is a file that a spreadsheet reads, and no cell of it is a formula', async (t) => {
  const home = await withFigures(t)
  const ministry = await home.office('ministry@kecid.example')
  const answer = await ministry.get('/az/figures/file?year=2026&table=country')
  equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
  const text = await answer.text()
  match(text, /"Vətəndaşlıq","Müraciət edib","Status verilib"\r\n"Türkiyə","12","7"\r\n/)
  match(text, /"Bütün başqaları","6",""\r\n$/)
  equal((await ministry.get('/az/figures/file?year=1&table=nothing')).status, 404)
  const table = { code: 'country', title: '', columns: ['=1+1', '"'], rows: [] } as const
  equal(csvOf(table), '\uFEFF"\'=1+1",""""\r\n')
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
  for (const wanted of ['Nümunə səfirlik, Ankara', 'Türkiyə', 'Bütün başqaları', '50']) {
    ok(text.includes(wanted), wanted)
  }
  equal((await (await home.office('consul@kecid.example')).get(address)).status, 404)
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
