import { deepEqual, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { person, type Person, phone } from '#test/browser.ts'
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
 * The laboratory where Ana is to work opens late, so she asks for more time for herself, her
 * husband and their child: she on a phone without scripts, he at a desk in Russian.
 */
const PHONE = phone({ width: 320 })
const stay = (days: string) => ({
  stay: {
    'ends-on-day': '30',
    'ends-on-month': '4',
    'ends-on-year': '2026',
    'requested-days': days,
  },
})

test('a stay is extended for a mother and her child, and not for the father', async (t) => {
  const all = await permitHouse(t)
  const { portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana, PHONE)
  const id = await begins(her, 'stay-extension')
  const link = await invites(all, her, { id, language: 'ru' })
  const his = await atPortal(portalUrl, ben, { locale: 'ru-RU' })
  await joins(his, link)
  await brings(her, id)
  await fillsIn(her, his, id)
  const receipt = await submits(her, id)
  match(receipt, /STAY-2026-\d{6}/)
  match(receipt, /Tuesday 3 March 2026/)
  match(receipt, /you pay the state duty and are handed the document/)

  await isWrittenAbout(all, { her, his, id })
  await isDecided(all, id)
  const hers = await reads(her, `/en/applications/${id}`)
  match(hers, /Ana Luísa Ferreira[\s\S]*Extended[\s\S]*Lia Ferreira[\s\S]*Extended/)
  match(hers, /Pay the state duty/)
  match(hers, /In force until 29 June 2026/)
  ok(!hers.includes('Refused'), 'what was decided of another adult is theirs to tell')
  const child = await reads(her, `/en/applications/${id}~3`)
  match(child, /In force until 29 June 2026/)
  await his.go('/ru/applications')
  await his.page.locator('summary').first().click()
  match(await his.text(), /Для этого нужен действующий статус: Статус/)
  const refusal = await reads(his, `/ru/applications/${id}/decision`)
  match(refusal, /В продлении отказано/)
  match(refusal, /Нет ни одного из оснований/)
  match(refusal, /жалоб/)
  await her.go(`/en/applications/${id}`)
  await her.click('Read the decision')
  match(await her.text(), /İşin başlanmasına mane olan səbəb sübut edilib/)

  await isHandedOver(all, id)
  ok(!(await reads(her, `/en/applications/${id}`)).includes('Pay the state duty'))
  for (const [place, year] of [
    ['1', '1987'],
    ['3', '2015'],
  ] as const) {
    await isVerified(all, { text: place === '1' ? hers : child, place, year })
  }
  deepEqual(await wrongOnPhone(all, id), [])
})

/** Each adult writes and sends what is of themselves; the mother also what is of the child. */
async function fillsIn(her: Person, his: Person, id: string): Promise<void> {
  const part = (language: string, place: number) => `/${language}/applications/${id}~${place}`
  await answers(her, part('en', 1), {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    ...stay('60'),
    soon: { tier: 'fast' },
    reasons: { reason: 'The laboratory where I am to work opens only in May.' },
    ...DECLARED,
  })
  match(await reads(her, `${part('en', 1)}/answers/soon`), /Faster: 1 working day/)
  await sends(her, part('en', 1), ['passport', 'reason-proof', 'photo'])
  await answers(her, part('en', 3), { ...ferreira('Lia', 'CD123458', '2015-03-27'), ...stay('60') })
  await sends(her, part('en', 3), ['child-passport', 'birth-certificate', 'photo'])
  match(await her.text(), /^Lia Ferreira \(child under 18\)/m)
  match(await reads(her, `${part('en', 3)}/answers/stay`), /^Lia Ferreira \(child under 18\)/m)
  await answers(his, part('ru', 2), {
    ...ferreira('Benedito', 'CD123457', '1985-03-27'),
    contact: { phone: '+994501234568' },
    ...stay('30'),
    ...DECLARED,
  })
  await sends(his, part('ru', 2), ['passport', 'marriage-certificate', 'photo'])
  await submits(his, id, 'ru')
}

type Writing = { readonly her: Person; readonly his: Person; readonly id: string }

/** He asks, whoever took the case answers him alone, and a note is for officials. */
async function isWrittenAbout(all: PermitHouse, { her, his, id }: Writing): Promise<void> {
  await his.go(`/ru/applications/${id}/messages`)
  await his.fill({ text: 'Нужен ли перевод свидетельства?' })
  await his.press('Отправить сообщение')
  await his.page.waitForURL('**done=**')
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}/steps/assign-officer`)
  await officer.page.locator('main [type="radio"]').first().check()
  await officer.press('Assign the case')
  await officer.page.waitForURL('**done=step**')
  match(await officer.text(), /Not answered yet[\s\S]*Нужен ли перевод/)
  await officer.go(`/en/cases/${id}/steps/answer-message`)
  await officer.page.getByLabel(/Benedito/).check()
  await officer.fill({ text: 'Перевод не нужен.' })
  await officer.press('Write to the applicant')
  await officer.page.waitForURL('**done=step**')
  await takes(officer, `/en/cases/${id}/steps/note`, { text: 'Looks complete.' })
  const [contents, ...more] = (await officer.text()).split('What happened')
  match(contents ?? '', /What comes next[\s\S]*Spouse: Benedito Ferreira[\s\S]*Documents/)
  const happened = more.at(-1) ?? ''
  match(happened, /Looks complete\.|A note was added/)
  match(happened, /Spouse: Benedito Ferreira[\s\S]*wrote a message[\s\S]*Spouse: Benedito Ferreira/)
  match(happened, /Lia Ferreira[\s\S]*Spouse, Benedito Ferreira[\s\S]*Spouse: Benedito Ferreira/)
  const hisPage = await reads(his, `/ru/applications/${id}/messages`)
  match(hisPage, /Перевод не нужен\./)
  ok(!hisPage.includes('Looks complete.'), 'a note is for officials')
  ok(!(await reads(her, `/en/applications/${id}/messages`)).includes('Перевод'), 'it is his')
}

/** One official proposes an outcome for each, and another one signs. */
async function isDecided(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go('/en')
  await officer.click(/STAY-2026/)
  await officer.page.waitForURL(`**/cases/${id}**`)
  match(await officer.text(), /The laboratory where I am to work opens only in May/)
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, {
    '1.reasoning': 'İşin başlanmasına mane olan səbəb sübut edilib.',
    '2.grounds': 'S5',
    '2.reasoning': 'Nikah haqqında şəhadətnamədən kimin kiminlə evləndiyi görünmür.',
    '3.reasoning': 'Uşaq anası ilə qalır.',
  })
  const signer = await atOffice(all, 'signer')
  await signer.go(`/en/cases/${id}/steps/sign`)
  const act = await signer.text()
  match(act, /Ferreira Ana Luísa[\s\S]*Ferreira Benedito[\s\S]*Ferreira Lia/)
  await takes(signer, `/en/cases/${id}/steps/sign`)
}

async function isHandedOver(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go('/en')
  match(await officer.text(), /STAY-2026-\d{6}/)
  await takes(officer, `/en/cases/${id}/steps/record-duty`, { option: 'paid' })
  match(await officer.text(), /State\s*Ended/)
}

async function reads(who: Person, page: string): Promise<string> {
  await who.go(page)
  return (await who.text()).replaceAll('\u00ad', '')
}

type Shown = { readonly text: string; readonly place: string; readonly year: string }

/** Whoever is shown the number checks it, with the day of birth and the end of the passport. */
async function isVerified({ portalUrl }: PermitHouse, { text, place, year }: Shown) {
  const number = new RegExp(`STAY-S-2026-\\d{6}-${place}`).exec(text)?.[0] ?? ''
  const landlord = await person(portalUrl, PHONE)
  await landlord.go('/en/verify')
  await landlord.fill({
    document: number,
    'birth-date-day': '27',
    'birth-date-month': '3',
    'birth-date-year': year,
    passport: place === '1' ? '3456' : '3458',
  })
  await landlord.press('Check')
  match(await landlord.text(), /This status is valid today[\s\S]*29 June 2026/)
  await landlord.context.close()
}

/** On 320 pixels, in every language that they might read: her pages and his. */
async function wrongOnPhone({ portalUrl, ana, ben }: PermitHouse, id: string) {
  const wrong: string[] = []
  for (const [who, language] of [
    [ana, 'az'],
    [ben, 'ru'],
  ] as const) {
    const somebody = await atPortal(portalUrl, who, { width: 320 })
    await somebody.context.route('**/*.js', (route) => route.abort())
    const base = `/${language}/applications/${id}`
    wrong.push(...(await inspect(somebody, [base, `${base}/decision`, `${base}/receipt`])))
  }
  return wrong
}
