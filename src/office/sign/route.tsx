import { Hono } from 'hono'
import type { OfficeLanguage } from '#core/language.ts'
import { sendBack, type SendBackRefusal, type SignRefusal } from '#core/lifecycle/decide.ts'
import { may } from '#core/lifecycle/may.ts'
import { refuse } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { reasonIn, takeStep, typedIn, type Reasoned, type Stale } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusedPage, refusalText } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { SignPage } from '#office/sign/page.tsx'
import { recordNow, signDecision } from '#office/sign/signing.ts'
import { signWords } from '#office/sign/words.ts'
import { stepTaken } from '#office/step-route.tsx'
import { namesOfOfficials } from '#records/officials.ts'

export const signRoute = new Hono<OfficeEnv>()

for (const { pattern } of [paths.sign, paths.sendBack]) {
  signRoute.use(pattern, signedInOnly)
  signRoute.get(pattern, (c) => show(c))
}

signRoute.post(paths.sign.pattern, async (c) => {
  const taken = await signDecision(c, await typedIn(c))
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'refused') return refused(c, taken.open, taken.refusal)
  return stepTaken(c, taken)
})

signRoute.post(paths.sendBack.pattern, async (c) => {
  const typed = await typedIn(c)
  const reasoned = reasonIn(typed)
  const taken = await takeStep(c, typed, ({ found, law }) => {
    const allowed = may(law, 'send-back', found.application)
    if (!allowed.ok) return allowed
    if (reasoned.problem) return refuse({ reason: 'reason-missing' })
    return sendBack(found.application, law, reasoned.reason)
  })
  if (taken.kind === 'absent') return c.notFound()
  if (taken.kind === 'done') return stepTaken(c, taken)
  if (taken.refusal.reason === 'reason-missing') return show(c, reasoned)
  return refused(c, taken.open, taken.refusal)
})

/** What is to be signed or sent back; with what was typed where it was not taken. */
async function show(c: OfficeContext, reasoned?: Reasoned): Promise<Response> {
  const { db, secret, policy } = c.var.house
  return inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return c.notFound()
    const { application } = open.found
    const allowed = may(open.law, 'send-back', application)
    if (!allowed.ok) return refused(c, open, allowed.refusal)
    await noteLook(tx, open, 'sign-page')
    const drafter = application.draft?.by ?? ''
    const names = await namesOfOfficials(tx, secret, [drafter])
    const { laws, lists } = policy
    const { rules, type } = open.description
    return c.html(
      <SignPage
        view={viewOf(c)}
        open={open}
        record={await recordNow(tx, open)}
        reading={{ rules, laws, lists, type, language: c.var.language }}
        draftedBy={names.get(drafter) ?? ''}
        isSendBack={c.req.path === paths.sendBack.to(c.var.language, { id: application.id })}
        {...(reasoned ? { reason: reasoned.reason } : {})}
        {...(reasoned?.problem ? { problem: reasoned.problem } : {})}
      />,
      reasoned ? 400 : 200,
    )
  })
}

function refused(c: OfficeContext, open: OpenCase, refusal: SignRefusal | SendBackRefusal | Stale) {
  const { language } = c.var
  return refusedPage(
    c,
    open,
    <>
      {whyText(refusal, language)}
      {refusal.reason === 'policy-not-adopted' && (
        <>
          {' '}
          <a class="govuk-link" href={paths.ruleSets.to(language)}>
            {signWords[language].rules}
          </a>
        </>
      )}
    </>,
  )
}

function whyText(refusal: SignRefusal | SendBackRefusal | Stale, language: OfficeLanguage): string {
  const words = signWords[language]
  switch (refusal.reason) {
    case 'policy-not-adopted':
    case 'reason-missing':
      return words[refusal.reason]
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
