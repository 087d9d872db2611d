import { Hono } from 'hono'
import type { Answers } from '#core/answers/answers.ts'
import { whoIs } from '#core/answers/asked-of.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import { problemsOf, type Problem } from '#core/answers/check.ts'
import { typedFrom, valuesIn } from '#core/answers/read.ts'
import { type Typed } from '#core/answers/typed.ts'
import { subjectsActedFor } from '#core/cases/standing.ts'
import { tieIn } from '#core/cases/tied.ts'
import { isDraft } from '#core/cases/filing.ts'
import type { Service } from '#core/policy/systems.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { partsFilled, servicesAhead } from '#portal/ahead.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { factsOf, knownOf, partsFor, questionsFor } from '#portal/look-up/form.ts'
import { LookUpPage } from '#portal/look-up/page.tsx'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { ownAnswers, type OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { wordingOf } from '#portal/wording.ts'
import { readAnswers } from '#records/answers.ts'
import { partIn } from '#records/read-case.ts'
import { askAhead, type Withheld } from '#records/ahead.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** Somebody who writes lets registers answer first. The page asks none: it leaves the question. */
export const lookUpRoute = new Hono<PortalEnv>()

lookUpRoute.use(paths.lookUp.pattern, signedInOnly)

lookUpRoute.get(paths.lookUp.pattern, (c) =>
  withDraft(c, async ({ own, services }, tx) => {
    const block = questionsFor(own.description.type, services)
    const ofFirst = await answersOfFirst(c, tx, own)
    const known = knownOf(block, own.description.type, { ...own.kept, ahead: own.ahead, ofFirst })
    return c.render(page(c, { own, services }, { typed: typedFrom(block, known) }))
  }),
)

lookUpRoute.post(paths.lookUp.pattern, (c) =>
  withDraft(c, async ({ own, services }, tx) => {
    const typed = await typedOf(c.req)
    if (isForAnotherLanguage(typed)) return c.render(page(c, { own, services }, { typed }))
    const { type } = own.description
    const { answers } = own.kept
    const block = questionsFor(type, services)
    const values = valuesIn(block, typed, answers)
    const problems = problemsOf(block, { id: '', values }, near(c, own))
    if (problems.length > 0) {
      return c.render(page(c, { own, services }, { typed, problems }), 400)
    }
    const { standing, partyId, key } = own.found
    const tie = tieOf(own)
    const asks = services.map((found) => ({
      found,
      facts: factsOf(found, values, tie?.relation),
      named: tie?.to,
    }))
    const at = c.var.house.clock.now()
    const withheld = await askAhead(tx, { caseId: standing.id, partyId, key, at, asks })
    if (withheld !== undefined) {
      return c.render(page(c, { own, services }, { typed, withheld }), STATUS[withheld])
    }
    return done(c, paths.lookUp.to(c.var.language, { id: own.address }), 'registers-asked')
  }),
)

const STATUS = { 'on-its-way': 409, 'too-often': 429 } as const satisfies Record<Withheld, number>

type Place = { readonly own: OwnAnswers; readonly services: readonly Service[] }

/** A draft of whoever asks, of which registers can be asked; anything else reads as absent. */
const withDraft = (
  c: PortalContext,
  then: (place: Place, tx: Tx) => Response | Promise<Response>,
): Promise<Response> =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: c.req.method === 'POST' })
    if (!own) return c.notFound()
    const services = servicesAhead(c, own).filter(
      ({ service }) => service.tellsOfFirst === undefined || tieOf(own) !== undefined,
    )
    if (services.length === 0) return c.notFound()
    if (!isDraft(own.found.standing, own.description.type)) {
      return c.redirect(paths.application.to(c.var.language, { id: own.address }), 303)
    }
    return then({ own, services }, tx)
  })

/** How whoever this part is of is tied to another in the case. */
function tieOf({ description: { type }, found, kept }: OwnAnswers) {
  const answered = answerMeaning(type, kept.answers, 'relation-to-migrant')
  const said = typeof answered === 'string' ? { answered } : {}
  return tieIn(type, (found.whole ?? found).standing, { id: found.partyId, ...said })
}

/** What the first person of the case has written, where whoever asks writes for them too. */
async function answersOfFirst(c: PortalContext, tx: Tx, own: OwnAnswers): Promise<Answers> {
  const { whole, standing } = own.found
  const first = tieOf(own)?.to
  if (!whole || first === undefined) return {}
  const theirs = subjectsActedFor(whole.standing, c.var.applicant.partyId)
  if (!theirs.includes(first)) return {}
  return (await readAnswers(tx, standing.id))(partIn(whole, first)).answers
}

const near = (c: PortalContext, { kept, description, found }: OwnAnswers) => ({
  type: { applicants: [] },
  answers: kept.answers,
  on: c.var.house.clock.today(),
  fields: [],
  who: whoIs(description.type, found, found.partyId),
})

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly withheld?: Withheld
}

const page = (
  c: PortalContext,
  { own, services }: Place,
  { typed, problems = [], withheld }: Shown,
) => (
  <LookUpPage
    view={viewOf(c)}
    id={own.address}
    laws={c.var.house.policy.laws}
    services={services}
    asked={own.ahead.map((each) => ({ ...each, parts: partsFilled(c, own, each) }))}
    block={questionsFor(own.description.type, services)}
    parts={partsFor(own.description.type, services)}
    asking={{
      typed,
      problems,
      type: own.description.type,
      wording: wordingOf(c, own.description),
      whose: own.found.several ? nameOfPart(own, c.var.language) : undefined,
    }}
    {...(withheld === undefined ? {} : { withheld })}
  />
)
