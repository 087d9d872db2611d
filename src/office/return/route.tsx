import { Hono } from 'hono'
import { returnForCorrection, type ReturnRefusal } from '#core/lifecycle/examine.ts'
import { may } from '#core/lifecycle/may.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { takeStep, typedIn } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { filedIn, noteLook, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { afterStep, showStep } from '#office/step-route.tsx'
import type { Typed } from '#core/answers/typed.ts'
import { wordingOf } from '#office/wording.ts'
import { markablePlaces, returnForm } from './form.ts'
import { ReturnPage, returnRefusal } from './page.tsx'

export const returnRoute = new Hono<OfficeEnv>()

returnRoute.get(paths.return.pattern, signedInOnly, (c) =>
  showStep(c, {
    actions: ['return'],
    look: 'return-page',
    page: (open, view) => (
      <ReturnPage view={view} open={open} wording={wordingOf(c, open.description)} />
    ),
  }),
)

returnRoute.post(paths.return.pattern, signedInOnly, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => decided(open, typed))
  return afterStep(c, taken, (refusal, open) =>
    refusal.reason === 'nothing-marked' ||
    refusal.reason === 'mark-without-note' ||
    refusal.reason === 'form'
      ? shownAgain(c, open, typed)
      : refusedPage(c, open, returnRefusal(refusal, c.var.language)),
  )
})

type FormRefusal = { readonly reason: 'form' }

const formOf = ({ description, found }: OpenCase, typed: Typed) =>
  returnForm(typed, markablePlaces(description.type, filedIn(found.history)))

function decided(open: OpenCase, typed: Typed): Outcome<Step, ReturnRefusal | FormRefusal> {
  const { law, found } = open
  const form = formOf(open, typed)
  const allowed = may(law, 'return', found.application)
  const isWrong = form.problems.size > 0 || form.explanationProblem !== undefined
  if (allowed.ok && isWrong) return refuse({ reason: 'form' })
  const { marks, explanation } = form
  return returnForCorrection(found.application, law, { marks, explanation })
}

/** With everything typed still there; it shows what the person answered, so it is a look. */
async function shownAgain(c: OfficeContext, open: OpenCase, typed: Typed): Promise<Response> {
  await inTransaction(c.var.house.db, (tx) => noteLook(tx, open, 'return-page'))
  const wording = wordingOf(c, open.description)
  const form = formOf(open, typed)
  const page = <ReturnPage view={viewOf(c)} open={open} wording={wording} form={form} />
  return c.html(page, 400)
}
