import { Hono, type MiddlewareHandler } from 'hono'
import { isLanguage, LANGUAGES } from '#core/language.ts'
import { answersInOnePiece } from '#platform/answer.ts'
import { askedAnew } from '#platform/asked-anew.ts'
import { serveAssets } from '#platform/assets.ts'
import { ownOriginOnly, readsForms, secured } from '#platform/guards.ts'
import { inTransaction } from '#platform/database.ts'
import { keepsPages } from '#platform/kept-pages.ts'
import { withoutTrailingSlash } from '#platform/trailing-slash.ts'
import { askingRoute } from '#portal/asking/route.tsx'
import { questionsToldRoute } from '#portal/questions-told/route.tsx'
import { questionRoute } from '#portal/question/route.tsx'
import { applicationRoute } from '#portal/application/route.tsx'
import { applicationsRoute } from '#portal/applications/route.tsx'
import { blockRoute } from '#portal/block/route.tsx'
import { checkRoute } from '#portal/check/route.tsx'
import { criteriaRoute } from '#portal/criteria/route.tsx'
import { aboutHeldRoute } from '#portal/about-held/route.tsx'
import { contestRoute } from '#portal/contest/route.tsx'
import { copyRoute } from '#portal/copy/route.tsx'
import { correctRoute } from '#portal/correct/route.tsx'
import { decisionRoute } from '#portal/decision/route.tsx'
import { documentsRoute } from '#portal/documents/route.tsx'
import type { PortalEnv } from '#portal/env.ts'
import { familyRoute } from '#portal/family/route.tsx'
import { estimateRoute } from '#portal/estimate/route.tsx'
import { homeRoute } from '#portal/home/route.tsx'
import { leaveRoute } from '#portal/leave/route.tsx'
import { invitationRoute } from '#portal/invitation/route.tsx'
import { takeOverRoute } from '#portal/invitation/take-over/route.tsx'
import { missionsRoute } from '#portal/missions/route.tsx'
import { forThemRoute } from '#portal/for-them/route.ts'
import { mayRoute } from '#portal/may/route.tsx'
import { lettersRoute } from '#portal/letters/route.tsx'
import { looksRoute } from '#portal/looks/route.tsx'
import { onAbsent, onFault } from '#portal/faults.tsx'
import { lookUpRoute } from '#portal/look-up/route.tsx'
import { messagesRoute } from '#portal/messages/route.tsx'
import { newPasswordRoute } from '#portal/new-password/route.tsx'
import { pagesRoute } from '#portal/pages/route.tsx'
import { addressesOf, bare, paths, publicAddresses } from '#portal/paths.ts'
import { handOverRoute } from '#portal/people/hand-over/route.tsx'
import { outRoute } from '#portal/people/out/route.tsx'
import { peopleRoute } from '#portal/people/route.tsx'
import { registerRoute } from '#portal/register/route.tsx'
import { replyRoute } from '#portal/reply/route.tsx'
import { whoIsIt } from '#portal/session.tsx'
import { wantedLanguage } from '#portal/wanted-language.ts'
import { signInRoute } from '#portal/sign-in/route.tsx'
import { markOfTold } from '#records/frequent-questions.ts'
import type { House } from '#records/house.ts'
import { healthOf } from '#records/trusted-time.ts'
import { statusDocumentRoute } from '#portal/status-document/route.ts'
import { uploadsRoute } from '#portal/uploads/route.ts'
import { visitRoute } from '#portal/visit/route.tsx'
import { verifyRoute } from '#portal/verify/route.tsx'
import { carriesCode } from '#portal/via.ts'
import { welcomeRoute } from '#portal/welcome/route.tsx'

/**
 * The room `portal` is what applicants meet. It hides forms and pages, and refuses to know what
 * other bodies write about a case before it is decided.
 */
export function createPortal(house: House, assetsFolder: string): Hono<PortalEnv> {
  const portal = new Hono<PortalEnv>()
  portal.use('/static/*', serveAssets(assetsFolder))
  portal.use(answersInOnePiece<PortalEnv>((c) => c.var.formToken))
  portal.use(async (c, next) => {
    c.set('house', house)
    c.set('account', undefined)
    await next()
  })
  portal.use(withoutTrailingSlash)
  portal.use(secured(house.portalUrl))
  portal.use(ownOriginOnly(house.portalUrl))
  portal.use(limited)
  portal.get(bare.health, async (c) => {
    const { text, status } = await healthOf(house)
    return c.text(text, status)
  })
  portal.get('/', (c) => {
    const language = wantedLanguage(c.req.header('accept-language') ?? '')
    return c.redirect(paths.home.to(language), 303)
  })
  portal.use(`/:language{(?:${LANGUAGES.join('|')})}/*`, inLanguage, whoIsIt)
  portal.use(carriesCode)
  const restsOn = async (address: string) => [
    house.policy,
    house.clock.today(),
    ...(TOLD.has(address) ? [await inTransaction(house.db, markOfTold)] : []),
  ]
  portal.use(keepsPages({ addresses: publicAddresses, restsOn }))
  for (const route of SLICES) portal.route('/', route)
  portal.notFound(onAbsent)
  portal.onError(askedAnew(portal, onFault))
  return portal
}

/** Where what missions show can change at any moment. */
const TOLD: ReadonlySet<string> = new Set(addressesOf(paths.questions))

/** One entry for each folder of this room. */
const SLICES: readonly Hono<PortalEnv>[] = [
  homeRoute,
  criteriaRoute,
  estimateRoute,
  pagesRoute,
  applicationRoute,
  applicationsRoute,
  blockRoute,
  lookUpRoute,
  checkRoute,
  forThemRoute,
  correctRoute,
  replyRoute,
  visitRoute,
  documentsRoute,
  uploadsRoute,
  familyRoute,
  mayRoute,
  leaveRoute,
  peopleRoute,
  outRoute,
  handOverRoute,
  invitationRoute,
  takeOverRoute,
  looksRoute,
  newPasswordRoute,
  registerRoute,
  signInRoute,
  aboutHeldRoute,
  contestRoute,
  decisionRoute,
  copyRoute,
  lettersRoute,
  messagesRoute,
  statusDocumentRoute,
  verifyRoute,
  missionsRoute,
  questionsToldRoute,
  askingRoute,
  questionRoute,
  welcomeRoute,
]

const inLanguage: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const language = c.req.param('language') ?? ''
  c.set('language', isLanguage(language) ? language : 'en')
  c.header('content-language', c.var.language)
  c.header('cache-control', 'no-store')
  await next()
}

/** Whoever pastes far too much gets it back with a sentence: 300,000 letters as forms send them. */
const FORM_BYTES_MAX = 2 * 1024 * 1024

/** Uploads have their own limit where they are streamed. */
const limited: MiddlewareHandler<PortalEnv> = (c, next) =>
  UPLOADS.test(c.req.path) ? next() : forms(c, next)

const UPLOADS = /\/documents(?:\/uploads(?:\/[^/]+)?)?$/

const forms = readsForms(FORM_BYTES_MAX)
