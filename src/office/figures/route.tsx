import { Hono } from 'hono'
import { isoDate } from '#core/dated.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { FiguresPage } from '#office/figures/page.tsx'
import { csvOf, numberText, shareOf, tablesOf, type FigureTable } from '#office/figures/tables.ts'
import { figuresWords } from '#office/figures/words.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { dateObjectOf } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { askedOf } from '#platform/typed.ts'
import { campaignsWithin } from '#records/campaigns.ts'
import { figuresSeen } from '#records/figures.ts'
import { officeWords } from '#office/words.ts'
import { formatDate } from '#telling/dates.ts'
import { figuresSheetPdf } from '#telling/figures-sheet.ts'

/** What came of telling of the Program: for missions, and for the ministry side by side. */
export const figuresRoute = new Hono<OfficeEnv>()

for (const { pattern } of [paths.figures, paths.figuresFile, paths.figuresReport]) {
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
  const report = `${paths.figuresReport.to(c.var.language)}?year=${year}`
  const mayReport = isOneOf(c.var.official.roles, 'ministry') ? { report } : {}
  return c.render(<FiguresPage view={viewOf(c)} {...{ tables, year, years, ...mayReport }} />)
})

/** Of the ministry, for whoever asks what the missions did in a year. */
figuresRoute.get(paths.figuresReport.pattern, async (c) => {
  const { house, official, language } = c.var
  if (!isOneOf(official.roles, 'ministry')) return c.notFound()
  const { year } = yearsOf(c)
  const words = figuresWords[language]
  const tables = await tablesIn(c, year)
  const pdf = await figuresSheetPdf({
    language,
    title: `${words.title}, ${year}`,
    author: officeWords[language].owner,
    about: [formatDate(house.clock.today(), language), words.how],
    tables: tables.map((table) => ({
      title: table.title,
      columns: table.columns,
      rows: table.rows.map((row) => ({
        cells: [row.name, ...row.numbers.map((number) => numberText(number, language))],
        share: shareOf(table, row),
      })),
      none: words.none,
    })),
    madeAt: dateObjectOf(house.clock.now()),
  })
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="kecid-${year}.pdf"`,
  })
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
