import { Hono } from 'hono'
import { closeUnexamined } from '#core/lifecycle/examine.ts'
import { takeStep, typedIn } from '#office/case-step.ts'
import type { OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { refusalText, refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import { ClosePage } from './page.tsx'

export const closeRoute = new Hono<OfficeEnv>()

closeRoute.get(paths.close.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['close-unexamined'],
    page: (open, view) => <ClosePage view={view} open={open} />,
  }),
)

closeRoute.post(paths.close.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, ({ found, law }) =>
    closeUnexamined(found.application, law),
  )
  return afterStep(c, taken, (refusal, open) =>
    refusedPage(c, open, refusalText(refusal, c.var.language)),
  )
})
