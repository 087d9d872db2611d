import { Hono } from 'hono'
import { discard, withdraw } from '#core/lifecycle/apply.ts'
import { may, ruleOf } from '#core/lifecycle/may.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { LeavePage } from '#portal/leave/page.tsx'
import { ownCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { recordStep } from '#records/cases.ts'
import { throwAway } from '#records/erasing.ts'
import { done } from '#telling/done.tsx'

/** The applicant's two ways out: withdraw what was submitted, throw away what was not. */
export const leaveRoute = new Hono<PortalEnv>()

const LEAVINGS = { withdraw, discard } as const
const DEEDS = { withdraw: 'application-withdrawn', discard: 'draft-discarded' } as const
type Leaving = keyof typeof LEAVINGS

for (const leaving of ['withdraw', 'discard'] as const) {
  const { pattern } = paths[leaving]
  leaveRoute.use(pattern, signedInOnly)
  leaveRoute.get(pattern, (c) => ask(c, leaving))
  leaveRoute.post(pattern, (c) => leave(c, leaving))
}

function ask(c: PortalContext, leaving: Leaving): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { application } = own.found
    const { id } = application
    if (!may(own.law, leaving, application).ok) {
      return c.redirect(paths.application.to(c.var.language, { id }), 303)
    }
    return c.html(<LeavePage view={viewOf(c)} id={id} leaving={leaving} />)
  })
}

function leave(c: PortalContext, leaving: Leaving): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    const { language } = c.var
    const isDiscarding = leaving === 'discard'
    const toList = paths.applications.to(language)
    if (!own) {
      // Nothing is left to tell a second press of the button from an address that leads nowhere.
      return isDiscarding ? done(c, toList, DEEDS.discard) : c.notFound()
    }
    const { found, law, taking } = own
    const { id, state } = found.application
    const to = isDiscarding ? toList : paths.application.to(language, { id })
    const isDone = ruleOf(law.lifecycle, leaving)?.to.includes(state) ?? false
    if (isDone) return done(c, to, DEEDS[leaving]) // by a second press of the button
    const outcome = LEAVINGS[leaving](found.application, law)
    if (!outcome.ok) {
      return c.html(<LeavePage view={viewOf(c)} id={id} leaving={leaving} tooLate />, 409)
    }
    if (isDiscarding)
      await throwAway(tx, c.var.house.keys, { held: found, step: outcome.value, taking })
    else await recordStep(tx, found, outcome.value, taking)
    return done(c, to, DEEDS[leaving])
  })
}
