import { Hono, type MiddlewareHandler } from 'hono'
import { isOfficeLanguage, OFFICE_LANGUAGES } from '#core/language.ts'
import { answersInOnePiece } from '#platform/answer.ts'
import { askedAnew } from '#platform/asked-anew.ts'
import { serveAssets } from '#platform/assets.ts'
import { ownOriginOnly, readsForms, secured } from '#platform/guards.ts'
import { withoutTrailingSlash } from '#platform/trailing-slash.ts'
import type { OfficeEnv } from '#office/env.ts'
import { actRoute } from '#office/act/route.ts'
import { caseRoute } from '#office/case/route.tsx'
import { documentRoute } from '#office/document/route.tsx'
import { figuresRoute } from '#office/figures/route.tsx'
import { handOverRoute } from '#office/hand-over/route.tsx'
import { samePersonRoute } from '#office/same-person/route.tsx'
import { holderRoute } from '#office/holder/route.tsx'
import { holdersRoute } from '#office/holders/route.tsx'
import { looksRoute } from '#office/looks/route.tsx'
import { offeredRoute } from '#office/offered/route.tsx'
import { questionsRoute } from '#office/questions/route.tsx'
import { rulesRoute } from '#office/rules/route.tsx'
import { signInRoute } from '#office/sign-in/route.tsx'
import { stepsRoute } from '#office/steps/route.tsx'
import { campaignsRoute } from '#office/campaigns/route.tsx'
import { materialRoute } from '#office/material/route.tsx'
import { comingRoute } from '#office/coming/route.tsx'
import { paymentsRoute } from '#office/payments/route.tsx'
import { systemsRoute } from '#office/systems/route.tsx'
import { visitRoute } from '#office/visit/route.tsx'
import { timeRoute } from '#office/time/route.tsx'
import { workRoute } from '#office/work/route.tsx'
import { onAbsent, onFault } from '#office/faults.tsx'
import { bare, paths } from '#office/paths.ts'
import { whoIsIt } from '#office/session.tsx'
import type { House } from '#records/house.ts'
import { healthOf } from '#records/trusted-time.ts'

/**
 * The room `office` is where officials work. It hides forms and pages, and refuses to decide
 * anything itself: what may be done and what follows is asked of the core.
 */
export function createOffice(house: House, assetsFolder: string): Hono<OfficeEnv> {
  const office = new Hono<OfficeEnv>()
  office.use('/static/*', serveAssets(assetsFolder))
  office.use(answersInOnePiece<OfficeEnv>((c) => c.var.formToken))
  office.use(async (c, next) => {
    c.set('house', house)
    c.set('visitor', undefined)
    await next()
  })
  office.use(withoutTrailingSlash)
  office.use(secured(house.officeUrl))
  office.use(ownOriginOnly(house.officeUrl))
  office.use(readsForms(FORM_BYTES_MAX))
  office.get(bare.health, async (c) => {
    const { text, status } = await healthOf(house)
    return c.text(text, status)
  })
  office.get('/', (c) => {
    const wanted = (c.req.header('accept-language') ?? '').slice(0, 2).toLowerCase()
    return c.redirect(paths.work.to(isOfficeLanguage(wanted) ? wanted : 'az'), 303)
  })
  office.use(`/:language{(?:${OFFICE_LANGUAGES.join('|')})}/*`, inLanguage, whoIsIt)
  for (const route of SLICES) office.route('/', route)
  office.notFound(onAbsent)
  office.onError(askedAnew(office, onFault))
  return office
}

/** One entry for each folder of this room. */
const SLICES: readonly Hono<OfficeEnv>[] = [
  signInRoute,
  workRoute,
  caseRoute,
  actRoute,
  documentRoute,
  stepsRoute,
  holdersRoute,
  holderRoute,
  handOverRoute,
  samePersonRoute,
  looksRoute,
  rulesRoute,
  timeRoute,
  systemsRoute,
  paymentsRoute,
  comingRoute,
  visitRoute,
  offeredRoute,
  campaignsRoute,
  questionsRoute,
  figuresRoute,
  materialRoute,
]

const inLanguage: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const language = c.req.param('language') ?? ''
  c.set('language', isOfficeLanguage(language) ? language : 'az')
  c.header('content-language', c.var.language)
  c.header('cache-control', 'no-store')
  await next()
}

const FORM_BYTES_MAX = 256 * 1024
