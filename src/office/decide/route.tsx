import { Hono } from 'hono'
import type { OfficeLanguage } from '#core/language.ts'
import { draftDecision } from '#core/lifecycle/decide.ts'
import { may } from '#core/lifecycle/may.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { takeStep, typedIn, type Stale } from '#office/case-step.ts'
import { errorsOf, parseDraft, type DraftErrors, type Refusal } from '#office/decide/form.ts'
import { DraftPage } from '#office/decide/page.tsx'
import { decideWords } from '#office/decide/words.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalText, refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { stepTaken } from '#office/step-route.tsx'
import type { Typed } from '#office/typed.ts'

export const decideRoute = new Hono<OfficeEnv>()

decideRoute.use(paths.draft.pattern, signedInOnly)

decideRoute.get(paths.draft.pattern, (c) => show(c, { typed: {}, errors: {}, status: 200 }))

decideRoute.post(paths.draft.pattern, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => drafted(open, typed))
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'done') return stepTaken(c, taken)
  const errors = errorsOf(taken.refusal)
  if (errors) return show(c, { typed, errors, status: 400 })
  return refused(c, taken.open, taken.refusal)
})

function drafted({ found, law }: OpenCase, typed: Typed): Outcome<Step, Refusal> {
  const allowed = may(law, 'draft-decision', found.application)
  if (!allowed.ok) return allowed
  const parsed = parseDraft(typed, found.application, law.rules)
  if (!parsed.ok) return refuse({ reason: 'form', errors: parsed.errors })
  return draftDecision(found.application, law, parsed.drafted)
}

type Showing = {
  readonly typed: Typed
  readonly errors: DraftErrors
  readonly status: 200 | 400
}

async function show(c: OfficeContext, { typed, errors, status }: Showing): Promise<Response> {
  const { db, policy } = c.var.house
  return inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return c.notFound()
    const allowed = may(open.law, 'draft-decision', open.found.application)
    if (!allowed.ok) return refused(c, open, allowed.refusal)
    await noteLook(tx, open, 'draft-page')
    const { laws } = policy
    return c.html(
      <DraftPage view={viewOf(c)} open={open} laws={laws} typed={typed} errors={errors} />,
      status,
    )
  })
}

function refused(c: OfficeContext, open: OpenCase, refusal: Refusal | Stale) {
  return refusedPage(c, open, whyText(refusal, c.var.language))
}

function whyText(refusal: Refusal | Stale, language: OfficeLanguage): string {
  const words = decideWords[language]
  switch (refusal.reason) {
    case 'reasoning-missing':
    case 'ground-missing':
    case 'ground-unknown':
    case 'ground-does-not-hold':
    case 'ground-stands-against':
    case 'not-before-scoring':
      return words[refusal.reason]
    case 'form':
      return words['reasoning-missing']
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
