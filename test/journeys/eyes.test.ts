import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { LANGUAGES } from '#core/language.ts'
import { person } from '#test/browser.ts'
import { readHouse } from '#test/house.ts'
import { inspection, ownerCookie, sideways } from '#test/inspector.ts'

/** What no rule of axe looks at: states of controls, big letters, and paper. */
const DRAW_BUTTONS = `(() => {
  const look = (name) => ['button', 'a'].map((tag) => {
    const element = document.createElement(tag)
    Object.assign(element, { className: name, href: '/', textContent: 'Word' })
    return element
  })
  const variants = ['', '--secondary', '--warning', '--inverse', '--start']
  const buttons = variants.flatMap((name) => look('govuk-button govuk-button' + name))
  document.querySelector('main').replaceChildren(...buttons, ...look('kc-link-button'))
})()`

test('every button is readable hovered, focused and both, in light and in dark', async () => {
  const { serve } = await readHouse()
  const { portalUrl, officeUrl } = await serve()
  for (const url of [portalUrl, officeUrl]) {
    const { page, context } = await person(url)
    await page.goto('/en/sign-in')
    await page.evaluate(DRAW_BUTTONS)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      deepEqual(await unreadable(page), [], `${url} ${colorScheme}`)
    }
    await context.close()
  }
})

/** Each control of main in each of its states, where its word has less than 4.5:1. */
async function unreadable(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  const all = 'main a, main button'
  await page.keyboard.press('Shift') // A key came last, so that the focus is one that is shown.
  for (const [index, control] of (await page.locator(all).all()).entries()) {
    const [box, name] = [await control.boundingBox(), await control.getAttribute('class')]
    ok(box)
    for (const [x, y] of [
      [0, 0],
      [box.x + 5, box.y + 5],
    ] as const) {
      await page.mouse.move(x, y)
      for (const state of ['blur', 'focus']) {
        const found = await page.evaluate(`(${CONTRAST})(
          document.querySelectorAll('${all}')[${index}], '${state}')`)
        const contrast = Number(found)
        if (!(contrast >= 4.5)) wrong.push(`${name}, ${x > 0}, ${state}: ${contrast.toFixed(2)}`)
      }
    }
  }
  return wrong
}

/** Of the text on whatever is painted behind it, by the formula of WCAG. */
const CONTRAST = `async (node, state) => {
  node[state]()
  await Promise.all(node.getAnimations().map((each) => each.finished))
  const rgb = (colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    const context = canvas.getContext('2d')
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data]
  }
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  let behind = node
  while (rgb(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement
  const [one, other] = [getComputedStyle(node).color, getComputedStyle(behind).backgroundColor]
    .map((colour) => light(rgb(colour))).toSorted((a, b) => b - a)
  return (one + 0.05) / (other + 0.05)
}`

const OPEN = ['', '/criteria', '/estimate', '/verify', '/sign-in', '/accessibility'] as const

test('letters twice as big fit into the page, on a desk and on a phone', async () => {
  const { serve } = await readHouse()
  const { portalUrl } = await serve()
  const wrong: string[] = []
  for (const width of [1280, 320]) {
    const { page, context } = await person(portalUrl, { width })
    for (const language of LANGUAGES) {
      for (const path of OPEN) {
        await page.goto(`/${language}${path}`)
        await page.evaluate(`document.documentElement.style.fontSize = '32px'`)
        const out = await sideways(page)
        if (out !== undefined) wrong.push(`/${language}${path} at ${width}: ${out}`)
        const small = await page.evaluate(SMALL)
        if (small !== '') wrong.push(`/${language}${path}: does not grow: ${String(small)}`)
      }
    }
    await context.close()
  }
  deepEqual(wrong, [])
})

/** Words that stay smaller than the smallest that we write, doubled. */
const SMALL = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data, parentElement: parent } = texts.currentNode
    if (data.trim() === '' || !parent.checkVisibility()) continue
    if (['SCRIPT', 'STYLE', 'OPTION'].includes(parent.tagName)) continue
    if (parseFloat(getComputedStyle(parent).fontSize) < 28) return data.trim()
  }
  return ''
})()`

test('on a phone the head leaves the screen to the page, and opens without a script', async () => {
  const { serve } = await readHouse()
  const { portalUrl } = await serve()
  for (const language of LANGUAGES) {
    const living = { width: 320, height: 640, scripts: false }
    const { page, context } = await person(portalUrl, living)
    await page.goto(`/${language}/criteria`)
    ok(((await page.locator('h1').boundingBox())?.y ?? 640) < 640 / 4, language)
    const menu = page.locator('.kc-header__nav')
    ok(await menu.isHidden())
    await page.locator('.kc-header button').press('Enter')
    ok(await menu.isVisible())
    await page.keyboard.press('Escape')
    ok(await menu.isHidden())
    deepEqual(await page.locator('.kc-header nav li:visible').count(), LANGUAGES.length - 1)
    await context.close()
  }
})

test('a printed page holds everything that is folded on the screen', async (t) => {
  const { portalUrl } = await inspection(t)
  const { page, context } = await person(portalUrl, { width: 1280, height: 800 })
  await page.goto('/en/criteria')
  const folded = () =>
    page.evaluate(`[...new Set([...document.querySelectorAll('details > div')].map((node) =>
      node.checkVisibility() && node.clientHeight > 0))]`)

  deepEqual(await folded(), [false])
  await page.emulateMedia({ media: 'print' })
  deepEqual(await folded(), [true])
  await context.close()
})

test('before a session ends it is said, and a press gives as much time again', async (t) => {
  const seen = await inspection(t)
  const [place] = seen.places
  ok(place)
  const { page, context } = await person(seen.portalUrl, { width: 320, height: 256 })
  await context.addCookies([await ownerCookie(seen, place)])
  await page.clock.install()
  await page.goto('/en/applications')
  const said = page.getByRole('status').getByText('signed out in five minutes')

  await page.clock.fastForward('54:59')
  ok(await said.isHidden())
  await page.clock.fastForward('00:02')
  ok(await said.isVisible())
  const kept = page.waitForRequest((request) => request.method() === 'HEAD')
  await page.getByRole('button', { name: 'Stay signed in' }).press('Enter')
  deepEqual((await (await kept).response())?.status(), 303)
  ok(await said.isHidden())
  await page.clock.fastForward('55:01')
  ok(await said.isVisible())
  await context.close()
})
