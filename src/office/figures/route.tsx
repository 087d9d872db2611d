import { Hono } from 'hono'
import { isoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { FiguresPage } from '#office/figures/page.tsx'
import {
  countText,
  drawnIn,
  fileOf,
  shareOf,
  sortedBy,
  tablesOf,
  togetherOf,
  type FigureTable,
} from '#office/figures/tables.ts'
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
import { figuresSheetPdf, type SheetTable } from '#telling/figures-sheet.ts'

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

async function shownIn(c: OfficeContext, year: number) {
  const { house, official, language } = c.var
  const range = { from: isoDate(`${year}-01-01`), until: isoDate(`${year}-12-31`) }
  const [figures, campaigns] = await inTransaction(house.db, async (tx) => [
    await figuresSeen(tx, range),
    await campaignsWithin(tx, range),
  ])
  const seesAll = isOneOf(official.roles, 'ministry')
  const shown = { figures, campaigns, missions: house.policy.missions, seesAll }
  return { tables: tablesOf(shown, language), together: togetherOf(shown, language) }
}

figuresRoute.get(paths.figures.pattern, async (c) => {
  if (!readsFigures(c.var.official)) return c.notFound()
  const { year, years } = yearsOf(c)
  const { tables, together } = await shownIn(c, year)
  const [wanted, by = ''] = askedOf(c.req, 'sort').split('.')
  const sorted = tables.map((table) => (table.code === wanted ? sortedBy(table, by) : table))
  const report = `${paths.figuresReport.to(c.var.language)}?year=${year}`
  const mayReport = isOneOf(c.var.official.roles, 'ministry') ? { report } : {}
  return c.render(
    <FiguresPage view={viewOf(c)} {...{ tables: sorted, together, year, years, ...mayReport }} />,
  )
})

/** Of the ministry, for whoever asks what the missions did in a year. */
figuresRoute.get(paths.figuresReport.pattern, async (c) => {
  const { house, official, language } = c.var
  if (!isOneOf(official.roles, 'ministry')) return c.notFound()
  const { year } = yearsOf(c)
  const words = figuresWords[language]
  const { tables, together } = await shownIn(c, year)
  const pdf = await figuresSheetPdf({
    language,
    title: `${words.title}, ${year}`,
    author: officeWords[language].owner,
    about: [formatDate(house.clock.today(), language), words.how, together],
    tables: tables.map((table) => sheetTable(table, language)),
    madeAt: dateObjectOf(house.clock.now()),
  })
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="kecid-${year}.pdf"`,
  })
})

/** As many as paper shows of a table. */
const ROWS_ON_PAPER_MAX = 500

function sheetTable(table: FigureTable, language: OfficeLanguage): SheetTable {
  const words = figuresWords[language]
  const { title, of, numbers, rows, alone } = table
  const drawn = numbers[drawnIn(table)]
  const shown = alone === undefined ? rows.slice(0, ROWS_ON_PAPER_MAX) : []
  const rest = words.rest
    .replace('{shown}', String(shown.length))
    .replace('{all}', String(rows.length))
  return {
    title,
    columns: [of[0] ?? '', ...numbers.map((code) => words[code])],
    drawn: drawnIn(table) + 1,
    rows: shown.map((row) => ({
      cells: [row.name, ...row.counts.map((count) => countText(count, language))],
      about: [row.about, row.isUncounted ? words.uncounted : undefined].filter(
        (text) => text !== undefined,
      ),
      share: shareOf(table, row),
    })),
    before: shown.length > 0 && drawn ? [words.drawn.replace('{column}', words[drawn])] : [],
    after: [
      ...(rows.length === 0 ? [words.none] : []),
      ...(alone === undefined ? [] : [alone]),
      ...(alone === undefined && shown.length < rows.length ? [rest] : []),
      ...(shown.some(({ isUncounted }) => isUncounted) ? [words.uncountedWhy] : []),
    ],
  }
}

figuresRoute.get(paths.figuresFile.pattern, async (c) => {
  if (!readsFigures(c.var.official)) return c.notFound()
  const { year } = yearsOf(c)
  const { tables } = await shownIn(c, year)
  const table = tables.find(({ code }) => code === askedOf(c.req, 'table'))
  if (!table) return c.notFound()
  return c.body(fileOf(table, c.var.language), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="kecid-${table.code}-${year}.csv"`,
  })
})
