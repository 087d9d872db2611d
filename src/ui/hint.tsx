import { classes, type Child } from '#ui/markup.ts'

/** What helps to answer, read out after the name of the field. */
type Props = {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: Child
}

export function Hint({ id, class: className, children }: Props) {
  return (
    <div id={id} class={classes('govuk-hint', className)}>
      {children}
    </div>
  )
}
