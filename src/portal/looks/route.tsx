import { Hono } from 'hono'
import { isId } from '#core/id.ts'
import { askedOf } from '#platform/typed.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { LooksPage } from '#portal/looks/page.tsx'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { LOOKS_PAGE, looksAt } from '#records/looks.ts'

/** Who looked at my data. */
export const looksRoute = new Hono<PortalEnv>()

looksRoute.use(paths.looks.pattern, signedInOnly)

looksRoute.get(paths.looks.pattern, async (c) => {
  const { house, applicant, language } = c.var
  const before = askedOf(c.req, 'before')
  const looks = await inTransaction(house.db, (tx) =>
    looksAt(tx, applicant.partyId, isId(before) ? before : undefined),
  )
  const last = looks.length === LOOKS_PAGE ? looks.at(-1) : undefined
  const older = last && `${paths.looks.to(language)}?before=${last.id}`
  const { current } = house.policy.procedures
  const bodies = [...current.values()].flatMap((procedure) => procedure.bodies)
  return c.render(
    <LooksPage view={viewOf(c)} looks={looks} bodies={bodies} {...(older ? { older } : {})} />,
  )
})
