import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { addDays } from '#core/dated.ts'
import { MATERIAL_KINDS } from '#core/promotion/material.ts'
import { inTransaction } from '#platform/database.ts'
import { makeMaterial, MATERIAL_A_PAGE } from '#records/material.ts'
import { materialOn } from '#telling/material/content.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, policyWithMissions } from '#test/missions.ts'
import { publishNow } from '#test/published.ts'
import { textOfPdf } from '#test/read-pdf.ts'
import { placeOf } from '#test/visitor.ts'

const at = (t: Parameters<typeof house>[0]): Promise<TestHouse> =>
  house(t, { policy: policyWithMissions(t) })

/** What the form of a preview sends. */
const formIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(kind|language|seen)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

const SCORINGS = 'scorings'

/** From today on another scoring is in force, by which fewer points are enough. */
async function amended(home: TestHouse, folder: string): Promise<void> {
  const [file = ''] = readdirSync(join(folder, SCORINGS))
  const [before, today] = [readFileSync(join(folder, SCORINGS, file), 'utf8'), home.clock.today()]
  const ended = before.replace(/^inForceFrom: .*$/m, `$&\ninForceUntil: ${today}`)
  writeFileSync(join(folder, SCORINGS, file), ended)
  const text = before
    .replace(/^id: .*$/m, 'id: az-amended')
    .replace(/^inForceFrom: .*$/m, `inForceFrom: ${today}`)
    .replace(/^passMark: 70$/m, 'passMark: 65')
  writeFileSync(join(folder, SCORINGS, 'az-amended.yaml'), text)
  await publishNow(home, folder)
  await home.faces.office.followPolicy()
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

test('a consul sees in words what material says, makes it, and has it again as it was', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  match(await (await consul.get(`/en/campaigns/${campaign.id}`)).text(), new RegExp(here))
  match(await (await consul.get(here)).text(), /Nothing was made for this campaign yet/)
  const page = await (await consul.get(`${here}?kind=leaflet-a4&language=tr`)).text()
  match(page, /Beceriniz size Azerbaycan’ın yolunu açar/)
  match(page, /Mühendislik Fuarı/)
  match(page, /Bakanlar Kurulu Kararı 99\/2025/)
  const made = await consul.post(here, formIn(page))
  equal(made.status, 303)
  const file = await consul.get(placeOf(made) ?? '')
  equal(file.headers.get('content-type'), 'application/pdf')
  match(
    file.headers.get('content-disposition') ?? '',
    new RegExp(`^attachment; .*${campaign.code}-leaflet-a4-tr\\.pdf`),
  )
  const bytes = await bytesOf(file)
  match(await textOfPdf(bytes), /Mühendislik Fuarı/)
  home.clock.advance(86_400_000)
  const colleague = await home.office('consul2@kecid.example')
  const again = await bytesOf(await colleague.get(placeOf(made) ?? ''))
  ok(Buffer.from(again).equals(bytes))
  const history = await (await colleague.get(here)).text()
  match(history, /Leaflet, A4 folded/)
  match(history, /Current/)
})

test('who presses twice has one piece, and every kind is opened before it is made', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/az/campaigns/${campaign.id}/material`
  for (const kind of MATERIAL_KINDS) {
    const asked = `kind=${kind}&language=az`
    const shown = await consul.get(`${here}/shown?${asked}`)
    equal(shown.status, 200, kind)
    match(shown.headers.get('content-disposition') ?? '', /^inline/)
    const form = formIn(await (await consul.get(`${here}?${asked}`)).text())
    const twice = [await consul.post(here, form), await consul.post(here, form)]
    equal(new Set(twice.map(placeOf)).size, 1, kind)
  }
  const rows = await home.db.selectFrom('material').select('kind').execute()
  deepEqual(rows.map(({ kind }) => kind).toSorted(), MATERIAL_KINDS.toSorted())
})

test('what has changed since the preview is shown before anything is made', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const form = formIn(await (await consul.get(`${here}?kind=wallet-card&language=en`)).text())
  await home.db.updateTable('campaign').set({ place: 'Hall <9>' }).execute()
  const late = await consul.post(here, form)
  const page = await late.text()
  equal(late.status, 409)
  match(page, /What it says has changed since you looked/)
  match(page, /id="differs"[^]*Hall &lt;9&gt;/)
  equal((await home.db.selectFrom('material').select('id').execute()).length, 0)
  equal((await consul.post(here, formIn(page))).status, 303)
})

test('where the law changed between the preview and the press, what is new is shown first', async (t) => {
  const folder = policyWithMissions(t)
  const home = await house(t, { policy: folder })
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const chosen = `${here}?kind=leaflet-a5&language=en`
  const form = formIn(await (await consul.get(chosen)).text())
  const made = placeOf(await consul.post(here, form)) ?? ''
  await amended(home, folder)
  const late = await consul.post(here, form)
  const page = await late.text()
  equal(late.status, 409)
  match(page, /What it says has changed since you looked/)
  match(page, /id="differs"[^]*<span lang="en">65 of 100 · /)
  equal(
    page.match(/<span lang="en">65 of 100 · /g)?.length,
    2,
    'as what is new, and beside what was',
  )
  const [preview = '', history = ''] = page.split('<h2 class="govuk-heading-m">What was made')
  match(history, /Out of date[^]*Then: <span lang="en">70 of 100 · [^]*Now: <span lang="en">65 of/)
  match(await textOfPdf(await bytesOf(await consul.get(made))), /70\s+of\s+100/)
  const again = await consul.post(here, formIn(preview))
  equal(again.status, 303)
  match(await textOfPdf(await bytesOf(await consul.get(placeOf(again) ?? ''))), /65\s+of\s+100/)
})

test('what is out of date is made anew by one press, once', async (t) => {
  const folder = policyWithMissions(t)
  const home = await house(t, { policy: folder })
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  for (const language of ['tr', 'en']) {
    const form = formIn(await (await consul.get(`${here}?kind=text&language=${language}`)).text())
    equal((await consul.post(here, form)).status, 303)
  }
  doesNotMatch(await (await consul.get(here)).text(), /Make it anew/)
  home.clock.advance(86_400_000)
  await amended(home, folder)
  const late = await home.office('consul2@kecid.example')
  const before = await (await late.get(here)).text()
  equal(before.match(/Out of date/g)?.length, 2)
  equal(before.match(/Make it anew/g)?.length, 2)
  const [, first = ''] = before.split(`<form method="post" action="${here}"`)
  const pressed = await late.post(here, formIn(first))
  equal(pressed.status, 303)
  const file = await late.get(placeOf(pressed) ?? '')
  match(await file.text(), /65/)
  const after = await (await late.get(here)).text()
  equal(after.match(/Out of date/g)?.length, 2, 'what lies about stays out of date')
  equal(after.match(/Current/g)?.length, 1)
  equal(after.match(/Make it anew/g)?.length, 1)
  const ministry = await home.office('ministry@kecid.example')
  doesNotMatch(await (await ministry.get(here)).text(), /Make it anew/)
})

test('a page of what was made leads to the rest', async (t) => {
  const home = await at(t)
  const { campaign, db } = await campaignOf(home)
  const now = home.clock.today()
  for (let day = 0; day <= MATERIAL_A_PAGE; day += 1) {
    const on = { language: 'en', madeOn: addDays(now, day) } as const
    const content = materialOn(home.faces.office, campaign, on)
    ok(content)
    home.clock.advance(1000)
    const made = { campaign: campaign.id, kind: 'text', content } as const
    await inTransaction(db, (tx) => makeMaterial(tx, made, home.clock.now()))
  }
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const page = await (await consul.get(here)).text()
  equal(page.match(/: download as it was/g)?.length, MATERIAL_A_PAGE)
  const [, next = ''] = /href="([^"]*after=[^"]*)">\s*Earlier/.exec(page) ?? []
  const rest = await (await consul.get(next)).text()
  equal(rest.match(/: download as it was/g)?.length, 1)
  doesNotMatch(rest, />Earlier</)
})

test('languages of the campaign come first, and of another one it is said what stays', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const page = await (await consul.get(`${here}?kind=poster&language=en`)).text()
  const offered = [...page.matchAll(/<option value="(az|tr|en|ru)"[^>]*>([^<]*)</g)]
  deepEqual(
    offered.map(([, value, text]) => [value, text?.trim()]),
    [
      ['tr', 'Turkish'],
      ['en', 'English'],
      ['az', 'Azerbaijani – not a language of this campaign'],
      ['ru', 'Russian – not a language of this campaign'],
    ],
  )
  doesNotMatch(page, /It stays as it is/)
  const other = await (await consul.get(`${here}?kind=poster&language=ru`)).text()
  match(other, /no name of the event in this language[^]*Mühendislik Fuarı[^]*Turkish, English/)
  match(other, new RegExp(`href="/en/campaigns/${campaign.id}/change"`))
  const ministry = await home.office('ministry@kecid.example')
  const read = await (await ministry.get(`${here}?kind=poster&language=ru`)).text()
  match(read, /It stays as it is/)
  doesNotMatch(read, new RegExp(`href="/en/campaigns/${campaign.id}/change"`))
})

test('six who look at once are all answered, and nobody else waits for all of them', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const asked = `${here}/shown?kind=leaflet-a5&language=en`
  const order: string[] = []
  const noted = async (name: string, answer: Promise<Response>) => {
    const { status } = await answer
    order.push(name)
    return status
  }
  const six = Array.from({ length: 6 }, () => noted('file', consul.get(asked)))
  const page = noted('page', consul.get('/en/campaigns'))
  deepEqual(
    await Promise.all([...six, page]),
    Array.from({ length: 7 }, () => 200),
  )
  ok(order.indexOf('page') < 6, order.join(' '))
})

test('where too many wait for a file, whoever comes is asked to come again', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const asked = `/en/campaigns/${campaign.id}/material/shown?kind=wallet-card&language=en`
  const answers = await Promise.all(Array.from({ length: 40 }, () => consul.get(asked)))
  const busy = answers.filter(({ status }) => status === 503)
  ok(busy.length > 0 && answers.every(({ status }) => status === 200 || status === 503))
  equal(busy[0]?.headers.get('retry-after'), '30')
  match((await busy[0]?.text()) ?? '', /Ask for yours again[^]*Open the file as it will be/)
  equal((await consul.get(asked)).status, 200)
})

test('the code alone is an SVG and a PNG, which a machine reads', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const page = await (await consul.get(`/en/campaigns/${campaign.id}`)).text()
  for (const form of ['svg', 'png']) {
    const address = `/en/campaigns/${campaign.id}/code/${form}`
    ok(page.includes(`href="${address}"`))
    const file = await consul.get(address)
    match(file.headers.get('content-type') ?? '', new RegExp(`^image/${form}`))
    match(file.headers.get('content-disposition') ?? '', new RegExp(`${campaign.code}\\.${form}`))
    const drawn = sharp(await bytesOf(file), { density: 600 })
      .ensureAlpha()
      .raw()
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
    equal(new URL(read?.data ?? '').pathname, `/go/${campaign.code}`)
    const stranger = await home.office('consul.lisbon@kecid.example')
    equal((await stranger.get(address)).status, 404)
  }
  equal((await consul.get(`/en/campaigns/${campaign.id}/code/gif`)).status, 404)
})

test('what was made says that it is out of date, and what differs', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const form = formIn(await (await consul.get(`${here}?kind=poster&language=en`)).text())
  equal((await consul.post(here, form)).status, 303)
  doesNotMatch(await (await consul.get(here)).text(), /Out of date/)
  await home.db.updateTable('campaign').set({ place: 'Hall 9' }).execute()
  const page = await (await consul.get(here)).text()
  match(page, /Out of date/)
  match(page, /Then: <span lang="en">Technical University, Ankara<\/span>/)
  match(page, /Now: <span lang="en">Hall 9<\/span>/)
})

test('the ministry reads, other missions see nothing, and a retired link makes nothing new', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  const chosen = `${here}?kind=text&language=ru`
  const form = formIn(await (await consul.get(chosen)).text())
  const place = placeOf(await consul.post(here, form)) ?? ''
  const rows = [
    ['consul2', 200, 303],
    ['ministry', 200, 404],
    ['consul.lisbon', 404, 404],
    ['officer', 404, 404],
  ] as const
  for (const [name, read, make] of rows) {
    const somebody = await home.office(`${name}@kecid.example`)
    for (const address of [chosen, `${here}/shown?kind=text&language=ru`, place]) {
      equal((await somebody.get(address)).status, read, `${name} ${address}`)
    }
    equal((await somebody.post(here, form)).status, make, name)
  }
  await home.db.updateTable('campaign').set({ retiredOn: '2026-03-02' }).execute()
  match(await (await consul.get(chosen)).text(), /This link is retired/)
  equal((await consul.post(here, form)).status, 409)
  equal((await consul.get(place)).status, 200)
})

test('what nobody can choose is said, and nothing that is sent breaks the page', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const here = `/en/campaigns/${campaign.id}/material`
  for (const query of [
    '?kind=banner&language=en',
    '?kind=wallet-card&language=xx',
    '?kind=wallet-card',
  ]) {
    const page = await (await consul.get(`${here}${query}`)).text()
    match(page, /Choose one of these/)
  }
  equal((await consul.get(`${here}/shown?kind=banner&language=en`)).status, 404)
  equal((await consul.get(`${here}/made/none`)).status, 404)
  equal((await consul.get(`${here}?after=x`)).status, 200)
  equal((await consul.post(here, {})).status, 400)
  const seen = '<b>=1 figures.9=2 constructor=3'
  const late = await consul.post(here, { kind: 'wallet-card', language: 'en', seen })
  equal(late.status, 409)
  ok((await late.text()).includes('No longer said'))
})
