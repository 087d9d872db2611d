import type { Child } from '#ui/markup.ts'

/** Words for those who listen to the page, where those who see it have the layout. */
export function VisuallyHidden({ children }: { readonly children: Child }) {
  return <span class="govuk-visually-hidden">{children}</span>
}
