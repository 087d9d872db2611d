import { classes, type Child, type TextSize } from '#ui/markup.ts'

/** Fields that answer one question together, under that question. */
export type LegendProps = {
  readonly legend: Child
  readonly legendSize?: TextSize | undefined
  readonly pageHeading?: boolean | undefined
}

type Props = LegendProps & {
  readonly describedBy?: string | undefined
  /** Written for sets of text boxes, whose description some screen readers else leave out. */
  readonly role?: 'group' | undefined
  readonly children?: Child
}

export function Fieldset({ describedBy, role, children, ...legend }: Props) {
  return (
    <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <Legend {...legend} />
      {children}
    </fieldset>
  )
}

function Legend({ legend, legendSize, pageHeading }: LegendProps) {
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`
  return (
    <legend class={classes('govuk-fieldset__legend', size)}>
      {pageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
  )
}
