import { Heading, type HeadingLevel } from '#ui/heading.tsx'
import { classes, shows, type Child } from '#ui/markup.ts'

/** Facts as pairs of a name and a value, with what can be done about each; a card gives a title. */
export type SummaryAction = {
  readonly href: string
  readonly text: Child
  /** What the action is about, read out after its text, since many actions read the same. */
  readonly hidden?: string | undefined
}

type SummaryRow = {
  readonly key: Child
  readonly value: Child
  readonly actions?: readonly SummaryAction[] | undefined
  readonly border?: boolean | undefined
}

type SummaryCard = {
  readonly title: Child
  readonly headingLevel?: HeadingLevel | undefined
  readonly actions?: readonly SummaryAction[] | undefined
}

type Props = {
  readonly rows: readonly SummaryRow[]
  readonly card?: SummaryCard | undefined
  readonly border?: boolean | undefined
}

export function SummaryList({ rows, card, border = true }: Props) {
  const anyActions = rows.some(({ actions }) => actions && actions.length > 0)
  const list = (
    <dl class={classes('govuk-summary-list', !border && 'govuk-summary-list--no-border')}>
      {rows.map((row) => (
        <Row row={row} cardTitle={card?.title} anyActions={anyActions} />
      ))}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

type RowProps = {
  readonly row: SummaryRow
  readonly cardTitle: Child
  readonly anyActions: boolean
}

function Row({ row, cardTitle, anyActions }: RowProps) {
  const { key, value, actions = [], border = true } = row
  const name = 'govuk-summary-list__row'
  const noActions = anyActions && actions.length === 0
  return (
    <div class={classes(name, noActions && `${name}--no-actions`, !border && `${name}--no-border`)}>
      <dt class="govuk-summary-list__key">{key}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          {actions.length === 1 ? (
            actions.map((action) => <Action {...action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <Action {...action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function Card({
  title,
  headingLevel = 2,
  actions = [],
  children,
}: SummaryCard & { readonly children: Child }) {
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading level={headingLevel} class="govuk-summary-card__title">
          {title}
        </Heading>
        <CardActions actions={actions} cardTitle={title} />
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

type CardActionsProps = { readonly actions: readonly SummaryAction[]; readonly cardTitle: Child }

function CardActions({ actions, cardTitle }: CardActionsProps) {
  if (actions.length === 0) return null
  if (actions.length === 1) {
    return (
      <div class="govuk-summary-card__actions">
        {actions.map((action) => (
          <Action {...action} cardTitle={cardTitle} />
        ))}
      </div>
    )
  }
  return (
    <ul class="govuk-summary-card__actions">
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <Action {...action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

function Action({ href, text, hidden, cardTitle }: SummaryAction & { readonly cardTitle: Child }) {
  return (
    <a class="govuk-link" href={href}>
      {text}
      {(hidden || shows(cardTitle)) && (
        <span class="govuk-visually-hidden">
          {hidden && <> {hidden}</>}
          {shows(cardTitle) && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
