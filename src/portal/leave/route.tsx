import { Hono } from 'hono'
import { end, isDraft } from '#core/cases/filing.ts'
import type { StepCode } from '#core/cases/life.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import { may, stepHere } from '#core/cases/may.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { LeavePage, type Follows, type Leaving } from '#portal/leave/page.tsx'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { recordStep } from '#records/cases.ts'
import { throwAway } from '#records/erasing.ts'
import { stepName } from '#telling/case-words.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** The applicant's two ways out: withdraw what was submitted, throw away what was not. */
export const leaveRoute = new Hono<PortalEnv>()

for (const leaving of ['withdraw', 'discard'] as const) {
  const { pattern } = paths[leaving]
  leaveRoute.use(pattern, signedInOnly)
  leaveRoute.get(pattern, (c) => ask(c, leaving))
  leaveRoute.post(pattern, (c) => leave(c, leaving))
}

/** The step that ends it so: a draft is thrown away and nothing else is. */
function endingOf({ found: { standing }, context }: OwnCase, leaving: Leaving) {
  const isOf = isDraft(standing, context.type) === (leaving === 'discard')
  return isOf ? stepHere(context, standing, 'end') : undefined
}

function ask(c: PortalContext, leaving: Leaving): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { standing } = own.found
    const { id } = standing
    const step = endingOf(own, leaving)
    if (!step || !may(own.context, step.code, standing).ok) {
      return c.redirect(paths.application.to(c.var.language, { id }), 303)
    }
    const isOfOthers = subjectsOf((own.found.whole ?? own.found).standing).length > 1
    const contesting = leaving === 'withdraw' ? contestingIn(own) : undefined
    const title = contesting && stepName(own.context.type, step.code, c.var.language)
    const page = { view: viewOf(c), id, leaving, isOfOthers, contesting, title }
    return c.render(<LeavePage {...page} />)
  })
}

/** Whether something was decided in it, or it complains of a decision, or that there is none. */
function contestingIn({ found }: OwnCase): Follows | undefined {
  if (found.standing.decided !== undefined) return 'withdrawDecided'
  if (found.contested !== undefined) return 'withdrawContest'
  return found.undecided === undefined ? undefined : 'withdrawUndecided'
}

function leave(c: PortalContext, leaving: Leaving): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { found, context, taking } = own
    const step = endingOf(own, leaving)
    const outcome = step && end(found.standing, context, { step: step.code })
    if (outcome?.ok !== true) {
      const before = endedBefore(own)
      if (before !== undefined) return left(c, own, before)
      const { id } = found.standing
      return c.render(<LeavePage view={viewOf(c)} id={id} leaving={leaving} tooLate />, 409)
    }
    const { value } = outcome
    if (leaving === 'discard')
      await throwAway(tx, c.var.house.keys, { held: found, step: value, taking })
    else await recordStep(tx, found, value, taking)
    return left(c, own, value.code)
  })
}

/** The step by which whoever asks has ended it already, with a first press of the button. */
function endedBefore({ found, context: { type, by } }: OwnCase): StepCode | undefined {
  const { standing, history } = found.whole ?? found
  return type.steps.find(
    (rule) =>
      rule.kind === 'end' &&
      rule.leaves === undefined &&
      doneBefore(standing.id, history, { by: by.id, step: rule.code }),
  )?.code
}

/** Of what was thrown away nothing is left to lead to. */
function left(c: PortalContext, { found, context }: OwnCase, step: StepCode): Response {
  const { language } = c.var
  const { id } = found.standing
  const to = isDraft(found.standing, context.type)
    ? paths.applications.to(language)
    : paths.application.to(language, { id })
  return done(c, to, STEP, stepOfType(context.type.code, step))
}
