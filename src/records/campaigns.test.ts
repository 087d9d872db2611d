import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { isoDate, isoMoment } from '#core/dated.ts'
import type { CampaignSaid } from '#core/promotion/campaigns.ts'
import { inTransaction } from '#platform/database.ts'
import {
  campaignByCode,
  campaignById,
  campaignsSeen,
  changeCampaign,
  countByLink,
  deleteCampaign,
  keptOfCampaign,
  makeCampaign,
  noteUncounted,
  retireCampaign,
} from '#records/campaigns.ts'
import { figuresSeen } from '#records/figures.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, officialIn, weekIsShown } from '#test/missions.ts'

const DAY = isoDate('2026-03-07')
const fair: CampaignSaid = {
  event: { tr: 'Mühendislik Fuarı' },
  place: 'Ankara',
  from: DAY,
  until: DAY,
  languages: ['tr'],
  leadsTo: 'welcome',
}

const seenBy = async (home: TestHouse, name: string) =>
  (await inTransaction(await officialIn(home, name), (tx) => campaignsSeen(tx, {}))).length

const tallies = ({ db }: TestHouse) => db.selectFrom('tally').selectAll().execute()

test('a campaign is of the mission of whoever made it, and of nobody else but the ministry', async (t) => {
  const home = await house(t)
  const { campaign, at } = await campaignOf(home, fair)
  equal(campaign.mission, 'example-ankara')
  deepEqual(campaign.event, fair.event)
  equal(await seenBy(home, 'consul2'), 1)
  equal(await seenBy(home, 'ministry'), 1)
  for (const name of ['consul.lisbon', 'officer', 'administrator']) {
    equal(await seenBy(home, name), 0, name)
    const db = await officialIn(home, name)
    const change = { said: fair, at }
    await rejects(
      inTransaction(db, (tx) => changeCampaign(tx, campaign, change)),
      /not of whoever/,
    )
    await rejects(
      inTransaction(db, (tx) => retireCampaign(tx, campaign, { on: DAY, at })),
      /not of whoever/,
    )
  }
  for (const name of ['ministry', 'officer']) {
    const db = await officialIn(home, name)
    await rejects(
      inTransaction(db, (tx) => makeCampaign(tx, fair, at)),
      /people of a mission/,
    )
  }
})

test('of two officers at one campaign the second is told, and what was done is kept', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home, fair)
  const said = { ...fair, place: 'Ankara, hall 2' }
  const colleague = await officialIn(home, 'consul2')
  equal(await inTransaction(db, (tx) => changeCampaign(tx, campaign, { said, at })), true)
  const late = { said: fair, at }
  equal(await inTransaction(colleague, (tx) => changeCampaign(tx, campaign, late)), false)
  const now = await inTransaction(colleague, (tx) => campaignById(tx, campaign.id))
  ok(now)
  equal(now.place, 'Ankara, hall 2')
  equal(await inTransaction(colleague, (tx) => retireCampaign(tx, now, { on: DAY, at })), true)
  deepEqual(
    (await acts(home)).map(({ act }) => act),
    ['make', 'change', 'retire'],
  )
  await rejects(sql`update campaign_act set act = 'make'`.execute(home.db))
})

test('whoever follows a link is a number without a day, and what has ended counts nobody', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home, fair)
  const portal = home.faces.portal.db
  const follow = (what: 'followed' | 'begun' = 'followed') =>
    inTransaction(portal, (tx) => countByLink(tx, what, campaign.code))
  await follow()
  await follow()
  await follow('begun')
  const rows = (await tallies(home)).map(({ what, people, weeks }) => [what, people, weeks])
  deepEqual(
    rows.toSorted(([one], [two]) => String(one).localeCompare(String(two))),
    [
      ['begun', 1, 0],
      ['followed', 2, 0],
    ],
  )
  await inTransaction(db, (tx) => retireCampaign(tx, campaign, { on: DAY, at }))
  await follow()
  equal((await tallies(home)).find(({ what }) => what === 'followed')?.people, 2)
  await inTransaction(portal, (tx) => noteUncounted(tx, campaign.code))
  equal((await inTransaction(db, (tx) => campaignById(tx, campaign.id)))?.isUncounted, true)
  await rejects(inTransaction(db, (tx) => countByLink(tx, 'followed', campaign.code)))
  await rejects(portal.selectFrom('tally').selectAll().execute(), /permission denied/)
})

const acts = (home: TestHouse) =>
  home.db.selectFrom('campaignAct').select(['act', 'version']).orderBy('version').execute()

test('a deleted campaign says nothing to anybody, and its code is given to no other', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home, fair)
  const portal = home.faces.portal.db
  await inTransaction(portal, (tx) => countByLink(tx, 'followed', campaign.code))
  const lisbon = await officialIn(home, 'consul.lisbon')
  await rejects(
    inTransaction(lisbon, (tx) => deleteCampaign(tx, campaign, at)),
    /not of whoever/,
  )
  equal(await inTransaction(lisbon, (tx) => keptOfCampaign(tx, campaign.id)), undefined)
  deepEqual(await inTransaction(db, (tx) => keptOfCampaign(tx, campaign.id)), {
    madeOn: home.clock.today(),
    isPrinted: false,
    isShown: false,
  })
  const stale = { ...campaign, version: 2 }
  equal(await inTransaction(db, (tx) => deleteCampaign(tx, stale, at)), false)
  equal(await inTransaction(db, (tx) => deleteCampaign(tx, campaign, at)), true)
  equal(await seenBy(home, 'consul'), 0)
  equal(await seenBy(home, 'ministry'), 0)
  equal(await inTransaction(portal, (tx) => campaignByCode(tx, campaign.code)), undefined)
  await inTransaction(portal, (tx) => countByLink(tx, 'followed', campaign.code))
  deepEqual(await tallies(home), [])
  await rejects(
    inTransaction(db, (tx) => changeCampaign(tx, campaign, { said: fair, at })),
    /not of whoever/,
  )
  deepEqual(await acts(home), [
    { act: 'make', version: 1 },
    { act: 'delete', version: 2 },
  ])
  const [row] = await home.db.selectFrom('campaign').selectAll().execute()
  deepEqual([row?.event, row?.place, row?.code], [{}, '', campaign.code])
  const again = { id: randomUUID(), code: campaign.code, ...ROW }
  const { rows } = await inTransaction(db, (tx) =>
    sql<{ is: boolean }>`select make_campaign(${JSON.stringify(again)}, ${at}) as is`.execute(tx),
  )
  equal(rows[0]?.is, false)
})

const ROW = {
  event: fair.event,
  place: fair.place,
  from_on: DAY,
  until_on: DAY,
  languages: fair.languages,
  leads_to: fair.leadsTo,
}

test('the database deletes nothing that was printed, shown or begun, whatever a process asks', async (t) => {
  const home = await house(t)
  const { db, at, campaign: printed } = await campaignOf(home, fair)
  const madeBy = (await home.db.selectFrom('campaignAct').select('actor').executeTakeFirstOrThrow())
    .actor
  const { campaign: shown } = await campaignOf(home, fair)
  const { campaign: uncounted } = await campaignOf(home, fair)
  await home.db
    .insertInto('material')
    .values({
      id: randomUUID(),
      campaign: printed.id,
      kind: 'poster',
      language: 'tr',
      content: '{}',
      fingerprint: 'f'.repeat(64),
      madeOn: home.clock.today(),
      madeAt: at,
      madeBy,
    })
    .execute()
  await home.db
    .insertInto('figureBatch')
    .values({ week: '2026-02-23', what: 'followed', campaign: shown.id, people: 5 })
    .execute()
  await inTransaction(home.faces.portal.db, (tx) => noteUncounted(tx, uncounted.code))
  const { campaign: begun } = await campaignOf(home, fair)
  const tries = [
    [printed, at],
    [shown, at],
    [uncounted, at],
    [begun, isoMoment('2026-03-07T12:00:00.000Z')],
  ] as const
  for (const [campaign, when] of tries) {
    await rejects(
      inTransaction(db, (tx) => deleteCampaign(tx, campaign, when)),
      /only be retired/,
    )
  }
  equal(await seenBy(home, 'consul'), tries.length)
})

test('of a form the database takes what a campaign says, and nothing else', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home, fair)
  const sent = { ...ROW, place: 'Hall 9', mission: 'example-lisbon', code: 'x', retired_on: DAY }
  const more = JSON.stringify({ ...sent, id: randomUUID(), version: 9 })
  await inTransaction(db, (tx) =>
    sql`select change_campaign(${campaign.id}::uuid, 1, ${more}, ${at})`.execute(tx),
  )
  const now = await inTransaction(db, (tx) => campaignById(tx, campaign.id))
  deepEqual(now, { ...campaign, place: 'Hall 9', version: 2 })
})

test('a week is shown when it is over, once, and five at a time', async (t) => {
  const home = await house(t)
  const { db, campaign } = await campaignOf(home, fair)
  const { faces } = home
  const follow = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      await inTransaction(faces.portal.db, (tx) => countByLink(tx, 'followed', campaign.code))
    }
  }
  const weekLater = async () => {
    home.clock.advance(7 * 86_400_000)
    await weekIsShown(home)
    await weekIsShown(home)
    const range = { from: isoDate('2020-01-01'), until: isoDate('2030-01-01') }
    const figures = await inTransaction(db, (tx) => figuresSeen(tx, range))
    return figures.map(({ what, people, campaign: of }) => [what, people, of === campaign.id])
  }
  await follow(4)
  deepEqual(await weekLater(), [])
  await follow(3)
  deepEqual(await weekLater(), [['followed', 7, true]])
  await follow(4)
  deepEqual(await weekLater(), [['followed', 7, true]])
  equal((await tallies(home))[0]?.people, 4)
})

test('the database lets no job lose anybody, invent anybody, or show four', async (t) => {
  const home = await house(t)
  const { campaign } = await campaignOf(home, fair)
  await home.db
    .insertInto('tally')
    .values({ what: 'followed', campaign: campaign.id, people: 6 })
    .execute()
  const row = { what: 'followed', campaign: campaign.id, country: null, language: null }
  const show = (shown: readonly object[], waiting: readonly object[]) =>
    sql`select show_figures('2026-03-02', ${JSON.stringify([row])}, ${JSON.stringify(shown)},
      ${JSON.stringify(waiting)})`.execute(home.faces.jobs.db)
  await rejects(show([{ ...row, people: 5 }], []), /lost, or counted twice/)
  await rejects(show([{ ...row, people: 7 }], []), /lost, or counted twice/)
  await rejects(show([{ ...row, people: 4 }], [{ ...row, people: 2, weeks: 1 }]), /check/)
  equal((await tallies(home))[0]?.people, 6)
  await show([{ ...row, people: 6 }], [])
  deepEqual(await tallies(home), [])
})
