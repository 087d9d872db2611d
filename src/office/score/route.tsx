import { Hono } from 'hono'
import type { OfficeLanguage } from '#core/language.ts'
import { criteriaOf, score, type ScoreRefusal } from '#core/lifecycle/assess.ts'
import { may } from '#core/lifecycle/may.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { evaluate } from '#core/policy/evaluate.ts'
import { factsOf } from '#core/policy/facts.ts'
import { inTransaction } from '#platform/database.ts'
import { takeStep, typedIn, type Stale } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, readFiled, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalText, refusedPage } from '#office/refusals.tsx'
import {
  errorsOf,
  NO_ERRORS,
  parseScores,
  type Refusal,
  type ScoreErrors,
} from '#office/score/form.ts'
import { ScorePage } from '#office/score/page.tsx'
import { scoreWords } from '#office/score/words.ts'
import { signedInOnly } from '#office/session.tsx'
import type { Typed } from '#core/answers/typed.ts'
import { stepTaken } from '#office/step-route.tsx'

export const scoreRoute = new Hono<OfficeEnv>()

scoreRoute.use(paths.score.pattern, signedInOnly)

scoreRoute.get(paths.score.pattern, (c) => show(c, { typed: {}, errors: NO_ERRORS, status: 200 }))

scoreRoute.post(paths.score.pattern, async (c) => {
  const typed = await typedIn(c)
  const taken = await takeStep(c, typed, (open) => scored(open, typed))
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'done') return stepTaken(c, taken)
  const errors = errorsOf(taken.refusal)
  if (errors) return show(c, { typed, errors, status: 400 })
  return refused(c, taken.open, taken.refusal)
})

function scored(open: OpenCase, typed: Typed): Outcome<Step, Refusal> {
  const refusal = whyNot(open)
  if (refusal) return refuse(refusal)
  const { found, law } = open
  const parsed = parseScores(typed, criteriaOf(found.application, law.by.body ?? ''), law.rules)
  if (!parsed.ok) return refuse({ reason: 'form', errors: parsed.errors })
  return score(found.application, law, parsed.given)
}

function refused(c: OfficeContext, open: OpenCase, refusal: Refusal | Stale) {
  return refusedPage(c, open, whyText(refusal, c.var.language))
}

/** Why the page would be of no use, asked before anybody types. */
function whyNot({ found, law }: OpenCase): ScoreRefusal | undefined {
  const allowed = may(law, 'score', found.application)
  if (!allowed.ok) return allowed.refusal
  const own = criteriaOf(found.application, law.by.body ?? '')
  if (own.length === 0) return { reason: 'not-your-criterion', criteria: [] }
  const stands = own.some((code) => found.application.scores[code] !== undefined)
  return stands && !law.by.roles.includes('body-supervisor')
    ? { reason: 'already-given' }
    : undefined
}

type Showing = {
  readonly typed: Typed
  readonly errors: ScoreErrors
  readonly status: 200 | 400
}

async function show(c: OfficeContext, { typed, errors, status }: Showing): Promise<Response> {
  const { db, policy } = c.var.house
  return inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return c.notFound()
    const refusal = whyNot(open)
    if (refusal) return refused(c, open, refusal)
    await noteLook(tx, open, 'score-page')
    const { filed, documents } = await readFiled(tx, open)
    const { rules } = open.description
    const facts = factsOf(rules, filed.answers, open.found.application.submittedOn ?? open.law.on)
    const { laws, lists } = policy
    return c.html(
      <ScorePage
        view={viewOf(c)}
        open={open}
        filed={filed}
        documents={documents}
        reading={{ rules, laws, lists, language: c.var.language }}
        findings={evaluate(rules, facts).findings}
        typed={typed}
        errors={errors}
      />,
      status,
    )
  })
}

function whyText(refusal: Refusal | Stale, language: OfficeLanguage): string {
  const words = scoreWords[language]
  switch (refusal.reason) {
    case 'not-your-criterion':
    case 'criteria-missing':
      return words['not-your-criterion']
    case 'already-given':
      return words['already-given']
    case 'form':
    case 'points-out-of-range':
    case 'reason-missing':
      return words.lead
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
