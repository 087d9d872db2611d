import { Hono } from 'hono'
import { annul, dropAnnulment, proposeAnnulment } from '#core/lifecycle/status.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { reasonFor, reasonIn, takeStep, typedIn } from '#office/case-step.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import { type Typed, first } from '#core/answers/typed.ts'
import {
  annulmentGrounds,
  AnnulPage,
  annulRefusal,
  type AnnulRefusal,
  type TypedAnnulment,
} from './page.tsx'

export const annulRoute = new Hono<OfficeEnv>()

annulRoute.get(paths.annul.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['propose-annulment', 'annul', 'drop-annulment'],
    page: (open, view) => <AnnulPage view={view} open={open} />,
  }),
)

annulRoute.post(paths.annul.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => decided(open, typed))
  return afterStep(c, taken, (refusal, open) => {
    if (refusal.reason !== 'ground-unknown' && refusal.reason !== 'reason-missing') {
      return refusedPage(c, open, annulRefusal(refusal, c.var.language, open.law.calendars))
    }
    return c.html(<AnnulPage view={viewOf(c)} open={open} typed={annulmentIn(open, typed)} />, 400)
  })
})

function decided({ found, law }: OpenCase, typed: Typed): Outcome<Step, AnnulRefusal> {
  const reason = reasonFor(reasonIn(typed))
  switch (first(typed, 'step')) {
    case 'annul':
      return annul(found.application, law)
    case 'drop':
      return dropAnnulment(found.application, law, reason)
    default:
      return proposeAnnulment(found.application, law, { ground: first(typed, 'ground'), reason })
  }
}

/** Everything that is wrong, and not only what the core found first. */
function annulmentIn({ description }: OpenCase, typed: Typed): TypedAnnulment {
  const step = first(typed, 'step') === 'drop' ? 'drop' : 'propose'
  const ground = first(typed, 'ground')
  const isKnown = annulmentGrounds(description.rules).some(({ code }) => code === ground)
  return {
    step,
    ground,
    isGroundMissing: step === 'propose' && !isKnown,
    reasoned: reasonIn(typed),
  }
}
