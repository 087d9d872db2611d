import type { Action } from '#core/lifecycle/lifecycle.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { inTransaction } from '#platform/database.ts'
import type { Taken } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type View } from '#office/env.ts'
import { noteLook, openCase, type LookedAt, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusedPage, refusalText } from '#office/refusals.tsx'
import { done } from '#telling/done.tsx'

type Html = Parameters<OfficeContext['html']>[0]

export type StepPageWanted = {
  /** The page is for whoever may take one of these steps now. */
  readonly actions: readonly Action[]
  /** How the page is named among the looks, where it shows what a person answered. */
  readonly look?: LookedAt
  readonly page: (open: OpenCase, view: View) => Html
}

/** Shows the page of a step; whoever may not take it reads why. */
export async function showStep(
  c: OfficeContext,
  { actions, look, page }: StepPageWanted,
): Promise<Response> {
  const found = await inTransaction(c.var.house.db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return undefined
    const refusal = whyNone(open, actions)
    if (!refusal && look !== undefined) await noteLook(tx, open, look)
    return { open, refusal }
  })
  if (!found) return c.notFound()
  const { open, refusal } = found
  if (!refusal) return c.html(page(open, viewOf(c)))
  return refusedPage(c, open, refusalText(refusal, c.var.language))
}

/** Why none of these steps may be taken; of several reasons the one that is not about the state. */
function whyNone({ law, found }: OpenCase, actions: readonly Action[]): ActionRefusal | undefined {
  const refusals = actions.flatMap((action) => {
    const allowed = may(law, action, found.application)
    return allowed.ok ? [] : [allowed.refusal]
  })
  if (refusals.length < actions.length) return undefined
  return refusals.find(({ reason }) => reason !== 'not-in-this-state') ?? refusals[0]
}

/** After a step: back to the case, or the page that says why it was not taken. */
export async function afterStep<Refusal>(
  c: OfficeContext,
  taken: Taken<Refusal>,
  answer: (
    refusal: Extract<Taken<Refusal>, { kind: 'refused' }>['refusal'],
    open: OpenCase,
  ) => Response | Promise<Response>,
): Promise<Response> {
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'refused') return answer(taken.refusal, taken.open)
  return stepTaken(c, taken)
}

/** Back to the case, which says what was done. */
export const stepTaken = (
  c: OfficeContext,
  { after, deed }: Extract<Taken<never>, { kind: 'done' }>,
): Response => done(c, paths.case.to(c.var.language, { id: after.id }), deed)
