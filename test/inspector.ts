import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { TestContext } from 'node:test'
import type { Page, Response } from 'playwright-core'
import { person, type Person } from '#test/browser.ts'
import type { TestHouse } from '#test/house.ts'
import { ownerSession, streets, type Place } from '#test/streets.ts'

/**
 * Somebody with a narrow screen who looks at pages with axe: WCAG 2.2 A and AA, best practices,
 * and nothing that sticks out to the side. Our scripts are blocked, so that the page is the one
 * that everybody gets.
 */
export type Inspection = {
  readonly home: TestHouse
  readonly places: readonly Place[]
  readonly portalUrl: string
  readonly officeUrl: string
}

export async function inspection(t: TestContext): Promise<Inspection> {
  const { home, places } = await streets(t)
  return { home, places, ...(await home.serve()) }
}

const NARROW = 320

/** A stranger at the portal. */
export async function stranger({ portalUrl }: Inspection): Promise<Person> {
  return narrow(portalUrl)
}

/** The applicant whose case this is. */
export async function ownerOf(seen: Inspection, place: Place): Promise<Person> {
  const { name, value } = await ownerCookie(seen, place)
  return narrow(seen.portalUrl, [name, value])
}

export async function ownerCookie({ home, portalUrl }: Inspection, place: Place) {
  return { name: 'kecid', value: await ownerSession(home, place), url: portalUrl }
}

export async function officialAt({ home, officeUrl }: Inspection, email: string): Promise<Person> {
  const [cookie] = [...(await home.office(email)).cookies]
  return narrow(officeUrl, cookie)
}

/** Somebody with a narrow screen, and with this cookie. */
export async function narrow(
  url: string,
  cookie?: readonly [name: string, value: string],
): Promise<Person> {
  const somebody = await person(url, { width: NARROW })
  await somebody.context.route('**/*.js', (route) => route.abort())
  if (cookie) await somebody.context.addCookies([{ name: cookie[0], value: cookie[1], url }])
  return somebody
}

/** Everything wrong with these pages; the browser is closed afterwards. */
export async function inspect(
  somebody: Person,
  paths: readonly string[],
  statuses: readonly number[] = [200],
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const path of paths) {
    // A file to be saved is not a page: going there ends in a download. Nor is one that is shown:
    // it may run no scripts, and axe would wait for ever.
    const response = await somebody.page.goto(path).catch(() => undefined)
    if (!response || !statuses.includes(response.status()) || !isPage(response)) continue
    const findings = await violationsOn(somebody.page)
    wrong.push(...findings.map((finding) => `${path}: ${finding}`))
    const out = await sideways(somebody.page)
    if (out !== undefined) wrong.push(`${path}: scrolls sideways for ${out}`)
    const broken = await brokenWords(somebody.page)
    if (broken !== '') wrong.push(`${path}: breaks without a hyphen: ${broken}`)
    const doubled = await sidewaysDoubled(somebody.page)
    if (doubled !== undefined) wrong.push(`${path}: scrolls sideways at 200 % for ${doubled}`)
  }
  await somebody.context.close()
  return wrong
}

const isPage = (response: Response): boolean =>
  (response.headers()['content-type'] ?? '').startsWith('text/html')

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violationsOn(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(
    `${source}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target)))`,
  )
  return Array.isArray(found) ? found.map(String) : [String(found)]
}

/** Words of headings that go on in the next line, and nothing says so. */
async function brokenWords(page: Page): Promise<string> {
  const found: unknown = await page.evaluate(`(() => {
    const range = document.createRange()
    const linesOf = (text, { index, 0: { length } }) => {
      range.setStart(text, index + 1) // The hyphen before it is measured with its first letter.
      range.setEnd(text, index + length)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }
    const broken = []
    for (const heading of document.querySelectorAll('h1, h2, h3')) {
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const words = [...texts.currentNode.data.matchAll(/[^\\s\\u00ad-]+/g)]
        broken.push(...words.filter((word) => linesOf(texts.currentNode, word) > 1))
      }
    }
    return broken.join(' ')
  })()`)
  return String(found)
}

/**
 * The same with letters twice as big, in what is folded as well. A table is read in two directions
 * and may be wider (WCAG 1.4.10).
 */
async function sidewaysDoubled(page: Page): Promise<string | undefined> {
  await page.evaluate(`document.documentElement.style.fontSize = '32px'`)
  await page.evaluate(`document.querySelectorAll('table').forEach((each) => each.remove())`)
  await page.evaluate(
    `document.querySelectorAll('details').forEach((each) => { each.open = true })`,
  )
  return sideways(page)
}

/** What sticks out to the side, if anything does: a text, or the innermost element. */
export async function sideways(page: Page): Promise<string | undefined> {
  const found: unknown = await page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return undefined
    const range = document.createRange()
    const isOut = (node) => {
      range.selectNodeContents(node)
      return range.getBoundingClientRect().right > clientWidth
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode
      if (parentElement.closest('.govuk-skip-link, .govuk-visually-hidden')) continue
      if (isOut(texts.currentNode)) return data.trim()
    }
    return [...document.querySelectorAll('body *')].findLast(isOut)?.outerHTML ?? 'something'
  })()`)
  return typeof found === 'string' ? found.slice(0, 200) : undefined
}
