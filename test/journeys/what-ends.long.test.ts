import { phone } from '#test/browser.ts'
import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { wakesOn } from '#test/days-later.ts'
import {
  isAccepted,
  isAnnulled,
  isDecided,
  isHandedOver,
  isRecorded,
  nobodyObjects,
  proposingFor,
} from '#test/examined.ts'
import {
  answers,
  atPortal,
  begins,
  DECLARED,
  ferreira,
  hasChild,
  invites,
  joins,
  joinsFamily,
  listsFamily,
  permitHouse,
  sends,
  submits,
  type PermitHouse,
} from '#test/permits.ts'
import { BENEDITO, residing } from '#test/residing.ts'
import { asksToWork, OF_EMPLOYER } from '#test/working.ts'

/** What a family reads when something ends on which what they have rests. */
const PHONE = phone({ locale: 'az-AZ' })

test('a recognition is annulled, and each of the family reads what follows', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben, recognition } = all
  const her = await atPortal(portalUrl, ana)
  const his = await atPortal(portalUrl, ben, PHONE)
  const family = await listsFamily(her)
  const link = await invites(all, her, { id: family, language: 'az' })
  await joinsFamily(his, link, BENEDITO)
  await hasChild(her, family, ferreira('Lia', 'CD123458', '2015-03-27'))
  await residing(all)

  await wakesOn(home, '2026-06-01', [ana, ben])
  await isAnnulled(all, await proposingFor(all, recognition), 'A1')
  const hers = await atPortal(portalUrl, ana)
  const theirs = await atPortal(portalUrl, ben, PHONE)
  const ended =
    /This status has ended[^.]*: Status of a highly qualified migrant. Its last day: 31 May 2026/
  for (const [who, place] of [
    [hers, 1],
    [theirs, 2],
    [hers, 3],
  ] as const) {
    const text = await reads(who, `/en/may/${family}~${place}`)
    match(text, ended)
    doesNotMatch(text, /Can be applied for/)
  }
  // What rested on it is held until it is decided about by a case of its own.
  match(await reads(hers, `/en/may/${family}~1`), /Held now\s*Temporary residence permit\s*until/)
  match(await reads(hers, '/en/applications'), /TRA-2026-\d{6}\s*Permit under review/)
  const about = await aboutPermit(all)
  await isAnnulled(all, `/en/cases/${about}/steps/propose-annulment`, 'TA1')
  doesNotMatch(await reads(hers, `/en/may/${family}~1`), /Held now/)
  match(await reads(theirs, '/az/applications'), /TFA-2026-\d{6}\s*İcazəyə baxılır/)
})

/** The case about her permit, which the end of her recognition has opened. */
async function aboutPermit({ home }: PermitHouse): Promise<string> {
  const { id } = await home.db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'residence-annulment')
    .executeTakeFirstOrThrow()
  return id
}

/** Rui is 22, and has an account of his own. */
const RUI = ferreira('Rui', 'CD123459', '2003-06-01')

test('a child turns 23, and loses what was given until then by age', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben: rui } = all
  const her = await atPortal(portalUrl, ana)
  const his = await atPortal(portalUrl, rui, PHONE)
  const family = await listsFamily(her)
  await joinsFamily(his, await invites(all, her, { id: family, ...AS_CHILD }), RUI)
  await livesHere(all, her, his)
  await works(all, his)

  await wakesOn(home, '2026-05-31', [ana, rui])
  const eve = await reads(await atPortal(portalUrl, rui, PHONE), `/en/may/${family}~2`)
  match(eve, /31 May 2026\s*For the last time, by age: [^\n]*Work permit of a family member/)
  match(eve, /Work permit of a family member\s*Held until 1 March 2027/)
  await wakesOn(home, '2026-06-01', [ana, rui])
  const after = await atPortal(portalUrl, rui, PHONE)
  const day = await reads(after, `/en/may/${family}~2`)
  doesNotMatch(day, /\nWork permit of a family member\s*(?:Held|Can|Open)/)
  const folded = (await after.page.locator('main details').allTextContents()).join('\n')
  match(folded, /Work permit of a family member: It was until 31 May 2026, by age/)
  match(folded, /Residence permit of a child aged 18 to 22: It was until 31 May 2026, by age/)
})

const AS_CHILD = { language: 'az', who: 'grown-child' } as const

async function livesHere(all: PermitHouse, her: Person, his: Person): Promise<void> {
  const id = await begins(her, 'temporary-residence')
  await joins(his, await invites(all, her, { id, ...AS_CHILD }))
  await answers(her, `/en/applications/${id}~1`, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '36' },
    soon: { tier: 'normal' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  const papers = ['passport', 'photo', 'health-certificate', 'dwelling']
  await sends(her, `/en/applications/${id}~1`, papers)
  const part = `/az/applications/${id}~2`
  const contact = { phone: '+994501234569' }
  await answers(his, part, {
    ...RUI,
    contact,
    'member-term': { for: 'first', months: '12' },
    'grown-child': { circumstances: 'Ailəmlə yaşayır və təhsil alıram.' },
    ...DECLARED,
  })
  const ofMember = ['passport', 'member-photo', 'member-health-certificate']
  await sends(his, part, [...ofMember, 'birth-certificate', 'consent'])
  await submits(his, id, 'az')
  await submits(her, id)
  await isAccepted(all, id)
  await nobodyObjects(all, id)
  await isRecorded(all, id, { registers: 'has-it' })
  await isDecided(all, id, {
    '1.reasoning': 'Qanunun tələb etdiyi əsas və sənədlər var.',
    '2.reasoning': 'Əsas açıqdır, vəzifəli şəxs icazə verir.',
  })
  await isHandedOver(all, id)
}

async function works(all: PermitHouse, his: Person): Promise<void> {
  const id = await asksToWork(his, {
    relation: 'child',
    who: { ...RUI, contact: { phone: '+994501234569' } },
    purpose: 'first',
    documents: ['passport', ...OF_EMPLOYER],
  })
  await submits(his, id, 'az')
  await isAccepted(all, id)
  await nobodyObjects(all, id, ['eesmn'])
  await isRecorded(all, id, { registers: 'has-it' })
  await isDecided(all, id, { reasoning: 'Tələb olunan sənədlərin hamısı var.' })
  await isRecorded(all, id, { duty: 'paid' })
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
