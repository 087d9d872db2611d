import { phone } from '#test/browser.ts'
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { signInAgain } from '#test/days-later.ts'
import { inspect } from '#test/inspector.ts'
import { atPortal, permitHouse, type PermitHouse } from '#test/permits.ts'
import { residing } from '#test/residing.ts'

/**
 * What may each of us do now? Ana is recognised, and lists her husband, who has an account of his
 * own and reads Russian on a phone without scripts, and Lia, who is seventeen.
 */
const PHONE = phone({ locale: 'ru-RU' })
const DAY_MS = 86_400_000
/** What a permit asks for whatever she answers, before what she answers adds to it. */
const PAPERS = /asked for: 0 if registers confirm what you write, else up to 2\. Depending on/
const TO_DO = /Held now[\s\S]*Pay the state duty[\s\S]*Still to be paid: \d+ AZN[\s\S]*Fingerprints/

test('a family sees what each of them may do, and what changes as a child grows up', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana)
  await her.go('/en/applications')
  await her.click('What you may do')
  equal(await her.heading(), 'What you may do now')
  match(await her.text(), /In force until 1 March 2031/)
  match(await her.text(), PAPERS)
  await her.press('Add your family')
  await her.page.waitForURL('**/family/**')
  match(await her.text(), /Ana Luísa Ferreira \(you\)/)
  const id = new URL(her.page.url()).pathname.split('/').at(-1) ?? ''

  const his = await atPortal(portalUrl, ben, PHONE)
  await his.go(await invitedInto(all, her))
  match(await his.text(), /все в этой семье видят ваше имя, дату рождения/)
  await his.press('Присоединиться к семье')
  equal(await his.heading(), 'Ваша семья')
  await his.click('Указать имя и дату рождения')
  await named(his, { surname: 'Ferreira', given: 'Benedito', born: ['27', '3', '1985'] })
  await his.press('Сохранить и продолжить')
  match(await his.text(), /Benedito Ferreira \(вы\)[\s\S]*Пока здесь ничего нет/)

  await bringsLia(her, id)
  match(await her.text(), /Benedito Ferreira[\s\S]*Age: 40 years[\s\S]*Lia Ferreira[\s\S]*Age: 17/)
  await her.click('What may be done: Lia Ferreira')
  const lia = await her.text()
  match(lia, /1 June 2026[\s\S]*From this day: [\s\S]*Work permit/)
  match(lia, /Residence permit of a family member[\s\S]*Not yet[\s\S]*has to hold: Temporary/)

  // What one of them is given, all of them see; its number is its holder's alone.
  await residing(all)
  await her.go(`/en/may/${id}~1`)
  match(await her.text(), TO_DO)
  await his.go('/ru/family')
  const given = await his.text()
  match(given, /Разрешение на временное проживание, последний день:[\s\S]*Закончится первым/)
  ok(!given.includes('TRP-S-'))
  await his.click('Что вам доступно')
  match(await his.text(), /TRP-S-2026[\s\S]*Разрешение на работу/)
  await her.go(`/en/may/${id}~3`)
  match(
    await her.text(),
    /31 May 2026[\s\S]*For the last time, by age: Residence permit of a family member/,
  )
  deepEqual(await wrongOnPhone(all, id), [])

  home.clock.advance(92 * DAY_MS)
  await signInAgain(home, ana)
  const grown = await atPortal(portalUrl, ana, { ...PHONE, locale: 'en-GB' })
  await grown.go(`/en/may/${id}~3`)
  const open = await grown.text()
  match(open, /Residence permit of a child aged 18 to 22[\s\S]*Open in the law/)
  match(open, /Nobody can promise this yet: an official decides/)

  home.clock.advance(5 * 366 * DAY_MS)
  await signInAgain(home, ana)
  const after = await atPortal(portalUrl, ana, { ...PHONE, locale: 'en-GB' })
  await after.go(`/en/may/${id}~1`)
  match(
    await after.text(),
    /This status has ended[\s\S]*1 March 2031[\s\S]*It was until 1 March 2031, when the status/,
  )
})

/** Where the mail leads by which her husband is invited. */
async function invitedInto({ home, ben }: PermitHouse, her: Person): Promise<string> {
  await her.click('Invite an adult')
  match(await her.text(), /You see each other’s name, date of birth/)
  await her.fill({ who: 'spouse', email: ben.email, language: 'ru' })
  await her.press('Send the invitation')
  await her.page.waitForURL('**/family/**')
  const [mail] = await home.mails(ben.email)
  return /\/ru\/invitation\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
}

type Named = {
  readonly surname: string
  readonly given: string
  readonly born?: readonly [day: string, month: string, year: string]
}

const named = (who: Person, { surname, given, born }: Named): Promise<void> =>
  who.fill({
    surname,
    'given-names': given,
    ...(born === undefined
      ? {}
      : {
          'birth-date-day': born[0],
          'birth-date-month': born[1],
          'birth-date-year': born[2],
        }),
  })

/** Of whom only the name is asked: the day of birth was said as she was added. */
async function bringsLia(her: Person, id: string): Promise<void> {
  await her.go(`/en/family/${id}`)
  await her.click('Add a child or somebody in your care')
  await her.fill({ 'born-day': '1', 'born-month': '6', 'born-year': '2008' })
  await her.press('Add this person')
  await her.page.waitForURL('**/family/**')
  await her.click('Enter name and date of birth')
  await named(her, { surname: 'Ferreira', given: 'Lia' })
  await her.press('Save and continue')
  await her.page.waitForURL('**/family/**')
}

/** Whatever axe finds on what each reads, in the languages that stand nowhere else here. */
async function wrongOnPhone({ portalUrl, ana, ben }: PermitHouse, id: string) {
  const wrong: string[] = []
  for (const [who, language] of [
    [ana, 'tr'],
    [ben, 'az'],
  ] as const) {
    const somebody = await atPortal(portalUrl, who, { width: 320 })
    await somebody.context.route('**/*.js', (route) => route.abort())
    const places = [1, 2, 3].map((place) => `/${language}/may/${id}~${place}`)
    wrong.push(...(await inspect(somebody, [`/${language}/family/${id}`, ...places])))
  }
  return wrong
}
