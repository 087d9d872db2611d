import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { person, phone } from '#test/browser.ts'
import { house } from '#test/house.ts'
import { inspect } from '#test/inspector.ts'
import { policyWithMissions } from '#test/missions.ts'
import { atOffice } from '#test/permits.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { linkIn } from '#test/toy-asking.ts'

/** Somebody in Ankara who has no account, on a phone without scripts, and the consul there. */
const DENIZ = 'deniz@example.org'
const ANSWER = 'Evet, eşiniz izinsiz çalışabilir.'

test('a question is asked on a phone, answered by the consul, asked on and deleted', async (t) => {
  const policy = policyWithMissions(t, undefined, SHIPPED_POLICY)
  const home = await house(t, { policy, sessionHours: 12 })
  const { portalUrl, officeUrl } = await home.serve()
  const deniz = await person(portalUrl, phone({ locale: 'tr-TR', width: 320 }))
  await deniz.go('/tr/missions/example-ankara')
  await deniz.click('Soru sorun')
  await deniz.fill({ text: 'Eşim çalışabilir mi?', email: 'deniz' })
  await deniz.press('Soruyu gönderin')
  match(await deniz.text(), /ana@example\.com/)
  equal(await deniz.page.locator('[name="text"]').inputValue(), 'Eşim çalışabilir mi?')
  await deniz.fill({ email: DENIZ })
  await deniz.press('Soruyu gönderin')
  equal(await deniz.heading(), 'Sorunuz bize ulaştı')
  const [mail] = await home.mails(DENIZ)
  match(mail?.subject ?? '', /QST-2026-\d{6}/)
  const link = linkIn(mail?.text.replaceAll(portalUrl, 'http://portal.test') ?? '')

  const consul = await atOffice({ home, officeUrl }, 'consul')
  await consul.go('/en')
  await consul.click('Work list')
  await consul.click(/^QST-/)
  match(await consul.text(), /Eşim çalışabilir mi\?/)
  match(await consul.text(), /Example embassy, Ankara, Turkish/)
  await consul.click('Answer the question')
  await consul.fill({ text: ANSWER })
  await consul.press('Answer the question')
  match(await consul.text(), /Question answered/)

  await consul.click('Make this a question and answer for everybody')
  equal(await consul.page.locator('[name="answer-tr"]').inputValue(), ANSWER)
  await consul.fill({ 'question-tr': 'Aile üyeleri çalışabilir mi?' })
  await consul.press('Have somebody else look at it')
  const told = new URL(consul.page.url()).pathname
  const second = await atOffice({ home, officeUrl }, 'consul2')
  await second.go(told)
  await second.press('Show it to everybody')
  const forAll = ['/tr/questions', '/en/questions', '/tr/missions/example-ankara']
  await deniz.go(forAll[0] ?? '')
  await deniz.page.getByText('Aile üyeleri çalışabilir mi?').click()
  match(await deniz.text(), /Evet, eşiniz izinsiz çalışabilir\./)

  equal((await home.mails(DENIZ))[0]?.subject.includes('yanıt'), true)
  await deniz.go(link)
  match(await deniz.text(), /Sorunuz yanıtlandı[\s\S]*Evet, eşiniz izinsiz çalışabilir\./)
  await deniz.fill({ text: 'Çocuğum okula gidebilir mi?' })
  await deniz.press('Yeniden sorun')
  match(await deniz.text(), /Çocuğum okula gidebilir mi\?/)
  await consul.go('/en?list=all')
  await consul.click(/^QST-/)
  await consul.click('Answer again')
  await consul.fill({ text: 'Evet.' })
  await consul.press('Answer again')

  const looking = await person(portalUrl, { width: 320 })
  const links = [link, `${link}/who-looked`, `${link}/delete`]
  const pages = ['/ru/missions/example-ankara/asked', ...links, ...forAll]
  deepEqual(await inspect(looking, pages), [])
  await deniz.go(link)
  await deniz.click('Sorumu silin')
  await deniz.press('Sorumu silin')
  ok(new URL(deniz.page.url()).pathname.endsWith('/tr/missions'))
  equal(await deniz.go(link), 404)
})
