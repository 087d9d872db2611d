import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { MessagesPage } from '#portal/messages/page.tsx'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { write, writing, writingVersion, type Trouble } from '#portal/writing.ts'
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
  const written = await write(tx, own, typed)
  if (written.trouble !== undefined) {
    return c.render(page(c, own, { typed, trouble: written.trouble }), written.status)
  }
  const here = paths.messages.to(c.var.language, { id: own.address })
  return done(c, here, STEP, stepOfType(own.context.type.code, written.step))
}

/** Something was written, or can be. */
const hasMessages = (own: OwnCase): boolean =>
  own.found.standing.said.some(({ messages }) => messages.length > 0) || writing(own) !== undefined

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
      writes={rule && { step: rule.code, version: writingVersion(own, rule) }}
      text={first(typed, 'text')}
      trouble={trouble}
    />
  )
}
