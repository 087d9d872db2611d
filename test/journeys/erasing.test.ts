import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { eraseDecided } from '#jobs/erase-decided.ts'
import { person, type Person, phone } from '#test/browser.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, HOLDER } from '#test/played-case.ts'

/** Somebody who was refused asks for what is kept of them to be erased. */
const PHONE = phone({ locale: 'ru-RU', width: 320 })
const DAY_MS = 86_400_000

test('who was refused asks on a phone to be erased, and two people see to it', async (t) => {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl, officeUrl } = await home.serve()
  const ana = await home.signedUpApplicant({ language: 'ru' })
  await caseIn('refused', home, ana, { answers: HOLDER })
  const her = await person(portalUrl, PHONE)
  const cookie = { name: 'kecid', value: ana.cookies.get('kecid') ?? '', url: portalUrl }
  await her.context.addCookies([cookie])

  await her.go('/ru/who-looked')
  match(await her.text(), /О чём можно попросить/)
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  equal(await her.page.evaluate(overflow), 0)
  await her.press('Попросить удалить мои данные')
  await her.page.waitForURL('**/ru/applications/*')
  const id = new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
  await her.go(`/ru/applications/${id}/answers/request`)
  match(await her.text(), /Сначала сохраните то, что вам понадобится/)
  await her.page.check('input[name="understood"]')
  await her.page.locator('main form button').first().click()
  await her.go(`/ru/applications/${id}/check`)
  equal(await her.page.evaluate(overflow), 0)
  await her.page.locator(`form[action$="/submit"] button`).click()
  match(await her.text(), /DEL-2026-\d{6}/)

  const protection = await official(home, officeUrl, 'data-protection@kecid.example')
  await protection.go(`/en/cases/${id}/steps/propose`)
  await protection.fill({ reasoning: 'Saxlamaq üçün əsas yoxdur.' })
  await protection.page.locator('main form button').last().click()
  await protection.page.waitForURL('**done=step**')
  const signer = await official(home, officeUrl, 'signer@kecid.example')
  await signer.go(`/en/cases/${id}/steps/sign`)
  match(await signer.text(), /silinir: 12 mart 2026/)
  await signer.press('Sign the decision')
  await signer.page.waitForURL('**done=step**')

  await her.go(`/ru/applications/${id}/decision`)
  match(await her.text(), /Ваши данные будут удалены/)
  home.clock.advance(11 * DAY_MS)
  const mailer = { send: () => Promise.reject(new Error('erasing sends nothing')) }
  await eraseDecided.work({ house: home.faces.jobs, mailer }, {})
  await her.go(`/ru/applications/${id}`)
  match(her.page.url(), /sign-in/)
})

async function official(home: TestHouse, url: string, email: string): Promise<Person> {
  const somebody = await person(url, { width: 1280 })
  const [[name, value] = ['', '']] = [...(await home.office(email)).cookies]
  await somebody.context.addCookies([{ name, value, url }])
  return somebody
}
