import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { wrongOfMissions, wrongOfPeople } from '#test/inspected-pages.ts'
import { inspect, inspection, officialAt, ownerOf, stranger } from '#test/inspector.ts'

/** A selection of the long inspection beside this file: each kind of page once. */
test('the pages of the portal pass axe and fit on 320 pixels', async (t) => {
  const seen = await inspection(t)
  const open = ['', '/criteria', '/estimate', '/how-it-works', '/register', '/sign-in', '/verify']
  const wrong = [
    ...(await inspect(
      await stranger(seen),
      open.map((path) => `/ru${path}`),
    )),
  ]

  const own = [
    ['draft', ['', '/answers/person', '/answers/experience', '/documents', '/check']],
    ['returned', ['', '/correct']],
    ['refused', ['/decision']],
    ['hearing', ['', '/reply']],
    ['recognised', ['', '/decision', '/letters', '/receipt']],
  ] as const
  for (const [reached, pages] of own) {
    const place = seen.places.find((each) => each.reached === reached)
    if (!place) throw new Error(`the demonstration has a case that is ${reached}`)
    const paths = pages.map((page) => `/az/applications/${place.id}${page}`)
    const lists = reached === 'recognised' ? ['/ru/applications', '/ru/who-looked'] : []
    wrong.push(...(await inspect(await ownerOf(seen, place), [...paths, ...lists])))
  }
  deepEqual(wrong, [])
})

test('the pages of the office pass axe and fit on 320 pixels', async (t) => {
  const seen = await inspection(t)
  const wrong: string[] = []
  const visits = [
    ['officer@kecid.example', 'submitted', ['', '/steps/return', '/steps/accept']],
    ['officer@kecid.example', 'awaiting-decision', ['/steps/draft-decision', '/steps/extend']],
    ['signer@kecid.example', 'decision-drafted', ['/steps/sign']],
    ['expert.etn@kecid.example', 'in-assessment', ['', '/steps/score']],
    ['objection.dtx@kecid.example', 'in-assessment', ['/steps/give-opinion']],
    ['officer@kecid.example', 'recognised', ['', '/open/annulment']],
    ['officer@kecid.example', 'hearing', ['', '/steps/reply']],
    ['signer@kecid.example', 'reported', ['', '/steps/confirm-death']],
  ] as const
  for (const [email, reached, pages] of visits) {
    const place = seen.places.find((each) => each.reached === reached)
    if (!place) throw new Error(`the demonstration has a case that is ${reached}`)
    const paths = pages.map((page) => `/az/cases/${place.id}${page}`)
    wrong.push(...(await inspect(await officialAt(seen, email), ['/en', ...paths])))
  }
  const given = seen.places.find(({ reached }) => reached === 'recognised')
  const cards = ['/en/holders', '/az/holders', `/en/holders/${given?.status}`]
  wrong.push(...(await inspect(await officialAt(seen, 'officer@kecid.example'), cards)))
  deepEqual(wrong, [])
})

test('the pages of missions pass axe and fit on 320 pixels, each in a language in turn', async (t) => {
  deepEqual(await wrongOfMissions(t, 'in-turn'), [])
})

test('the pages of people pass axe and fit on 320 pixels, each in a language in turn', async (t) => {
  deepEqual(await wrongOfPeople(t, 'in-turn'), [])
})
