import { sql } from 'kysely'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  DECLARED,
  ferreira,
  invites,
  joins,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'
import type { Person } from '#test/browser.ts'
import type { Form } from '#test/visitor.ts'

/** Ana and her husband are given permits to live here, so that he can ask for what rests on his. */
export async function residing(all: PermitHouse): Promise<void> {
  const { portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana)
  const his = await atPortal(portalUrl, ben)
  const id = await begins(her, 'temporary-residence')
  await joins(his, await invites(all, her, { id, language: 'en' }))
  const [hers, theirs] = [`/en/applications/${id}~1`, `/en/applications/${id}~2`]
  await answers(her, hers, ANA)
  await sends(her, hers, ['passport', 'photo', 'health-certificate', 'dwelling'])
  await answers(his, theirs, {
    ...BENEDITO,
    'member-term': { for: 'first', months: '12' },
    ...DECLARED,
  })
  const married = ['passport', 'marriage-certificate', 'consent']
  await sends(his, theirs, [...married, 'member-photo', 'member-health-certificate'])
  await submits(his, id)
  await submits(her, id)
  await isGranted(all, id)
  for (const somebody of [her, his]) await somebody.context.close()
}

const ANA = {
  ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
  contact: { phone: '+994501234567' },
  term: { for: 'own', months: '36' },
  soon: { tier: 'normal' },
  dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
  ...DECLARED,
}

/** Ana and her child of the family are given permits to live here; gives the case. */
export async function residingWith(
  all: PermitHouse,
  her: Person,
  child: Readonly<Record<string, Form>>,
): Promise<string> {
  const id = await begins(her, 'temporary-residence')
  await her.go(`/en/applications/${id}`)
  await her.press('Add from your family')
  await her.page.waitForURL('**done=**')
  const part = (place: number) => `/en/applications/${id}~${place}`
  await answers(her, part(1), ANA)
  await sends(her, part(1), ['passport', 'photo', 'health-certificate', 'dwelling'])
  await answers(her, part(2), { ...child, 'member-term': { for: 'first', months: '12' } })
  const ofChild = [
    'child-passport',
    'birth-certificate',
    'member-photo',
    'member-health-certificate',
    'consent',
  ]
  await sends(her, part(2), ofChild)
  await submits(her, id)
  await isGranted(all, id)
  return id
}

/** All that was given was given so many years before: no test walks through years for that. */
export const livedFor = ({ home }: Pick<PermitHouse, 'home'>, years: number): Promise<unknown> =>
  home.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update status set from_on = from_on - make_interval(years => ${years})`.execute(tx)
  })

/** What is asked of him in each application. */
export const BENEDITO = {
  ...ferreira('Benedito', 'CD123457', '1985-03-27'),
  contact: { phone: '+994501234568' },
}

async function isGranted(all: PermitHouse, id: string): Promise<void> {
  const page = (step: string) => `/en/cases/${id}/steps/${step}`
  const officer = await atOffice(all, 'officer')
  await takes(officer, page('accept'))
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, page('give-opinion'), { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, page('record-registers'), { option: 'has-it' })
  await takes(officer, page('draft-decision'), {
    '1.reasoning': 'Qanunun tələb etdiyi əsas və sənədlər var.',
    '2.reasoning': 'Ailə üzvüdür, razılıq notariat qaydasında təsdiqlənib.',
  })
  const signer = await atOffice(all, 'signer')
  await takes(signer, page('sign'))
  for (const somebody of [officer, signer]) await somebody.context.close()
}
