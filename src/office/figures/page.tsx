import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import { drawnIn, numberText, shareOf, type FigureTable } from '#office/figures/tables.ts'
import { figuresWords } from '#office/figures/words.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { Bar } from '#ui/bar.tsx'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'

type Props = {
  readonly view: View
  readonly tables: readonly FigureTable[]
  readonly year: number
  readonly years: readonly number[]
  /** Where the report of the year is, for whoever may have it. */
  readonly report?: string
}

/** What came of telling of the Program, in figures that lead to nobody. */
export const FiguresPage = ({ view, tables, year, years, report }: Props) => {
  const { language } = view
  const words = figuresWords[language]
  return (
    <Page view={view} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.how}</p>
      <form class="kc-form" method="get" action={paths.figures.to(language)}>
        <Select
          name="year"
          label={words.year}
          value={String(year)}
          options={years.map((each) => ({ value: String(each), text: String(each) }))}
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
      {report !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={report}>
            {words.report}
          </a>
        </p>
      )}
      {tables.map((table) => (
        <OneTable table={table} year={year} language={language} />
      ))}
    </Page>
  )
}

type OneProps = {
  readonly table: FigureTable
  readonly year: number
  readonly language: OfficeLanguage
}

const OneTable = ({ table, year, language }: OneProps) => {
  const words = figuresWords[language]
  const { code, title, columns, rows } = table
  const query = new URLSearchParams({ year: String(year), table: code }).toString()
  const drawn = drawnIn(table)
  return (
    <section id={code}>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <div class="kc-wide-table" tabindex="0">
          <Table
            caption={title}
            captionHidden
            firstCellIsHeader
            columns={columns.map((head, index) => ({ head, numeric: index > 0 }))}
            rows={rows.map((row) => [
              row.name,
              ...row.numbers.map((number, index) => (
                <>
                  {numberText(number, language)}
                  {index === drawn && <Bar share={shareOf(table, row)} />}
                </>
              )),
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${paths.figuresFile.to(language)}?${query}`}>
              {words.csv}
              <span class="govuk-visually-hidden">: {title}</span>
            </a>
          </p>
        </div>
      )}
    </section>
  )
}
