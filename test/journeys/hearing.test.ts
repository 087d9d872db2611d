import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { pdf } from '#test/ana.ts'
import { person, type Person, phone } from '#test/browser.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

/** An annulment by hand: proposed, answered by the holder, decided by another, and verified. */
const SAID = 'Диплом настоящий. Спросите университет, там подтвердят.'
const PHONE = phone({ locale: 'ru-RU', width: 320 })

test('the holder of a status is heard on a phone before another person annuls it', async (t) => {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl, officeUrl } = await home.serve()
  const ana = await home.signedUpApplicant({ language: 'ru' })
  const given = await signedCase(home, ana)
  const { number } = await home.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  equal(await isValid(portalUrl, number), true)

  const officer = await official(home, officeUrl, 'officer@kecid.example')
  await officer.go(`/en/cases/${given}`)
  await officer.click('Start an annulment')
  await officer.fill({ grounds: 'A2', reasoning: 'Universitet diplomu tanımır.' })
  await officer.press('Propose annulment')
  await officer.page.waitForURL('**done=step**')
  const id = new URL(officer.page.url()).pathname.split('/').at(-1) ?? ''
  match(await officer.text(), /Holder being heard/i)

  const [letter] = await home.mails(ana.email)
  match(letter?.text ?? '', new RegExp(`/ru/applications/${id}`))
  await replies(portalUrl, ana, id)

  const signer = await official(home, officeUrl, 'signer@kecid.example')
  await signer.go('/en')
  match(await signer.text(), /Annulment proposed/i)
  await signer.go(`/en/cases/${id}/steps/annul`)
  const deciding = await signer.text()
  ok(deciding.includes(SAID) && deciding.includes('diploma.pdf'))
  await signer.press('Annul the status')
  await signer.page.waitForURL('**done=step**')

  equal(await isValid(portalUrl, number), false)
})

/** In Russian, at 320 pixels, without scripts: from the letter's link to the receipt. */
async function replies(portalUrl: string, ana: Applicant, id: string): Promise<void> {
  const her = await person(portalUrl, PHONE)
  const cookie = { name: 'kecid', value: ana.cookies.get('kecid') ?? '', url: portalUrl }
  await her.context.addCookies([cookie])
  await her.go(`/ru/applications/${id}`)
  await her.click('Дать объяснения')
  const page = await her.text()
  match(page, /Позднее выявлен поддельный документ или ложные сведения/)
  match(page, /Universitet diplomu tanımır\./)
  match(page, /Сотрудники пишут на азербайджанском/)
  match(page, /вторник, 17 марта 2026/)
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  equal(await her.page.evaluate(overflow), 0)
  await her.click('Приложить документ')
  await her.choose('#file-proof', pdf('diploma.pdf'))
  await her.page.locator('#kind-proof form[enctype] button').click()
  await her.page.waitForURL('**?done=uploaded&of=proof')
  equal(await her.page.evaluate(overflow), 0)
  await her.go(`/ru/applications/${id}/reply`)
  match(await her.text(), /diploma\.pdf/)
  await her.fill({ text: SAID })
  await her.press('Отправить')
  await her.page.waitForURL('**done=step**')
  const after = await her.text()
  match(after, /Ответ получен/)
  match(after.replaceAll('\u00ad', ''), /У кого сейчас дело\s*\S/)
  ok(after.includes(SAID))
  await her.context.close()
}

async function official(home: TestHouse, url: string, email: string): Promise<Person> {
  const somebody = await person(url, { width: 1280 })
  const [[name, value] = ['', '']] = [...(await home.office(email)).cookies]
  await somebody.context.addCookies([{ name, value, url }])
  return somebody
}

/** What whoever is shown the paper learns. */
async function isValid(portalUrl: string, number: string): Promise<boolean> {
  const bank = await person(portalUrl, { scripts: false })
  await bank.go('/en/verify')
  await bank.fill({
    document: number,
    'birth-date-day': '27',
    'birth-date-month': '3',
    'birth-date-year': '1987',
    passport: '3456',
  })
  await bank.press('Check')
  const text = await bank.text()
  await bank.context.close()
  return text.includes('This status is valid today')
}
