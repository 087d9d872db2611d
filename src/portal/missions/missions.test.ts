import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#core/dated.ts'
import { house } from '#test/house.ts'
import { campaignOf, DEMONSTRATION_MISSIONS, policyWithMissions } from '#test/missions.ts'

test('a mission is found by the country where one lives, from every page', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const front = await (await home.portal.get('/en')).text()
  ok(front.includes('href="/en/missions"'))
  const all = await (await home.portal.get('/en/missions')).text()
  ok(all.includes('Example embassy, Ankara') && all.includes('Example embassy, Lisbon'))
  const spain = await (await home.portal.get('/en/missions?country=ESP')).text()
  ok(spain.includes('Example embassy, Lisbon') && !spain.includes('Example embassy, Ankara'))
  const nowhere = await (await home.portal.get('/en/missions?country=FJI')).text()
  match(nowhere, /No embassy or consulate tells of the Program for this country/)
  for (const asked of ['?country=<b>', '?country=constructor', '?country=&country=TUR']) {
    equal((await home.portal.get(`/en/missions${asked}`)).status, 200, asked)
  }
  equal((await home.portal.get('/en/missions/nobody')).status, 404)
})

test('a mission tells how to reach it and where to meet it, and its data ends no element', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const event = { tr: 'Fuar</script><b>', en: 'Fair</script><b>' }
  const { campaign } = await campaignOf(home, { event })
  const page = await (await home.portal.get('/en/missions/example-ankara')).text()
  ok(page.includes('href="tel:+900000000000"'))
  ok(page.includes('Fair&lt;/script&gt;'))
  const data = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? ''
  const read: unknown = JSON.parse(data)
  ok(JSON.stringify(read).includes('Fair</script><b>'))
  const address = `/en/missions/example-ankara/events/${campaign.code}/calendar`
  const file = await (await home.portal.get(address)).text()
  match(file, /DTSTART;VALUE=DATE:20260303\r\nDTEND;VALUE=DATE:20260304\r\n/)
  equal((await home.portal.get(address.replace('ankara', 'lisbon'))).status, 404)
  home.clock.advance(3 * 86_400_000)
  const later = await (await home.portal.get('/en/missions/example-ankara')).text()
  match(later, /No event is planned just now/)
})

test('a mission that is closed says so on the day after its last, and is on no list', async (t) => {
  const [ankara, lisbon] = DEMONSTRATION_MISSIONS
  ok(ankara && lisbon)
  const first = await house(t)
  const closedAfter = first.clock.today()
  const policy = policyWithMissions(t, [{ ...ankara, closedAfter }, lisbon])
  const home = await house(t, { policy })
  ok((await (await home.portal.get('/en/missions')).text()).includes('Ankara'))
  home.clock.advance(86_400_000)
  equal(home.clock.today(), addDays(closedAfter, 1))
  ok(!(await (await home.portal.get('/en/missions')).text()).includes('Ankara'))
  const page = await (await home.portal.get('/en/missions/example-ankara')).text()
  match(page, /This mission is closed/)
  const consul = await home.office('consul@kecid.example')
  equal((await consul.get('/en/campaigns/new')).headers.get('location'), '/en/campaigns')
  match(await (await consul.get('/en/campaigns')).text(), /makes no new campaigns/)
})
