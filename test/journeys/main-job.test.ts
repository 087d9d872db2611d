import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import { inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { pdf } from '#test/ana.ts'
import { fillsIn, registers } from '#test/applicant.ts'
import { person, type Person } from '#test/browser.ts'
import { house, type TestHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'

/** The whole way of one application, by hand: from a visitor in Porto to a verified status. */
type Story = {
  readonly home: TestHouse
  readonly portalUrl: string
  readonly officeUrl: string
  readonly scripts: boolean
  readonly width: number
}

const EMAIL = 'ana.ferreira@example.pt'
const PASSWORD = 'a long walk by the river'

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts, at a desk' : 'without scripts, on a phone'
  test(`from a visitor to a recognised migrant, ${how}`, async (t) => {
    const story = await begin(t, scripts)
    const ana = await person(story.portalUrl, story)

    await registers(story.home, ana, { email: EMAIL, password: PASSWORD })
    const id = await fillsIn(ana)
    await submits(ana, id)
    await isReturned(story, id)
    await mends(story, ana, id)
    await isAccepted(story, id)
    await isScored(story, id)
    await isDecided(story, id)
    await readsTheDecision(story, ana, id)
  })
}

async function begin(t: TestContext, scripts: boolean): Promise<Story> {
  const home = await house(t, { sessionHours: 12 })
  return { home, ...(await home.serve()), scripts, width: scripts ? 1280 : 360 }
}

async function submits(ana: Person, id: string): Promise<void> {
  await ana.go(`/en/applications/${id}`)
  await ana.click('Check your answers and submit')
  const answers = await ana.text()
  for (const said of ['Ferreira', '27 March 1987', 'Portugal', 'Vento Norte SA', 'passport.pdf']) {
    ok(answers.includes(said), said)
  }
  await ana.press('Submit my application')
  await ana.page.waitForURL('**/receipt?*')
  const receipt = await ana.text()
  match(receipt, /HQM-2026-\d{6}/)
  match(receipt, /Thursday 9 April 2026/)
}

async function official({ officeUrl, scripts }: Story, email: string): Promise<Person> {
  const somebody = await person(officeUrl, { scripts, width: 1440 })
  await somebody.go('/en/sign-in')
  await somebody.page.locator(`form:has(input[value="${email}"]) button`).click()
  await somebody.page.waitForURL('**/en?done=signed-in')
  return somebody
}

/** Takes a step on its page: fills the form and sends it; the answer is the page after it. */
async function step(somebody: Person, page: string, form: Form = {}): Promise<void> {
  equal(await somebody.go(page), 200, page)
  await somebody.fill(form)
  await somebody.page
    .locator('main form[method="post"] button:not([type="button"])')
    .first()
    .click()
  await somebody.page.waitForURL((url) => url.pathname !== page, { timeout: 15_000 })
}

async function isReturned(story: Story, id: string): Promise<void> {
  const officer = await official(story, 'officer@kecid.example')
  await officer.page
    .getByRole('link', { name: /HQM-2026/ })
    .first()
    .click()
  await officer.page.waitForURL(`**/cases/${id}?back=*`)
  const seen = await officer.text()
  ok(seen.includes('Vento Norte SA'), 'the officer sees what was sent')

  await officer.go(`/en/cases/${id}/steps/return`)
  const { page } = officer
  const field = page.locator('input[name="mark"][value$=".institution"]').first()
  const key = (await field.getAttribute('value')) ?? ''
  const opens = (box: Locator) => page.locator('details', { has: box }).locator('summary').click()
  await opens(field)
  await field.check()
  await page.locator(`[name="note.${key}"]`).fill('Write the name as it is on the diploma.')
  const diploma = page.locator('input[name="mark"][value="document.diploma"]')
  await opens(diploma)
  await diploma.check()
  await page.locator('[name="note.document.diploma"]').fill('We cannot read page 2. Scan it again.')
  await officer.fill({ explanation: 'Two small things, then we can go on.' })
  await page.locator('main form[method="post"] button:not([type="button"])').first().click()
  await page.waitForURL(`**/cases/${id}?done=step&of=recognition.return`)
  await officer.context.close()
}

async function mends({ home }: Story, ana: Person, id: string): Promise<void> {
  home.clock.advance(2 * 24 * 3_600_000)
  const [mail] = await home.mails(EMAIL)
  match(mail?.subject ?? '', /HQM-2026-/)
  await signsIn(ana)

  await ana.go(`/en/applications/${id}/correct`)
  const { page } = ana
  const text = await ana.text()
  ok(text.includes('Write the name as it is on the diploma.'))
  ok(text.includes('We cannot read page 2.'))
  equal(await page.locator('[name$=".employer"]').count(), 0, 'only what is marked can be changed')
  await page.locator('[name$=".institution"]:not([type="checkbox"])').fill('University of Porto')
  await page.locator('button[value="save"]').click()
  await page.waitForURL('**/correct?done=saved-for-later')

  await ana.go(`/en/applications/${id}/documents`)
  await ana.choose('#file-diploma', pdf('diploma-again.pdf'))
  await page.locator('#kind-diploma form[enctype] button').click()
  await page.getByText('diploma-again.pdf').first().waitFor()

  await ana.go(`/en/applications/${id}/correct`)
  await page.locator('button[value="send"]').click()
  await page.waitForURL(`**/applications/${id}?done=*`)
  match(await ana.text(), /Monday 13 April 2026/, 'the clock stood still for two working days')
}

async function signsIn(ana: Person): Promise<void> {
  await ana.go('/en/sign-in')
  if (!ana.page.url().includes('sign-in')) return
  await ana.fill({ email: EMAIL, password: PASSWORD })
  await ana.page.locator('main form button:not([type="button"])').first().click()
  await ana.page.waitForURL('**/en/applications?*')
}

async function isAccepted(story: Story, id: string): Promise<void> {
  const officer = await official(story, 'officer@kecid.example')
  await step(officer, `/en/cases/${id}/steps/accept`)
  await officer.context.close()
}

const SCORES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  energetika: { EXP: 30, ACH: 10 },
  etn: { EDU: 22, LNG: 6 },
  eesmn: { DEM: 8 },
}

async function isScored(story: Story, id: string): Promise<void> {
  for (const [body, points] of Object.entries(SCORES)) {
    const expert = await official(story, `expert.${body}@kecid.example`)
    await expert.go(`/en/cases/${id}/steps/score`)
    const boxes = await expert.page.locator('[name^="points."]').all()
    const asked = await Promise.all(boxes.map((box) => box.getAttribute('name')))
    const own = Object.keys(points).map((criterion) => `points.${criterion}`)
    deepEqual(new Set(asked), new Set<string | null>(own), `${body} is asked only its own criteria`)
    const form = Object.entries(points).flatMap(([criterion, given]) => [
      [`points.${criterion}`, String(given)],
      [`reason.${criterion}`, `Seen in the documents: ${criterion}.`],
    ])
    await step(expert, `/en/cases/${id}/steps/score`, Object.fromEntries(form) as Form)
    await expert.context.close()
  }
  for (const body of ['dtx', 'din']) {
    const asked = await official(story, `objection.${body}@kecid.example`)
    await step(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
    await asked.context.close()
  }
  story.home.clock.advance(14 * 24 * 3_600_000) // the third body's time passes
  await inTransaction(story.home.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
  await story.home.runJobs()
}

async function isDecided(story: Story, id: string): Promise<void> {
  const officer = await official(story, 'officer2@kecid.example')
  await officer.go(`/en/cases/${id}/steps/draft-decision`)
  match(await officer.text(), /76/)
  const reasoning = 'The points reach the pass mark and nobody objects.'
  await step(officer, `/en/cases/${id}/steps/draft-decision`, { reasoning })
  equal(await officer.go(`/en/cases/${id}/steps/sign`), 404, 'who drafts has nothing to sign')
  await officer.context.close()

  const signer = await official(story, 'signer@kecid.example')
  await step(signer, `/en/cases/${id}/steps/sign`)
  await signer.context.close()
}

async function readsTheDecision({ home }: Story, ana: Person, id: string): Promise<void> {
  const [mail] = await home.mails(EMAIL)
  ok(mail?.text.includes(`/en/applications/${id}`), 'a mail says that the decision is there')
  await signsIn(ana)
  await ana.go(`/en/applications/${id}/decision`)
  const decision = await ana.text()
  for (const said of ['76', '70', 'Seen in the documents: EXP.', 'Ministry of Energy']) {
    ok(decision.includes(said), said)
  }

  const download = ana.page.waitForEvent('download')
  await ana.page.locator(`a[href$="/status-document"]`).first().click()
  const file = await readFile(await (await download).path())
  equal(file.subarray(0, 5).toString(), '%PDF-')

  await ana.go('/en/who-looked')
  match(await ana.text(), /Case officer/)

  const { number } = await home.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  await ana.go('/en/verify')
  const claim = { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' }
  await ana.fill({ document: number, ...claim, passport: '3456' })
  await ana.page.locator('main form button').first().click()
  await ana.page.waitForLoadState()
  match(await ana.text(), /valid/i)
  await ana.go('/en/verify')
  await ana.fill({ document: number, ...claim, passport: '9999' })
  await ana.page.locator('main form button').first().click()
  await ana.page.waitForLoadState()
  match(await ana.text(), /not|no /i)
}
