import { classes, type Child } from '#ui/markup.ts'

/** A state in a word or two; the colour repeats what the word says. */
export type TagColour =
  'grey' | 'teal' | 'green' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow' | 'blue'

type Props = {
  readonly colour?: TagColour | undefined
  readonly class?: string | undefined
  readonly children: Child
}

export function Tag({ colour, class: className, children }: Props) {
  return (
    <strong class={classes('govuk-tag', colour && `govuk-tag--${colour}`, className)}>
      {children}
    </strong>
  )
}
