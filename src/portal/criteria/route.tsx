import { Hono } from 'hono'
import { CriteriaPage } from '#portal/criteria/page.tsx'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { programmeInForce, readingOf } from '#portal/programme.ts'

export const criteriaRoute = new Hono<PortalEnv>()

criteriaRoute.get(paths.criteria.pattern, (c) => {
  const description = programmeInForce(c)
  if (!description) return c.notFound()
  const reading = readingOf(c, description)
  return c.render(<CriteriaPage view={viewOf(c)} reading={reading} description={description} />)
})
