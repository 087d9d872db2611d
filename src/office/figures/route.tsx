import { Hono } from 'hono'
import { isoDate } from '#core/dated.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { FiguresPage } from '#office/figures/page.tsx'
import { csvOf, tablesOf, type FigureTable } from '#office/figures/tables.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { inTransaction } from '#platform/database.ts'
import { askedOf } from '#platform/typed.ts'
import { campaignsWithin } from '#records/campaigns.ts'
import { figuresSeen } from '#records/figures.ts'

/** What came of telling of the Program: for missions, and for the ministry side by side. */
export const figuresRoute = new Hono<OfficeEnv>()

for (const { pattern } of [paths.figures, paths.figuresFile]) {
  figuresRoute.use(pattern, signedInOnly)
}

const readsFigures = ({ roles }: OfficeContext['var']['official']): boolean =>
  isOneOf(roles, 'mission') || isOneOf(roles, 'ministry')

/** The year of the President's Order, before which nobody was told of the Program. */
const FIRST_YEAR = 2024

function yearsOf(c: OfficeContext) {
  const last = Number(c.var.house.clock.today().slice(0, 4))
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => last - index)
  const asked = Number(askedOf(c.req, 'year'))
  return { years, year: years.includes(asked) ? asked : last }
}

async function tablesIn(c: OfficeContext, year: number): Promise<readonly FigureTable[]> {
  const { house, official, language } = c.var
  const range = { from: isoDate(`${year}-01-01`), until: isoDate(`${year}-12-31`) }
  const [figures, campaigns] = await inTransaction(house.db, async (tx) => [
    await figuresSeen(tx, range),
    await campaignsWithin(tx, range),
  ])
  const seesAll = isOneOf(official.roles, 'ministry')
  return tablesOf({ figures, campaigns, missions: house.policy.missions, seesAll }, language)
}

figuresRoute.get(paths.figures.pattern, async (c) => {
  if (!readsFigures(c.var.official)) return c.notFound()
  const { year, years } = yearsOf(c)
  const tables = await tablesIn(c, year)
  return c.render(<FiguresPage view={viewOf(c)} {...{ tables, year, years }} />)
})

figuresRoute.get(paths.figuresFile.pattern, async (c) => {
  if (!readsFigures(c.var.official)) return c.notFound()
  const { year } = yearsOf(c)
  const tables = await tablesIn(c, year)
  const table = tables.find(({ code }) => code === askedOf(c.req, 'table'))
  if (!table) return c.notFound()
  return c.body(csvOf(table), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="kecid-${table.code}-${year}.csv"`,
  })
})
