import { phone } from '#test/browser.ts'
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Content } from '#exchange/content.ts'
import { followingStatuses } from '#jobs/follow-statuses.ts'
import { askNow, takeAnswers } from '#test/asking.ts'
import type { Person } from '#test/browser.ts'
import type { Saying } from '#test/consulting.ts'
import { signInAgain } from '#test/days-later.ts'
import { inspect } from '#test/inspector.ts'
import { personIn } from '#test/known-ahead.ts'
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
} from '#test/permits.ts'
import { residing } from '#test/residing.ts'
import type { Form } from '#test/visitor.ts'

/** A family asks for residence, once while every register answers and once while none does. */
const PHONE = phone({ locale: 'az-AZ' })
const ADDRESS = 'Bakı, Söyüdlü küçəsi 12, mənzil 4'
const FAR = '2032-06-13'

/** Every register, as it knows each of them; each tie that it was asked about is kept. */
function everything(ties: Content[]): Saying {
  return (asked, service) => {
    const person = personIn(asked)
    switch (service) {
      case 'family-ties':
        ties.push(z.record(z.string(), z.string()).parse(asked['relative']))
        return { result: 'tied', person, act: { number: 'A-000001', on: '2014-07-05' } }
      case 'dwelling':
        return { result: 'owner', person, dwelling: { address: ADDRESS, number: 'DE-000012' } }
      case 'health-certificate':
        return { result: 'valid', person, until: '2026-06-01' }
      case 'identity-document': {
        const document = { ...person, sex: 'x', citizenship: 'PRT', expiresOn: FAR }
        return { result: 'valid', person, document }
      }
      default:
        return { result: 'none', person }
    }
  }
}

const [HER, LIA, BEN] = [
  ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
  ferreira('Lia', 'CD123458', '2015-03-27'),
  ferreira('Benedito', 'CD123457', '1985-03-27'),
]
const FIRST = {
  'first-surname': 'Ferreira',
  'first-given-names': 'Ana Luísa',
  'first-birth-date-day': '27',
  'first-birth-date-month': '3',
  'first-birth-date-year': '1987',
}

/** What registers are told of somebody, by what the form of their application says. */
function whoIs({ person = {}, document = {} }: Record<string, Form>): Form {
  const { citizenships: _none, ...named } = person
  const { number = '', 'issuing-country': issuer = '' } = document
  return { ...named, 'document-number': number, 'document-issuer': issuer }
}

async function looksUp(their: Person, part: string, form: Form): Promise<void> {
  equal(await their.go(`${part}/look-up`), 200)
  await their.fill(form)
  await their.page.locator('main form button').first().click()
  await their.page.waitForURL('**?done=*')
}

/** The documents that still have to be brought. */
async function asked(their: Person, part: string): Promise<readonly string[]> {
  equal(await their.go(`${part}/documents`), 200)
  const forms = await their.page.locator('main [id^="kind-"]:has(form[enctype])').all()
  const ids = await Promise.all(forms.map((form) => form.getAttribute('id')))
  return ids.map((id) => id?.replace('kind-', '') ?? '')
}

test('while every register answers, a family that owns its home brings photos and consents', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben } = all
  const her = await atPortal(portalUrl, ana)
  const id = await begins(her, 'temporary-residence')
  const his = await atPortal(portalUrl, ben, PHONE)
  await joins(his, await invites(all, her, { id, language: 'az' }))
  await brings(her, id)
  const part = (language: string, place: number) => `/${language}/applications/${id}~${place}`
  const ties: Content[] = []
  const says = everything(ties)

  await answers(her, part('en', 1), { person: HER?.['person'] ?? {} })
  await looksUp(her, part('en', 1), { ...whoIs(HER ?? {}), 'dwelling-address': ADDRESS })
  await looksUp(his, part('az', 2), { ...whoIs(BEN ?? {}), ...FIRST })
  await her.go(`${part('en', 3)}/look-up`)
  match(await her.page.locator('[name="first-surname"]').inputValue(), /Ferreira/)
  await looksUp(her, part('en', 3), whoIs(LIA ?? {}))
  await askNow(home, says)
  deepEqual(
    ties.map(({ givenNames, documentNumber }) => [givenNames, documentNumber]),
    [
      ['Ana Luísa', undefined],
      ['Ana Luísa', undefined],
    ],
  )
  const seen = await atPortal(portalUrl, ben, { width: 320, locale: 'az-AZ' })
  deepEqual(await inspect(seen, [`${part('az', 2)}/look-up`, `${part('az', 2)}/documents`]), [])

  await answers(her, part('en', 1), {
    document: HER?.['document'] ?? {},
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '36' },
    soon: { tier: 'normal' },
    dwelling: { address: ADDRESS, owner: 'own' },
    ...DECLARED,
  })
  await answers(her, part('en', 3), { ...LIA, 'member-term': { for: 'first', months: '12' } })
  await answers(his, part('az', 2), {
    ...BEN,
    contact: { phone: '+994501234568' },
    'member-term': { for: 'first', months: '12' },
    ...DECLARED,
  })
  await sends(her, part('en', 1), ['photo'])
  await sends(her, part('en', 3), ['member-photo', 'consent'])
  await sends(his, part('az', 2), ['member-photo', 'consent'])
  await submits(his, id, 'az')
  match(await submits(her, id), /TRP-2026-\d{6}/)

  await askNow(home, says)
  await takeAnswers(home)
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  match(await officer.text(), /The act is registered[\s\S]*Marriage certificate/)
})

test('while none answers and none was asked, each document is asked for', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana)
  const id = await begins(her, 'temporary-residence')
  await brings(her, id)
  const part = (place: number) => `/en/applications/${id}~${place}`
  await answers(her, part(1), {
    ...HER,
    dwelling: { address: ADDRESS, owner: 'other' },
  })
  await answers(her, part(2), LIA ?? {})
  const papers = ['passport', 'photo', 'health-certificate', 'dwelling']
  const hers = await asked(her, part(1))
  for (const each of [...papers, 'owner-statement', 'owner-identity']) {
    ok(hers.includes(each), each)
  }
  const ofChild = [
    'child-passport',
    'member-photo',
    'member-health-certificate',
    'birth-certificate',
    'consent',
  ]
  const lias = await asked(her, part(2))
  for (const each of ofChild) ok(lias.includes(each), each)
})

test('while a permit is carried out, whoever was given one reads how their card stands', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana, ben } = all
  await residing(all)
  home.clock.advance(24 * 3_600_000)
  const card = { number: 'AZE0000001', personalNumber: 'X00000A', on: '2026-03-02' }
  const { faces } = home
  await followingStatuses.work({ house: faces.jobs, mailer: NO_MAIL }, {})
  await askNow(home, (asked, service) =>
    service === 'permit-card'
      ? { result: 'ready', person: personIn(asked), card }
      : { result: 'none', person: personIn(asked) },
  )
  await takeAnswers(home)

  for (const somebody of [ana, ben]) await signInAgain(home, somebody)
  const his = await atPortal(portalUrl, ben, PHONE)
  await his.go('/az/applications')
  await his.click(/TRP-2026/)
  match(await his.text(), /Vəsiqə hazırdır\s*Bu tarixdən: 2 mart 2026-cı il\s*Nömrəsi: AZE0000001/)
  match(await his.text(), /\(FİN\): X00000A/)
  const her = await atPortal(portalUrl, ana)
  await her.go('/en/applications')
  await her.click(/TRP-2026/)
  const hers = await her.text()
  equal(hers.match(/The card is ready/g)?.length, 1, 'of each their own')
  const seen = await atPortal(portalUrl, ana, { width: 320 })
  deepEqual(await inspect(seen, [new URL(her.page.url()).pathname]), [])
})

const NO_MAIL = { send: () => Promise.reject(new Error('cards are asked about without mail')) }
