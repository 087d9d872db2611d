import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { MATERIAL_KINDS } from '#core/promotion/material.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, policyWithMissions } from '#test/missions.ts'
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
