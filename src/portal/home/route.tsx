import { Hono } from 'hono'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { HomePage } from '#portal/home/page.tsx'
import { paths } from '#portal/paths.ts'
import { programmeInForce, readingOf } from '#portal/programme.ts'

export const homeRoute = new Hono<PortalEnv>()

homeRoute.get(paths.home.pattern, async (c, next) => {
  // A pattern that ends in a list of words also matches longer paths in Hono's second router.
  if (c.req.path !== paths.home.to(c.var.language)) return next()
  const programme = programmeInForce(c)
  if (!programme) return c.notFound()
  return c.html(<HomePage view={viewOf(c)} reading={readingOf(c, programme)} />)
})
