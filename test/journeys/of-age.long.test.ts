import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { wakesOn } from '#test/days-later.ts'
import type { Applicant } from '#test/house.ts'
import { isHandedOver } from '#test/examined.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atPortal,
  DECLARED,
  ferreira,
  hasChild,
  listsFamily,
  permitHouse,
  sends,
  submits,
  type PermitHouse,
} from '#test/permits.ts'
import { residingWith } from '#test/residing.ts'

/**
 * Lia is seventeen, lives here by a permit that her mother asked for, and is eighteen a few weeks
 * later. Her mother invites her, in English; she takes over on a phone without scripts, in
 * Azerbaijani, finds her permit and her family, and is registered where she stays by herself.
 */
const PHONE = { scripts: false, width: 360, height: 640, locale: 'az-AZ' } as const
const DAY = '2026-04-20'
const LIA = ferreira('Lia', 'CD123458', '2008-04-20')

test('a child of a family is eighteen, takes over, and applies by herself', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana } = all
  const her = await atPortal(portalUrl, ana)
  const family = await listsFamily(her)
  await hasChild(her, family, LIA)
  await isHandedOver(all, await residingWith(all, her, LIA))
  await her.context.close()
  const lia = await home.signedUpApplicant({ email: 'lia.ferreira@example.org', language: 'az' })

  await wakesOn(home, DAY, [ana, lia])
  const link = await invitesOf(all, family, lia)
  const young = await atPortal(portalUrl, lia, PHONE)
  await takesOver(young, link)

  const picture = await reads(young, `/az/family/${family}`)
  match(picture, /Lia Ferreira\s*\(siz\)[\s\S]*son gün/)
  match(picture, /Ana Luísa Ferreira/)
  match(await reads(young, '/az/applications'), /TRP-2026-\d{6}/)

  const id = await beginsInAz(young, 'stay-registration')
  const part = `/az/applications/${id}~1`
  await answers(young, part, {
    ...LIA,
    contact: { phone: '+994501234569' },
    place: {
      reason: 'moved',
      'since-day': '18',
      'since-month': '4',
      'since-year': '2026',
      address: 'Bakı, Nizami küçəsi 5, mənzil 1',
      owner: 'own',
    },
    ...DECLARED,
  })
  await sends(young, part, ['passport'])
  match(await submits(young, id, 'az'), /REG-2026-\d{6}/)
  deepEqual(await wrongOnPhone(all, family), [])
})

/** From the family's page, since she does not act for her any more. */
async function invitesOf(
  { home, portalUrl, ana }: PermitHouse,
  family: string,
  { email }: Applicant,
): Promise<string> {
  const her = await atPortal(portalUrl, ana)
  match(await reads(her, `/en/family/${family}`), /Lia Ferreira: they are 18 or older now/)
  await her.click('Invite to act for themselves: Lia Ferreira')
  await her.fill({ email, language: 'az' })
  await her.press('Send the invitation')
  await her.page.waitForURL('**done=invited**')
  await her.context.close()
  const [mail] = await home.mails(email)
  const link = /\/az\/take-over\/[\w-]+/.exec(mail?.text ?? '')?.[0]
  ok(link, 'a mail has the way in')
  return link
}

async function takesOver(young: Person, link: string): Promise<void> {
  match(await reads(young, link), /Siz olduğunuzu göstərin/)
  const born = { 'born-day': '20', 'born-month': '4', 'born-year': '2008' }
  await young.fill({ ...born, document: 'CD123456' })
  await young.press('Özüm hərəkət edirəm')
  match(await young.text(), /Bu, bizdə olan məlumatla uyğun gəlmir/)
  await young.fill({ ...born, document: 'CD123458' })
  await young.press('Özüm hərəkət edirəm')
  match(await young.text(), /Bundan sonra özünüz üçün özünüz hərəkət edirsiniz/)
}

async function beginsInAz(young: Person, type: string): Promise<string> {
  await young.go('/az/applications')
  await young.page.locator(`form:has(input[value="${type}"]) button`).last().click()
  await young.page.waitForURL('**/applications/*?done=told')
  return new URL(young.page.url()).pathname.split('/').at(-1) ?? ''
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels: what her mother sees of her now, and the link that was used. */
async function wrongOnPhone({ portalUrl, ana }: PermitHouse, family: string) {
  const somebody = await atPortal(portalUrl, ana, { width: 320 })
  await somebody.context.route('**/*.js', (route) => route.abort())
  return inspect(somebody, [`/ru/family/${family}`, `/tr/family/${family}`])
}
