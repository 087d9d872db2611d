import { phone } from '#test/browser.ts'
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { linkIn } from '#test/family.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
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
import { BENEDITO, livedFor, residing } from '#test/residing.ts'
import type { Form } from '#test/visitor.ts'

/**
 * She comes to live here for good, at a desk, with scripts. Her husband has his two years
 * later: she asks for him alone, and he answers on a phone in Azerbaijani without any. What he is
 * given rests on what she has.
 */
const PHONE = phone({ locale: 'az-AZ' })

test('she lives here permanently, later her husband by her, and what his rests on ends', async (t) => {
  const all = await permitHouse(t)
  const { portalUrl, ana, ben } = all
  await residing(all)
  const her = await atPortal(portalUrl, ana)
  await waitsForYears(her)
  await livedFor(all, 2)
  const id = await begins(her, 'permanent-residence')
  await writesHers(her, id)
  const papers = ['photo', 'health-certificate', 'family-composition', 'dwelling']
  await sends(her, `/en/applications/${id}~1`, ['passport', ...papers])
  await her.go(`/en/applications/${id}/check`)
  const check = await her.text()
  match(check, /is not examined by the commission[\s\S]*do not refuse you for it/)
  match(check, /There is a state duty to pay[\s\S]*was not published yet/)
  match(await submits(her, id), /PRP-2026-\d{6}[\s\S]*Friday 22 May 2026/)
  await isExamined(all, id, 'two-years')
  await isDecided(all, id, { '1.reasoning': 'Son 2 il fasiləsiz burada yaşayıb.' })
  const given = await textAt(her, `/en/applications/${id}`)
  match(given, /In force until 1 March 2031/)
  match(given, /the Service tells you the amount[\s\S]*more than 180 days in a year/)
  await isHandedOver(all, id)

  const again = await beginsAgain(her)
  const his = await atPortal(portalUrl, ben, PHONE)
  await joins(his, await invites(all, her, { id: again, language: 'az' }))
  await changes(her, again, 'family')
  await sends(her, `/en/applications/${again}~1`, ['passport', 'family-composition', 'dwelling'])
  await writesHis(his, again)
  match(await submits(her, again), /PRP-2026-\d{6}/)
  await isExamined(all, again, 'two-years')
  deepEqual((await readsProposing(all, again, 2)).grounds, GROUNDS)
  await isDecided(all, again, {
    '1.outcome': 'unchanged',
    '1.reasoning': 'Yalnız ailəsi üçün müraciət edib.',
    '2.reasoning': 'Son 2 il fasiləsiz burada yaşayıb, miqrantın razılığı var.',
  })
  match(await textAt(her, `/en/applications/${again}`), /Your permanent residence permit stays/)
  match(await textAt(his, `/az/applications/${again}`), /Bu tarixədək qüvvədədir/)
  await his.go(`/az/applications/${again}`)
  await his.click('Qərarı oxuyun')
  match(await his.text(), /miqrantın razılığı var/)
  deepEqual(await wrongOnPhone(all, again), [])
  await losesWhatItRestsOn(all, { her, his, id })
})

test('a spouse who lives here applies alone, and the migrant consents', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben } = all
  await residing(all)
  await livedFor(all, 2)
  const her = await atPortal(portalUrl, ana)
  const hers = await begins(her, 'permanent-residence')
  await writesHers(her, hers)
  const papers = ['photo', 'health-certificate', 'family-composition', 'dwelling']
  await sends(her, `/en/applications/${hers}~1`, ['passport', ...papers])
  await submits(her, hers)
  await isExamined(all, hers, 'two-years')
  await isDecided(all, hers, { '1.reasoning': 'Son 2 il fasiləsiz burada yaşayıb.' })

  const his = await atPortal(portalUrl, ben, PHONE)
  const id = await begins(his, 'permanent-residence')
  const page = `/en/applications/${id}`
  match(await textAt(his, page), /Family member who applies alone[\s\S]*Waiting for consent/)
  await writesAlone(his, page)
  await his.go(`${page}/people/invite`)
  match(await his.text(), /They join as: Highly qualified migrant who consents/)
  await his.fill({ email: ana.email, language: 'en' })
  await his.press('Send the invitation')
  await his.page.waitForURL('**done=**')
  await joins(her, await linkIn(home, ana.email))
  equal(await her.go(`${page}~1`), 404, 'what he writes is not hers to read')

  match(await submits(his, id), /PRP-2026-\d{6}/)
  await isExamined(all, id, 'two-years')
  const officer = await atOffice(all, 'officer')
  const read = await textAt(officer, `/en/cases/${id}`)
  match(read, /Highly qualified migrant who consents:[\s\S]*PRP-S-2026-/)
  deepEqual((await readsProposing(all, id, 1)).grounds, GROUNDS)
  await isDecided(all, id, { '1.reasoning': 'Son 2 il burada yaşayıb, miqrantın razılığı var.' })
  await isHandedOver(all, id)
  match(await textAt(his, page), /granted[\s\S]*In force until/)
  match(await textAt(her, page), /you cannot take back your consent here/)
  const phone = await atPortal(portalUrl, ben, { width: 320 })
  deepEqual(await inspect(phone, [`/ru/applications/${id}`]), [])
})

test('a month after a refusal only proof is asked that its reason has gone', async (t) => {
  const all = await permitHouse(t)
  await residing(all)
  await livedFor(all, 2)
  const her = await atPortal(all.portalUrl, all.ana, { ...PHONE, locale: 'en-GB' })
  const id = await begins(her, 'permanent-residence')
  await writesHers(her, id)
  const papers = ['photo', 'health-certificate', 'family-composition', 'dwelling']
  await sends(her, `/en/applications/${id}~1`, ['passport', ...papers])
  await submits(her, id)
  await isExamined(all, id, 'not-all')
  const { text, grounds } = await readsProposing(all, id, 1)
  ok(!text.includes('Unchanged'), 'she has none that could stay')
  deepEqual(
    grounds,
    GROUNDS.filter((code) => !OF_FAMILY.includes(code)),
  )
  await isDecided(all, id, { '1.grounds': 'P7', '1.reasoning': 'Son 2 il tamam olmayıb.' })
  const refused = await textAt(her, `/en/applications/${id}/decision`)
  match(refused, /within one month, you can apply again: only proof of that is needed then/)

  const again = await beginsAgain(her)
  await changes(her, again, 'again')
  await sends(her, `/en/applications/${again}~1`, ['passport', 'gone'])
  match(await submits(her, again), /PRP-2026-\d{6}/)
})

/** Before the years are over nothing is begun, and both pages name the same day. */
async function waitsForYears(her: Person): Promise<void> {
  await her.go('/en/applications')
  equal(await her.page.locator('form:has(input[value="permanent-residence"])').count(), 0)
  const [, day = ''] = /You can start this from (\d+ \w+ \d{4})/.exec(await her.text()) ?? []
  match(await textAt(her, '/en/may'), new RegExp(`Permanent residence permit\\s*From ${day}`))
}

/** What can be ticked: an objection follows by itself. Means and knowledge are the family’s. */
const GROUNDS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((place) => `P${place}`)
const OF_FAMILY = ['P6', 'P9']

type Ticked = { readonly value: string }

/** What an official reads who proposes, and which grounds there are for that person. */
async function readsProposing(all: PermitHouse, id: string, place: number) {
  const officer = await atOffice(all, 'officer')
  const text = await textAt(officer, `/en/cases/${id}/steps/draft-decision`)
  const boxes = officer.page.locator(`main [name="${place}.grounds"]:enabled`)
  const grounds = await boxes.evaluateAll((each: readonly Ticked[]) =>
    each.map(({ value }) => value),
  )
  return { text, grounds }
}

/** Her part, where she asks for the first time. */
const writesHers = (her: Person, id: string): Promise<void> =>
  answers(her, `/en/applications/${id}~1`, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    purpose: { for: 'first' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })

/** With the answers of her first, from the list of what is hers; gives its id. */
async function beginsAgain(her: Person): Promise<string> {
  await her.go('/en/applications')
  await her.press(/Start with the answers of PRP-2026-\d{6}/)
  await her.page.waitForURL('**/applications/*?done=told')
  return new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
}

const changes = (her: Person, id: string, asks: string): Promise<void> =>
  answers(her, `/en/applications/${id}~1`, { purpose: { for: asks }, ...DECLARED })

/** His part: she has taken on what he needs, so that he proves no means. */
async function writesHis(his: Person, id: string): Promise<void> {
  const part = `/az/applications/${id}~2`
  await answers(his, part, {
    ...ferreira('Benedito', 'CD123457', '1985-03-27'),
    contact: { phone: '+994501234568' },
    'member-purpose': { for: 'first', means: 'migrant' },
    knowledge: { exempt: 'none' },
    ...DECLARED,
  })
  const papers = ['passport', 'member-photo', 'member-health-certificate']
  await sends(his, part, [...papers, 'marriage-certificate', 'consent'])
  match(await submits(his, id, 'az'), /Öz hissənizi təsdiq etdiniz/)
}

/** All that is asked of somebody who applies alone; they say which of the family they are. */
async function writesAlone(his: Person, page: string): Promise<void> {
  await answers(his, `${page}~1`, {
    ...BENEDITO,
    'member-purpose': { for: 'first', means: 'migrant' },
    relation: { relation: 'spouse' },
    knowledge: { exempt: 'none' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  const papers = ['passport', 'member-photo', 'member-health-certificate', 'consent']
  const ofFamily = ['member-family-composition', 'alone-marriage-certificate', 'member-dwelling']
  await sends(his, `${page}~1`, [...papers, ...ofFamily])
}

/** Two bodies have nothing against it; the register and the commission are recorded. */
async function isExamined(all: PermitHouse, id: string, found: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, `/en/cases/${id}/steps/record-registers`, { option: found })
  await takes(officer, `/en/cases/${id}/steps/record-knowledge`, { option: 'none-examined' })
}

async function isDecided(all: PermitHouse, id: string, proposed: Form): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, proposed)
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

async function isHandedOver(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  for (const [step, option] of [
    ['record-fingerprints', 'taken'],
    ['record-duty', 'paid'],
    ['record-card', 'handed-over'],
  ] as const) {
    await takes(officer, `/en/cases/${id}/steps/${step}`, { option })
  }
}

type Those = { readonly her: Person; readonly his: Person; readonly id: string }

/** The recognition is annulled; a case about her permit begins, and by that one about his. */
async function losesWhatItRestsOn(all: PermitHouse, { her, his, id }: Those): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${all.recognition}`)
  await officer.click('Start an annulment')
  await isAnnulled(all, new URL(officer.page.url()).pathname, 'A1')
  const { db } = all.home
  const { id: about } = await db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'permanent-residence-annulment')
    .executeTakeFirstOrThrow()
  match(await textAt(her, `/en/applications/${id}`), /In force/)
  await isAnnulled(all, `/en/cases/${about}/steps/propose-annulment`, 'PA1')
  match(await textAt(her, `/en/applications/${id}`), /Your permanent residence permit was annulled/)
  match(await textAt(his, '/az/applications'), /PFA-2026-\d{6}\s*İcazəyə baxılır/)
}

/** As it was asked for, nobody is heard: one official proposes it and another decides. */
async function isAnnulled(all: PermitHouse, proposing: string, grounds: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, proposing, { grounds, reasoning: 'Şəxs bunu özü xahiş edib.' })
  const id = /cases\/([\w-]+)/.exec(officer.page.url())?.[1] ?? ''
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/annul`)
  await all.home.runJobs()
}

async function textAt(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in languages that they might read: her pages and his. */
async function wrongOnPhone({ portalUrl, ana, ben }: PermitHouse, id: string) {
  const wrong: string[] = []
  for (const [who, language] of [
    [ana, 'ru'],
    [ben, 'az'],
  ] as const) {
    const somebody = await atPortal(portalUrl, who, { width: 320 })
    await somebody.context.route('**/*.js', (route) => route.abort())
    const base = `/${language}/applications/${id}`
    wrong.push(...(await inspect(somebody, [base, `${base}/decision`, `${base}/check`])))
  }
  return wrong
}
