import { classes, type Child } from '#ui/markup.ts'

/** The way to the step before. */
type Props = { readonly href: string; readonly inverse?: boolean; readonly children: Child }

export function BackLink({ href, inverse, children }: Props) {
  return (
    <a href={href} class={classes('govuk-back-link', inverse && 'govuk-back-link--inverse')}>
      {children}
    </a>
  )
}
