import { phone } from '#test/browser.ts'
import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { linkIn } from '#test/family.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  brings,
  DECLARED,
  ferreira,
  joins,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'
import { BENEDITO, residing } from '#test/residing.ts'
import type { Form } from '#test/visitor.ts'

/**
 * Ana's husband lives here by a permit of his own. A year later he asks for another one by himself,
 * on a phone without scripts, and Ana consents: it rests on hers. His lost card he reports alone.
 */
const PHONE = phone({ locale: 'ru-RU' })

test('a spouse applies alone, and the migrant consents', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben } = all
  await residing(all)
  await isHandedOver(all)
  const his = await atPortal(portalUrl, ben, PHONE)
  const id = await begins(his, 'temporary-residence')
  const page = `/en/applications/${id}`
  match(await reads(his, page), /Spouse who applies alone[\s\S]*Waiting for consent/)
  await answers(his, `${page}~1`, {
    ...BENEDITO,
    soon: { tier: 'normal' },
    'member-term': { months: '24' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  const papers = [
    'passport',
    'member-photo',
    'member-health-certificate',
    'marriage-certificate',
    'consent',
  ]
  await sends(his, `${page}~1`, [...papers, 'dwelling'])

  await his.go(`${page}/people/invite`)
  match(await his.text(), /They join as: Highly qualified migrant who consents/)
  await his.fill({ email: ana.email, language: 'en' })
  await his.press('Send the invitation')
  await his.page.waitForURL('**done=**')
  const link = await linkIn(home, ana.email)
  const her = await atPortal(portalUrl, ana)
  match(await reads(her, link), /You consent to the application resting on a status that you hold/)
  const invited = await inspect(await atPortal(portalUrl, ana, { width: 320 }), [link])
  await joins(her, link)
  match(await her.text(), /You are in this application as: Highly qualified migrant/)
  equal(await her.go(`${page}~1`), 404)
  const beside = await inspect(await atPortal(portalUrl, ana, { width: 320 }), [
    page,
    `${page}/leave`,
  ])
  equal([...invited, ...beside].join('\n'), '')

  match(await submits(his, id), /TRP-2026-\d{6}/)
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  match(await officer.text(), /Highly qualified migrant who consents:[\s\S]*TRP-S-2026-/)
  await isGranted(all, id)
  match(await reads(his, page), /granted[\s\S]*In force until \d+ March 2029/i)
  match(await reads(his, '/en/applications'), /Followed by another/)
  match(await reads(her, page), /you cannot take back your consent here/)

  const lost = await begins(his, 'change-of-details')
  match(await reads(his, `/en/applications/${lost}`), /Family member/)
})

test('a migrant who lives here asks for the child alone, and is not asked anew', async (t) => {
  const all = await permitHouse(t)
  const { portalUrl, ana } = all
  await residing(all)
  await isHandedOver(all)
  const her = await atPortal(portalUrl, ana, PHONE)
  const id = await begins(her, 'temporary-residence')
  await brings(her, id)
  const page = `/en/applications/${id}`
  await answers(her, `${page}~1`, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { for: 'family' },
    soon: { tier: 'normal' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  await sends(her, `${page}~1`, ['passport', 'dwelling'])
  await answers(her, `${page}~2`, {
    ...ferreira('Lia', 'CD123458', '2015-03-27'),
    'member-term': { for: 'first', months: '12' },
  })
  const ofChild = ['child-passport', 'member-photo', 'member-health-certificate']
  await sends(her, `${page}~2`, [...ofChild, 'birth-certificate', 'consent'])
  match(await submits(her, id), /TRP-2026-\d{6}/)
  await isGranted(all, id, {
    '1.outcome': 'unchanged',
    '1.reasoning': 'Yalnız övladı üçün müraciət edib.',
    '2.reasoning': 'Ailə üzvüdür, razılıq var.',
  })
  const read = await reads(her, page)
  match(read, /Your residence permit stays as it is/)
  match(read, /Lia Ferreira \(child under 18\)\s*Granted/)
})

async function isGranted(
  all: PermitHouse,
  id: string,
  proposed: Form = { '1.reasoning': 'Ailə üzvüdür, razılıq var.' },
): Promise<void> {
  const step = (code: string) => `/en/cases/${id}/steps/${code}`
  const officer = await atOffice(all, 'officer')
  await takes(officer, step('accept'))
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, step('give-opinion'), { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, step('record-registers'), { option: 'has-it' })
  await takes(officer, step('draft-decision'), proposed)
  await takes(await atOffice(all, 'signer'), step('sign'))
  await isHandedOver(all, id)
}

/** The duty is paid, fingerprints are taken, and the card is theirs: the case is over. */
async function isHandedOver(all: PermitHouse, id?: string): Promise<void> {
  const open = all.home.db.selectFrom('caseFile').select('id').where('stage', '=', 'carrying-out')
  const [first] = await open.execute()
  const officer = await atOffice(all, 'officer')
  for (const [step, option] of [
    ['record-duty', 'paid'],
    ['record-fingerprints', 'taken'],
    ['record-card', 'handed-over'],
  ] as const) {
    await takes(officer, `/en/cases/${id ?? first?.id}/steps/${step}`, { option })
  }
  await officer.context.close()
}

async function reads(
  who: { readonly go: (path: string) => Promise<number>; readonly text: () => Promise<string> },
  page: string,
): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
