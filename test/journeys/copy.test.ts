import { equal, match } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { person, phone } from '#test/browser.ts'
import { givenCopy } from '#test/copies.ts'
import { house } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

/** Somebody who was given a copy of what is kept of them downloads it on a phone, and reads it. */
const PHONE = phone({ locale: 'ru-RU', width: 320 })

test('a copy is downloaded on a phone, and read without the house', async (t) => {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl } = await home.serve()
  const ana = await home.signedUpApplicant({ language: 'ru' })
  const earlier = await signedCase(home, ana)
  await ana.get(`/ru/applications/${earlier}/decision`)
  const id = await givenCopy(home, ana)
  const her = await person(portalUrl, PHONE)
  const cookie = { name: 'kecid', value: ana.cookies.get('kecid') ?? '', url: portalUrl }
  await her.context.addCookies([cookie])
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

  await her.go('/ru/who-looked')
  match(await her.text(), /Попросить копию того, что обо мне хранится/)
  equal(await her.page.evaluate(overflow), 0)
  await her.go(`/ru/applications/${id}/decision`)
  await her.page.getByText('Скачать то, что о вас хранится').click()
  await her.page.waitForURL('**/copy')
  equal(await her.page.evaluate(overflow), 0)
  const downloading = her.page.waitForEvent('download')
  await her.press('Скачать, чтобы читать и печатать')
  const file = await downloading
  match(file.suggestedFilename(), /^ACC-2026-\d{6}\.html$/)

  const saved = join(mkdtempSync(join(tmpdir(), 'kecid-copy-')), file.suggestedFilename())
  t.after(() => rmSync(dirname(saved), { recursive: true }))
  await file.saveAs(saved)

  const alone = await her.context.newPage()
  await alone.goto(pathToFileURL(saved).href)
  match(await alone.innerText('main'), /Что о вас хранится[\s\S]*HQM-2026-000123/)
  equal(await alone.evaluate(overflow), 0)
})
