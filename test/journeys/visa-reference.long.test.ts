import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { person, type Person, phone } from '#test/browser.ts'
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
 * Ana needs a visa: she asks for a reference in Russian, on a phone without scripts. She has a new
 * passport, which what she was recognised by does not name yet.
 */
const PHONE = phone({ locale: 'ru-RU' })

test('a consulate checks a reference for a visa, until it is annulled', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  const id = await begins(her, 'visa-reference')
  const part = `/ru/applications/${id}`
  match(await reads(her, `${part}/answers/visa`), /это не виза[\s\S]*пока не ясно/)
  await answers(her, part, {
    ...ferreira('Ana Luísa', 'CD129999', '1987-03-27'),
    contact: { phone: '+994501234567' },
    visa: { country: 'PRT' },
    ...DECLARED,
  })
  await sends(her, part, ['passport'])
  const check = await reads(her, `${part}/check`)
  match(check, /Указанный здесь паспорт — не тот, что указан в этом статусе: [^.]*HQM-S-2026-/)
  await her.click('Изменить данные в статусе')
  match(await her.text(), /Получить новый документ: новый паспорт, новое имя или утрата/)
  match(await submits(her, id, 'ru'), /VIS-2026-\d{6}/)

  const officer = await atOffice(all, 'officer')
  const other = /passport in the answers is not the one that this status names: [^.]*HQM-S-2026-/
  match(await reads(officer, `/en/cases/${id}`), other)
  await isDecided(all, id)
  ok(!other.test(await reads(officer, `/en/cases/${id}`)), 'once it is decided it is told no more')
  const hers = await reads(her, part)
  match(hers, /Ваша справка для визы готова/)
  match(await reads(her, `${part}/decision`), /Справка — не виза и не обещает её/)
  const number = /VIS-S-2026-\d{6}/.exec(hers)?.[0] ?? ''
  match(await asConsul(all, number), /valid today[\s\S]*Migration Code, 26\.1, 26\.2/)
  ok(await isPdf(her), 'it can be kept')
  deepEqual(await wrongOnPhone(all, id), [])

  await isAnnulled(all, id)
  match(await reads(her, part), /Ваша справка для визы аннулирована/)
  ok(!(await asConsul(all, number)).includes('valid today'))
})

async function isDecided(all: PermitHouse, id: string): Promise<void> {
  await takes(await atOffice(all, 'officer'), `/en/cases/${id}/steps/draft-decision`, {
    reasoning: 'Şəxsin statusu qüvvədədir.',
  })
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

/** She asked for it, so nobody is heard: one official proposes it and another decides. */
async function isAnnulled(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  await officer.click('Start an annulment')
  const proposing = new URL(officer.page.url()).pathname
  const reasoning = 'Şəxs bunu özü xahiş edib.'
  await takes(officer, proposing, { grounds: 'VA1', reasoning })
  const about = /cases\/([\w-]+)/.exec(officer.page.url())?.[1] ?? ''
  await takes(await atOffice(all, 'signer'), `/en/cases/${about}/steps/annul`)
  await all.home.runJobs()
}

/** Whoever is shown the number checks it, with the day of birth and the end of the passport. */
async function asConsul({ portalUrl }: PermitHouse, number: string): Promise<string> {
  const consul = await person(portalUrl)
  await consul.go('/en/verify')
  await consul.fill({
    document: number,
    'birth-date-day': '27',
    'birth-date-month': '3',
    'birth-date-year': '1987',
    passport: '9999',
  })
  await consul.press('Check')
  const text = await consul.text()
  await consul.context.close()
  return text
}

async function isPdf(her: Person): Promise<boolean> {
  const link = her.page.locator('a[href*="status"]').first()
  const [sheet] = await Promise.all([her.page.waitForEvent('download'), link.click()])
  const bytes = await readFile(await sheet.path())
  return bytes.subarray(0, 5).toString() === '%PDF-'
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
