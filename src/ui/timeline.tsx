import { Heading, type HeadingLevel } from '#ui/heading.tsx'
import { shows, type Child } from '#ui/markup.ts'

/** What happened, one entry after the other, each with when and by whom. */
type TimelineEntry = {
  readonly title: Child
  readonly byline?: Child
  /** For machines: a day or a moment as RFC 3339 writes it. */
  readonly datetime: string
  /** The same for people. */
  readonly when: Child
  readonly content?: Child
}

type Props = {
  readonly entries: readonly TimelineEntry[]
  readonly headingLevel?: HeadingLevel | undefined
}

export function Timeline({ entries, headingLevel = 2 }: Props) {
  return (
    <div class="moj-timeline">
      {entries.map(({ title, byline, datetime, when, content }) => (
        <div class="moj-timeline__item">
          <div class="moj-timeline__header">
            <Heading level={headingLevel} class="moj-timeline__title">
              {title}
            </Heading>
            {shows(byline) && <p class="moj-timeline__byline">{byline}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={datetime}>{when}</time>
          </p>
          <div class="moj-timeline__description">{content}</div>
        </div>
      ))}
    </div>
  )
}
