import { equal, ok } from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Form } from '#test/visitor.ts'

/**
 * Somebody who has no mouse: goes from stop to stop with Tab, and at each one what has the focus
 * has to be seen. Whatever is not is written down, with the page and the stop.
 */
export type Keys = {
  /** What could not be seen, at every stop so far. */
  readonly hidden: readonly string[]
  /** Past the head of the page, by the link that is there for it. */
  readonly skip: () => Promise<void>
  /** Goes on with Tab until this has the focus. */
  readonly reach: (target: Locator) => Promise<void>
  /** Presses a key, and waits for the page that it leads to. */
  readonly leave: (key: 'Enter' | 'Space') => Promise<void>
  /** Every stop of the page, from its top until the focus leaves it. */
  readonly tour: () => Promise<number>
}

const STOPS_MAX = 250

/** What is done to an element in the browser to know it again. */
type Marked = {
  readonly setAttribute: (name: string, value: string) => void
  readonly removeAttribute: (name: string) => void
}

type Stop = { readonly name: string; readonly isWanted: boolean }

export function keysOf(page: Page): Keys {
  const hidden: string[] = []
  const look = async (): Promise<Stop> => {
    const [name = '', fault = '', wanted] = String(await page.evaluate(STOP)).split('\n')
    if (fault !== '') hidden.push(`${new URL(page.url()).pathname}: ${name} ${fault}`)
    return { name, isWanted: wanted === 'wanted' }
  }
  const step = async (): Promise<Stop> => {
    await page.keyboard.press('Tab')
    return look()
  }
  return {
    hidden,
    skip: async () => {
      await step()
      await page.keyboard.press('Enter')
    },
    reach: async (target) => {
      await target.first().waitFor({ state: 'attached' })
      await page.locator('[data-wanted]').evaluateAll((nodes: readonly Marked[]) => {
        for (const node of nodes) node.removeAttribute('data-wanted')
      })
      await target.evaluateAll((nodes: readonly Marked[]) => {
        for (const node of nodes) node.setAttribute('data-wanted', '')
      })
      if ((await look()).isWanted) return
      for (let stop = 0; stop < STOPS_MAX; stop += 1) if ((await step()).isWanted) return
      throw new Error(`${target.toString()} was not reached with Tab on ${page.url()}`)
    },
    leave: async (key) => {
      const left = page.waitForEvent('framenavigated')
      await page.keyboard.press(key)
      await left
      await page.waitForLoadState()
    },
    tour: async () => {
      await page.evaluate(`document.activeElement?.blur()`)
      for (let stop = 0; stop < STOPS_MAX; stop += 1) {
        if ((await step()).name === '') return stop
      }
      throw new Error(`the keyboard does not get out of ${page.url()}`)
    },
  }
}

/**
 * The element that has the focus, and what is wrong with how it is seen: it has no size, lies
 * outside of the window, is cut though there is room, is covered by something else, or looks as it
 * does without the focus.
 */
const STOP = `(async () => {
  const RING = 3
  const node = document.activeElement
  if (!node || node === document.body) return ''
  const name = (node.id || node.textContent.trim().slice(0, 40) || node.name || node.tagName)
    .replaceAll(/\\s+/g, ' ')
  const wanted = node.hasAttribute('data-wanted') ? '\\nwanted' : ''
  await Promise.allSettled(document.getAnimations().map((each) => each.finished))
  const box = node.getClientRects()[0]
  if (!box || box.width < 1 || box.height < 1) return name + '\\nhas no size' + wanted
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)]
  const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)]
  if (right - left < 1 || bottom - top < 1) return name + '\\nis outside of the window' + wanted
  const isCut = box.height <= innerHeight / 2 && (box.top < 0 || box.bottom + RING > innerHeight)
  if (isCut) return name + '\\nis cut by the edge of the window' + wanted
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const label = node.labels?.[0]
  const isSeen = at && (node.contains(at) || at.contains(node) || label?.contains(at))
  if (!isSeen) return name + '\\nis covered by ' + at?.outerHTML.slice(0, 80) + wanted
  const painted = [node, label].filter(Boolean).flatMap((each) => [null, '::before'].map((part) => {
    const style = getComputedStyle(each, part)
    return [style.boxShadow, style.backgroundColor, style.outlineStyle, style.outlineColor].join()
  })).join()
  const isShown = painted.includes('rgb(242, 177, 52)') || node.id === 'main'
  return name + '\\n' + (isShown ? '' : 'shows no focus') + wanted
})()`

/** Fills in what is on the page, each field by its name, as somebody would who has no mouse. */
export async function typeIn(page: Page, keys: Keys, form: Form): Promise<void> {
  for (const [name, value] of Object.entries(form)) {
    const values = typeof value === 'string' ? [value] : value
    for (const [index, each] of values.entries()) {
      if (each !== '') await typeOne(page, keys, { name, value: each, index })
    }
  }
}

type Field = { readonly name: string; readonly value: string; readonly index: number }

async function typeOne(page: Page, keys: Keys, { name, value, index }: Field): Promise<void> {
  const all = page.locator(`main [name="${name}"]:not([type="hidden"])`)
  const one = all.nth(index)
  const type = (await all.first().getAttribute('type')) ?? ''
  if (type === 'radio') await pick(page, keys, { all, value })
  else if (type === 'checkbox') {
    const box = page.locator(`main [name="${name}"][value="${value}"]`)
    await keys.reach(box)
    if (!(await box.isChecked())) await page.keyboard.press('Space')
    ok(await box.isChecked(), `${name} is ticked by Space`)
  } else if ((await all.first().locator('option').count()) > 0) {
    await keys.reach(one)
    const option = one.locator(`option[value="${value}"]`)
    await page.keyboard.type(keysIn((await option.textContent()) ?? ''))
    equal(await one.inputValue(), value, `${name} is chosen by its letters`)
  } else {
    await keys.reach(one)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(value)
  }
}

/** As far as there are keys for it: anything else the browser puts into the text field before. */
const keysIn = (text: string): string => /^[ -~]*/.exec(text)?.[0] ?? ''

const CHOICES_MAX = 40

/** Radios are one stop: the arrows go from one to the next, and Space takes the first. */
async function pick(
  page: Page,
  keys: Keys,
  { all, value }: { readonly all: Locator; readonly value: string },
): Promise<void> {
  await keys.reach(all)
  const wanted = all.and(page.locator(`[value="${value}"]`))
  for (let choice = 0; choice < CHOICES_MAX; choice += 1) {
    if ((await page.locator(':focus').and(wanted).count()) > 0) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Space')
  ok(await wanted.isChecked(), `${value} is chosen by the arrows`)
}
