import { classes, type Child, type TextSize } from '#ui/markup.ts'

/** The name of one field; on a page with a single question it is the page's heading too. */
type Props = {
  /** The id of the field, unless the label encloses it. */
  readonly for?: string | undefined
  readonly size?: TextSize | undefined
  readonly pageHeading?: boolean | undefined
  readonly class?: string | undefined
  readonly children: Child
}

export function Label({ for: field, size, pageHeading, class: className, children }: Props) {
  const label = (
    <label class={classes('govuk-label', size && `govuk-label--${size}`, className)} for={field}>
      {children}
    </label>
  )
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
