import { Hono } from 'hono'
import { accept } from '#core/lifecycle/examine.ts'
import { takeStep, typedIn } from '#office/case-step.ts'
import type { OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import { AcceptPage, acceptRefusal } from './page.tsx'

export const acceptRoute = new Hono<OfficeEnv>()

acceptRoute.get(paths.accept.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['accept'],
    page: (open, view) => <AcceptPage view={view} open={open} />,
  }),
)

acceptRoute.post(paths.accept.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, ({ found, law }) => accept(found.application, law))
  return afterStep(c, taken, (refusal, open) =>
    refusedPage(c, open, acceptRefusal(refusal, open, c.var.language)),
  )
})
