import { deepEqual } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { person, type Person } from '#test/browser.ts'
import { house, type TestHouse } from '#test/house.ts'
import { officeAddresses, portalAddresses, streetsOf, type Place } from '#test/streets.ts'
import { scrollsSideways, violationsOn } from '#test/walk-axe.ts'

/**
 * Every page under axe and on the narrowest screen, once each, with our scripts blocked. The long
 * walk beside this one visits every page in every state and language.
 */
async function start(t: TestContext) {
  const home = await house(t)
  const places = await streetsOf(home)
  return { home, places, ...(await home.serve()) }
}

export async function inspect(
  somebody: Person,
  paths: readonly string[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const path of paths) {
    const response = await somebody.page.goto(path).catch(() => undefined)
    if (response?.status() !== 200) continue
    const findings = await violationsOn(somebody.page)
    wrong.push(...findings.map((finding) => `${path}: ${finding}`))
    if (await scrollsSideways(somebody.page)) wrong.push(`${path}: scrolls sideways`)
  }
  return wrong
}

const NARROW = 320

async function withoutOurScripts(url: string): Promise<Person> {
  const somebody = await person(url, { width: NARROW })
  await somebody.context.route('**/*.js', (route) => route.abort())
  return somebody
}

test('every page of the portal passes axe and fits on 320 pixels', async (t) => {
  const { home, places, portalUrl } = await start(t)
  const somebody = await withoutOurScripts(portalUrl)
  const wrong = [...(await inspect(somebody, portalAddresses('en')))]

  for (const state of ['draft', 'submitted', 'returned', 'recognised', 'refused']) {
    const place = places.find((each) => each.state === state)
    if (!place) continue
    await becomes(somebody, home, { place, portalUrl })
    const own = portalAddresses('az', place).filter((path) => path.includes(place.id))
    wrong.push(...(await inspect(somebody, [...own, '/ru/who-looked', '/tr/applications'])))
  }
  deepEqual(wrong, [])
})

test('every page of the office passes axe and fits on 320 pixels', async (t) => {
  const { home, places, officeUrl } = await start(t)
  const wrong: string[] = []
  for (const [email, state] of [
    ['officer@kecid.example', 'submitted'],
    ['officer@kecid.example', 'awaiting-decision'],
    ['officer@kecid.example', 'recognised'],
    ['signer@kecid.example', 'decision-drafted'],
    ['signer@kecid.example', 'annulment-proposed'],
    ['expert.etn@kecid.example', 'in-assessment'],
    ['objection.dtx@kecid.example', 'in-assessment'],
    ['policy-approver@kecid.example', 'submitted'],
    ['auditor@kecid.example', 'refused'],
  ] as const) {
    const somebody = await withoutOurScripts(officeUrl)
    const official = await home.office(email)
    const [name, value] = [...official.cookies][0] ?? ['', '']
    await somebody.context.addCookies([{ name, value, url: officeUrl }])
    const place = places.find((each) => each.state === state)
    if (place) wrong.push(...(await inspect(somebody, officeAddresses('en', place))))
    await somebody.context.close()
  }
  deepEqual(wrong, [])
})

/** The same browser, signed in as the owner of another case. */
async function becomes(
  somebody: Person,
  { db, faces, clock }: TestHouse,
  { place, portalUrl }: { readonly place: Place; readonly portalUrl: string },
): Promise<void> {
  const { inTransaction } = await import('#platform/database.ts')
  const { startSession } = await import('#records/sessions.ts')
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('personId', '=', place.personId)
    .executeTakeFirstOrThrow()
  const value = await inTransaction(faces.portal.db, (tx) =>
    startSession(tx, 'portalSession', { ownerId: account.id, at: clock.now(), idleHours: 1 }),
  )
  await somebody.context.addCookies([{ name: 'kecid', value, url: portalUrl }])
}
