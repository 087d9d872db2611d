import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, OFFICE_LANGUAGES } from '#core/language.ts'
import { inTransaction } from '#platform/database.ts'
import { retireCampaign } from '#records/campaigns.ts'
import { house } from '#test/house.ts'
import { inspect, inspection, officialAt, ownerOf, stranger } from '#test/inspector.ts'
import { campaignOf } from '#test/missions.ts'
import { ASK, policyWithQuestions, questionAsked } from '#test/toy-asking.ts'

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
    const russian = [`/ru/applications/${place.id}`, '/ru/applications', '/ru/who-looked']
    wrong.push(...(await inspect(await ownerOf(seen, place), [...paths, ...russian])))
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

/** What is not there is said on a page as well. */
const PAGES = [200, 404]

test('the pages of missions pass axe and fit on 320 pixels in every language', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { campaign, db, at } = await campaignOf(home)
  const { campaign: over } = await campaignOf(home)
  await inTransaction(db, (tx) => retireCampaign(tx, over, { on: home.clock.today(), at }))
  const people = { week: '2026-02-23', what: 'followed', campaign: campaign.id, people: 50 }
  await home.db.insertInto('figureBatch').values(people).execute()
  const { link } = await questionAsked(home)
  const seen = { home, places: [], ...(await home.serve()) }
  const ask = ASK.replace('/en/', '/')
  const question = link.replace(/^\/[a-z]{2}\//, '/')
  const open = [
    '/missions',
    '/missions/example-ankara',
    `/go/${campaign.code}`,
    `/go/${over.code}`,
    '/go?code=biba-baba',
    ask,
    question,
  ]
  const of = `/campaigns/${campaign.id}`
  const consuls = [
    '/campaigns',
    '/campaigns/new',
    of,
    `${of}/change`,
    `${of}/material?kind=poster&language=tr`,
    '/figures',
  ]
  const everywhere = (languages: readonly string[], paths: readonly string[]) =>
    languages.flatMap((language) => paths.map((path) => `/${language}${path}`))
  const found = await Promise.all([
    inspect(await stranger(seen), everywhere(LANGUAGES, open), PAGES),
    inspect(
      await officialAt(seen, 'consul@kecid.example'),
      everywhere(OFFICE_LANGUAGES, [...consuls, '/campaigns/nothing']),
      PAGES,
    ),
    inspect(
      await officialAt(seen, 'ministry@kecid.example'),
      everywhere(OFFICE_LANGUAGES, ['/figures']),
    ),
  ])
  deepEqual(found.flat(), [])
})
