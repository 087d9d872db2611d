import { equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { person, type Person } from '#test/browser.ts'
import { ANA } from '#test/ana.ts'
import { house } from '#test/house.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const CONTACT = ANA['contact'] as Form

/** An applicant before an empty form of a new draft. */
async function atForm(t: TestContext, scripts: boolean) {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl } = await home.serve()
  const applicant = await home.signedUpApplicant()
  const begin = await applicant.post('/en/applications')
  const base = placeOf(begin)
  const ana = await person(portalUrl, { scripts, width: scripts ? 1280 : 360 })
  await ana.context.addCookies([
    { name: 'kecid', value: applicant.cookies.get('kecid') ?? '', url: portalUrl },
  ])
  await ana.go(`${base}/answers/contact`)
  return { ana, base }
}

const townOf = ({ page }: Person) => page.locator('[name="town"]').inputValue()

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  test(`changing the language takes along what is typed, ${how}`, async (t) => {
    const { ana, base } = await atForm(t, scripts)
    await ana.fill({ phone: 'no number', town: 'Porto', language: 'en' })

    await ana.press('Русский')
    await ana.page.waitForURL(`**/ru/**`)
    equal(await townOf(ana), 'Porto')
    equal(await ana.page.locator('[name="phone"]').inputValue(), 'no number')
    ok(!(await ana.text()).includes('Телефон: начните'), 'nothing is judged before it is sent')

    await ana.press('English')
    await ana.page.waitForURL(`**/en/**`)
    await ana.fill(CONTACT)
    await ana.page.locator('[name="town"]').press('Enter')
    await ana.page.waitForURL('**/answers/stay?done=saved&of=contact')
    await ana.go(`${base}/answers/contact`)
    equal(await townOf(ana), CONTACT['town'], 'the Enter key saved the form')
  })
}

test('going back, loading again and leaving for a while lose nothing that is typed', async (t) => {
  const { ana, base } = await atForm(t, true)
  await ana.fill({ town: 'Porto', language: 'ru', country: 'PRT' })
  await ana.page.waitForTimeout(500)

  await ana.page.reload()
  equal(await townOf(ana), 'Porto')
  match(await ana.text(), /What you typed here before is back/)
  equal(await ana.page.locator('[name="country"]').inputValue(), 'PRT')
  ok(await ana.page.locator('[name="language"][value="ru"]').isChecked())

  await ana.go(base)
  await ana.page.goBack()
  equal(await townOf(ana), 'Porto')
  await ana.press('Start again from what is saved')
  equal(await townOf(ana), '')
  await ana.page.reload()
  equal(await townOf(ana), '')

  await ana.fill(CONTACT)
  await ana.press('Save and continue')
  await ana.page.waitForURL('**/answers/stay?done=saved&of=contact')
  await ana.go(`${base}/answers/contact`)
  ok(!(await ana.text()).includes('is back'), 'what is saved is no more kept in the window')

  await ana.fill({ town: 'Lisboa' })
  await ana.page.waitForTimeout(500)
  await ana.press('Sign out')
  await ana.page.waitForURL('**/en?done=signed-out')
  equal(await ana.page.evaluate(() => sessionStorage.length), 0)
})

test('where the window keeps nothing, leaving a form asks first', async (t) => {
  const { ana, base } = await atForm(t, true)
  await ana.page.addInitScript({
    content: `Object.defineProperty(globalThis, 'sessionStorage', {
      get() { throw new Error('refused') },
    })`,
  })
  await ana.page.reload()
  await ana.page.locator('[name="town"]').pressSequentially('Porto')
  let asked = 0
  ana.page.on('dialog', (dialog) => {
    asked += 1
    void dialog.accept()
  })
  await ana.page.locator('.govuk-back-link').click()
  await ana.page.waitForURL((url) => url.pathname === base)
  equal(asked, 1)
})

test('a link of what is wrong leads to its field with the sentence in sight', async (t) => {
  const { ana, base } = await atForm(t, true)
  await ana.page.setViewportSize({ width: 360, height: 640 })
  await ana.go(`${base}/answers/declarations`)
  await ana.press('Save and continue')
  const links = ana.page.locator('.govuk-error-summary a')
  await links.first().waitFor()
  for (const link of await links.all()) {
    await link.click()
    const sentence = ana.page.locator('.govuk-error-message', { hasText: await link.innerText() })
    const { y = -1 } = (await sentence.boundingBox()) ?? {}
    ok(y >= 0 && y < 600, `${await link.innerText()} at ${y}`)
  }
})
