import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Form, Upload } from '#test/visitor.ts'
import { findChromium } from '#tools/chromium.ts'

/** Real people for journeys: one browser for each process, one context for each person. */
let browser: Promise<Browser> | undefined

function open(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: programOf(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return browser
}

after(async () => (await browser)?.close())

export type Person = {
  readonly page: Page
  readonly context: BrowserContext
  readonly go: (path: string) => Promise<number>
  /** Fills what is on the page, by the names of its fields; what is hidden stays as it is. */
  readonly fill: (form: Form) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  readonly click: (name: string | RegExp) => Promise<void>
  readonly choose: (selector: string, file: Upload) => Promise<void>
  readonly heading: () => Promise<string>
  readonly text: () => Promise<string>
}

export type Living = {
  readonly scripts?: boolean
  readonly width?: number
  readonly height?: number
  readonly locale?: string
}

/** Somebody on a phone, whose browser runs no scripts. */
export const phone = ({ width = 360, ...said }: Pick<Living, 'width' | 'locale'> = {}) => ({
  scripts: false,
  width,
  height: 640,
  ...said,
})

const WAIT_MS_MAX = 15_000

/** Somebody at this address, with or without scripts, on a screen of that width. */
export async function person(url: string, living: Living = {}): Promise<Person> {
  const { scripts = true, width = 1280, height = 900, locale = 'en-GB' } = living
  const context = await (
    await open()
  ).newContext({
    baseURL: url,
    javaScriptEnabled: scripts,
    viewport: { width, height },
    locale,
  })
  context.setDefaultTimeout(WAIT_MS_MAX)
  const page = await context.newPage()
  return {
    page,
    context,
    go: async (path) => (await page.goto(path))?.status() ?? 0,
    fill: (form) => fillForm(page, form),
    press: (name) => page.getByRole('button', { name }).first().click(),
    click: (name) => page.getByRole('link', { name }).first().click(),
    choose: (selector, { name, type, bytes }) =>
      page.setInputFiles(selector, { name, mimeType: type, buffer: Buffer.from(bytes) }),
    heading: async () => (await page.locator('h1').first().textContent())?.trim() ?? '',
    text: () => page.locator('main').innerText(),
  }
}

async function fillForm(page: Page, form: Form): Promise<void> {
  for (const [name, value] of Object.entries(form)) {
    const values = typeof value === 'string' ? [value] : value
    for (const [index, each] of values.entries()) {
      if (each !== '') await fillField(page, { name, value: each, index })
    }
  }
}

type Field = { readonly name: string; readonly value: string; readonly index: number }

async function fillField(page: Page, { name, value, index }: Field): Promise<void> {
  const all = page.locator(`main [name="${name}"]:not([type="hidden"])`)
  const field = all.first()
  const type = (await field.getAttribute('type')) ?? ''
  const isSelect = (await page.locator(`main select[name="${name}"]`).count()) > 0
  if (isSelect) await all.nth(index).selectOption(value)
  else if (type === 'radio' || type === 'checkbox') {
    await page.locator(`main [name="${name}"][value="${value}"]`).check()
  } else await all.nth(index).fill(value)
}

function programOf(): string {
  const found = findChromium()
  if (!found.ok) throw new Error(found.problem)
  return found.path
}
