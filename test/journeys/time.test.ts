import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { person } from '#test/browser.ts'
import { house } from '#test/house.ts'
import { inspect, officialAt } from '#test/inspector.ts'

/** By what jobs would have found, had they looked now. */
async function doubting(home: Awaited<ReturnType<typeof house>>) {
  const foundAt = home.clock.now()
  await home.db.deleteFrom('trustedTime').execute()
  await home.db
    .insertInto('trustedTime')
    .values({ ranAt: '2026-02-02T06:00:00Z', doubt: 'long-gap', foundAt, foundAheadMs: 0 })
    .execute()
}

const PAGES = [
  {
    scripts: true,
    language: 'az',
    button: 'Məlumat bazasının saatı düzdür',
    done: /addımlar atılır/,
  },
  {
    scripts: false,
    language: 'en',
    button: 'The clock of the database is right',
    done: /being taken/,
  },
] as const

test('an administrator confirms the time, in both languages, with and without scripts', async (t) => {
  const home = await house(t)
  const { officeUrl, portalUrl } = await home.serve()
  for (const { scripts, language, button, done } of PAGES) {
    await doubting(home)
    const here = { home, officeUrl, portalUrl, places: [] }
    const narrow = await officialAt(here, 'administrator@kecid.example')
    deepEqual(await inspect(narrow, [`/${language}/time`]), [])

    const administrator = await person(officeUrl, { scripts })
    const [cookie] = [...(await home.office('administrator@kecid.example')).cookies]
    const [name, value] = cookie ?? ['', '']
    await administrator.context.addCookies([{ name, value, url: officeUrl }])
    equal(await administrator.go(`/${language}/time`), 200)
    await administrator.press(button)

    match(await administrator.text(), done)
    equal(await administrator.page.getByRole('button', { name: button }).count(), 0)
  }
  const confirmed = await home.db.selectFrom('timeConfirmation').select('doubt').execute()
  deepEqual(confirmed, [{ doubt: 'long-gap' }, { doubt: 'long-gap' }])
})
