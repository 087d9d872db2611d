import type { Child } from '#ui/markup.ts'

/** The first stop of the keyboard: past the header, to what the page is about. */
type Props = { readonly href: string; readonly children: Child }

export function SkipLink({ href, children }: Props) {
  return (
    <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
      {children}
    </a>
  )
}
