import { equal, match, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { ANA } from '#test/ana.ts'
import { fillsIn, registers } from '#test/applicant.ts'
import { person, type Person } from '#test/browser.ts'
import { house } from '#test/house.ts'
import { scored } from '#test/played-case.ts'
import { textOfPdf } from '#test/read-pdf.ts'
import { decided } from '#test/signed-case.ts'
import type { Form } from '#test/visitor.ts'

/** People whom forms turn away elsewhere, from the first visit to a sheet that names them. */
type Somebody = {
  readonly who: string
  readonly scripts: boolean
  readonly person: Form
  readonly document?: Form
  /** What the page of answers and the sheet say of them. */
  readonly shown: readonly string[]
  readonly printed: readonly string[]
  readonly birth: Form
}

const DOCUMENT = ANA['document'] as Form
const {
  surname: _1,
  'given-names': _2,
  'given-names-machine': _3,
  ...PERSON
} = ANA['person'] as Form

const PEOPLE: readonly Somebody[] = [
  {
    who: 'one Chinese name',
    scripts: true,
    person: { surname: '王', 'surname-machine': 'wang', 'birth-country': 'CHN' },
    shown: ['王', 'WANG', '27 March 1987'],
    printed: ['WANG', '27 mart 1987-ci il'],
    birth: { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' },
  },
  {
    who: 'no known day of birth',
    scripts: false,
    person: {
      surname: 'Rahimi',
      'given-names': 'Zahra',
      'surname-machine': 'RAHIMI',
      'given-names-machine': 'ZAHRA',
      'birth-country': 'AFG',
      citizenships: ['AFG'],
      'birth-date-day': '00',
      'birth-date-month': '00',
      'birth-date-year': '1985',
    },
    shown: ['Rahimi', 'Afghanistan', '1985'],
    printed: ['Rahimi Zahra', '1985'],
    birth: { 'birth-date-year': '1985' },
  },
  {
    who: 'no citizenship and a document without end',
    scripts: false,
    person: {
      surname: 'O`Neill A/L Đặng',
      'given-names': 'Nan (Ann)',
      'surname-machine': '',
      citizenships: ['XXA'],
    },
    document: {
      ...DOCUMENT,
      type: 'stateless-travel-document',
      'expires-on-day': '',
      'expires-on-month': '',
      'expires-on-year': '',
      'expires-on-none': 'yes',
    },
    shown: ['O’Neill A/L Đặng', 'Stateless person', 'It has no end date'],
    printed: ['O’Neill A/L Đặng Nan (Ann)', 'ONEILL<A<L<DANG<<NAN<ANN'],
    birth: { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' },
  },
]

const SECRETS = { email: 'somebody@example.org', password: 'a long walk by the river' }

for (const { who, scripts, birth, ...somebody } of PEOPLE) {
  const how = scripts ? 'with scripts, at a desk' : 'without scripts, on a phone'
  test(`a person with ${who} gets a status sheet that names them, ${how}`, async (t) => {
    const home = await house(t, { sessionHours: 12 })
    const { portalUrl } = await home.serve()
    const visitor = await person(portalUrl, { scripts, width: scripts ? 1280 : 360 })
    await registers(home, visitor, SECRETS)
    const forms = {
      ...ANA,
      person: { ...PERSON, ...somebody.person },
      document: somebody.document ?? DOCUMENT,
    }
    const id = await fillsIn(visitor, forms)

    await visitor.go(`/en/applications/${id}/check`)
    const answers = await visitor.text()
    for (const said of somebody.shown) ok(answers.includes(said), `${said} in:\n${answers}`)
    await visitor.press('Submit my application')
    await visitor.page.waitForURL('**/receipt?*')
    await scored(home, id)
    await decided(home, id)

    await visitor.go(`/en/applications/${id}/decision`)
    const sheet = (await textOfPdf(await downloaded(visitor))).replaceAll('\n', ' ')
    for (const said of somebody.printed) ok(sheet.includes(said), `${said} in:\n${sheet}`)

    const { number } = await home.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
    await visitor.go('/en/verify')
    await visitor.fill({ document: number, ...birth, passport: '3456' })
    await visitor.page.locator('main form button').first().click()
    await visitor.page.waitForLoadState()
    match(await visitor.text(), /valid/i)
    equal(await visitor.page.locator('.govuk-error-summary').count(), 0)
  })
}

async function downloaded({ page }: Person): Promise<Uint8Array> {
  const download = page.waitForEvent('download')
  await page.locator('a[href$="/status-document"]').first().click()
  return readFile(await (await download).path())
}
