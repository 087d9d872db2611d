import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  DECLARED,
  ferreira,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'

/**
 * Ana lives here and has a new surname; later her card is lost. She reports both on a phone in
 * Turkish without scripts, and is believed the one and not the other.
 */
const PHONE = { scripts: false, width: 360, height: 640, locale: 'tr-TR' } as const

test('a change is entered, a loss is not, and a new card is handed over', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await her.go('/en/applications')
  equal(await her.page.locator('form:has(input[value="change-of-details"])').count(), 0)
  await livesHere(all, her)

  const changed = await reports(her, 'details', ['passport', 'proof'])
  await isDecided(all, changed, {
    '1.outcome': 'entered',
    '1.reasoning': 'Yeni soyad şəhadətnamə ilə təsdiqlənib.',
  })
  match(await reads(her, `/tr/applications/${changed}`), /Değişiklik kaydedildi/)
  match(await reads(her, `/tr/applications/${changed}/decision`), /10 manat[\s\S]*geçici bilgi/)
  const officer = await atOffice(all, 'officer')
  const card = `/en/cases/${changed}/steps/record-card`
  await takes(officer, card, { option: 'handed-over' })
  match(await officer.text(), /The case has ended/)
  deepEqual(await wrongOnPhone(all, changed), [])

  const lost = await reports(her, 'lost', ['passport'])
  const reasoning = 'Vəsiqə həmin gün sərhəddə göstərilib.'
  await isDecided(all, lost, { '1.grounds': 'D1', '1.reasoning': reasoning })
  const refusal = await reads(her, `/tr/applications/${lost}/decision`)
  match(refusal, /Değişiklik kaydedilmedi[\s\S]*doğrulanmadı[\s\S]*şikâyet/)
})

/** She is given a residence permit, without which there is no card and nothing to report. */
async function livesHere(all: PermitHouse, her: Person): Promise<void> {
  const id = await begins(her, 'temporary-residence')
  const part = `/en/applications/${id}~1`
  await answers(her, part, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { months: '36' },
    soon: { tier: 'normal' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  await sends(her, part, ['passport', 'photo', 'health-certificate', 'dwelling'])
  await submits(her, id)
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, `/en/cases/${id}/steps/record-registers`, { option: 'has-it' })
  await isDecided(all, id, { '1.reasoning': 'Qanunun tələb etdiyi əsas var.' })
}

async function reports(her: Person, what: string, papers: readonly string[]): Promise<string> {
  const id = await begins(her, 'change-of-details')
  const part = `/tr/applications/${id}~1`
  await answers(her, part, {
    change: {
      what,
      'since-day': '27',
      'since-month': '2',
      'since-year': '2026',
      told: 'Evlendim, yeni soyadım Ferreira.',
    },
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    ...DECLARED,
  })
  await sends(her, part, papers)
  match(await submits(her, id, 'tr'), /CHG-2026-\d{6}/)
  return id
}

/** One official proposes, and another one signs. */
async function isDecided(all: PermitHouse, id: string, said: Record<string, string>) {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, said)
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in a language that she might read. */
async function wrongOnPhone({ portalUrl, ana }: PermitHouse, id: string) {
  const somebody = await atPortal(portalUrl, ana, { width: 320 })
  await somebody.context.route('**/*.js', (route) => route.abort())
  const base = `/az/applications/${id}`
  return inspect(somebody, [base, `${base}/decision`, `${base}/receipt`])
}
