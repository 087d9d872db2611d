import { Hono } from 'hono'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { HomePage } from '#portal/home/page.tsx'
import { paths } from '#portal/paths.ts'
import { programmeInForce, readingOf } from '#portal/programme.ts'

export const homeRoute = new Hono<PortalEnv>()

homeRoute.get(paths.home.pattern, (c) => {
  const programme = programmeInForce(c)
  if (!programme) return c.notFound()
  return c.render(<HomePage view={viewOf(c)} reading={readingOf(c, programme)} />)
})
