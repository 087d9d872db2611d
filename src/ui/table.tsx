import { classes, shows, type Child, type TextSize } from '#ui/markup.ts'

/** Facts to compare in rows and columns; a column says once whether it holds numbers. */
export type TableColumn = {
  readonly head?: Child
  readonly numeric?: boolean | undefined
  /** The rows stand by this column. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

type Props = {
  readonly caption?: Child
  readonly captionSize?: TextSize | undefined
  /** The caption is then only read out. */
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Child[])[]
  readonly firstCellIsHeader?: boolean | undefined
}

export function Table(props: Props) {
  const { caption, captionSize, captionHidden, columns, rows, firstCellIsHeader = false } = props
  const size = captionSize && `govuk-table__caption--${captionSize}`
  return (
    <table class="govuk-table">
      {shows(caption) && (
        <caption
          class={classes('govuk-table__caption', size, captionHidden && 'govuk-visually-hidden')}
        >
          {caption}
        </caption>
      )}
      {columns.some(({ head }) => shows(head)) && <Head columns={columns} />}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <th scope="row" class="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td class={cellClass('govuk-table__cell', columns[index])}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ columns }: Pick<Props, 'columns'>) {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {columns.map((column) => (
          <th
            scope="col"
            class={cellClass('govuk-table__header', column)}
            aria-sort={column.sorted}
          >
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const cellClass = (name: string, column: TableColumn | undefined) =>
  classes(name, column?.numeric && `${name}--numeric`)
