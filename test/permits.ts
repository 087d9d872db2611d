import { equal, ok } from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Language } from '#core/language.ts'
import { pdf, png } from '#test/ana.ts'
import { person, type Living, type Person } from '#test/browser.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { signedCase } from '#test/signed-case.ts'
import type { Form } from '#test/visitor.ts'

/**
 * A family that asks by hand for the permits that are shipped: Ana, who was recognised, her husband
 * Ben, who has an account of his own, and Lia, who is ten.
 */
export type PermitHouse = {
  readonly home: TestHouse
  readonly portalUrl: string
  readonly officeUrl: string
  readonly ana: Applicant
  readonly ben: Applicant
  /** The case by which she was recognised. */
  readonly recognition: string
}

export async function permitHouse(
  t: TestContext,
  policy: string = SHIPPED_POLICY,
): Promise<PermitHouse> {
  const home = await house(t, { policy, sessionHours: 24 })
  const urls = await home.serve()
  const ana = await home.signedUpApplicant({ email: 'ana.ferreira@example.org' })
  const ben = await home.signedUpApplicant({ email: 'ben.ferreira@example.org', language: 'ru' })
  return { home, ...urls, ana, ben, recognition: await signedCase(home, ana) }
}

/** Somebody with an account, at the portal in a browser. */
export async function atPortal(url: string, who: Applicant, living?: Living): Promise<Person> {
  const somebody = await person(url, living)
  await somebody.context.addCookies([{ name: 'kecid', value: who.cookies.get('kecid') ?? '', url }])
  return somebody
}

export async function atOffice(
  { home, officeUrl: url }: Pick<PermitHouse, 'home' | 'officeUrl'>,
  mailbox: string,
): Promise<Person> {
  const somebody = await person(url)
  const [[name, value] = ['', '']] = [...(await home.office(`${mailbox}@kecid.example`)).cookies]
  await somebody.context.addCookies([{ name, value, url }])
  return somebody
}

/** Begins an empty case of that type from the list of what is one's own; gives its id. */
export async function begins(her: Person, type: string): Promise<string> {
  await her.go('/en/applications')
  await her.page.locator(`form:has(input[value="${type}"]) button`).last().click()
  await her.page.waitForURL('**/applications/*?done=told')
  return new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
}

type Inviting = {
  readonly id: string
  readonly language: Language
  /** As what, where there is a choice. */
  readonly who?: string
}

/** Asks the husband to join, or somebody with his account; gives where the mail leads. */
export async function invites(
  { home, ben }: PermitHouse,
  her: Person,
  { id, language, who: role = 'spouse' }: Inviting,
): Promise<string> {
  await her.go(`/en/applications/${id}`)
  await her.click('Invite an adult')
  const who = (await her.page.locator('[name="who"]').count()) > 0 ? { who: role } : {}
  await her.fill({ ...who, email: ben.email, language })
  await her.press('Send the invitation')
  await her.page.waitForURL('**done=**')
  const way = new RegExp(`/${language}/invitation/[\\w-]+`)
  const mails = await home.mails(ben.email)
  const link = mails.flatMap(({ text }) => way.exec(text)?.[0] ?? [])[0]
  ok(link, 'a mail has the way in')
  return link
}

export async function joins(his: Person, link: string): Promise<void> {
  equal(await his.go(link), 200)
  await his.page.locator('main form button').first().click()
  await his.page.waitForURL('**/applications/**')
}

/** Brings the child along, for whom she acts. */
export async function brings(her: Person, id: string): Promise<void> {
  await her.go(`/en/applications/${id}`)
  await her.click('Add a child or somebody in your care')
  await her.fill({ 'born-day': '27', 'born-month': '3', 'born-year': '2015' })
  await her.press('Add this person')
  await her.page.waitForURL('**done=**')
}

/** What is written of somebody, block by block. */
type Answers = Readonly<Record<string, Form>>

/** Lists one's family, with whoever lists it; gives where it is kept. */
export async function listsFamily(her: Person): Promise<string> {
  await her.go('/en/may')
  await her.press('Add your family')
  await her.page.waitForURL('**/family/**')
  return new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
}

/** Accepts to be of a family, and says who they are. */
export async function joinsFamily(his: Person, link: string, who: Answers): Promise<void> {
  equal(await his.go(link), 200)
  await his.page.locator('main form button').first().click()
  await his.page.waitForURL('**/family/**')
  await saysWhoIs(his, who)
}

/** A child is of the family: its day of birth is asked first, and its name after that. */
export async function hasChild(her: Person, id: string, who: Answers): Promise<void> {
  await her.go(`/en/family/${id}`)
  await her.click('Add a child or somebody in your care')
  await her.fill(
    Object.fromEntries(
      Object.entries(who['person'] ?? {})
        .filter(([name]) => name.startsWith('birth-date'))
        .map(([name, value]) => [name.replace('birth-date', 'born'), value]),
    ),
  )
  await her.press('Add this person')
  await her.page.waitForURL('**/family/**')
  await saysWhoIs(her, who)
}

/** In the part of whoever was let in last. */
async function saysWhoIs(somebody: Person, who: Answers): Promise<void> {
  const { citizenships: _nowhere, ...form } = who['person'] ?? {}
  await somebody.page.locator('.kc-relative__foot a[href*="/answers/"]').last().click()
  await somebody.fill(form)
  await somebody.page.locator('main form button').first().click()
  await somebody.page.waitForURL('**/family/**')
}

/** Who somebody is, as the passport says it. */
export const ferreira = (given: string, number: string, born: string): Record<string, Form> => {
  const [year = '', month = '', day = ''] = born.split('-').map((part) => part.replace(/^0/, ''))
  return {
    person: {
      surname: 'Ferreira',
      'given-names': given,
      'birth-date-day': day,
      'birth-date-month': month,
      'birth-date-year': year,
      citizenships: ['PRT'],
    },
    document: {
      type: 'passport',
      number,
      'issuing-country': 'PRT',
      'expires-on-day': '13',
      'expires-on-month': '6',
      'expires-on-year': '2032',
    },
  }
}

export const DECLARED: Record<string, Form> = { declarations: { truth: 'yes', processing: 'yes' } }

/** Answers what is asked of one person, page by page. */
export async function answers(
  their: Person,
  part: string,
  forms: Readonly<Record<string, Form>>,
): Promise<void> {
  for (const [block, form] of Object.entries(forms)) {
    const page = `${part}/answers/${block}`
    equal(await their.go(page), 200, page)
    await their.fill(form)
    await their.page.locator('main form button').first().click()
    await their.page.waitForURL('**?done=saved&of=*')
  }
}

/** Sends a file for each of these documents. */
export async function sends(their: Person, part: string, kinds: readonly string[]): Promise<void> {
  equal(await their.go(`${part}/documents`), 200)
  for (const kind of kinds) {
    await their.choose(`#file-${kind}`, kind.endsWith('photo') ? png() : pdf(`${kind}.pdf`))
    await their.page.locator(`#kind-${kind} form[enctype] button`).click()
    await their.page.waitForURL(`**?done=uploaded&of=${kind}`)
  }
}

/** Sends all of it in, or confirms what is of whoever is asked; gives what they read then. */
export async function submits(who: Person, id: string, language = 'en'): Promise<string> {
  equal(await who.go(`/${language}/applications/${id}/check`), 200)
  await who.page.locator('main form button').first().click()
  await who.page.waitForURL((url) => !url.pathname.endsWith('/check'))
  return who.text()
}

/** Fills in the page of a step, and sends it. */
export async function takes(who: Person, page: string, form: Form = {}): Promise<void> {
  equal(await who.go(page), 200, page)
  await who.fill(form)
  await who.page.locator('main form[method="post"] button:not([type="button"])').first().click()
  await who.page.waitForURL('**done=step**')
}
