import { Hono } from 'hono'
import { first, isReadable, type Typed } from '#core/answers/typed.ts'
import type { StepRule } from '#core/cases/life.ts'
import { MESSAGE_MAX, say, type SayRefusal } from '#core/cases/saying.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import type { Standing } from '#core/cases/standing.ts'
import { versionFor } from '#core/cases/tasks.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { MessagesPage, type Trouble } from '#portal/messages/page.tsx'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { writing } from '#portal/writing.ts'
import { recordStep } from '#records/cases.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** What the person and officials write to each other about a case. */
export const messagesRoute = new Hono<PortalEnv>()

messagesRoute.use(paths.messages.pattern, signedInOnly)

messagesRoute.get(paths.messages.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    return own && hasMessages(own) ? c.render(page(c, own, { typed: {} })) : c.notFound()
  }),
)

messagesRoute.post(paths.messages.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    if (!own || !hasMessages(own)) return c.notFound()
    const typed = await typedOf(c.req)
    if (isForAnotherLanguage(typed)) return c.render(page(c, own, { typed }))
    return send(c, tx, { own, typed })
  }),
)

type Sending = { readonly own: OwnCase; readonly typed: Typed }

async function send(c: PortalContext, tx: Tx, { own, typed }: Sending) {
  const { found, context, taking } = own
  const rule = writing(own)
  const trouble = (code: Trouble, status: 400 | 409) =>
    c.render(page(c, own, { typed, trouble: code }), status)
  if (!rule) return trouble('closed', 409)
  const text = first(typed, 'text')
  const wrong = wrongWith(text)
  if (wrong) return trouble(wrong, 400)
  const here = paths.messages.to(c.var.language, { id: own.address })
  const deed = stepOfType(context.type.code, rule.code)
  const version = first(typed, 'version')
  if (version !== versionOf(own, rule)) {
    const isFrom = (before: Standing) => versionIn(own, rule, before) === version
    const pressed = { by: context.by.id, step: rule.code, isFrom, said: [text] }
    const { standing, history } = found.whole ?? found
    if (doneBefore(standing.id, history, pressed)) return done(c, here, STEP, deed)
    return trouble('stale', 409)
  }
  const said = say(found.standing, context, { step: rule.code, text })
  if (!said.ok) return trouble(troubleOf(said.refusal), 409)
  await recordStep(tx, found, said.value, taking)
  return done(c, here, STEP, deed)
}

function wrongWith(text: string): Trouble | undefined {
  if (text === '') return 'empty'
  if (text.length > MESSAGE_MAX) return 'long'
  return isReadable(text) ? undefined : 'unreadable'
}

const troubleOf = ({ reason }: SayRefusal): Trouble => {
  if (reason === 'said-already') return 'same'
  return reason === 'waits-for-reply' ? 'waits' : 'closed'
}

/** Something was written, or can be. */
const hasMessages = (own: OwnCase): boolean =>
  own.found.standing.said.some(({ messages }) => messages.length > 0) || writing(own) !== undefined

const versionOf = (own: OwnCase, rule: StepRule): string => versionIn(own, rule, own.found.standing)

const versionIn = ({ context }: OwnCase, { code: step }: StepRule, standing: Standing): string =>
  String(versionFor(standing, { type: context.type, step, by: context.by }))

type Shown = { readonly typed: Typed; readonly trouble?: Trouble }

function page(c: PortalContext, own: OwnCase, { typed, trouble }: Shown) {
  const rule = writing(own)
  return (
    <MessagesPage
      view={viewOf(c)}
      found={own.found}
      address={own.address}
      context={own.context}
      laws={c.var.house.policy.laws}
      writes={rule && { step: rule.code, version: versionOf(own, rule) }}
      text={first(typed, 'text')}
      trouble={trouble}
    />
  )
}
