import type { Child } from '#ui/markup.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'

/** A consequence that must not be missed; the label is the sign in a word. */
type Props = { readonly label: string; readonly children: Child }

export function WarningText({ label, children }: Props) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <VisuallyHidden>{label}</VisuallyHidden> {children}
      </strong>
    </div>
  )
}
