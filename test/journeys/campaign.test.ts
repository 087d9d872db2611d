import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test, type TestContext } from 'node:test'
import { person, phone, type Person } from '#test/browser.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { policyWithMissions } from '#test/missions.ts'
import { readPdf } from '#test/read-pdf.ts'
import { signedCase } from '#test/signed-case.ts'

/** From a consul’s desk to somebody who is recognised, and back to nobody but a number. */
type Story = { readonly home: TestHouse; readonly officeUrl: string; readonly portalUrl: string }

const EMAIL = 'deniz@example.org'
const PASSWORD = 'uzun bir yürüyüş'

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  test(`a campaign is made, printed, followed on a phone and counted, ${how}`, async (t) => {
    const story = await begin(t)
    const { home } = story
    const link = await printed(story, scripts)
    const locale = 'tr-TR'
    const deniz = await person(
      story.portalUrl,
      scripts ? { width: 360, locale } : phone({ locale }),
    )
    await follows(deniz, link)
    await beginsAccount(story, deniz)
    deepEqual(await counted(home), { followed: 1, begun: 1 })
    equal(
      (await deniz.context.cookies()).some(({ value }) => link.includes(value)),
      false,
    )

    const caseId = await signedCase(home, await applicantIn(home))
    const told = await home.db
      .selectFrom('status')
      .select('state')
      .where('caseId', '=', caseId)
      .execute()
    deepEqual(told, [{ state: 'in-force' }])
    deepEqual(await counted(home), { followed: 1, begun: 1 }, 'the case knows no campaign')
  })
}

async function begin(t: TestContext): Promise<Story> {
  const home = await house(t, { policy: policyWithMissions(t), sessionHours: 12 })
  return { home, ...(await home.serve()) }
}

/** The link as a machine reads it from the leaflet that the consul downloads. */
async function printed({ officeUrl, portalUrl }: Story, scripts: boolean): Promise<string> {
  const consul = await person(officeUrl, { scripts, width: 1280 })
  await consul.go('/en/sign-in')
  await consul.page.locator('form:has(input[value="consul@kecid.example"]) button').click()
  await consul.page.waitForURL('**/en/campaigns?done=signed-in')
  await consul.click('New campaign')
  await consul.page.waitForURL('**/campaigns/new')
  await consul.page.locator('[name="languages"][value="az"]').uncheck()
  await consul.fill({
    'event-tr': 'Mühendislik Fuarı',
    'event-en': 'Engineering Fair',
    place: 'Teknik Üniversite, Ankara',
  })
  deepEqual(await hintsBeside(consul), [])
  await consul.press('Make the campaign')
  await consul.page.waitForURL('**/campaigns/*?done=campaign-made')
  match(await consul.text(), /The campaign is made[^]*Its link: \S+\/go\/[a-z]{4}-[a-z]{4}/)
  const { pathname } = new URL(consul.page.url())
  await consul.go(`${pathname}/material?kind=leaflet-a5&language=tr`)
  match(await consul.text(), /Mühendislik Fuarı/)
  const coming = consul.page.waitForEvent('download')
  await consul.press('Download')
  const download = await coming
  const pages = await readPdf(new Uint8Array(readFileSync(await download.path())))
  const code = pages.map((page) => page.code).find((each) => each !== undefined)
  ok(code !== undefined && code.startsWith(`${portalUrl}/go/`), `the square code is read: ${code}`)
  await consul.context.close()
  return code
}

/** Choices whose hint does not stand under their label, however wide the screen is. */
const hintsBeside = (somebody: Person): Promise<unknown> =>
  somebody.page.evaluate(`[...document.querySelectorAll('.govuk-radios__item')]
    .filter((item) => {
      const [label, hint] = [...item.querySelectorAll('label, .govuk-hint')]
      return hint.getBoundingClientRect().left > label.getBoundingClientRect().right
        || hint.getBoundingClientRect().top < label.getBoundingClientRect().bottom - 8
    })
    .map((item) => item.textContent)`)

async function follows(deniz: Person, link: string): Promise<void> {
  await deniz.page.goto(link)
  equal(await deniz.heading(), 'Mühendislik Fuarı')
  match(deniz.page.url(), /\/tr\/go\/[a-z]{4}-[a-z]{4}$/)
  deepEqual(await deniz.context.cookies(), [])
  await deniz.click('Puanımı hesaplayın')
  await deniz.page.waitForURL('**/tr/estimate?via=*')
  equal((await deniz.page.locator('main form').count()) > 0, true)
}

async function beginsAccount({ home }: Story, deniz: Person): Promise<void> {
  const { page } = deniz
  const href = await page.locator('a[href^="/tr/register?via="]').first().getAttribute('href')
  await deniz.go(href ?? '')
  await deniz.fill({ email: EMAIL })
  await page.locator('main form button').first().click()
  await page.waitForURL('**/tr/register/sent?*')
  const [mail] = await home.mails(EMAIL)
  const confirm = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  await deniz.go(new URL(confirm).pathname)
  await deniz.fill({ password: PASSWORD })
  await page.locator('main form button:not([type="button"])').first().click()
  await page.waitForURL('**/tr/applications?*')
}

/** Who began an account, for what officials do with their case. */
async function applicantIn({ db, visitor }: TestHouse): Promise<Applicant> {
  const { id, party } = await db
    .selectFrom('account')
    .select(['id', 'party'])
    .where('face', '=', 'portal')
    .executeTakeFirstOrThrow()
  const account = { id, partyId: party, language: 'tr' as const }
  return { ...visitor(), account, email: EMAIL, password: PASSWORD }
}

async function counted({ db }: TestHouse) {
  const rows = await db
    .selectFrom('tally')
    .select(['what', 'people'])
    .orderBy('what', 'desc')
    .execute()
  return Object.fromEntries(rows.map(({ what, people }) => [what, people]))
}
