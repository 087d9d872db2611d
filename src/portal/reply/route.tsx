import { Hono } from 'hono'
import { first, isReadable, type Typed } from '#core/answers/typed.ts'
import { answer, REPLY_MAX, type Given } from '#core/cases/answering.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import { stepDueOn, stepTerm } from '#core/cases/dues.ts'
import type { StepRule } from '#core/cases/life.ts'
import type { AskedTask } from '#core/cases/standing.ts'
import { versionFor } from '#core/cases/tasks.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { dutyPaidFor, type DutyPaid } from '#portal/duty-paid.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { LatePage } from '#portal/reply/late-page.tsx'
import { ReplyPage, type Trouble } from '#portal/reply/page.tsx'
import { signedInOnly } from '#portal/session.tsx'
import { isOfReply, replyAsked } from '#portal/taking-files.ts'
import { recordStep } from '#records/cases.ts'
import { documentsOf, type CaseDocument } from '#records/documents.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** What a party is asked to say to what stands in their case. */
export const replyRoute = new Hono<PortalEnv>()

replyRoute.use(paths.reply.pattern, signedInOnly)

replyRoute.get(paths.reply.pattern, (c) =>
  asked(c, { hold: false }, (mine) => c.render(page(c, mine, { typed: {} }))),
)

replyRoute.post(paths.reply.pattern, (c) =>
  asked(c, { hold: true }, async (mine, tx) => {
    const typed = await typedOf(c.req)
    if (isForAnotherLanguage(typed)) return c.render(page(c, mine, { typed }))
    const { own, step } = mine
    const { found, context, taking } = own
    const given = givenIn(typed, mine.files)
    if ('trouble' in given) return c.render(page(c, mine, { typed, ...given }), 400)
    if (first(typed, 'version') !== versionOf(mine)) {
      return c.render(page(c, mine, { typed, trouble: 'stale' }), 409)
    }
    const outcome = answer(found.standing, context, { step: step.code, ...given })
    if (!outcome.ok) return c.redirect(toCase(c, own), 303)
    await recordStep(tx, found, outcome.value, taking)
    return answered(c, mine)
  }),
)

type Mine = {
  readonly own: OwnCase
  readonly step: StepRule
  readonly task: AskedTask
  /** What they have added to it. */
  readonly files: readonly CaseDocument[]
  readonly paid: DutyPaid | undefined
}

const kindsOf = ({ description: { type } }: OwnCase): ReadonlySet<string> =>
  new Set(type.checklist.filter(isOfReply).map(({ code }) => code))

/**
 * Whoever has sent the same already is told so; what else is sent when nobody is asked for it any
 * more is there to be copied.
 */
function asked(
  c: PortalContext,
  how: { readonly hold: boolean },
  then: (mine: Mine, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, how)
    if (!own) return c.notFound()
    const { found, context } = own
    const { standing } = found
    const asked = replyAsked(own)
    if (asked) {
      const all = (await documentsOf(tx, standing.id))(found)
      const files = all.filter(({ kind }) => kindsOf(own).has(kind))
      const paid = await dutyPaidFor(tx, { about: standing.about, party: found.partyId })
      return then({ own, ...asked, files, paid }, tx)
    }
    if (!how.hold) return c.redirect(toCase(c, own), 303)
    const text = first(await typedOf(c.req), 'text')
    const { step = '', by } = found.history.findLast(({ event }) => event.kind === 'answer') ?? {}
    const isMine = by === context.by.id
    const pressed = { by: context.by.id, step, said: text === '' ? [] : [text] }
    if (isMine && doneBefore(standing.id, (found.whole ?? found).history, pressed)) {
      return done(c, toCase(c, own), STEP, stepOfType(context.type.code, step))
    }
    const back = { view: viewOf(c), address: own.address, number: standing.number ?? '' }
    return c.render(<LatePage {...back} isGiven={isMine} text={text} />, 409)
  })
}

const toCase = (c: PortalContext, { address }: OwnCase): string =>
  paths.application.to(c.var.language, { id: address })

const answered = (c: PortalContext, { own, step }: Mine): Response =>
  done(c, toCase(c, own), STEP, stepOfType(own.context.type.code, step.code))

const versionOf = ({ own: { found, context }, step }: Mine): string =>
  String(versionFor(found.standing, { type: context.type, step: step.code, by: context.by }))

/** What somebody wrote, or that they have nothing to add: both at once is neither. */
function givenIn(
  typed: Typed,
  files: Mine['files'],
): Pick<Given, 'reply'> | { readonly trouble: Trouble } {
  const text = first(typed, 'text')
  if (first(typed, 'press') === 'nothing') {
    if (files.length > 0) return { trouble: 'withFiles' }
    return text === '' ? { reply: 'nothing' } : { trouble: 'both' }
  }
  if (text === '' && files.length === 0) return { trouble: 'empty' }
  if (text.length > REPLY_MAX) return { trouble: 'long' }
  if (!isReadable(text)) return { trouble: 'unreadable' }
  return { reply: { text, documents: files.map(({ id }) => id) } }
}

type Shown = { readonly typed: Typed; readonly trouble?: Trouble }

function page(c: PortalContext, mine: Mine, { typed, trouble }: Shown) {
  const { found, context } = mine.own
  return (
    <ReplyPage
      view={viewOf(c)}
      found={found}
      address={mine.own.address}
      context={context}
      laws={c.var.house.policy.laws}
      step={mine.step.code}
      dueOn={stepDueOn(found.standing, context)}
      term={stepTerm(found.standing, context)}
      version={versionOf(mine)}
      files={mine.files}
      paid={mine.paid}
      takesFiles={kindsOf(mine.own).size > 0}
      text={first(typed, 'text')}
      trouble={trouble}
    />
  )
}
