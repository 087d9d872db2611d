import { Hono } from 'hono'
import { chosenLanguage } from '#core/answers/asked.ts'
import { gapsIn } from '#core/answers/gaps.ts'
import { clockOf } from '#core/cases/dues.ts'
import { isDraft, submit, type SubmitRefusal } from '#core/cases/filing.ts'
import { hasEnded } from '#core/cases/life.ts'
import { stepHere } from '#core/cases/may.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { pinnedBy } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { inTransaction } from '#platform/database.ts'
import { CheckPage, ReceiptPage } from '#portal/check/page.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownAnswers, ownCase, type OwnAnswers, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { wordingOf } from '#portal/wording.ts'
import { setOwnLanguage } from '#records/accounts.ts'
import { nextSerial, numberOf, recordStep } from '#records/cases.ts'
import { documentsOf, filedDocuments, type CaseDocument } from '#records/documents.ts'
import { adoptedHashes, mayBeUsed } from '#records/policy.ts'
import { done } from '#telling/done.tsx'

/** Check, submit, receipt. */
export const checkRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.check, paths.submit, paths.receipt]) {
  checkRoute.use(pattern, signedInOnly)
}

checkRoute.get(paths.check.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx)
    if (!own) return c.notFound()
    const { standing, key } = own.found
    const filed = lastFiled(standing)
    if (!filed && !isDraft(standing, own.context.type)) return c.notFound()
    if (!filed) return c.render(checkPage(c, own, (await documentsOf(tx, standing.id))(key)))
    const wanted = { caseId: standing.id, ids: filed.documents, key }
    return c.render(checkPage(c, own, await filedDocuments(tx, wanted)))
  }),
)

/** Somebody who comes back to the address of the button is shown what it belongs to. */
checkRoute.get(paths.submit.pattern, (c) =>
  c.redirect(paths.check.to(c.var.language, { id: c.req.param('id') ?? '' }), 303),
)

checkRoute.post(paths.submit.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const [own, sealed, serial, adopted] = await Promise.all([
      ownAnswers(c, tx, { hold: true }),
      documentsOf(tx, c.req.param('id') ?? ''),
      nextSerial(tx),
      adoptedHashes(tx),
    ])
    if (!own) return c.notFound()
    const { found, description, kept, context, taking } = own
    const { standing, key } = found
    const documents = sealed(key)
    const step = stepHere(context, standing, 'file')
    if (!step) {
      const refusal = { reason: 'not-in-this-state', state: standing.state } as const
      return c.render(checkPage(c, own, documents, refusal), 409)
    }
    const outcome = submit(standing, context, {
      step: step.code,
      answers: kept.answers,
      documents,
      number: numberOf(description.type, { serial, on: context.on }),
      law: pinnedBy(description),
      adopted: mayBeUsed(c.var.house, description, adopted),
    })
    if (!outcome.ok) return c.render(checkPage(c, own, documents, outcome.refusal), 409)

    const { reader } = found
    const language = chosenLanguage(description.type, kept.answers) ?? reader.language
    await recordStep(tx, { ...found, reader: { ...reader, language } }, outcome.value, taking)
    if (language !== reader.language) await setOwnLanguage(tx, language)
    return done(c, paths.receipt.to(c.var.language, { id: standing.id }), 'told')
  }),
)

checkRoute.get(paths.receipt.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { id, number, filedOn } = own.found.standing
    if (number === undefined || filedOn === undefined) return c.notFound()
    const { context: law } = own
    const clock = isAnswered(own) ? undefined : clockOf(own.found.standing, law, law.on)
    return c.render(<ReceiptPage view={viewOf(c)} {...{ id, number, filedOn, clock, law }} />)
  }),
)

/** Whoever withdrew, or has a decision, is not promised an answer any more. */
const isAnswered = ({ found: { standing }, context }: OwnCase): boolean =>
  hasEnded(context.type, standing.state) || standing.decided !== undefined

/** A draft as it is being written; of what was sent, that and not what is being mended. */
function checkPage(
  c: PortalContext,
  { found, description, kept, context }: OwnAnswers,
  documents: readonly CaseDocument[],
  refusal?: SubmitRefusal,
) {
  const { standing } = found
  const { type } = description
  const { on } = context
  const answers = lastFiled(standing)?.answers ?? kept.answers
  const fields = fieldsOf(description).map(({ code }) => code)
  return (
    <CheckPage
      view={viewOf(c)}
      id={standing.id}
      type={type}
      answers={answers}
      documents={documents}
      wording={wordingOf(c, description)}
      isDraft={isDraft(standing, type)}
      on={on}
      gaps={gapsIn(type, { answers, documents, on, fields })}
      {...(refusal ? { refusal } : {})}
    />
  )
}
