import { Hono } from 'hono'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { StepsPage, TextPage } from '#portal/pages/page.tsx'
import { accessibilityTexts, privacyTexts } from '#portal/pages/texts.ts'
import { paths } from '#portal/paths.ts'
import { portalWords } from '#portal/words.ts'
import { programmeInForce, readingOf } from '#portal/programme.ts'

export const pagesRoute = new Hono<PortalEnv>()

pagesRoute.get(paths.steps.pattern, (c) => {
  const programme = programmeInForce(c)
  if (!programme) return c.notFound()
  return c.render(<StepsPage view={viewOf(c)} reading={readingOf(c, programme)} />)
})

pagesRoute.get(paths.privacy.pattern, (c) => {
  const { language } = c.var
  const more = { href: `${paths.looks.to(language)}#ask`, text: portalWords[language].askCopy }
  return c.render(<TextPage view={viewOf(c)} text={privacyTexts[language]} more={more} />)
})

pagesRoute.get(paths.accessibility.pattern, (c) =>
  c.render(<TextPage view={viewOf(c)} text={accessibilityTexts[c.var.language]} />),
)
