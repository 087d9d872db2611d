import { Hono } from 'hono'
import { languageOf, type Campaign } from '#core/promotion/campaigns.ts'
import { missionOf } from '#core/promotion/missions.ts'
import { readCode, slipIn, type ShortCode } from '#core/promotion/short-code.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { allAskedOf, askedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { bare, paths } from '#portal/paths.ts'
import { carrying } from '#portal/via.ts'
import { wantedLanguage, wantedLanguages } from '#portal/wanted-language.ts'
import { CodePage, linkOf, WelcomePage } from '#portal/welcome/page.tsx'
import { campaignByCode, countByLink, noteUncounted } from '#records/campaigns.ts'

/** Whoever follows the link of a campaign is welcomed, counted as a number, and not remembered. */
export const welcomeRoute = new Hono<PortalEnv>()

welcomeRoute.get(bare.link, async (c) => {
  const typed = c.req.param('code')
  const code = readCode(typed)
  const wanted = wantedLanguages(c.req.header('accept-language') ?? '')
  const campaign = code && (await inTransaction(c.var.house.db, (tx) => followed(c, tx, code)))
  if (!campaign) return c.redirect(nowhere(wanted[0] ?? 'en', typed), 303)
  return c.redirect(landing(campaign, languageOf(campaign, wanted)), 303)
})

const nowhere = (language: string, typed: string): string =>
  `${paths.link.to(language)}?${new URLSearchParams({ code: typed.slice(0, TYPED_MAX), [UNKNOWN]: '1' }).toString()}`

/** That it was looked for already. */
const UNKNOWN = 'unknown'

const TYPED_MAX = 40

/** One whose link has ended is told so, whatever page it led to. */
function landing({ code, leadsTo, retiredOn }: Campaign, language: string): string {
  if (leadsTo === 'welcome' || retiredOn !== undefined) return paths.welcome.to(language, { code })
  return carrying(paths[leadsTo].to(language), code)
}

async function followed(c: PortalContext, tx: Tx, code: ShortCode): Promise<Campaign | undefined> {
  const campaign = await campaignByCode(tx, code)
  if (!campaign || campaign.retiredOn !== undefined || !isSomebody(c)) return campaign
  if (isCountable(code, c.var.house.clock.now())) await countByLink(tx, 'followed', code)
  else if (!campaign.isUncounted) await noteUncounted(tx, code)
  return campaign
}

/** Who looks ahead for somebody, or only whether there is a page, follows nothing. */
const isSomebody = (c: PortalContext): boolean =>
  c.req.method === 'GET' && !/prefetch/i.test(c.req.header('sec-purpose') ?? '')

/** More than a hall of people with phones in hand can do; what is faster is a machine. */
const FOLLOWED_MAX = [
  { letters: 'yyyy-mm-ddThh:mm'.length, most: 300 },
  { letters: 'yyyy-mm-dd'.length, most: 5000 },
] as const

/** How often each link was followed in this minute and on this day. Whose it was is not asked. */
const windows = FOLLOWED_MAX.map((bound) => ({
  ...bound,
  since: '',
  times: new Map<ShortCode, number>(),
}))

function isCountable(code: ShortCode, now: string): boolean {
  const fits = windows.map((window) => {
    const since = now.slice(0, window.letters)
    if (window.since !== since) {
      window.since = since
      window.times.clear()
    }
    const times = (window.times.get(code) ?? 0) + 1
    window.times.set(code, times)
    return times <= window.most
  })
  return fits.every(Boolean)
}

welcomeRoute.get(paths.welcome.pattern, async (c) => {
  const { house, language } = c.var
  const typed = c.req.param('code') ?? ''
  const code = readCode(typed)
  const campaign = code && (await inTransaction(house.db, (tx) => campaignByCode(tx, code)))
  if (!campaign) return c.redirect(nowhere(language, typed), 303)
  const mission = missionOf(house.policy.missions, campaign.mission)
  return c.render(<WelcomePage view={viewOf(c)} campaign={campaign} mission={mission} />)
})

/** A code that is typed in is followed as if it had been right at once. */
welcomeRoute.get(paths.link.pattern, (c) => {
  const typed = askedOf(c.req, 'code')
    .replace(/^.*\/go\//, '')
    .slice(0, TYPED_MAX)
  const code = readCode(typed)
  const isLookedFor = askedOf(c.req, UNKNOWN) !== ''
  if (code !== undefined && !isLookedFor) return c.redirect(linkOf(code), 303)
  const view = viewOf(c)
  if (allAskedOf(c.req, 'code').length === 0) return c.render(<CodePage view={view} />)
  return c.render(<CodePage view={view} wrong={{ typed, slip: slipIn(typed) }} />, 404)
})

/** Whoever left the code out is asked for it. */
welcomeRoute.get(bare.linkAlone, (c) => {
  const wanted = wantedLanguage(c.req.header('accept-language') ?? '')
  return c.redirect(paths.link.to(wanted) + new URL(c.req.url).search, 303)
})
