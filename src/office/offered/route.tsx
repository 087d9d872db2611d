import { Hono } from 'hono'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { OfferedPage } from '#office/offered/page.tsx'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { readsSystems } from '#office/systems-readers.ts'
import { inTransaction } from '#platform/database.ts'
import { offeredFigures } from '#records/offered.ts'

/** What other systems were answered, in figures: about whom is for those alone to read. */
export const offeredRoute = new Hono<OfficeEnv>()

offeredRoute.use(paths.offered.pattern, signedInOnly)

offeredRoute.get(paths.offered.pattern, async (c) => {
  const { house, official } = c.var
  if (!readsSystems(official)) return c.notFound()
  const { services = [], clients = [] } = house.policy.systems.offered ?? {}
  const codes = clients.map(({ code }) => code)
  const now = await house.databaseNow(house.db)
  const figures = await inTransaction(house.db, (tx) => offeredFigures(tx, codes, now))
  return c.render(
    <OfferedPage view={viewOf(c)} services={services} clients={clients} figures={figures} />,
  )
})
