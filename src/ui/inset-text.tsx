import type { Child } from '#ui/markup.ts'

/** A passage that stands out from the text around it. */
type Props = { readonly id?: string | undefined; readonly children: Child }

export function InsetText({ id, children }: Props) {
  return (
    <div id={id} class="govuk-inset-text">
      {children}
    </div>
  )
}
