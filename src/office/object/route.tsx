import { Hono } from 'hono'
import type { IsoDate } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { giveOpinion, type OpinionRefusal } from '#core/lifecycle/assess.ts'
import { may } from '#core/lifecycle/may.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { termOf } from '#core/policy/rule-set.ts'
import { inTransaction } from '#platform/database.ts'
import { takeStep, typedIn, type Stale } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { errorsOf, parseOpinion, type OpinionErrors, type Refusal } from '#office/object/form.ts'
import { OpinionPage } from '#office/object/page.tsx'
import { objectWords } from '#office/object/words.ts'
import { noteLook, openCase, readFiled, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalText, refusedPage } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { stepTaken } from '#office/step-route.tsx'
import type { Typed } from '#office/typed.ts'
import { wordingOf } from '#office/wording.ts'

export const objectRoute = new Hono<OfficeEnv>()

objectRoute.use(paths.opinion.pattern, signedInOnly)

objectRoute.get(paths.opinion.pattern, (c) => show(c, { typed: {}, errors: {}, status: 200 }))

objectRoute.post(paths.opinion.pattern, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => answered(open, typed))
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'done') return stepTaken(c, taken)
  const errors = errorsOf(taken.refusal)
  if (errors) return show(c, { typed, errors, status: 400 })
  return refused(c, taken.open, taken.refusal)
})

function answered(open: OpenCase, typed: Typed): Outcome<Step, Refusal> {
  const refusal = whyNot(open)
  if (refusal) return refuse(refusal)
  const parsed = parseOpinion(typed)
  if (!parsed.ok) return refuse({ reason: 'form', errors: parsed.errors })
  const { objects, reason } = parsed
  return giveOpinion(open.found.application, open.law, { objects, reason })
}

/** Why the page would be of no use, asked before anybody types. */
function whyNot({ found, law }: OpenCase): OpinionRefusal | undefined {
  const { application } = found
  const allowed = may(law, 'give-opinion', application)
  if (!allowed.ok) return allowed.refusal
  const asked = application.opinions[law.by.body ?? '']
  if (asked === undefined) return { reason: 'not-asked' }
  return asked === 'awaited' || asked === 'silent' ? undefined : { reason: 'already-given' }
}

type Showing = {
  readonly typed: Typed
  readonly errors: OpinionErrors
  readonly status: 200 | 400
}

async function show(c: OfficeContext, { typed, errors, status }: Showing): Promise<Response> {
  const { db } = c.var.house
  return inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return c.notFound()
    const refusal = whyNot(open)
    if (refusal) return refused(c, open, refusal)
    await noteLook(tx, open, 'opinion-page')
    const { filed, documents } = await readFiled(tx, open)
    const silentFrom = silenceDay(open)
    return c.html(
      <OpinionPage
        view={viewOf(c)}
        open={open}
        filed={filed}
        documents={documents}
        wording={wordingOf(c, open.description)}
        {...(silentFrom === undefined ? {} : { silentFrom })}
        typed={typed}
        errors={errors}
      />,
      status,
    )
  })
}

/** The last day before silence counts as no objection. */
function silenceDay({ found, law }: OpenCase): IsoDate | undefined {
  const term = termOf(law.rules, 'objection')
  if (!term || law.rules.silenceOfObjectionBody !== 'no-objection') return undefined
  return dueOn(term, found.application.stateSince, law.calendars)
}

function refused(c: OfficeContext, open: OpenCase, refusal: Refusal | Stale) {
  return refusedPage(c, open, whyText(refusal, c.var.language))
}

function whyText(refusal: Refusal | Stale, language: OfficeLanguage): string {
  const words = objectWords[language]
  switch (refusal.reason) {
    case 'not-asked':
    case 'already-given':
    case 'reason-missing':
      return words[refusal.reason]
    case 'form':
      return words['choice-missing']
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
