import { Hono } from 'hono'
import { problemsOf, type Problem } from '#core/answers/check.ts'
import { valuesIn } from '#core/answers/read.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { isToMission } from '#core/cases/contesting.ts'
import { descriptionInForce, type Description } from '#core/policy/policy.ts'
import type { Block } from '#core/policy/case-type.ts'
import { isMissionOpen, missionOf, type Mission } from '#core/promotion/missions.ts'
import { inTransaction } from '#platform/database.ts'
import { isTokenLike, newToken } from '#platform/sealing.ts'
import { typedOf } from '#platform/typed.ts'
import { AskedPage, AskPage, type AskTrouble } from '#portal/asking/page.tsx'
import { ask, canBeAsked, tooManyAsked } from '#portal/asking/send.ts'
import { parseEmail, type EmailProblem } from '#portal/email-field.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { forgetAsked, keepAsked, keptAsked } from '#portal/link-request.ts'
import { paths } from '#portal/paths.ts'
import { wordingOf } from '#portal/wording.ts'
import { isAnythingTold } from '#records/frequent-questions.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** Anybody asks a mission something, and needs no account for it. */
export const askingRoute = new Hono<PortalEnv>()

/** What is asked of which mission, in a case of which type. */
type Place = { readonly mission: Mission; readonly description: Description; readonly block: Block }

/** A mission that is open, and a type whose cases anybody begins to one. */
function placeIn(c: PortalContext): Place | undefined {
  const { policy, clock } = c.var.house
  const today = clock.today()
  const mission = missionOf(policy.missions, c.req.param('mission') ?? '')
  const description = descriptionInForce(policy, c.req.param('type') ?? '', today)
  const [block] = description?.type.blocks ?? []
  const isOpen = mission !== undefined && isMissionOpen(mission, today)
  return isOpen && description && block && isToMission(description.type.begins)
    ? { mission, description, block }
    : undefined
}

askingRoute.get(paths.ask.pattern, async (c) => {
  const place = placeIn(c)
  return place ? c.render(await askPage(c, place, { typed: {} })) : c.notFound()
})

askingRoute.post(paths.ask.pattern, async (c) => {
  const place = placeIn(c)
  if (!place) return c.notFound()
  const typed = await typedOf(c.req)
  if (isForAnotherLanguage(typed)) return c.render(await askPage(c, place, { typed }))
  const { description, block } = place
  const address = parseEmail(first(typed, 'email'))
  const values = valuesIn(block, typed, {})
  const problems = problemsOf(block, { id: '', values }, nearTo(c, description))
  if (!address.ok || problems.length > 0) {
    const email = address.ok ? {} : { email: address.problem }
    return c.render(await askPage(c, place, { typed, problems, ...email }), 400)
  }
  const reached = await tooManyAsked(c, address.email)
  if (reached) {
    c.header('retry-after', String(reached.seconds))
    return c.render(await askPage(c, place, { typed, trouble: reached }), 429)
  }
  const isAsked = await inTransaction(c.var.house.db, async (tx) => {
    const may = await canBeAsked(c, tx, description)
    const form = formIn(typed)
    if (may) await ask(c, tx, { ...place, values, email: address.email, form })
    return may
  })
  if (!isAsked) return c.render(await askPage(c, place, { typed, trouble: 'not-yet' }), 409)
  keepAsked(c, { email: address.email, may: 'send', again: c.var.house.clock.now() })
  return done(c, paths.asked.to(c.var.language, { mission: place.mission.code }), 'told')
})

askingRoute.get(paths.asked.pattern, (c) => {
  const { house, language } = c.var
  const mission = missionOf(house.policy.missions, c.req.param('mission') ?? '')
  if (!mission) return c.notFound()
  const email = keptAsked(c)?.email
  forgetAsked(c)
  const back = paths.mission.to(language, { mission: mission.code })
  return c.render(<AskedPage view={viewOf(c)} mission={mission} email={email} back={back} />)
})

/** By which a form is known that comes twice. */
const FORM = 'form'

const formIn = (typed: Typed): string => {
  const sent = first(typed, FORM)
  return isTokenLike(sent) ? sent : newToken()
}

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly email?: EmailProblem | undefined
  readonly trouble?: AskTrouble
}

async function askPage(c: PortalContext, { mission, description, block }: Place, shown: Shown) {
  const { typed, problems = [], email, trouble } = shown
  const { type } = description
  const told = await inTransaction(c.var.house.db, (tx) => isAnythingTold(tx, mission.code))
  return (
    <AskPage
      view={viewOf(c)}
      mission={mission}
      block={block}
      asking={{ typed, problems, type, wording: wordingOf(c, description) }}
      email={{ typed: first(typed, 'email'), problem: email }}
      trouble={trouble}
      form={{ name: FORM, value: formIn(typed) }}
      type={type}
      isAnythingTold={told}
    />
  )
}

const nearTo = (c: PortalContext, { type }: Description) => ({
  type,
  answers: {},
  on: c.var.house.clock.today(),
  fields: [],
})
