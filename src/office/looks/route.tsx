import { Hono } from 'hono'
import { isIsoMoment } from '#core/dated.ts'
import { rolesOf, type Role } from '#core/cases/roles.ts'
import { askedOf } from '#platform/typed.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { namesOfOfficials } from '#records/officials.ts'
import { LooksPage } from './page.tsx'
import { recentLooks, type LookPlace } from './queries.ts'

export const looksRoute = new Hono<OfficeEnv>()

const WATCH: readonly Role[] = rolesOf('watch')

looksRoute.get(paths.looks.pattern, signedInOnly, async (c) => {
  const { house, official } = c.var
  if (!official.roles.some((role) => WATCH.includes(role))) return c.notFound()
  const before = placeIn(askedOf(c.req, 'before'))
  const seen = await inTransaction(house.db, async (tx) => {
    const looks = await recentLooks(tx, before)
    const ids = looks.rows.map(({ actor }) => actor)
    return { looks, names: await namesOfOfficials(tx, house.secret, ids) }
  })
  return c.render(<LooksPage view={viewOf(c)} {...seen} goesOn={before !== undefined} />)
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function placeIn(text: string): LookPlace | undefined {
  const [at = '', id = ''] = text.split('_')
  return isIsoMoment(at) && UUID.test(id) ? { at, id } : undefined
}
