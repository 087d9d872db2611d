import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** Takes the pictures of the README from a running `npm start`, with its invented people. */
const PICTURES = join(resolve(import.meta.dirname, '..'), 'docs', 'pictures')
const PORTAL = process.argv[2] ?? 'http://localhost:3000'
const OFFICE = process.argv[3] ?? 'http://localhost:3001'

async function take(browser: Browser, name: string, visit: (page: Page) => Promise<void>) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } })
  await visit(page)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  await page.close()
}

const found = findChromium()
if (!found.ok) throw new Error(found.problem)
mkdirSync(PICTURES, { recursive: true })
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
await take(browser, 'portal', async (page) => {
  await page.goto(`${PORTAL}/en`)
})
await take(browser, 'office', async (page) => {
  await page.goto(`${OFFICE}/en/sign-in`)
  await page.locator('form:has(input[value="officer@kecid.example"]) button').click()
  await page.waitForURL('**/en?done=signed-in')
  await page.locator('.kc-list a').first().click()
  await page.waitForURL('**/cases/**')
})
await browser.close()
