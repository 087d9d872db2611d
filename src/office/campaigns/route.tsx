import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { isIsoDate } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { judgeCampaign, whyKept, type Campaign } from '#core/promotion/campaigns.ts'
import { isMissionOpen, missionOf } from '#core/promotion/missions.ts'
import {
  campaignIn,
  CampaignFormPage,
  typedOfCampaign,
  type CampaignFormProps,
} from '#office/campaigns/form.tsx'
import { CampaignsPage } from '#office/campaigns/list.tsx'
import { CampaignPage, type CampaignProps } from '#office/campaigns/page.tsx'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { isOfMission, isOwnCampaign, noCampaign, seenCampaign } from '#office/seen-campaign.tsx'
import { signedInOnly } from '#office/session.tsx'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import {
  CAMPAIGNS_A_PAGE,
  campaignsSeen,
  changeCampaign,
  deleteCampaign,
  keptOfCampaign,
  makeCampaign,
  retireCampaign,
} from '#records/campaigns.ts'
import { figuresOf } from '#records/figures.ts'
import { done } from '#telling/done.tsx'
import { linkOf } from '#telling/material/content.ts'

/** What a mission tells of the Program, and what comes of it; the ministry sees it of all. */
export const campaignsRoute = new Hono<OfficeEnv>()

for (const { pattern } of [
  paths.campaigns,
  paths.newCampaign,
  paths.campaign,
  paths.changeCampaign,
]) {
  campaignsRoute.use(pattern, signedInOnly)
}

/** The mission of whoever acts, where it is still there. */
const ownMission = (c: OfficeContext) =>
  isOfMission(c) ? missionOf(c.var.house.policy.missions, c.var.official.body ?? '') : undefined

campaignsRoute.get(paths.campaigns.pattern, (c) => {
  const { house, official, language } = c.var
  const { missions } = house.policy
  if (!isOfMission(c) && !isOneOf(official.roles, 'ministry')) return c.notFound()
  const today = house.clock.today()
  const wanted = isOfMission(c) ? official.body : askedOf(c.req, 'mission')
  const mission = missionOf(missions, wanted ?? '')
  const [from = '', id = ''] = askedOf(c.req, 'after').split('_')
  const after = isIsoDate(from) && isId(id) ? { after: { from, id } } : {}
  return inTransaction(house.db, async (tx) => {
    const found = await campaignsSeen(tx, {
      ...(mission ? { mission: mission.code } : {}),
      ...after,
    })
    const campaigns = found.slice(0, CAMPAIGNS_A_PAGE)
    const last = found.length > campaigns.length ? campaigns.at(-1) : undefined
    const figures = await figuresOf(tx, campaigns)
    const query = last && {
      after: `${last.from}_${last.id}`,
      ...(mission && !isOfMission(c) ? { mission: mission.code } : {}),
    }
    const next = query && `${paths.campaigns.to(language)}?${new URLSearchParams(query).toString()}`
    return c.render(
      <CampaignsPage
        view={viewOf(c)}
        {...{ campaigns, figures, missions, mission, today }}
        makes={makesIn(c)}
        {...(next === undefined ? {} : { next })}
      />,
    )
  })
})

function makesIn(c: OfficeContext): 'may' | 'closed' | 'nobody' {
  if (!isOfMission(c)) return 'nobody'
  const mission = ownMission(c)
  return mission && isMissionOpen(mission, c.var.house.clock.today()) ? 'may' : 'closed'
}

const formPage = (c: OfficeContext, props: Omit<CampaignFormProps, 'view' | 'today'>) => (
  <CampaignFormPage view={viewOf(c)} today={c.var.house.clock.today()} {...props} />
)

campaignsRoute.get(paths.newCampaign.pattern, (c) => {
  const makes = makesIn(c)
  if (makes === 'nobody') return c.notFound()
  if (makes === 'closed') return c.redirect(paths.campaigns.to(c.var.language), 303)
  const typed = { languages: ownMission(c)?.languages ?? [], leadsTo: ['welcome'] }
  return c.render(formPage(c, { typed }))
})

campaignsRoute.post(paths.newCampaign.pattern, async (c) => {
  const { house, language } = c.var
  const makes = makesIn(c)
  if (makes === 'nobody') return c.notFound()
  const typed = await typedOf(c.req)
  if (makes === 'closed') return c.render(formPage(c, { typed, isClosed: true }), 409)
  const judged = judgeCampaign(campaignIn(typed), house.clock.today())
  if (!judged.ok) return c.render(formPage(c, { typed, faults: judged.faults }), 400)
  const at = house.clock.now()
  const id = await inTransaction(house.db, (tx) => makeCampaign(tx, judged.said, at))
  return done(c, paths.campaign.to(language, { id }), 'campaign-made')
})

campaignsRoute.get(paths.campaign.pattern, (c) =>
  seen(c, async (campaign, tx) => c.render(await page(c, tx, { campaign }))),
)

/** Retires its link, brings it back, or deletes what was begun by mistake. */
campaignsRoute.post(paths.campaign.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const answer = await seenCampaign(c, async (campaign, tx) => {
    if (!isOwnCampaign(c, campaign)) return noCampaign(c)
    const wanted = { id: campaign.id, version: versionIn(first(typed, 'version')) }
    switch (first(typed, 'press')) {
      case 'retire':
        return ended(c, tx, { campaign, wanted, isRetired: true })
      case 'revive':
        return ended(c, tx, { campaign, wanted, isRetired: false })
      case 'delete':
        return deleted(c, tx, { campaign, wanted })
      default:
        return c.render(await page(c, tx, { campaign }), 400)
    }
  })
  // Whoever presses twice is where the first press led.
  return answer ?? (first(typed, 'press') === 'delete' ? afterDeleting(c) : noCampaign(c))
})

type Pressed = {
  readonly campaign: Campaign
  readonly wanted: Pick<Campaign, 'id' | 'version'>
}

async function ended(
  c: OfficeContext,
  tx: Tx,
  { campaign, wanted, isRetired }: Pressed & { readonly isRetired: boolean },
): Promise<Response> {
  const { house, language } = c.var
  const here = paths.campaign.to(language, { id: campaign.id })
  const deed = isRetired ? 'campaign-retired' : 'campaign-revived'
  // Whoever presses twice is where the first press led.
  if (isRetired === (campaign.retiredOn !== undefined)) return done(c, here, deed)
  const on = isRetired ? house.clock.today() : null
  const isDone = await retireCampaign(tx, wanted, { on, at: house.clock.now() })
  if (isDone) return done(c, here, deed)
  return c.render(await page(c, tx, { campaign, isLate: true }), 409)
}

async function deleted(c: OfficeContext, tx: Tx, { campaign, wanted }: Pressed): Promise<Response> {
  const { clock } = c.var.house
  const kept = await keptOfCampaign(tx, campaign.id)
  if (kept && whyKept(campaign, kept, clock.today()) === undefined) {
    if (await deleteCampaign(tx, wanted, clock.now())) return afterDeleting(c)
    return c.render(await page(c, tx, { campaign, isLate: true }), 409)
  }
  return c.render(await page(c, tx, { campaign, isKept: true }), 409)
}

const afterDeleting = (c: OfficeContext): Response =>
  done(c, paths.campaigns.to(c.var.language), 'campaign-deleted')

campaignsRoute.get(paths.changeCampaign.pattern, (c) =>
  own(c, async (campaign) => c.render(formPage(c, { campaign, typed: typedOfCampaign(campaign) }))),
)

campaignsRoute.post(paths.changeCampaign.pattern, async (c) => {
  const { house, language } = c.var
  const typed = await typedOf(c.req)
  return own(c, async (campaign, tx) => {
    const judged = judgeCampaign(campaignIn(typed), house.clock.today())
    if (!judged.ok) return c.render(formPage(c, { campaign, typed, faults: judged.faults }), 400)
    const wanted = { id: campaign.id, version: versionIn(first(typed, 'version')) }
    const change = { said: judged.said, at: house.clock.now() }
    const isDone = await changeCampaign(tx, wanted, change)
    if (isDone) {
      return done(c, paths.campaign.to(language, { id: campaign.id }), 'campaign-changed')
    }
    // What was typed stays in the form, over the campaign as it is now.
    return c.render(formPage(c, { campaign, typed, isLate: true }), 409)
  })
})

/** What is no number is the version of nothing. */
const versionIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

/** A campaign that whoever reads may see; what is not theirs is as if it were not there. */
const seen = async (
  c: OfficeContext,
  then: (campaign: Campaign, tx: Tx) => Promise<Response>,
): Promise<Response> => (await seenCampaign(c, then)) ?? noCampaign(c)

/** The same for those who may change it. */
const own: typeof seen = (c, then) =>
  seen(c, async (campaign, tx) => (isOwnCampaign(c, campaign) ? then(campaign, tx) : noCampaign(c)))

type Shown = Pick<CampaignProps, 'campaign' | 'isLate' | 'isKept'>

async function page(c: OfficeContext, tx: Tx, shown: Shown) {
  const { house } = c.var
  const { campaign } = shown
  const today = house.clock.today()
  const isOwn = isOwnCampaign(c, campaign)
  const kept = isOwn ? await keptOfCampaign(tx, campaign.id) : undefined
  return (
    <CampaignPage
      view={viewOf(c)}
      {...shown}
      {...{ today, isOwn }}
      figures={await figuresOf(tx, [campaign])}
      link={linkOf(house.portalUrl, campaign)}
      whyKept={kept && whyKept(campaign, kept, today)}
    />
  )
}
