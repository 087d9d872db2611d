import type { Child } from '#ui/markup.ts'

/** A heading whose level its surroundings decide, so that no page skips one. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

type Props = {
  readonly level: HeadingLevel
  readonly class?: string | undefined
  readonly id?: string | undefined
  readonly children: Child
}

export function Heading({ level, class: className, id, children }: Props) {
  const Tag = `h${level}` as const
  return (
    <Tag class={className} id={id}>
      {children}
    </Tag>
  )
}
