import { Hono } from 'hono'
import { knownFrom } from '#core/answers/carried.ts'
import { first } from '#core/answers/typed.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { inTransaction } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import type { PortalEnv } from '#portal/env.ts'
import { beginForTheirs } from '#portal/for-theirs.tsx'
import { ownCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { wardIn } from '#portal/wards.tsx'

/** From a case about somebody for whom one acts, another is begun for them alone. */
export const forThemRoute = new Hono<PortalEnv>()

const { pattern } = paths.forThem
forThemRoute.use(pattern, signedInOnly)

forThemRoute.get(pattern, (c) =>
  c.redirect(paths.application.to(c.var.language, { id: c.req.param('id') ?? '' }), 303),
)

forThemRoute.post(pattern, async (c) => {
  const type = first(await typedOf(c.req), 'type')
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    const filed = own && lastFiled(own.found.standing)
    const ward = own && filed && (await wardIn(c, tx, own))
    if (!ward) return c.notFound()
    const known = knownFrom(own.description.type, filed.answers)
    const from = paths.application.to(c.var.language, { id: own.address })
    return beginForTheirs(c, tx, { person: ward.person, type, known, from })
  })
})
