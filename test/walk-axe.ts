import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page: rules of WCAG 2.2, levels A and AA, and its best practices. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function violationsOn(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(
    `${source}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target)))`,
  )
  return Array.isArray(found) ? found.map(String) : [String(found)]
}

/** True when something sticks out to the side. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const wide: unknown = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  return wide === true
}
