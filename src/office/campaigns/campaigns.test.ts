import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { countByLink } from '#records/campaigns.ts'
import { house, type TestHouse } from '#test/house.ts'
import {
  campaignOf,
  DEMONSTRATION_MISSIONS,
  policyWithMissions,
  weekIsShown,
} from '#test/missions.ts'
import { placeOf } from '#test/visitor.ts'

const FORM = {
  languages: ['tr', 'en'],
  'event-tr': 'Mühendislik Fuarı',
  'event-en': 'Engineering Fair',
  place: 'Technical University, Ankara',
  'from-day': '7',
  'from-month': '3',
  'from-year': '2026',
  'until-day': '8',
  'until-month': '3',
  'until-year': '2026',
  leadsTo: 'welcome',
} as const

const at = (t: Parameters<typeof house>[0]): Promise<TestHouse> =>
  house(t, { policy: policyWithMissions(t) })

test('a consul makes a campaign in one form, and sees its link and code', async (t) => {
  const home = await at(t)
  const consul = await home.office('consul@kecid.example')
  equal((await consul.get('/en')).headers.get('location'), '/en/campaigns')
  match(await (await consul.get('/en/campaigns')).text(), /There is no campaign yet/)
  const made = await consul.post('/en/campaigns/new', FORM)
  const page = await (await consul.follow(made)).text()
  match(page, /The campaign is made[^<]*Its link: portal\.test\/go\/[a-z]{4}-[a-z]{4}\s*</)
  match(page, /portal\.test\/go\/[a-z]{4}-[a-z]{4}</)
  ok(page.includes('kc-square-code') && page.includes('Mühendislik Fuarı'))
  const list = await (await consul.get('/az/campaigns')).text()
  match(list, /Qarşıda/)
  match(list, /5 nəfərdən az/)
})

test('what is wrong is said beside its field, and nothing that was typed is lost', async (t) => {
  const home = await at(t)
  const consul = await home.office('consul@kecid.example')
  const wrong = {
    ...FORM,
    'event-en': 'x'.repeat(200),
    'until-day': '1',
    'until-month': '3',
    place: '<b>&"',
    leadsTo: 'https://evil.example',
  }
  const answer = await consul.post('/en/campaigns/new', wrong)
  const page = await answer.text()
  equal(answer.status, 400)
  match(page, /Name of the event in English: more than 80 letters/)
  match(page, /This day has passed/)
  match(page, /Choose the page that the link leads to/)
  ok(page.includes('x'.repeat(200)) && page.includes('&lt;b&gt;&amp;&quot;'))
  for (const form of [{}, { languages: 'xx' }, { ...FORM, 'from-day': '31', 'from-month': '2' }]) {
    equal((await consul.post('/en/campaigns/new', form)).status, 400)
  }
  const backwards = await consul.post('/en/campaigns/new', { ...FORM, 'until-day': '6' })
  match(await backwards.text(), /The last day is before the first/)
  const yesterday = { ...FORM, 'from-day': '1', 'until-day': '1' }
  match(await (await consul.post('/en/campaigns/new', yesterday)).text(), /This day has passed/)
  equal((await home.db.selectFrom('campaign').select('id').execute()).length, 0)
  for (const asked of ['after=x_y', 'after=2026-02-31_', 'mission=<b>', 'mission=constructor']) {
    equal((await consul.get(`/en/campaigns?${asked}`)).status, 200, asked)
  }
})

test('of somebody who has left nothing is taken, and their campaign stays with the mission', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  await home.db
    .updateTable('membership')
    .set({ untilOn: addDays(home.clock.today(), -1) })
    .where('party', '=', consul.official?.id ?? '')
    .execute()
  const address = `/en/campaigns/${campaign.id}`
  for (const page of ['/en/campaigns/new', `${address}/change`]) {
    const late = await consul.post(page, { ...FORM, version: '1', place: 'Hall 9' })
    equal(late.status, 401, page)
    ok((await late.text()).includes('Hall 9'), 'what was typed waits for whoever signs in')
  }
  equal((await consul.post(address, { press: 'delete', version: '1' })).status, 401)
  const colleague = await home.office('consul2@kecid.example')
  match(await (await colleague.get(address)).text(), /Technical University, Ankara/)
})

test('a mission sees its own campaigns, the ministry all, and nobody else any', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const address = `/en/campaigns/${campaign.id}`
  const rows = [
    ['consul2', 200, 200],
    ['consul.lisbon', 404, 404],
    ['ministry', 200, 404],
    ['officer', 404, 404],
    ['administrator', 404, 404],
  ] as const
  for (const [name, read, change] of rows) {
    const somebody = await home.office(`${name}@kecid.example`)
    equal((await somebody.get(address)).status, read, name)
    equal((await somebody.get(`${address}/change`)).status, change, name)
    const press = { version: '1', press: 'retire' }
    if (change === 404) equal((await somebody.post(address, press)).status, 404, name)
  }
  const ministry = await home.office('ministry@kecid.example')
  match(await (await ministry.get('/en/campaigns')).text(), /Example embassy, Ankara/)
  const lisbon = await (await ministry.get('/en/campaigns?mission=example-lisbon')).text()
  ok(!lisbon.includes('Engineering Fair') && lisbon.includes('All missions'))
})

test('of two officers at one campaign the second reads how it stands, with what they typed', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const [one, two] = [
    await home.office('consul@kecid.example'),
    await home.office('consul2@kecid.example'),
  ]
  const address = `/en/campaigns/${campaign.id}/change`
  const changed = await one.post(address, { ...FORM, version: '1', place: 'Hall 2' })
  equal(placeOf(changed), `/en/campaigns/${campaign.id}`)
  const late = await two.post(address, { ...FORM, version: '1', place: 'Hall 3' })
  const page = await late.text()
  equal(late.status, 409)
  match(page, /changed this campaign meanwhile/)
  match(page, /How it stands now[^]*Hall 2/)
  ok(page.includes('Hall 3') && page.includes('name="version" value="2"'))
  equal((await two.post(address, { ...FORM, version: '2', place: 'Hall 3' })).status, 303)
})

test('a link is retired once however often it is pressed, and brought back', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const address = `/en/campaigns/${campaign.id}`
  const press = (which: string, version: string) => consul.post(address, { press: which, version })
  deepEqual([(await press('retire', '1')).status, (await press('retire', '1')).status], [303, 303])
  match(await (await consul.get(address)).text(), /Retired/)
  equal((await press('revive', '1')).status, 409)
  equal((await press('revive', '2')).status, 303)
  match(await (await consul.get(`${address}?done=campaign-revived`)).text(), /leads to the event/)
  equal((await press('burn', '3')).status, 400)
})

test('what another mission has is told of in words of campaigns, and what is nobody’s in none', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const lisbon = await home.office('consul.lisbon@kecid.example')
  for (const part of ['', '/change', '/material']) {
    const answer = await lisbon.get(`/en/campaigns/${campaign.id}${part}`)
    equal(answer.status, 404)
    match(await answer.text(), /A campaign of another mission is treated as not found/)
  }
  match(
    await (await lisbon.get('/az/campaigns/nothing')).text(),
    /Başqa nümayəndəliyin kampaniyası/,
  )
  const officer = await home.office('officer@kecid.example')
  const page = await (await officer.get(`/en/campaigns/${campaign.id}`)).text()
  match(page, /A case that you may not see is treated as not found/)
})

test('what was begun by mistake is deleted once, from every page, and its code leads nowhere', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const consul = await home.office('consul@kecid.example')
  const address = `/en/campaigns/${campaign.id}`
  const press = (version: string) => consul.post(address, { press: 'delete', version })
  equal((await press('7')).status, 409)
  match(await (await consul.get(address)).text(), /Delete this campaign/)
  const deleted = await press('1')
  equal(placeOf(deleted), '/en/campaigns')
  match(await (await consul.follow(deleted)).text(), /The campaign is deleted/)
  equal(placeOf(await press('1')), '/en/campaigns', 'whoever presses twice is told the same')
  equal((await consul.get(address)).status, 404)
  for (const page of ['/en/missions/example-ankara', `/en/go/${campaign.code}`]) {
    ok(!(await (await home.portal.get(page)).text()).includes('Engineering Fair'), page)
  }
  const followed = await home.portal.follow(await home.portal.get(`/go/${campaign.code}`))
  match(await followed.text(), /no event has it, or none any more/)
})

test('a campaign that may be on paper can only be retired, and says why', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  const address = `/en/campaigns/${campaign.id}`
  home.clock.advance(86_400_000)
  const consul = await home.office('consul@kecid.example')
  match(await (await consul.get(address)).text(), /The event has begun/)
  const late = await consul.post(address, { press: 'delete', version: '1' })
  equal(late.status, 409)
  match(await late.text(), /href="#delete">[^<]*You can only retire it/)
  equal((await consul.get(address)).status, 200)
})

test('a mission that is closed while somebody writes loses nothing, and makes nothing', async (t) => {
  const [ankara, lisbon] = DEMONSTRATION_MISSIONS
  ok(ankara && lisbon)
  const today = (await house(t)).clock.today()
  const policy = policyWithMissions(t, [{ ...ankara, closedAfter: today }, lisbon])
  const home = await house(t, { policy })
  const { campaign } = await campaignOf(home)
  home.clock.advance(86_400_000)
  const consul = await home.office('consul@kecid.example')
  const late = await consul.post('/en/campaigns/new', FORM)
  const page = await late.text()
  equal(late.status, 409)
  match(page, /This mission is closed/)
  ok(page.includes('Mühendislik Fuarı'))
  equal(placeOf(await consul.get('/en/campaigns/new')), '/en/campaigns')
  const address = `/en/campaigns/${campaign.id}`
  equal((await consul.post(address, { press: 'retire', version: '1' })).status, 303)
})

test('figures come once a week, and none of fewer than five', async (t) => {
  const home = await at(t)
  const { campaign } = await campaignOf(home)
  for (let n = 0; n < 6; n += 1) {
    await inTransaction(home.faces.portal.db, (tx) => countByLink(tx, 'followed', campaign.code))
  }
  const figures = async () => {
    const consul = await home.office('consul@kecid.example')
    const page = await (await consul.get(`/en/campaigns/${campaign.id}`)).text()
    return [...(/<tbody[^]*<\/tbody>/.exec(page)?.[0].matchAll(/numeric">([^<]*)</g) ?? [])].map(
      ([, text]) => text,
    )
  }
  deepEqual(await figures(), ['Fewer than 5', 'Fewer than 5'])
  home.clock.advance(7 * 86_400_000)
  await weekIsShown(home)
  deepEqual(await figures(), ['6', 'Fewer than 5', '6', 'Fewer than 5'])
})
