import { classes, type Child } from '#ui/markup.ts'

/** A small mark beside a name in a dense list, in the colours that have enough contrast. */
type BadgeColour = 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black'

type Props = {
  readonly colour?: BadgeColour | undefined
  readonly large?: boolean | undefined
  readonly children: Child
}

export function Badge({ colour, large, children }: Props) {
  return (
    <span
      class={classes('moj-badge', colour && `moj-badge--${colour}`, large && 'moj-badge--large')}
    >
      {children}
    </span>
  )
}
