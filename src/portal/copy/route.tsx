import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { contentDisposition } from '#platform/content-disposition.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { gathered } from '#portal/copy/gathered.ts'
import { CopyPage } from '#portal/copy/page.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { LANGUAGE_NAMES } from '#portal/words.ts'
import { disclosedUntil } from '#records/copies.ts'
import { recordCopy } from '#records/looks.ts'
import { CopySheet } from '#telling/copy/sheet.tsx'
import { render } from '#ui/markup.ts'

/** A copy of what is kept of whoever asks, while a decision lets them make it. */
export const copyRoute = new Hono<PortalEnv>()

copyRoute.use(paths.copy.pattern, signedInOnly)

copyRoute.get(paths.copy.pattern, async (c) => {
  const granted = await inTransaction(c.var.house.db, (tx) => grantedIn(c, tx))
  return granted ? shown(c, granted) : c.notFound()
})

/** Noted before anything is read, as every look is. */
copyRoute.post(paths.copy.pattern, async (c) => {
  const isFile = first(await typedOf(c.req), 'form') === 'file'
  const granted = await inTransaction(c.var.house.db, async (tx) => {
    const found = await grantedIn(c, tx)
    if (!found || found.isOver) return found
    const { partyId, key, standing } = found.own.found
    const { at } = found.own.taking
    await recordCopy(tx, { partyId, caseId: standing.id, at, key })
    return found
  })
  if (!granted) return c.notFound()
  if (granted.isOver) return shown(c, granted)
  const { number, until } = granted
  const copy = await gathered(c, { number, until })
  const name = `${number}.${isFile ? 'json' : 'html'}`
  c.header('content-disposition', contentDisposition('attachment', name))
  if (isFile) {
    c.header('content-type', 'application/json; charset=UTF-8')
    return c.body(`${JSON.stringify(copy, null, 2)}\n`)
  }
  c.header('content-type', 'text/html; charset=UTF-8')
  return c.body(render(<CopySheet copy={copy} languages={LANGUAGE_NAMES} />))
})

/** Their own case, in which it was decided that they are given a copy, in its time or after it. */
async function grantedIn(c: PortalContext, tx: Tx) {
  const own = await ownCase(c, tx)
  if (!own || own.found.partyId !== c.var.applicant.partyId) return undefined
  const { standing, partyId } = own.found
  const until = await disclosedUntil(tx, { caseId: standing.id, partyId })
  if (until === undefined) return undefined
  const { on } = own.taking
  return { own, until, on, isOver: until < on, number: standing.number ?? standing.id }
}

type Granted = NonNullable<Awaited<ReturnType<typeof grantedIn>>>

const shown = (c: PortalContext, { own, until, on, isOver }: Granted) =>
  c.render(
    <CopyPage view={viewOf(c)} id={own.found.standing.id} until={until} on={on} />,
    isOver ? 410 : 200,
  )
