import { Hono } from 'hono'
import { extend } from '#core/lifecycle/examine.ts'
import { reasonFor, reasonIn, takeStep, typedIn } from '#office/case-step.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import { ExtendPage, extendRefusal } from './page.tsx'

export const extendRoute = new Hono<OfficeEnv>()

extendRoute.get(paths.extend.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['extend'],
    page: (open, view) => <ExtendPage view={view} open={open} />,
  }),
)

extendRoute.post(paths.extend.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const reason = reasonIn(typed)
  const taken = await takeStep(c, typed, ({ found, law }) =>
    extend(found.application, law, reasonFor(reason)),
  )
  return afterStep(c, taken, (refusal, open) =>
    refusal.reason === 'reason-missing'
      ? c.html(<ExtendPage view={viewOf(c)} open={open} typed={reason} />, 400)
      : refusedPage(c, open, extendRefusal(refusal, c.var.language)),
  )
})
