import { phone } from '#test/browser.ts'
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import type { TestHouse } from '#test/house.ts'
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
import { choosesTime, isSeen, shippedWithPlace, wrongWithVisits } from '#test/visits.ts'

/**
 * The family comes to live in Azerbaijan: she at a desk, with scripts, her husband on a phone in
 * Azerbaijani without any. Their permits rest on hers, and hers on her recognition.
 */
const PHONE = phone({ locale: 'az-AZ' })

test('a family is given permits to live here, and what they rest on is taken away again', async (t) => {
  const all = await permitHouse(t, shippedWithPlace(t))
  const { portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana)
  const id = await begins(her, 'temporary-residence')
  const his = await atPortal(portalUrl, ben, PHONE)
  await joins(his, await invites(all, her, { id, language: 'az' }))
  await brings(her, id)
  await fillsIn(her, his, id)
  match(await submits(her, id), /TRP-2026-\d{6}[\s\S]*Thursday 2 April 2026/)
  await isExamined(all, id)
  await isDecided(all, id)

  await her.go(`/en/applications/${id}`)
  const hers = (await her.text()).replaceAll('\u00ad', '')
  match(hers, /Pay the state duty[\s\S]*fingerprints/)
  match(hers, /Still to come\s*Payment of the state duty\s*Fingerprints, and handing over/)
  match(hers, /Paying the duty[\s\S]*Amount\s*360 AZN[\s\S]*Amount\s*60 AZN/)
  equal(hers.match(/Payment number/g)?.length, 2, 'of her and of her child')
  match(hers, /Spouse\s*Decided/)
  const owed = await all.home.db
    .selectFrom('invoice')
    .select(['party', 'payer', 'amount'])
    .orderBy('amount', 'desc')
    .execute()
  deepEqual(
    owed.map(({ amount, party, payer }) => [amount, party === payer]),
    [
      [360, true],
      [120, true],
      [60, false],
    ],
    'whoever acts for a child pays for the child',
  )
  match(hers, /Handing over\s*You are here/)
  ok(!hers.includes('Decision delivered'), 'nobody has read one yet')
  match(hers, /In force until 1 March 2029/)
  await his.go('/az/applications')
  await his.click(/TRP-2026/)
  match((await his.text()).replaceAll('\u00ad', ''), /Bu tarixədək qüvvədədir: 1 mart 2027-ci il/)
  await his.click('Qərarı oxuyun')
  match(await his.text(), /Ailə üzvüdür, razılıq notariat qaydasında təsdiqlənib/)

  await isHandedOver(all, { her, his, id })
  const ended = await textAt(her, `/en/applications/${id}`)
  ok(!ended.includes('Pay the state duty'))
  match(ended, /Handing over\s*Done/)
  match(ended, /Whether the card was handed over was recorded/)
  ok(!ended.includes('Decision delivered'), 'that he has read his is nothing to tell')
  deepEqual(await wrongOnPhone(all, id), [])
  await losesWhatItRestsOn(all, { her, his, id })
})

/** Each adult writes what is of themselves; her consent to each of theirs is a notarised paper. */
async function fillsIn(her: Person, his: Person, id: string): Promise<void> {
  const part = (language: string, place: number) => `/${language}/applications/${id}~${place}`
  await answers(her, part('en', 1), {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '36' },
    soon: { tier: 'normal' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'other' },
    ...DECLARED,
  })
  const dwelling = ['dwelling', 'owner-statement', 'owner-identity']
  await sends(her, part('en', 1), ['passport', 'photo', 'health-certificate', ...dwelling])
  await answers(her, part('en', 3), {
    ...ferreira('Lia', 'CD123458', '2015-03-27'),
    'member-term': { for: 'first', months: '12' },
  })
  const ofChild = ['child-passport', 'birth-certificate']
  await sends(her, part('en', 3), [
    ...ofChild,
    'member-photo',
    'member-health-certificate',
    'consent',
  ])
  await answers(his, part('az', 2), {
    ...ferreira('Benedito', 'CD123457', '1985-03-27'),
    contact: { phone: '+994501234568' },
    'member-term': { for: 'first', months: '12' },
    ...DECLARED,
  })
  const ofSpouse = ['passport', 'marriage-certificate']
  await sends(his, part('az', 2), [
    ...ofSpouse,
    'member-photo',
    'member-health-certificate',
    'consent',
  ])
  match(await submits(his, id, 'az'), /Öz hissənizi təsdiq etdiniz/)
}

/** Two bodies have nothing against it, and an official finds the right to stay in the register. */
async function isExamined(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    const seen = await textAt(asked, `/en/cases/${id}`)
    ok(seen.includes('Söyüdlü küçəsi 12') && !seen.includes('+994501234567'))
    await takes(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, `/en/cases/${id}/steps/record-registers`, { option: 'has-it' })
}

async function isDecided(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, {
    '1.reasoning': 'Qanunun tələb etdiyi əsas və sənədlər var.',
    '2.reasoning': 'Ailə üzvüdür, razılıq notariat qaydasında təsdiqlənib.',
    '3.reasoning': 'Uşaq valideynləri ilə yaşayır.',
  })
  equal(await officer.go(`/en/cases/${id}/steps/sign`), 404, 'who drafts has nothing to sign')
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

/**
 * She and her husband choose when they come for fingerprints; her child is too young for that. For
 * the cards she chooses one time for herself and the child. An official records the duty, and on
 * the list of the day who came: what the case waits for is answered by that.
 */
async function isHandedOver(all: PermitHouse, { her, his, id }: Those): Promise<void> {
  const officer = await atOffice(all, 'officer')
  const page = (language: string, step: string) => `/${language}/applications/${id}/visits/${step}`
  await her.go(page('en', 'record-card'))
  match(await her.text(), /You can choose a time once the step before it is done/)

  equal(await choosesTime(her, page('en', 'record-fingerprints')), 1)
  equal(await choosesTime(his, page('az', 'record-fingerprints')), 1)
  match(await textAt(her, `/en/applications/${id}`), /Fingerprints[\s\S]*Example office, Baku/)
  match(await textAt(his, `/az/applications/${id}`), /Nümunə qəbul yeri, Bakı/)
  deepEqual(await wrongWithVisits(all, { id, step: 'record-fingerprints' }), [])
  equal(await isSeen(officer), 2)

  await takes(officer, `/en/cases/${id}/steps/record-duty`, { option: 'paid' })
  match(await textAt(her, `/en/applications/${id}`), /It has to be made first, the earliest day/)
  equal(await choosesTime(her, page('en', 'record-card')), 2, 'herself and her child')
  equal(await choosesTime(his, page('az', 'record-card')), 1)
  match(await textAt(officer, `/en/cases/${id}`), /Handing over of the card[\s\S]*List of that day/)
  await takes(officer, `/en/cases/${id}/steps/record-card`, { option: 'handed-over' })
  match(
    await textAt(officer, `/en/cases/${id}`),
    /The person has not opened the decision, and no delivery of it is recorded/,
  )
}

type Those = { readonly her: Person; readonly his: Person; readonly id: string }

/** The recognition is annulled, then the permit that rested on it, and each is told of theirs. */
async function losesWhatItRestsOn(all: PermitHouse, { her, his, id }: Those): Promise<void> {
  const { home, recognition } = all
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${recognition}`)
  await officer.click('Start an annulment')
  await isAnnulled(all, new URL(officer.page.url()).pathname, 'A1')

  const [about = ''] = await casesOf(home, 'residence-annulment')
  match(await textAt(officer, `/en/cases/${about}`), /HQM-S-[\d-]+\s*Annulled/)
  match(await textAt(her, `/en/applications/${id}`), /In force/)
  match(await textAt(her, '/en/applications'), /Permit under review/)
  await isAnnulled(all, `/en/cases/${about}/steps/propose-annulment`, 'TA1')
  match(await textAt(her, `/en/applications/${id}`), /Your residence permit was annulled/)

  equal((await casesOf(home, 'member-residence-annulment')).length, 2)
  match(await textAt(his, `/az/applications/${id}`), /Qüvvədədir/)
  match(await textAt(his, '/az/applications'), /TFA-2026-\d{6}\s*İcazəyə baxılır/)
  const hers = await textAt(her, '/en/applications')
  match(hers, /TFA-2026-\d{6}\s*Permit under review/, 'that of her child is hers as well')
  await isHeardForHerChild(all, her)
}

/** The parent who acted for the child is asked for their side, and says it. */
async function isHeardForHerChild(all: PermitHouse, her: Person): Promise<void> {
  const officer = await atOffice(all, 'officer')
  const { db } = all.home
  const { caseId: id } = await db
    .selectFrom('caseParty')
    .innerJoin('caseFile', 'caseFile.id', 'caseParty.caseId')
    .select('caseId')
    .where('type', '=', 'member-residence-annulment')
    .where('actedBy', 'is not', null)
    .executeTakeFirstOrThrow()
  const proposed = { grounds: 'TA3', reasoning: 'Əsas icazə ləğv edilib.' }
  await takes(officer, `/en/cases/${id}/steps/propose-annulment`, proposed)
  match(await textAt(her, `/en/applications/${id}`), /It is proposed to annul/)
  await takes(her, `/en/applications/${id}/reply`, { text: 'She goes to school here.' })
  match(await textAt(her, `/en/applications/${id}`), /Reply received|Holder replied/)
}

/** As it was asked for, nobody is heard: one official proposes it and another decides. */
async function isAnnulled(all: PermitHouse, proposing: string, grounds: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, proposing, { grounds, reasoning: 'Şəxs bunu özü xahiş edib.' })
  const id = /cases\/([\w-]+)/.exec(officer.page.url())?.[1] ?? ''
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/annul`)
  await all.home.runJobs()
}

async function casesOf({ db }: TestHouse, type: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('caseFile').select('id').where('type', '=', type).execute()
  return rows.map(({ id }) => id)
}

async function textAt(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in every language that they might read: her pages and his. */
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
