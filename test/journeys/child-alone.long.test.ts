import { phone } from '#test/browser.ts'
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  DECLARED,
  ferreira,
  hasChild,
  listsFamily,
  permitHouse,
  sends,
  submits,
  takes,
} from '#test/permits.ts'
import { residingWith } from '#test/residing.ts'

/**
 * Lia is eleven, and her card is lost. Her mother, whose own is where it was, reports that for her
 * alone, on a phone without scripts.
 */
const PHONE = phone({ locale: 'tr-TR' })
const LIA = ferreira('Lia', 'CD123458', '2015-03-27')

test('what a child alone has lost is reported for that child alone', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana)
  const family = await listsFamily(her)
  await hasChild(her, family, LIA)
  const ofLia = `/en/may/${family}~2`
  doesNotMatch(await reads(her, ofLia), /For this person alone/, 'she has no card to lose')
  await residingWith(all, her, LIA)
  doesNotMatch(await reads(her, `/en/may/${family}~1`), /For this person alone/)

  const hers = await atPortal(all.portalUrl, all.ana, PHONE)
  await hers.go(`/tr/family/${family}`)
  await hers.click('Bilgi veya kart değişikliği')
  match(await hers.text(), /Bu kişi için ayrıca: Lia Ferreira\s*Bilgi veya kart değişikliği/)
  await hers.press('Bu kişi için başlayın')
  await hers.page.waitForURL('**/applications/*?done=told')
  const id = new URL(hers.page.url()).pathname.split('/').at(-1) ?? ''
  const part = `/tr/applications/${id}~1`
  await hers.go(`${part}/answers/person`)
  equal(await hers.page.locator('input[value="Lia"]').count(), 1, 'what the family says is there')
  await answers(hers, part, { change: LOST, ...LIA, contact: { phone: '+994501234567' } })
  await answers(hers, part, DECLARED)
  await sends(hers, part, ['child-passport'])
  match(await submits(hers, id, 'tr'), /CHG-2026-\d{6}/)
  match(await reads(hers, `/tr/may/${family}~2`), /Bu türden bir başvurunuz zaten var/)

  const [officer, head] = [await atOffice(all, 'officer'), await atOffice(all, 'head')]
  match(await reads(officer, `/en/cases/${id}`), /Ferreira Lia|Lia Ferreira/)
  doesNotMatch(await reads(officer, `/en/cases/${id}`), /Ana/)
  const step = (code: string) => `/en/cases/${id}/steps/${code}`
  await takes(officer, step('ask-for-recall'), { reason: 'Vahid sistem cavab vermir.' })
  await takes(head, step('recall'))
  await takes(officer, step('draft-decision'), {
    '1.outcome': 'entered',
    '1.reasoning': 'İtki barədə arayış var.',
  })
  await takes(await atOffice(all, 'signer'), step('sign'))
  match(await reads(hers, `${part}/decision`), /Ferreira Lia|Lia Ferreira/)
  const pages = [`/az/may/${family}~2`, `/ru/family/${family}`, `/en/applications/${id}`]
  const narrow = await atPortal(all.portalUrl, all.ana, { width: 320 })
  await narrow.context.route('**/*.js', (route) => route.abort())
  deepEqual(await inspect(narrow, pages), [])
})

const LOST = {
  what: 'lost',
  'since-day': '27',
  'since-month': '2',
  'since-year': '2026',
  told: 'Okulda kayboldu.',
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
