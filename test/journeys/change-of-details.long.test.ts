import { phone } from '#test/browser.ts'
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import type { Person } from '#test/browser.ts'
import { heard } from '#test/forwarding.ts'
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
import { choosesTime, shippedWithPlace } from '#test/visits.ts'

/**
 * Ana lives here and has a new surname; later her card is lost. She reports both on a phone in
 * Turkish without scripts. The unified system examines the one; of the other it never says
 * anything, and the office takes it back.
 */
const NEW_PASSPORT = 'CD777888'
const PHONE = phone({ locale: 'tr-TR' })

test('a change is decided in the unified system, and read here', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await her.go('/en/applications')
  equal(await her.page.locator('form:has(input[value="change-of-details"])').count(), 0)
  await livesHere(all, her)
  const passes = examined(all)

  const changed = await reports(her, 'details', {
    papers: ['passport', 'proof'],
    passport: NEW_PASSPORT,
  })
  const page = `/tr/applications/${changed}~1`
  match(await reads(her, page), /görevlileri inceliyor[\s\S]*ulaştığı henüz doğrulanmadı/)
  await passes()
  match(await reads(her, page), /O sistemdeki numarası: UMS-C-000001/)
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${changed}`)
  match(await officer.text(), /Meanwhile nothing is proposed or decided here/)
  equal(await officer.page.locator('a[href*="draft-decision"]').count(), 0)
  await passes()
  const hers = await reads(her, page)
  match(hers, /Karar birleşik sistemde verildi[\s\S]*Talep kabul edildi[\s\S]*UMS-P-000001/)
  const mails = await all.home.mails(all.ana.email)
  equal(mails.filter(({ text }) => /There is news from the unified system/.test(text)).length, 2)

  // What is held here names her as before, and is asked anew with what she wrote there.
  const [before, papers] = hers.split('Hâlâ önceki bilgileri gösteren belgeler')
  ok(before !== undefined && papers !== undefined)
  match(papers, /HQM-S-2026-\d{6}[\s\S]*TRP-S-2026-\d{6}/)
  deepEqual(await wrongOnPhone(all, [page.replace('/tr/', '/az/')]), [])
  for (const wanted of ['HQM', 'TRP']) {
    const old = new RegExp(`${wanted}-S-[\\w-]+`).exec(papers)?.[0] ?? ''
    await isNamedAnew(all, her, { page, old })
  }
  doesNotMatch(await reads(her, page), /Hâlâ önceki bilgileri gösteren belgeler/)
})

const RENEWS = 'Yeni pasaport, yeni ad veya kayıp için yeni belge alın'

/** One press, what she has to add, and two officials: anybody who checks it finds her by it. */
async function isNamedAnew(
  all: PermitHouse,
  her: Person,
  { page, old }: { readonly page: string; readonly old: string },
): Promise<void> {
  await her.go(page)
  const from = her.page.locator(`h3:has-text("${old}") + form button`)
  equal(await from.textContent(), RENEWS)
  await from.click()
  await her.page.waitForURL('**/applications/*?done=told')
  const id = new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
  const part = `/tr/applications/${id}`
  await her.go(`${part}/answers/document`)
  ok((await her.page.locator('form').allInnerTexts()).length > 0)
  equal(await her.page.locator(`input[value="${NEW_PASSPORT}"]`).count(), 1, 'it is filled in')
  await answers(her, part, {
    change: { what: 'name', told: 'Evlendim, yeni soyadım Ferreira.' },
    person: {},
    document: {},
    contact: {},
    ...DECLARED,
  })
  await sends(her, part, ['passport', 'proof'])
  match(await submits(her, id, 'tr'), /NEW-2026-\d{6}/)
  await isDecided(all, id, { reasoning: 'Vahid sistemdə qeyd edilib.' })
  const act = await reads(her, `${part}/decision`)
  match(act, new RegExp(`Kararla ne değiştiriliyor[\\s\\S]*${old}: `))
}

test('a loss of which the unified system says nothing is taken back, and not believed', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await livesHere(all, her)
  const passes = examined(all)
  const lost = await reports(her, 'lost', { papers: ['passport'], passport: 'ZZ0000923' })
  const page = `/tr/applications/${lost}~1`
  await passes()
  await passes()
  match(await reads(her, page), /kararı onlar veriyor/)
  await isTakenBack(all, lost)
  match(await reads(her, page), /geri alındı[\s\S]*Artık onu biz inceliyoruz/)

  const reasoning = 'Vəsiqə həmin gün sərhəddə göstərilib.'
  await isDecided(all, lost, { '1.grounds': 'D1', '1.reasoning': reasoning })
  const refusal = await reads(her, `/tr/applications/${lost}/decision`)
  match(refusal, /Değişiklik kaydedilmedi[\s\S]*doğrulanmadı[\s\S]*şikâyet/)
  const base = `/az/applications/${lost}`
  deepEqual(await wrongOnPhone(all, [base, `${base}/decision`, `${base}/receipt`]), [])
})

test('a lost card is replaced, and she says when she comes for the new one', async (t) => {
  const all = await permitHouse(t, shippedWithPlace(t))
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await livesHere(all, her)
  const passes = examined(all)
  const lost = await reports(her, 'lost', { papers: ['passport'], passport: 'ZZ0000923' })
  await passes()
  await passes()
  await isTakenBack(all, lost)
  const reasoning = 'İtki barədə arayış var.'
  await isDecided(all, lost, { '1.outcome': 'entered', '1.reasoning': reasoning })

  const page = `/tr/applications/${lost}`
  match(await reads(her, page), /Yeni kartın verilmesi[\s\S]*en erken gün/)
  equal(await choosesTime(her, `${page}/visits/record-card`), 1)
  match(await reads(her, page), /Yeni kartın verilmesi[\s\S]*Örnek başvuru yeri, Bakü/)
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${lost}`)
  match(await officer.text(), /Handing over of the new card[\s\S]*Example office, Baku/)
})

async function isTakenBack(all: PermitHouse, id: string): Promise<void> {
  const reason = 'Vahid sistem cavab vermir.'
  await takes(await atOffice(all, 'officer'), `/en/cases/${id}/steps/ask-for-recall`, { reason })
  await takes(await atOffice(all, 'head'), `/en/cases/${id}/steps/recall`)
}

/** The people at the unified system say what is agreed by the number of the passport, in time. */
function examined({ home }: PermitHouse): () => Promise<void> {
  const desk = examiningDesk(home.clock, () => 60)
  return () =>
    heard(home, (content, service, message = '') =>
      service === 'forward-case'
        ? desk.ask(message, forwardCase.question.parse(content))
        : 'unreachable',
    )
}

/** She is given a residence permit, without which there is no card and nothing to report. */
async function livesHere(all: PermitHouse, her: Person): Promise<void> {
  const id = await begins(her, 'temporary-residence')
  const part = `/en/applications/${id}~1`
  await answers(her, part, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '36' },
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

async function reports(
  her: Person,
  what: string,
  {
    papers,
    passport = 'CD123456',
  }: { readonly papers: readonly string[]; readonly passport?: string },
): Promise<string> {
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
    ...ferreira('Ana Luísa', passport, '1987-03-27'),
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
async function wrongOnPhone({ portalUrl, ana }: PermitHouse, pages: readonly string[]) {
  const somebody = await atPortal(portalUrl, ana, { width: 320 })
  await somebody.context.route('**/*.js', (route) => route.abort())
  return inspect(somebody, pages)
}
