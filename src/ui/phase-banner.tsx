import type { Child } from '#ui/markup.ts'
import { Tag } from '#ui/tag.tsx'

/** What stage the whole service is at, and what that means for the reader. */
type Props = { readonly tag: Child; readonly children: Child }

export function PhaseBanner({ tag, children }: Props) {
  return (
    <div class="govuk-phase-banner govuk-width-container">
      <p class="govuk-phase-banner__content">
        <Tag class="govuk-phase-banner__content__tag">{tag}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
