import { equal, ok } from 'node:assert/strict'
import { ANA, ANA_FILES, isList } from '#test/ana.ts'
import type { Person } from '#test/browser.ts'
import type { TestHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'

/** What somebody does by hand, in a browser, from the first visit to a filled-in application. */
type Secrets = { readonly email: string; readonly password: string }

export async function registers(
  home: TestHouse,
  somebody: Person,
  { email, password }: Secrets,
): Promise<void> {
  const { page } = somebody
  equal(await somebody.go('/en/register'), 200)
  await somebody.fill({ email })
  await page.locator('main form button').first().click()
  await page.waitForURL('**/sent?*')

  await somebody.go(await linkIn(home, email))
  await somebody.fill({ password })
  await page.locator('main form button:not([type="button"])').first().click()
  await page.waitForURL('**/en/applications?*')
}

/** The address in the newest mail to somebody, as it is within the portal. */
async function linkIn(home: TestHouse, email: string): Promise<string> {
  const [mail] = await home.mails(email)
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  ok(link, `a mail to ${email} has a link`)
  return new URL(link).pathname
}

/** Starts an application, fills in each block and sends each document; gives its id. */
export async function fillsIn(
  somebody: Person,
  forms: Readonly<Record<string, Form | readonly Form[]>> = ANA,
): Promise<string> {
  const { page } = somebody
  await somebody.press('Start an application')
  await page.waitForURL('**/applications/*?done=told')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  for (const [block, form] of Object.entries(forms)) {
    const address = `/en/applications/${id}/answers/${block}`
    if (!isList(form)) {
      await somebody.go(address)
      await somebody.fill(form)
      await somebody.press('Save and continue')
      await page.waitForURL('**?done=saved&of=*')
      continue
    }
    for (const item of form) {
      await somebody.go(`${address}/new`)
      await somebody.fill(item)
      await somebody.press('Save')
    }
    await somebody.press('That is all, continue')
  }
  for (const [kind, file] of ANA_FILES) {
    await somebody.go(`/en/applications/${id}/documents`)
    await somebody.choose(`#file-${kind}`, file)
    await page.locator(`#kind-${kind} form[enctype] button`).click()
    await page.locator(`#kind-${kind} .kc-document`).waitFor()
  }
  return id
}
