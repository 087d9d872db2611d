import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import type { Content } from '#exchange/content.ts'
import { ANA, isList, pdf } from '#test/ana.ts'
import { fillsIn, registers } from '#test/applicant.ts'
import { askNow, takeAnswers } from '#test/asking.ts'
import { person, type Person, phone } from '#test/browser.ts'
import { policyAskingStandIns, type Saying } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { inspect } from '#test/inspector.ts'
import { personIn } from '#test/known-ahead.ts'
import { atOffice } from '#test/permits.ts'
import type { Form } from '#test/visitor.ts'

/** Somebody with two passports, of which registers know the other one. */
const SECRETS = { email: 'ana.ferreira@example.org', password: 'a long walk by the river' }
const PHONE = phone()
const ASKED = ['entry-restrictions', 'identity-document', 'diploma', 'match-person']

type Story = {
  readonly home: TestHouse
  readonly portalUrl: string
  readonly officeUrl: string
  readonly ana: Person
}

async function begin(t: TestContext): Promise<Story> {
  const policy = policyAskingStandIns(t, ASKED)
  const home = await house(t, { policy, sessionHours: 12 })
  const urls = await home.serve()
  const ana = await person(urls.portalUrl, PHONE)
  await registers(home, ana, SECRETS)
  return { home, ...urls, ana }
}

async function submits(ana: Person, forms: typeof ANA): Promise<string> {
  const id = await fillsIn(ana, forms)
  await ana.go(`/en/applications/${id}/check`)
  await ana.press('Submit my application')
  await ana.page.waitForURL('**/receipt?*')
  return id
}

async function answer(home: TestHouse, says: Saying): Promise<void> {
  equal(await askNow(home, says), ASKED.length)
  await takeAnswers(home)
}

const only = (code: string): Form => {
  const form = ANA[code]
  ok(form !== undefined && !isList(form))
  return form
}

const DEGREE = {
  number: 'D-1',
  level: 'master',
  subject: 'Mechanical engineering',
  school: 'Universidade do Porto',
  country: 'PRT',
  awardedOn: '2010-07',
  recognised: 'no',
}

/** Marks these with a note each, and returns the application. */
async function returns(officer: Person, id: string, notes: Readonly<Record<string, string>>) {
  equal(await officer.go(`/en/cases/${id}/steps/return`), 200)
  const { page } = officer
  for (const [ending, note] of Object.entries(notes)) {
    const box = page.locator(`input[name="mark"][value$="${ending}"]`).first()
    const key = (await box.getAttribute('value')) ?? ''
    const group: Locator = page.locator('details', { has: box })
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
    await box.check()
    await page.locator(`[name="note.${key}"]`).fill(note)
  }
  await page.locator('main form[method="post"] button:not([type="button"])').first().click()
  await page.waitForURL(`**/cases/${id}?done=step&of=recognition.return`)
}

/** Fills in the marked questions by the ends of their names. */
async function corrects(ana: Person, form: Readonly<Record<string, string>>): Promise<void> {
  for (const [ending, value] of Object.entries(form)) {
    const named = `[name$=".${ending}"]:not([name^="right."])`
    const list = ana.page.locator(`main select${named}`)
    if ((await list.count()) > 0) await list.selectOption(value)
    else await ana.page.locator(`main input${named}`).first().fill(value)
  }
}

async function sendsAgain(ana: Person, id: string): Promise<void> {
  const { page } = ana
  await page.locator('button[value="document.passport"]').click()
  await page.waitForURL('**/documents?*')
  await ana.choose('#file-passport', pdf('the-other-passport.pdf'))
  await page.locator('#kind-passport form[enctype] button').click()
  await page.getByText('the-other-passport.pdf').first().waitFor()
  await ana.go(`/en/applications/${id}/correct`)
  await page.locator('button[value="send"]').click()
  await page.waitForURL(`**/applications/${id}?done=*`)
}

/** What one register says of her, as an official reads it once it is unfolded. */
async function rowOf(officer: Person, title: string): Promise<string> {
  const row = officer.page.locator('.kc-register', { hasText: title })
  for (const folded of await row.locator('details:not([open]) summary').all()) await folded.click()
  return row.innerText()
}

const OLD = 'CD123456'
const NEW = 'CE000777'

/** The passport was replaced; the register of degrees has her under the old one alone. */
const replaced: Saying = (asked, service) => {
  const person = personIn(asked)
  const own = (number: string): Content => ({ ...person, documentNumber: number })
  const isOld = person['documentNumber'] === OLD
  switch (service) {
    case 'identity-document':
      return {
        result: isOld ? 'replaced' : 'valid',
        person,
        document: { ...own(NEW), sex: 'female', citizenship: 'PRT', expiresOn: '2035-05-31' },
      }
    case 'diploma':
      return { result: 'found', person: own(OLD), diploma: [DEGREE] }
    case 'match-person':
      return {
        result: 'several',
        person,
        match: [
          { ...own(OLD), number: 'UMS-1' },
          { ...own(NEW), number: 'UMS-2' },
        ],
      }
    default:
      return { result: 'clear', person }
  }
}

test('her passport was replaced: she is asked for the new one, and registers confirm it', async (t) => {
  const { home, portalUrl, officeUrl, ana } = await begin(t)
  const id = await submits(ana, ANA)
  await answer(home, replaced)

  const officer = await atOffice({ home, officeUrl }, 'officer')
  await officer.go(`/en/cases/${id}`)
  const document = await rowOf(officer, 'Travel document')
  match(document, /Another document took its place\s+Says otherwise/)
  match(document, /Number\s+CD123456\s+Says: CE000777/)
  match(document, /Citizenship\s+Portugal\s+Confirmed/)
  doesNotMatch(await rowOf(officer, 'Degrees'), /Says otherwise/)
  match(await rowOf(officer, 'Known to the unified system'), /Several people like this are known/)
  await ana.go(`/en/applications/${id}`)
  doesNotMatch(await ana.text(), /CE000777|took its place/, 'what registers say is for officials')

  await returns(officer, id, {
    '.number': 'Is there a newer passport? If so, write what it says.',
    '.issued-on': 'As the passport that you have now says it.',
    '.expires-on': 'As the passport that you have now says it.',
    'document.passport': 'Send the passport that you have now.',
  })
  await ana.go(`/en/applications/${id}`)
  match(await ana.text(), /We need something from you/)
  await ana.click('Correct what is marked')
  match(await ana.text(), /Is there a newer passport\?[\s\S]*What you sent: CD123456/)
  await sees(ana, portalUrl, [`/en/applications/${id}/correct`, `/en/applications/${id}`])
  await corrects(ana, {
    number: NEW,
    'issued-on-day': '1',
    'issued-on-month': '6',
    'issued-on-year': '2025',
    'expires-on-day': '31',
    'expires-on-month': '5',
    'expires-on-year': '2035',
  })
  await sendsAgain(ana, id)

  await officer.go(`/en/cases/${id}`)
  const awaited = await rowOf(officer, 'Travel document')
  match(
    awaited,
    /No answer yet[\s\S]*said earlier, on 2 March 2026[\s\S]*Another document took its place/,
  )
  await answer(home, replaced)
  await officer.go(`/en/cases/${id}`)
  const confirmed = await rowOf(officer, 'Travel document')
  match(confirmed, /The document is valid/)
  doesNotMatch(confirmed, /Says otherwise|Says:/)
  match(confirmed, /said earlier, on 2 March 2026[\s\S]*Another document took its place/)
  const degrees = await rowOf(officer, 'Degrees')
  match(degrees, /Degrees were found\s+Says otherwise[\s\S]*Number\s+CE000777\s+Says: CD123456/)
  match(degrees, /Mechanical engineering\s+Confirmed/)
  doesNotMatch(degrees, /said earlier/, 'it says the same as before')
  await goesOn(officer, id)
})

const BRAZILIAN = 'FZ000888'

/** Brazil's passport is known where people cross borders, Portugal's where she studied. */
const twice: Saying = (asked, service) => {
  const person = personIn(asked)
  const isBrazilian = person['documentNumber'] === BRAZILIAN
  const citizenship = isBrazilian ? 'BRA' : 'PRT'
  const brazilian = { documentNumber: BRAZILIAN, documentIssuer: 'BRA' }
  switch (service) {
    case 'identity-document':
      return {
        result: 'valid',
        person,
        document: { ...person, sex: 'female', citizenship, expiresOn: '2032-02-01' },
      }
    case 'diploma':
      return isBrazilian
        ? { result: 'none', person }
        : { result: 'found', person, diploma: [DEGREE] }
    case 'match-person':
      return { result: 'one', person, match: [{ ...person, ...brazilian, number: 'UMS-1' }] }
    default: {
      const restriction = { from: '2024-01-01', ground: 'Overstayed' }
      return isBrazilian
        ? { result: 'restricted', person, restriction }
        : { result: 'clear', person }
    }
  }
}

test('she has two citizenships: no answer by one passport goes away with the other', async (t) => {
  const { home, officeUrl, ana } = await begin(t)
  const id = await submits(ana, {
    ...ANA,
    person: { ...only('person'), citizenships: ['PRT', 'BRA', ''] },
    document: { ...only('document'), number: BRAZILIAN, 'issuing-country': 'BRA' },
  })
  await answer(home, twice)

  const officer = await atOffice({ home, officeUrl }, 'officer')
  await officer.go(`/en/cases/${id}`)
  const document = await rowOf(officer, 'Travel document')
  match(document, /The document is valid/)
  match(document, /Citizenship\s+Portugal, Brazil\s+Confirmed/, 'it is one of hers')
  doesNotMatch(document, /Says otherwise/)
  match(await rowOf(officer, 'Degrees'), /The register has nothing/)
  match(await rowOf(officer, 'Restriction of entry'), /Entry is restricted/)

  await returns(officer, id, {
    '.number':
      'You are a citizen of Portugal too. Write that passport, if your degree is under it.',
    '.issuing-country': 'As that passport says it.',
    'document.passport': 'Send that passport.',
  })
  await ana.go(`/en/applications/${id}/correct`)
  await corrects(ana, { number: OLD, 'issuing-country': 'PRT' })
  await sendsAgain(ana, id)
  await answer(home, twice)

  await officer.go(`/en/cases/${id}`)
  match(await rowOf(officer, 'Travel document'), /The document is valid/)
  const degrees = await rowOf(officer, 'Degrees')
  match(degrees, /Degrees were found[\s\S]*said earlier, on[\s\S]*The register has nothing/)
  doesNotMatch(degrees, /Says otherwise/)
  const entry = await rowOf(officer, 'Restriction of entry')
  match(
    entry,
    /No restriction[\s\S]*said earlier, on[\s\S]*Entry is restricted 1 January 2024 – : Overstayed/,
  )
  const known = await rowOf(officer, 'Known to the unified system')
  match(known, /Number\s+CD123456\s+Says: FZ000888/)
  match(known, /Country that issued it\s+Portugal\s+Says: Brazil/)
  await goesOn(officer, id)
})

/** Nothing sticks out and nothing is wrong on a narrow screen. */
async function sees(ana: Person, portalUrl: string, pages: readonly string[]): Promise<void> {
  const seen = await person(portalUrl, { width: 320 })
  await seen.context.addCookies(await ana.context.cookies())
  deepEqual(await inspect(seen, pages), [])
}

/** Nobody is held up by what registers say. */
async function goesOn(officer: Person, id: string): Promise<void> {
  await officer.go(`/en/cases/${id}/steps/accept`)
  await officer.page.locator('main form[method="post"] button:not([type="button"])').first().click()
  await officer.page.waitForURL(`**/cases/${id}?done=step&of=recognition.accept`)
  match(await officer.text(), /State\s+With the bodies/)
}
