import { phone } from '#test/browser.ts'
import { deepEqual, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  brings,
  DECLARED,
  ferreira,
  invites,
  joins,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'

/**
 * A mother, her husband and their child are registered where they stay: she on a phone in
 * Azerbaijani without scripts, he at a desk in Turkish. He does not stay there after all.
 */
const PHONE = phone({ locale: 'az-AZ' })

test('a family is registered at the place of stay, and not the one who is not there', async (t) => {
  const all = await permitHouse(t)
  const { portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana, PHONE)
  const id = await begins(her, 'stay-registration')
  const his = await atPortal(portalUrl, ben, { locale: 'tr-TR' })
  await joins(his, await invites(all, her, { id, language: 'tr' }))
  await brings(her, id)
  await fillsIn(her, his, id)
  const receipt = await submits(her, id, 'az')
  match(receipt, /REG-2026-\d{6}/)
  match(receipt, /3 mart 2026/, 'told within one working day')

  await isDecided(all, id)
  const hers = await reads(her, `/az/applications/${id}`)
  match(
    hers,
    /Ana Luísa Ferreira[\s\S]*Qeydiyyata alınıb[\s\S]*Lia Ferreira[\s\S]*Qeydiyyata alınıb/,
  )
  const decision = await reads(her, `/az/applications/${id}/decision`)
  match(decision, /icazəli qaldığınız müddəti uzatmır/)
  ok(!hers.includes('rüsum') && !decision.includes('rüsum'), 'it is free')
  const refusal = await reads(his, `/tr/applications/${id}/decision`)
  match(refusal, /Bulunduğu yerde kaydı yapılmadı/)
  match(refusal, /Kişinin bu adreste kaldığı doğrulanmadı/)
  match(refusal, /şikâyet/)
  deepEqual(await wrongOnPhone(all, id), [])
})

/** Where they stay is asked of whoever begins; no paper is asked for it. */
async function fillsIn(her: Person, his: Person, id: string): Promise<void> {
  const part = (language: string, place: number) => `/${language}/applications/${id}~${place}`
  await answers(her, part('az', 1), {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    place: {
      reason: 'first',
      'since-day': '20',
      'since-month': '2',
      'since-year': '2026',
      address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4',
      owner: 'other',
      host: 'Aytən Quliyeva',
    },
    ...DECLARED,
  })
  await sends(her, part('az', 1), ['passport'])
  await answers(her, part('az', 3), ferreira('Lia', 'CD123458', '2015-03-27'))
  await sends(her, part('az', 3), ['child-passport'])
  await answers(his, part('tr', 2), {
    ...ferreira('Benedito', 'CD123457', '1985-03-27'),
    contact: { phone: '+994501234568' },
    ...DECLARED,
  })
  await sends(his, part('tr', 2), ['passport'])
  await submits(his, id, 'tr')
}

/** One official proposes an outcome for each, and another one signs. */
async function isDecided(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  match(await officer.text(), /Söyüdlü küçəsi 12[\s\S]*Aytən Quliyeva/)
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, {
    '1.reasoning': 'Ünvan və orada qaldığı yoxlanılıb.',
    '2.grounds': 'R1',
    '2.reasoning': 'Qəbul edən tərəf onun bu ünvanda qalmadığını bildirib.',
    '3.reasoning': 'Uşaq anası ilə qalır.',
  })
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

async function reads(who: Person, page: string): Promise<string> {
  await who.go(page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in every language that they might read: her pages and his. */
async function wrongOnPhone({ portalUrl, ana, ben }: PermitHouse, id: string) {
  const wrong: string[] = []
  for (const [who, language] of [
    [ana, 'ru'],
    [ben, 'tr'],
  ] as const) {
    const somebody = await atPortal(portalUrl, who, { width: 320 })
    await somebody.context.route('**/*.js', (route) => route.abort())
    const base = `/${language}/applications/${id}`
    wrong.push(...(await inspect(somebody, [base, `${base}/decision`, `${base}/receipt`])))
  }
  return wrong
}
