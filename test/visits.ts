import { equal, match } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { DEMONSTRATION_PLACES } from '#main/demonstration/places.ts'
import { inspect } from '#test/inspector.ts'
import type { Person } from '#test/browser.ts'
import { atOffice, atPortal, type PermitHouse } from '#test/permits.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { copyOfPolicy, type Ending } from '#test/published.ts'

/** What is shipped, with the places of the demonstration; people can come on the same day. */
export function shippedWithPlace(t: Ending, noticeDays = 0): string {
  const folder = copyOfPolicy(t, SHIPPED_POLICY)
  mkdirSync(join(folder, 'places'))
  for (const place of DEMONSTRATION_PLACES) {
    const text = stringify({ ...place, noticeDays }, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, 'places', `${place.code}.yaml`), text)
  }
  return folder
}

/** Chooses the first time that is free, for all who come; for how many that was. */
export async function choosesTime(who: Person, page: string): Promise<number> {
  equal(await who.go(page), 200, page)
  const first = who.page.locator('main input[name="start"]').first()
  await first.check()
  await who.page.locator('main button[name="press"]').click()
  await who.page.waitForURL('**?done=visit-chosen')
  const calendar = await who.page.request.get(`${page}/calendar`)
  match(await calendar.text(), /^BEGIN:VCALENDAR/)
  return who.page.locator('main button[name="cancel"]').count()
}

/** An official records of all on the list of today that they came; of how many. */
export async function isSeen(officer: Person): Promise<number> {
  await officer.go('/en/coming')
  const marks = officer.page.locator('main button[value="came"]')
  const people = await marks.count()
  for (let left = people; left > 0; left -= 1) {
    await marks.first().click()
    await officer.page.waitForURL('**done=visit-recorded**')
    equal(await marks.count(), left - 1)
    await officer.go('/en/coming')
  }
  return people
}

/** On 320 pixels, in every language, what is wrong with the pages on which one chooses. */
export async function wrongWithVisits(
  all: PermitHouse,
  { id, step }: { readonly id: string; readonly step: string },
): Promise<readonly string[]> {
  const her = await atPortal(all.portalUrl, all.ana, { width: 320 })
  const officer = await atOffice(all, 'officer')
  for (const { context } of [her, officer]) await context.route('**/*.js', (each) => each.abort())
  const pages = ['az', 'tr', 'en', 'ru'].flatMap((language) => [
    `/${language}/applications/${id}`,
    `/${language}/applications/${id}/visits/${step}`,
  ])
  const theirs = ['en', 'az'].flatMap((language) => [
    `/${language}/coming`,
    `/${language}/cases/${id}/visits/${step}`,
  ])
  return [...(await inspect(her, pages)), ...(await inspect(officer, theirs))]
}
