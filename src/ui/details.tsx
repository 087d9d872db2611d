import type { Child } from '#ui/markup.ts'

/** Help that only some need, folded away behind its own summary. */
type Props = {
  readonly summary: Child
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly children: Child
}

export function Details({ summary, id, open, children }: Props) {
  return (
    <details id={id} class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
