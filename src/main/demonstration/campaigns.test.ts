import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { promote } from '#main/demonstration/furnish.ts'
import { house } from '#test/house.ts'
import { policyWithMissions } from '#test/missions.ts'

test('the demonstration has made material, and of what was moved since it is told', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  await promote(home.faces)
  const made = await home.db.selectFrom('material').select(['kind', 'language']).execute()
  deepEqual(made.map(({ kind, language }) => `${kind} ${language}`).toSorted(), [
    'leaflet-a4 tr',
    'leaflet-a5 tr',
    'poster tr',
    'slides en',
    'wallet-card en',
  ])
  const { id } = await home.db
    .selectFrom('campaign')
    .select('id')
    .where('place', 'like', '%Kongre%')
    .executeTakeFirstOrThrow()
  const consul = await home.office('consul@kecid.example')
  const page = await (await consul.get(`/en/campaigns/${id}/material`)).text()
  equal(page.match(/Out of date/g)?.length, 1)
  equal(page.match(/Make it anew/g)?.length, 1)
  equal(page.match(/Current/g)?.length, 2)
  match(page, /Then: <span lang="tr">Örnek Kültür Merkezi, İstanbul<\/span>/)
})
