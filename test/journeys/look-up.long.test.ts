import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ANA, ANA_FILES, isList } from '#test/ana.ts'
import { registers } from '#test/applicant.ts'
import { askNow, takeAnswers } from '#test/asking.ts'
import { person, type Person } from '#test/browser.ts'
import { policyAskingAhead } from '#test/consulting.ts'
import { house } from '#test/house.ts'
import { inspect } from '#test/inspector.ts'
import { knows, WHO } from '#test/known-ahead.ts'
import type { Form } from '#test/visitor.ts'

/** Somebody whom registers know applies, while they answer and while they do not. */
const SECRETS = { email: 'ana.ferreira@example.org', password: 'a long walk by the river' }

const part = (code: string): Form => ANA[code] as Form
const REST = ['contact', 'stay', 'field', 'family', 'declarations']
const LISTS = ['experience', 'achievements', 'languages']

async function begins(somebody: Person): Promise<string> {
  await somebody.press('Start an application')
  await somebody.page.waitForURL('**/applications/*?done=told')
  return new URL(somebody.page.url()).pathname
}

async function saves(somebody: Person, address: string, form: Form): Promise<void> {
  await somebody.go(address)
  await somebody.fill(form)
  await somebody.press('Save and continue')
  await somebody.page.waitForURL('**?done=saved&of=*')
}

/** What no register knows, and every file but the diploma. */
async function theRest(somebody: Person, base: string): Promise<void> {
  for (const code of REST) await saves(somebody, `${base}/answers/${code}`, part(code))
  for (const code of LISTS) {
    const items = ANA[code] ?? []
    for (const item of isList(items) ? items : []) {
      await somebody.go(`${base}/answers/${code}/new`)
      await somebody.fill(item)
      await somebody.press('Save')
    }
    await somebody.press('That is all, continue')
  }
  for (const [kind, file] of ANA_FILES) {
    if (kind === 'diploma') continue
    await somebody.go(`${base}/documents`)
    await somebody.choose(`#file-${kind}`, file)
    await somebody.page.locator(`#kind-${kind} form[enctype] button`).click()
    await somebody.page.locator(`#kind-${kind} .kc-document`).waitFor()
  }
}

async function submits(somebody: Person, base: string): Promise<void> {
  await somebody.go(`${base}/check`)
  await somebody.press('Submit my application')
  await somebody.page.waitForURL('**/receipt?*')
}

/** What is still empty of a form that begins with what a register says. */
const BIRTH = { 'birth-country': 'PRT', 'birth-place': 'Braga' }
const PASSPORT = {
  type: 'passport',
  'issuing-authority': 'IRN',
  'issued-on-day': '1',
  'issued-on-month': '2',
  'issued-on-year': '2022',
}

test('every register answers: she writes what none knows, on a phone and without scripts', async (t) => {
  const home = await house(t, { policy: policyAskingAhead(t) })
  const { portalUrl } = await home.serve()
  const ana = await person(portalUrl, { scripts: false, width: 360 })
  await registers(home, ana, SECRETS)
  const base = await begins(ana)

  await ana.click('Let state registers answer for you')
  await ana.fill(WHO)
  await ana.press('Ask the registers')
  match(await ana.text(), /No answer yet/)
  equal(await askNow(home, knows), 2)
  await ana.click('See whether they have answered')
  match(await ana.text(), /It fills in: About you/)

  const seen = await person(portalUrl, { width: 320 })
  await seen.context.addCookies(await ana.context.cookies())
  const pages = ['look-up', 'answers/person', 'answers/document', 'answers/education', 'documents']
  deepEqual(await inspect(seen, [base, ...pages.map((page) => `${base}/${page}`)]), [])

  await saves(ana, `${base}/answers/person`, BIRTH)
  await saves(ana, `${base}/answers/document`, PASSPORT)
  await ana.go(`${base}/answers/education`)
  await ana.click(/Take this over/)
  await ana.fill({ 'in-field': 'yes' })
  await ana.press('Save')
  await ana.press('That is all, continue')
  await theRest(ana, base)
  await ana.go(`${base}/documents`)
  match(await ana.text(), /You need not upload it: confirmed by this register/)
  await submits(ana, base)
})

test('no register answers: she loses nothing, and the case is completed when they are back', async (t) => {
  const home = await house(t, { policy: policyAskingAhead(t) })
  const { portalUrl, officeUrl } = await home.serve()
  const ana = await person(portalUrl)
  await registers(home, ana, SECRETS)
  const base = await begins(ana)

  await ana.go(`${base}/look-up`)
  await ana.fill(WHO)
  await ana.press('Ask the registers')
  equal(await askNow(home, () => 'cut'), 2)
  await ana.click('See whether they have answered')
  match(await ana.text(), /You need not wait/)
  await saves(ana, `${base}/answers/person`, { ...BIRTH, sex: 'female', citizenships: ['PRT'] })
  await saves(ana, `${base}/answers/document`, {
    ...PASSPORT,
    'expires-on-day': '1',
    'expires-on-month': '2',
    'expires-on-year': '2032',
  })
  const [degree = {}] = ANA['education'] as readonly Form[]
  await ana.go(`${base}/answers/education/new`)
  await ana.fill(degree)
  await ana.press('Save')
  await ana.press('That is all, continue')
  await theRest(ana, base)
  await submits(ana, base)

  equal(await askNow(home, knows), 2)
  await takeAnswers(home)
  const officer = await person(officeUrl)
  const [cookie] = [...(await home.office('officer@kecid.example')).cookies]
  ok(cookie)
  await officer.context.addCookies([{ name: cookie[0], value: cookie[1], url: officeUrl }])
  await officer.go(`/en/cases/${base.split('/').at(-1) ?? ''}`)
  match(await officer.text(), /The document is valid[\s\S]*Degrees were found[\s\S]*Diploma/)
})
