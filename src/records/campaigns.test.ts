import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { isoDate } from '#core/dated.ts'
import type { CampaignSaid } from '#core/promotion/campaigns.ts'
import { inTransaction } from '#platform/database.ts'
import {
  campaignById,
  campaignsSeen,
  changeCampaign,
  countByLink,
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
  const acts = await home.db
    .selectFrom('campaignAct')
    .select(['act', 'version'])
    .orderBy('version')
    .execute()
  deepEqual(
    acts.map(({ act }) => act),
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
