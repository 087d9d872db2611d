import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { house } from '#test/house.ts'
import { inspect, officialAt } from '#test/inspector.ts'
import { campaignOf, DEMONSTRATION_MISSIONS, policyWithMissions } from '#test/missions.ts'
import { readPdf } from '#test/read-pdf.ts'

test('a consul downloads a leaflet without scripts, and a machine reads its code back', async (t) => {
  const home = await house(t, {
    policy: policyWithMissions(t, DEMONSTRATION_MISSIONS, SHIPPED_POLICY),
  })
  const { campaign } = await campaignOf(home)
  const seen = { home, places: [], ...(await home.serve()) }
  const { page, context } = await officialAt(seen, 'consul@kecid.example')
  await page.goto('/en/campaigns')
  await page.getByRole('link', { name: 'Engineering Fair' }).click()
  await page.getByRole('link', { name: 'Leaflets, poster, slides' }).click()
  await page.getByLabel('What you need').selectOption('Leaflet, A4 folded')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Turkish')
  await page.getByRole('button', { name: 'Show it' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await coming
  equal(download.suggestedFilename(), `${campaign.code}-leaflet-a4-tr.pdf`)
  const pages = await readPdf(new Uint8Array(readFileSync(await download.path())))
  const codes = pages.flatMap(({ code }) => code ?? [])
  deepEqual(
    codes.map((link) => new URL(link).pathname),
    [`/go/${campaign.code}`],
  )
  await page.reload()
  ok(await page.getByText('Current').isVisible())
  await context.close()
  const here = `/campaigns/${campaign.id}/material`
  const shown = `${here}?kind=poster&language=ru`
  deepEqual(
    await inspect(await officialAt(seen, 'consul@kecid.example'), [
      `/en${here}`,
      `/en${shown}`,
      `/az${shown}`,
      `/en/campaigns/${campaign.id}`,
    ]),
    [],
  )
})
