import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { ANA, ANA_FILES, isList } from '#test/ana.ts'
import { person, type Living, type Person } from '#test/browser.ts'
import { house, type TestHouse } from '#test/house.ts'
import { inspection, ownerCookie } from '#test/inspector.ts'
import { keysOf, typeIn, type Keys } from '#test/keyboard.ts'
import type { Form } from '#test/visitor.ts'

/** The way of one application without a mouse, from an account to a signed decision. */
type Typist = Person & { readonly keys: Keys }

async function typist(url: string, living: Living): Promise<Typist> {
  const somebody = await person(url, living)
  return { ...somebody, keys: keysOf(somebody.page) }
}

export async function mainJobByKeys(t: TestContext, living: Living): Promise<void> {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl, officeUrl } = await home.serve()
  const ana = await typist(portalUrl, living)

  await registers(home, ana)
  const id = await fillsIn(ana)
  await submits(ana, id)
  const official = async (email: string) => signsIn(await typist(officeUrl, living), email)
  await takes(await official('officer@kecid.example'), { id, step: 'accept', deed: /accepted/i })
  for (const [body, points] of Object.entries(SCORES)) {
    await takes(await official(`expert.${body}@kecid.example`), {
      id,
      step: 'score',
      deed: /points are recorded/,
      form: scoresOf(points),
    })
  }
  for (const body of ['dtx', 'din', 'xkx']) {
    await takes(await official(`objection.${body}@kecid.example`), {
      id,
      step: 'give-opinion',
      deed: /opinion/i,
      form: { objects: 'no' },
    })
  }
  const reasoning = 'The points reach the pass mark and nobody objects.'
  await takes(await official('officer@kecid.example'), {
    id,
    step: 'draft-decision',
    deed: /drafted/i,
    form: { reasoning },
  })
  await takes(await official('signer@kecid.example'), { id, step: 'sign', deed: /signed/i })
  await ana.go(`/en/applications/${id}/decision`)
  await seen(ana)
}

/** Nothing that held the focus was out of sight, and the person is done with this window. */
async function seen({ keys, context }: Typist): Promise<void> {
  deepEqual(keys.hidden, [])
  await context.close()
}

/** What answers a form has the focus: a summary, a banner, or the heading of its page. */
async function isAnswered({ page }: Typist, said: RegExp): Promise<void> {
  const focused = page.locator(':focus')
  const scripts = await page.evaluate(`document.body.classList.contains('js-enabled')`)
  if (scripts === true) {
    await focused.and(page.locator('.govuk-notification-banner, h1')).waitFor()
  }
  match(await page.title(), said)
}

async function registers(home: TestHouse, ana: Typist): Promise<void> {
  const { page, keys } = ana
  await ana.go('/en')
  await keys.reach(page.getByRole('link', { name: 'Create an account' }).first())
  await keys.leave('Enter')
  await typeIn(page, keys, { email: 'ana@example.pt' })
  await keys.leave('Enter')
  await isAnswered(ana, /Check your email/)
  const [mail] = await home.mails('ana@example.pt')
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  ok(link)
  await ana.go(new URL(link).pathname)
  await typeIn(page, keys, { password: 'a long walk by the river' })
  await keys.leave('Enter')
  await isAnswered(ana, /account is ready/)
}

async function fillsIn(ana: Typist): Promise<string> {
  const { page, keys } = ana
  await keys.reach(page.getByRole('button', { name: 'Start an application' }))
  await keys.leave('Space')
  await isAnswered(ana, /^Recognition/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  for (const [block, form] of Object.entries(ANA)) {
    const address = `/en/applications/${id}/answers/${block}`
    for (const item of isList(form) ? form : [form]) {
      await ana.go(isList(form) ? `${address}/new` : address)
      await keys.skip()
      await typeIn(page, keys, item)
      await keys.reach(page.locator('main form button:not([type="button"])').last())
      await keys.leave('Space')
      await isAnswered(ana, isList(form) ? /^Added/ : /^Saved/)
    }
    if (!isList(form)) continue
    await keys.reach(page.getByRole('button', { name: 'That is all, continue' }))
    await keys.leave('Enter')
  }
  for (const [kind, file] of ANA_FILES) {
    await ana.go(`/en/applications/${id}/documents`)
    await keys.skip()
    await ana.choose(`#file-${kind}`, file)
    await keys.reach(page.locator(`#kind-${kind} form[enctype] button`).last())
    await keys.leave('Enter')
    await page.locator(`#kind-${kind} .kc-document`).waitFor()
  }
  return id
}

async function submits(ana: Typist, id: string): Promise<void> {
  const { page, keys } = ana
  await ana.go(`/en/applications/${id}`)
  await keys.reach(page.getByRole('link', { name: 'Check your answers and submit' }))
  await keys.leave('Enter')
  await keys.reach(page.getByRole('button', { name: 'Submit my application' }))
  await keys.leave('Enter')
  await isAnswered(ana, /has been received/)
  deepEqual(keys.hidden, [])
}

async function signsIn(somebody: Typist, email: string): Promise<Typist> {
  const { page, keys } = somebody
  await somebody.go('/en/sign-in')
  await keys.reach(page.locator(`form:has(input[value="${email}"]) button`))
  await keys.leave('Space')
  await isAnswered(somebody, /signed in/)
  return somebody
}

type Taking = {
  readonly id: string
  readonly step: string
  readonly deed: RegExp
  readonly form?: Form
}

/** From the list to the case, to the page of the step, and through its form. */
async function takes(somebody: Typist, { id, step, deed, form = {} }: Taking): Promise<void> {
  const { page, keys } = somebody
  if (!page.url().includes(id)) await openCase(somebody, id)
  await keys.reach(page.locator(`.kc-case-head__actions a[href*="/steps/${step}?"]`))
  await keys.leave('Enter')
  await typeIn(page, keys, form)
  await keys.reach(
    page.locator(`form[action*="/steps/${step}?"] button:not([type="button"])`).first(),
  )
  await keys.leave('Enter')
  await isAnswered(somebody, deed)
  await seen(somebody)
}

async function openCase({ page, keys }: Typist, id: string): Promise<void> {
  const link = page.locator(`main a[href*="/cases/${id}?"]`).first()
  if ((await link.count()) === 0) {
    await keys.reach(page.getByRole('link', { name: '(1)' })) // The list that it is in.
    await keys.leave('Enter')
  }
  await keys.reach(link)
  await keys.leave('Enter')
}

const SCORES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  energetika: { EXP: 30, ACH: 10 },
  etn: { EDU: 22, LNG: 6 },
  eesmn: { DEM: 8 },
}

const scoresOf = (points: Readonly<Record<string, number>>): Form =>
  Object.fromEntries(
    Object.entries(points).flatMap(([criterion, given]) => [
      [`points.${criterion}`, String(given)],
      [`reason.${criterion}`, `Seen in the documents: ${criterion}.`],
    ]),
  )

const OPEN = ['', '/criteria', '/estimate', '/verify', '/sign-in', '/accessibility'] as const
const OWN = [
  ['draft', ['', '/answers/person', '/answers/experience', '/documents', '/check']],
  ['returned', ['', '/correct']],
  ['recognised', ['', '/decision', '/letters']],
] as const
const CASES = [
  ['officer@kecid.example', 'submitted', ['', '/steps/return', '/steps/accept']],
  ['expert.etn@kecid.example', 'in-assessment', ['', '/steps/score']],
  ['signer@kecid.example', 'decision-drafted', ['', '/steps/sign']],
] as const

/** Every stop of one page of each kind of the portal. */
export async function portalTours(t: TestContext, living: Living): Promise<void> {
  const visits = await inspection(t)
  const portal = await typist(visits.portalUrl, living)
  await tour(
    portal,
    OPEN.map((path) => `/en${path}`),
  )
  for (const [reached, pages] of OWN) {
    const place = visits.places.find((each) => each.reached === reached)
    ok(place, reached)
    await portal.context.addCookies([await ownerCookie(visits, place)])
    await tour(
      portal,
      pages.map((page) => `/en/applications/${place.id}${page}`),
    )
  }
  await seen(portal)
}

/** The same of the office. */
export async function officeTours(t: TestContext, living: Living): Promise<void> {
  const { home, places, officeUrl } = await inspection(t)
  for (const [email, reached, pages] of CASES) {
    const official = await typist(officeUrl, living)
    const [[name, value] = ['', '']] = [...(await home.office(email)).cookies]
    await official.context.addCookies([{ name, value, url: officeUrl }])
    const place = places.find((each) => each.reached === reached)
    const paths = pages.map((page) => `/en/cases/${place?.id}${page}`)
    await tour(official, ['/en?list=all', ...paths])
    await seen(official)
  }
}

async function tour({ go, keys }: Typist, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    equal(await go(path), 200, path)
    ok((await keys.tour()) > 3, `${path} has stops`)
  }
}
