import { test } from 'node:test'
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { submitted } from '#test/ana.ts'

const OUT = '/tmp/s-office/shots'
mkdirSync(OUT, { recursive: true })
const axe = readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8')

test('shots', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const sent = await submitted(ana)
  const others = []
  for (let i = 0; i < 30; i++) others.push(await caseIn('submitted', here, await here.signedUpApplicant()))
  const assess = await caseIn('in-assessment', here, await here.signedUpApplicant())
  const done = await caseIn('awaiting-decision', here, await here.signedUpApplicant())
  const rec = await caseIn('recognised', here, await here.signedUpApplicant())
  const { officeUrl } = await here.serve()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  t.after(() => browser.close())
  const shots = [
    ['nobody', '/sign-in', 'signin'],
    ['officer', '', 'work'],
    ['officer', '?list=sign', 'empty'],
    ['officer', `/cases/${sent.id}`, 'case'],
    ['officer', `/cases/${done}`, 'assessed'],
    ['officer', `/cases/${sent.id}/return`, 'return'],
    ['officer', `/cases/${sent.id}/accept`, 'accept'],
    ['officer', `/cases/${assess}/extend`, 'extend'],
    ['officer', `/cases/${rec}/annul`, 'annul'],
    ['officer', `/cases/${rec}/death`, 'death'],
    ['officer', `/cases/${rec}/close`, 'refused'],
    ['officer', '/search?number=HQM-1', 'search'],
    ['expert.etn', '', 'tasks'],
    ['expert.etn', `/cases/${assess}`, 'expert'],
    ['auditor', '/looks', 'looks'],
  ] as const
  const pages = new Map()
  const only = (process.env['ONLY'] ?? '').split(',').filter(Boolean)
  for (const [who, path, name] of shots) {
    if (only.length && !only.includes(name)) continue
    let page = pages.get(who)
    if (!page) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      page = await context.newPage()
      pages.set(who, page)
      if (who !== 'nobody') {
        await page.goto(`${officeUrl}/en/sign-in`)
        await page.locator(`form:has(input[value="${who}@kecid.example"]) button`).click()
      }
      page.on('console', (m: any) => { if (m.type() === 'error') console.log(name, m.text()) })
    }
    for (const [lang, width] of [['en', 1440], ['az', 360]] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${officeUrl}/${lang}${path}`)
      await page.screenshot({ path: `${OUT}/${name}-${lang}-${width}.png`, fullPage: true })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) console.log('SIDEWAYS', name, lang, width, wide)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => (await (window as any).axe.run()).violations.map((v: any) => [v.id, v.nodes.slice(0, 3).map((n: any) => n.html.slice(0, 200))]))
      if (found.length) console.log('AXE', name, width, JSON.stringify(found, null, 1))
    }
  }
})
