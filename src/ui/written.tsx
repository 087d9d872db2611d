import type { Child } from '#ui/markup.ts'

/**
 * What a person wrote, on a page in a language of its own (WCAG 3.1.2). It is marked where it is
 * in another one; where nobody noted in which it is, nothing is claimed: an empty lang keeps it
 * from being read out as if it were the page's.
 */
type Props = {
  readonly as?: 'span' | 'p' | 'div' | undefined
  readonly class?: string | undefined
  readonly language?: string | undefined
  /** The page's, where the text's is known. */
  readonly page?: string | undefined
  readonly children: Child
}

export function Written({ as: Tag = 'span', class: className, language, page, children }: Props) {
  return (
    <Tag
      class={className}
      lang={language === undefined ? '' : language === page ? undefined : language}
    >
      {children}
    </Tag>
  )
}
