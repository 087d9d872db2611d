import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { wrongOfMissions, wrongOfPeople } from '#test/inspected-pages.ts'
import { inspect, inspection, officialAt, ownerOf, stranger } from '#test/inspector.ts'
import {
  officeAddresses,
  ONE_OF_EACH_ROLE,
  PORTAL_LANGUAGES,
  portalAddresses,
  ROOM_LANGUAGES,
} from '#test/streets.ts'

/** Every page, in every state of a case and every language. */
for (const language of PORTAL_LANGUAGES) {
  test(`every page of the portal passes axe and fits on 320 pixels: ${language}`, async (t) => {
    const seen = await inspection(t)
    const wrong = [...(await inspect(await stranger(seen), portalAddresses(language)))]
    for (const place of seen.places) {
      const own = portalAddresses(language, place).filter((path) => path.includes(place.id))
      const paths = [...own, `/${language}/applications`, `/${language}/who-looked`]
      wrong.push(...(await inspect(await ownerOf(seen, place), paths)))
    }
    deepEqual(wrong, [])
  })
}

for (const language of ROOM_LANGUAGES) {
  test(`every page of the office passes axe and fits on 320 pixels: ${language}`, async (t) => {
    const seen = await inspection(t)
    const wrong: string[] = []
    for (const { email } of ONE_OF_EACH_ROLE) {
      for (const [index, place] of seen.places.entries()) {
        const paths = officeAddresses(language, place)
        const wanted = index === 0 ? paths : paths.filter((path) => path.includes(place.id))
        wrong.push(...(await inspect(await officialAt(seen, email), wanted)))
      }
    }
    deepEqual(wrong, [])
  })
}

test('every page of missions and of people passes axe and fits, in every language', async (t) => {
  deepEqual(await wrongOfMissions(t, 'all'), [])
  deepEqual(await wrongOfPeople(t, 'all'), [])
})
