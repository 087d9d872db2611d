import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { isIsoDate } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { judgeCampaign, type Campaign } from '#core/promotion/campaigns.ts'
import { isMissionOpen, missionOf } from '#core/promotion/missions.ts'
import {
  campaignIn,
  CampaignFormPage,
  typedOfCampaign,
  type CampaignFormProps,
} from '#office/campaigns/form.tsx'
import { CampaignsPage } from '#office/campaigns/list.tsx'
import { CampaignPage } from '#office/campaigns/page.tsx'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { isOfMission, isOwnCampaign, seenCampaign } from '#office/seen-campaign.ts'
import { signedInOnly } from '#office/session.tsx'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import {
  CAMPAIGNS_A_PAGE,
  campaignsSeen,
  changeCampaign,
  makeCampaign,
  retireCampaign,
} from '#records/campaigns.ts'
import { figuresOf } from '#records/figures.ts'
import { done } from '#telling/done.tsx'

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
  if (makesIn(c) !== 'may') return c.notFound()
  const typed = { languages: ownMission(c)?.languages ?? [], leadsTo: ['welcome'] }
  return c.render(formPage(c, { typed }))
})

campaignsRoute.post(paths.newCampaign.pattern, async (c) => {
  const { house, language } = c.var
  if (makesIn(c) !== 'may') return c.notFound()
  const typed = await typedOf(c.req)
  const judged = judgeCampaign(campaignIn(typed), house.clock.today())
  if (!judged.ok) return c.render(formPage(c, { typed, faults: judged.faults }), 400)
  const at = house.clock.now()
  const id = await inTransaction(house.db, (tx) => makeCampaign(tx, judged.said, at))
  return done(c, paths.campaign.to(language, { id }), 'saved')
})

campaignsRoute.get(paths.campaign.pattern, (c) =>
  seen(c, async (campaign, tx) => c.render(await page(c, tx, campaign))),
)

/** Retires its link, or brings it back. */
campaignsRoute.post(paths.campaign.pattern, async (c) => {
  const { house, language } = c.var
  const typed = await typedOf(c.req)
  return own(c, async (campaign, tx) => {
    const wanted = { id: campaign.id, version: versionIn(first(typed, 'version')) }
    const press = first(typed, 'press')
    if (press !== 'retire' && press !== 'revive') return c.notFound()
    const here = paths.campaign.to(language, { id: campaign.id })
    // Whoever presses twice is where the first press led.
    if ((press === 'retire') === (campaign.retiredOn !== undefined)) return done(c, here, 'saved')
    const on = press === 'retire' ? house.clock.today() : null
    const isDone = await retireCampaign(tx, wanted, { on, at: house.clock.now() })
    if (isDone) return done(c, here, 'saved')
    return c.render(await page(c, tx, campaign, true), 409)
  })
})

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
    if (isDone) return done(c, paths.campaign.to(language, { id: campaign.id }), 'saved')
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
): Promise<Response> => (await seenCampaign(c, then)) ?? c.notFound()

/** The same for those who may change it. */
const own: typeof seen = (c, then) =>
  seen(c, async (campaign, tx) => (isOwnCampaign(c, campaign) ? then(campaign, tx) : c.notFound()))

async function page(c: OfficeContext, tx: Tx, campaign: Campaign, isLate = false) {
  const { house } = c.var
  const today = house.clock.today()
  const figures = await figuresOf(tx, [campaign])
  return (
    <CampaignPage
      view={viewOf(c)}
      {...{ campaign, figures, today, isLate }}
      link={`${house.portalUrl}/go/${campaign.code}`}
      isOwn={isOwnCampaign(c, campaign)}
    />
  )
}
