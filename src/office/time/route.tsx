import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { isIsoMoment } from '#core/dated.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { TimePage } from '#office/time/page.tsx'
import { inTransaction } from '#platform/database.ts'
import type { TimeSeen } from '#platform/trusted-time.ts'
import { typedOf } from '#platform/typed.ts'
import { confirmTime, readTimeWatch } from '#records/trusted-time.ts'
import { done } from '#telling/done.tsx'

export const timeRoute = new Hono<OfficeEnv>()

timeRoute.use(paths.time.pattern, signedInOnly)

timeRoute.get(paths.time.pattern, (c) =>
  isAdministrator(c) ? show(c, { stale: false }) : c.notFound(),
)

timeRoute.post(paths.time.pattern, async (c) => {
  if (!isAdministrator(c)) return c.notFound()
  const { house, official, language } = c.var
  const shown = shownIn(await typedOf(c.req))
  const by = { id: official.id, role: ADMINISTRATOR }
  const at = await house.databaseNow(house.db)
  const isConfirmed =
    shown !== undefined &&
    (await inTransaction(house.db, (tx) => confirmTime(tx, house.keys, { by, shown, at })))
  return isConfirmed ? done(c, paths.time.to(language), 'time-confirmed') : show(c, { stale: true })
})

const isAdministrator = (c: OfficeContext): boolean => c.var.official.roles.includes(ADMINISTRATOR)

const ADMINISTRATOR = 'administrator'

/** What the page that was answered had shown. */
function shownIn(typed: Typed): TimeSeen | undefined {
  const [at, ahead] = [first(typed, 'at'), first(typed, 'ahead')]
  return isIsoMoment(at) && /^-?\d{1,15}$/.test(ahead) ? { at, aheadMs: Number(ahead) } : undefined
}

async function show(c: OfficeContext, { stale }: { readonly stale: boolean }) {
  const { db, databaseNow } = c.var.house
  const watch = await inTransaction(db, readTimeWatch)
  const page = <TimePage view={viewOf(c)} watch={watch} now={await databaseNow(db)} stale={stale} />
  return c.render(page, stale ? 409 : 200)
}
