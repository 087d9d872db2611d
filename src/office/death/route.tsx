import { Hono } from 'hono'
import { confirmDeath, dismissDeathReport, reportDeath } from '#core/lifecycle/status.ts'
import type { Step } from '#core/lifecycle/step.ts'
import type { Outcome } from '#core/outcome.ts'
import { reasonFor, reasonIn, takeStep, typedIn } from '#office/case-step.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import { type Typed, first } from '#core/answers/typed.ts'
import { DeathPage, deathRefusal, type DeathRefusal } from './page.tsx'

export const deathRoute = new Hono<OfficeEnv>()

deathRoute.get(paths.death.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['report-death', 'confirm-death', 'dismiss-death-report'],
    page: (open, view) => <DeathPage view={view} open={open} />,
  }),
)

deathRoute.post(paths.death.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => decided(open, typed))
  return afterStep(c, taken, (refusal, open) =>
    refusal.reason === 'reason-missing'
      ? c.html(<DeathPage view={viewOf(c)} open={open} typed={reasonIn(typed)} />, 400)
      : refusedPage(c, open, deathRefusal(refusal, c.var.language)),
  )
})

function decided({ found, law }: OpenCase, typed: Typed): Outcome<Step, DeathRefusal> {
  const reason = reasonFor(reasonIn(typed))
  switch (first(typed, 'step')) {
    case 'confirm':
      return confirmDeath(found.application, law)
    case 'dismiss':
      return dismissDeathReport(found.application, law, reason)
    default:
      return reportDeath(found.application, law, reason)
  }
}
