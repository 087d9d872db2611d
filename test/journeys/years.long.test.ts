import { phone } from '#test/browser.ts'
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { wakesOn } from '#test/days-later.ts'
import { isAccepted, isDecided, isHandedOver, isRecorded, nobodyObjects } from '#test/examined.ts'
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
import { BENEDITO } from '#test/residing.ts'
import type { Form } from '#test/visitor.ts'
import { asksToWork, OF_EMPLOYER } from '#test/working.ts'

/**
 * A family of four, over two years: Ana at a desk, her husband Ben on a phone in Azerbaijani
 * without scripts, Rui, who is sixteen and comes of age meanwhile, and Lia, who is ten.
 */
const PHONE = phone({ locale: 'az-AZ' })
const ANA = ferreira('Ana Luísa', 'CD123456', '1987-03-27')
const RUI = ferreira('Rui', 'CD123459', '2009-05-10')
const LIA = ferreira('Lia', 'CD123458', '2015-03-27')
const HOME = { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' } as const

test('a family of four comes, works, grows up and stays for good', async (t) => {
  const all = await permitHouse(t)
  const both = await bothOf(all)
  const family = await areListed(all, both)
  await hasReference(all, both.her)
  match(
    await reads(both.her, `/en/may/${family}~1`),
    /Visa reference[\s\S]*until 30 May 2026[\s\S]*Visa reference\s*Held/,
  )
  const first = await comes(all, both, { term: FIRST })
  await isGranted(all, first, [4])
  deepEqual(await childrenOf(all, first), await childrenOf(all, family), 'nobody is there twice')
  // She lives here by now, so no visa is hers to apply for.
  doesNotMatch(await reads(both.her, `/en/may/${family}~1`), /Business visa/)
  await mayWork(all, both.his)

  await askAgain(all, family)
  await growsUp(all, family)

  await wakesOn(all.home, '2027-12-28', [all.ana, all.ben])
  const third = await comes(all, await bothOf(all), { children: ['Lia Ferreira'] })
  await isGranted(all, third, [3, { '1.outcome': 'granted' }])
  await staysForGood(all, family)
})

/** A month before their first year is over, all of them ask again. */
async function askAgain(all: PermitHouse, family: string): Promise<void> {
  await wakesOn(all.home, '2027-01-29', [all.ana, all.ben])
  const both = await bothOf(all)
  match(
    await reads(both.his, `/az/may/${family}~2`),
    /30 yanvar 2027-ci il\s*Müraciət üçün son gün: Ailə üzvünün yaşamaq icazəsi; Ailə üzvünün iş/,
  )
  match(await reads(both.her, `/en/family/${family}`), /Rui[\s\S]*until 1 March 2027 Ends first/)
  const again = await comes(all, both)
  await isGranted(all, again, [4, { '1.outcome': 'granted' }])
  const given = await reads(both.her, `/en/family/${family}`)
  match(given, /Rui Ferreira\s*Child[^\n]*\s*Temporary[^\n]*, until 1 March 2028\n/)
  match(given, /Work permit of a family member, until 1 March 2027 Ends first/)
}

/** Rui turns 18. What is his is no longer his mother's to read. */
async function growsUp(all: PermitHouse, family: string): Promise<void> {
  const { home, portalUrl, ana } = all
  const rui = `/en/may/${family}~3`
  await wakesOn(home, '2027-05-09', [ana])
  const eve = await reads(await atPortal(portalUrl, ana), rui)
  match(eve, /9 May 2027\s*For the last time, by age: Residence permit of a family member\n/)
  match(eve, /10 May 2027\s*From this day: [^\n]*Work permit of a family member/)
  match(eve, /Residence permit of a family member\s*Held until 1 March 2028/)
  doesNotMatch(eve, /From this day: [^\n]*Permanent residence/, 'no birthday gives that')

  await wakesOn(home, '2027-05-10', [ana])
  const her = await atPortal(portalUrl, ana)
  const day = await reads(her, rui)
  match(day, /Residence permit of a child aged 18 to 22\s*Held until 1 March 2028/)
  match(day, /Work permit of a family member\s*Can be applied for/)
  doesNotMatch(day, /Residence permit of a family member\s*(?:Held|Can)/)
  doesNotMatch(day, /TRP-S-/)
  match(
    await reads(her, `/en/family/${family}`),
    /they are 18 or older now and answer for themselves/,
  )
}

/** After two years Ana asks to live here for good, and then the family by her. */
async function staysForGood(all: PermitHouse, family: string): Promise<void> {
  const { home, portalUrl, ana, ben } = all
  await wakesOn(home, '2028-03-01', [ana])
  const eve = await atPortal(portalUrl, ana)
  match(await reads(eve, `/en/may/${family}~1`), /Permanent residence permit\s*From 2 March 2028/)
  await wakesOn(home, '2028-03-02', [ana, ben])
  const both = await bothOf(all)
  match(
    await reads(both.her, `/en/may/${family}~1`),
    /Permanent residence permit\s*Can be applied for/,
  )
  const hers = await settles(both.her, 'first')
  await submits(both.her, hers)
  await isSettled(all, hers, { '1.reasoning': 'Son 2 il fasiləsiz burada yaşayıb.' })
  match(
    await reads(both.her, `/en/may/${family}~2`),
    /Permanent residence of a family member\s*Can be applied for/,
  )
  const theirs = await settles(both.her, 'family')
  await joins(both.his, await invites(all, both.her, { id: theirs, language: 'az' }))
  await bringsFromFamily(both.her, theirs, ['Lia Ferreira'])
  await theySettle(both, theirs)
  await isSettled(all, theirs, {
    ...reasonings(3),
    '1.outcome': 'unchanged',
  })
  const settled = await reads(both.her, `/en/family/${family}`)
  match(settled, /Ana[\s\S]*Permanent residence permit, until 1 March 2033[\s\S]*Benedito/)
  match(settled, /Benedito[\s\S]*of a family member, until 1 March 2033[\s\S]*Rui/)
  match(settled, /Rui Ferreira[\s\S]*Holds nothing here yet[\s\S]*Lia/)
  match(settled, /Lia[\s\S]*Permanent residence permit of a family member, until 1 March 2033/)
  for (const place of [2, 4]) {
    match(
      await reads(both.her, `/en/may/${family}~${place}`),
      /Permanent residence of a family member\s*Held until 1 March 2033/,
    )
  }
  const bens = await reads(both.his, `/en/may/${family}~2`)
  doesNotMatch(bens, /Work permit of a family member\n/, 'whoever lives here for good needs none')
}

/** Her part, for herself or for her family alone. */
async function settles(her: Person, purpose: 'first' | 'family'): Promise<string> {
  const id = await begins(her, 'permanent-residence')
  const part = `/en/applications/${id}~1`
  await answers(her, part, {
    ...ANA,
    contact: { phone: '+994501234567' },
    purpose: { for: purpose },
    dwelling: HOME,
    ...DECLARED,
  })
  const papers = ['passport', 'family-composition', 'dwelling']
  await sends(her, part, purpose === 'first' ? [...papers, ...OF_ALL] : papers)
  return id
}

async function theySettle({ her, his }: Both, id: string): Promise<void> {
  const asked = { 'member-purpose': { for: 'first', means: 'migrant' } }
  const papers = ['member-photo', 'member-health-certificate', 'consent']
  const ben = `/az/applications/${id}~2`
  await answers(his, ben, { ...BENEDITO, ...asked, knowledge: { exempt: 'none' }, ...DECLARED })
  await sends(his, ben, [...papers, 'passport', 'marriage-certificate'])
  await submits(his, id, 'az')
  const lia = `/en/applications/${id}~3`
  await answers(her, lia, { ...LIA, ...asked })
  await sends(her, lia, [...papers, 'child-passport', 'birth-certificate'])
  await submits(her, id)
}

async function isSettled(all: PermitHouse, id: string, proposed: Form): Promise<void> {
  await isAccepted(all, id)
  await nobodyObjects(all, id)
  await isRecorded(all, id, { registers: 'two-years', knowledge: 'none-examined' })
  await isDecided(all, id, proposed)
  await isHandedOver(all, id)
}

async function bothOf({ portalUrl, ana, ben }: PermitHouse): Promise<Both> {
  return { her: await atPortal(portalUrl, ana), his: await atPortal(portalUrl, ben, PHONE) }
}

/** Ana lists them: her husband joins, and the children are hers to add. */
async function areListed(all: PermitHouse, { her, his }: Both): Promise<string> {
  const family = await listsFamily(her)
  const link = await invites(all, her, { id: family, language: 'az' })
  await joinsFamily(his, link, BENEDITO)
  await hasChild(her, family, RUI)
  await hasChild(her, family, LIA)
  match(
    await reads(his, `/az/family/${family}`),
    /Ana Luísa Ferreira[\s\S]*Benedito Ferreira[\s\S]*Rui Ferreira[\s\S]*16[\s\S]*Lia Ferreira/,
  )
  return family
}

async function mayWork(all: PermitHouse, his: Person): Promise<void> {
  const id = await asksToWork(his, { purpose: 'first', documents: ['passport', ...OF_EMPLOYER] })
  await submits(his, id, 'az')
  await isAccepted(all, id)
  await nobodyObjects(all, id, ['eesmn'])
  await isRecorded(all, id, { registers: 'has-it' })
  await isDecided(all, id, { reasoning: 'Tələb olunan sənədlərin hamısı var.' })
  await isRecorded(all, id, { duty: 'paid' })
}

type Both = { readonly her: Person; readonly his: Person }

/** A paper for the consulate, by which they come. */
async function hasReference(all: PermitHouse, her: Person): Promise<void> {
  const id = await begins(her, 'visa-reference')
  await answers(her, `/en/applications/${id}`, {
    ...ANA,
    contact: { phone: '+994501234567' },
    visa: { country: 'PRT' },
    ...DECLARED,
  })
  await sends(her, `/en/applications/${id}`, ['passport'])
  await submits(her, id)
  await isDecided(all, id, { reasoning: 'Şəxsin statusu qüvvədədir.' })
}

type Coming = { readonly children?: readonly string[]; readonly term?: Form }

/** Whoever holds a permit is not asked whether it is their first. */
const AS_HELD = { months: '12' }
const FIRST = { ...AS_HELD, for: 'first' }

/** All four ask to live here; the children come from the family by a press each. */
async function comes(
  all: PermitHouse,
  { her, his }: Both,
  { children = ['Rui Ferreira', 'Lia Ferreira'], term = AS_HELD }: Coming = {},
): Promise<string> {
  const id = await begins(her, 'temporary-residence')
  await joins(his, await invites(all, her, { id, language: 'az' }))
  await bringsFromFamily(her, id, children)
  await answers(her, `/en/applications/${id}~1`, {
    ...ANA,
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '36' },
    soon: { tier: 'normal' },
    dwelling: HOME,
    ...DECLARED,
  })
  await sends(her, `/en/applications/${id}~1`, [...OF_ALL, 'passport', 'dwelling'])
  await answers(his, `/az/applications/${id}~2`, {
    ...BENEDITO,
    'member-term': term,
    ...DECLARED,
  })
  const married = ['passport', 'marriage-certificate', 'consent']
  await sends(his, `/az/applications/${id}~2`, [...OF_MEMBERS, ...married])
  await submits(his, id, 'az')
  for (const [index, name] of children.entries()) {
    const part = `/en/applications/${id}~${index + 3}`
    const who = name.startsWith('Rui') ? RUI : LIA
    await answers(her, part, { ...who, 'member-term': term })
    await sends(her, part, [...OF_MEMBERS, 'child-passport', 'birth-certificate', 'consent'])
  }
  await submits(her, id)
  return id
}

const OF_ALL = ['photo', 'health-certificate']
const OF_MEMBERS = ['member-photo', 'member-health-certificate']

async function bringsFromFamily(her: Person, id: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await her.go(`/en/applications/${id}`)
    await her.press(`Add from your family: ${name}`)
    await her.page.waitForURL('**done=**')
  }
}

/** Who has a permit already could keep it as it is: what is proposed of her is said then. */
async function isGranted(
  all: PermitHouse,
  id: string,
  [count, said = {}]: readonly [number, Form?],
): Promise<void> {
  await isAccepted(all, id)
  await nobodyObjects(all, id)
  await isRecorded(all, id, { registers: 'has-it' })
  await isDecided(all, id, { ...reasonings(count), ...said })
  await isHandedOver(all, id)
}

/** A reason for each of them. */
const reasonings = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${index + 1}.reasoning`,
      'Qanunun tələb etdiyi əsas və sənədlər var.',
    ]),
  )

/** As whom the children are kept there. */
async function childrenOf({ home }: PermitHouse, id: string): Promise<readonly string[]> {
  const rows = await home.db
    .selectFrom('caseParty')
    .select('party')
    .where('caseId', '=', id)
    .where('role', '=', 'child')
    .orderBy('party')
    .execute()
  return rows.map(({ party }) => party)
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
