import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import { countText, drawnIn, shareOf, type FigureTable } from '#office/figures/tables.ts'
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
  readonly together: string
  readonly year: number
  readonly years: readonly number[]
  /** Where the report of the year is, for whoever may have it. */
  readonly report?: string
}

/** What came of telling of the Program, in figures that lead to nobody. */
export const FiguresPage = ({ view, tables, together, year, years, report }: Props) => {
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
      <p class="govuk-body">{together}</p>
      {report !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={report}>
            {words.report}
          </a>
        </p>
      )}
      {tables.map((table) => (
        <OneTable {...{ table, year, language }} />
      ))}
    </Page>
  )
}

type OneProps = {
  readonly table: FigureTable
  readonly year: number
  readonly language: OfficeLanguage
}

const OneTable = (props: OneProps) => {
  const { table, year, language } = props
  const words = figuresWords[language]
  const { code, title, rows, alone } = table
  const query = new URLSearchParams({ year: String(year), table: code }).toString()
  return (
    <section id={code}>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length === 0 && <p class="govuk-body">{words.none}</p>}
      {alone !== undefined && <p class="govuk-body">{alone}</p>}
      {rows.length > 0 && alone === undefined && <Rows {...props} />}
      {rows.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${paths.figuresFile.to(language)}?${query}`}>
            {words.csv}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
    </section>
  )
}

/** As many as a page shows of a table. */
const ROWS_MAX = 50

const Rows = (props: OneProps) => {
  const { table, language } = props
  const words = figuresWords[language]
  const { title, rows } = table
  const shown = rows.slice(0, ROWS_MAX)
  const drawn = drawnIn(table)
  return (
    <>
      <div class="kc-wide-table" tabindex="0">
        <Table
          caption={title}
          captionHidden
          firstCellIsHeader
          columns={headsOf(props)}
          rows={shown.map((row) => [
            <Name row={row} language={language} />,
            ...row.counts.map((count, index) => (
              <>
                {countText(count, language)}
                {index === drawn && <Bar share={shareOf(table, row)} />}
              </>
            )),
          ])}
        />
      </div>
      {shown.length < rows.length && (
        <p class="govuk-body">
          {words.rest
            .replace('{shown}', String(shown.length))
            .replace('{all}', String(rows.length))}
        </p>
      )}
      {rows.some(({ isUncounted }) => isUncounted) && (
        <p class="govuk-hint">{words.uncountedWhy}</p>
      )}
    </>
  )
}

/** Each number is a link that brings the most to the top, and the first brings back what was. */
const headsOf = ({ table, year, language }: OneProps) => {
  const words = figuresWords[language]
  const { code: name, of, numbers, isMoved = false } = table
  const link = (text: string | undefined, sort?: string) => {
    const query = new URLSearchParams({ year: String(year), ...(sort ? { sort } : {}) }).toString()
    return (
      <a class="govuk-link" href={`${paths.figures.to(language)}?${query}#${name}`}>
        {text}
      </a>
    )
  }
  const columns = numbers.map((code) => {
    if (code !== table.sortedBy) {
      return { head: link(words[code], `${name}.${code}`), numeric: true }
    }
    const head = (
      <>
        {words[code]} <span aria-hidden="true">↓</span>
        <span class="govuk-visually-hidden">: {words.sortedBy}</span>
      </>
    )
    return { head, numeric: true, sorted: 'descending' as const }
  })
  return [{ head: isMoved ? link(of[0]) : of[0] }, ...columns]
}

type NameProps = {
  readonly row: FigureTable['rows'][number]
  readonly language: OfficeLanguage
}

const Name = ({ row: { name, about, href, isUncounted }, language }: NameProps) => {
  const under = [about, isUncounted ? figuresWords[language].uncounted : undefined]
  return (
    <>
      {href === undefined ? (
        name
      ) : (
        <a class="govuk-link kc-value" href={href}>
          {name}
        </a>
      )}
      {under.flatMap((text) =>
        text === undefined ? [] : [<br />, <span class="kc-small kc-soft">{text}</span>],
      )}
    </>
  )
}
