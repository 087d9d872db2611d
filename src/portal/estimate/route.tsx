import { Hono } from 'hono'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { EstimatePage } from '#portal/estimate/page.tsx'
import { paths } from '#portal/paths.ts'
import { programmeInForce, readingOf } from '#portal/programme.ts'
import { parseEstimate } from '#telling/estimate-form.ts'

export const estimateRoute = new Hono<PortalEnv>()

/** Without scripts the answers come in the address; nothing of them is written anywhere. */
estimateRoute.get(paths.estimate.pattern, (c) => {
  const programme = programmeInForce(c)
  if (!programme) return c.notFound()
  const form = parseEstimate(
    programme.scoring,
    (box) => c.req.query(box), // cleaned where the browser reads the same form
  )
  const reading = readingOf(c, programme)
  return c.render(
    <EstimatePage view={viewOf(c)} form={form} reading={reading} />,
    form.errors.length > 0 ? 400 : 200,
  )
})
