import { Heading, type HeadingLevel } from '#ui/heading.tsx'
import { classes, shows, type Child } from '#ui/markup.ts'
import { scriptWords } from '#ui/script-words.ts'

/** Sections that scripts fold away; without them all are open. */
type AccordionWords = {
  readonly hideAll: string
  readonly hide: string
  readonly hideLabel: string
  readonly showAll: string
  readonly show: string
  readonly showLabel: string
}

type AccordionSection = {
  readonly heading: Child
  readonly summary?: Child
  readonly content: Child
  readonly expanded?: boolean | undefined
}

type Props = {
  readonly id: string
  readonly headingLevel?: HeadingLevel | undefined
  readonly words: AccordionWords
  /** Whether the browser keeps what a person opened for the next visit. */
  readonly remember?: boolean | undefined
  readonly sections: readonly AccordionSection[]
}

export function Accordion({ id, headingLevel = 2, words, remember, sections }: Props) {
  const data = scriptWords({
    'hide-all-sections': words.hideAll,
    'hide-section': words.hide,
    'hide-section-aria-label': words.hideLabel,
    'show-all-sections': words.showAll,
    'show-section': words.show,
    'show-section-aria-label': words.showLabel,
  })
  return (
    <div
      class="govuk-accordion"
      data-module="govuk-accordion"
      id={id}
      data-remember-expanded={remember}
      {...data}
    >
      {sections.map((section, index) => (
        <Section {...section} id={id} place={index + 1} level={headingLevel} />
      ))}
    </div>
  )
}

type SectionProps = AccordionSection & {
  readonly id: string
  readonly place: number
  readonly level: HeadingLevel
}

function Section({ id, place, level, heading, summary, content, expanded }: SectionProps) {
  const name = 'govuk-accordion__section'
  return (
    <div class={classes(name, expanded && `${name}--expanded`)}>
      <div class={`${name}-header`}>
        <Heading level={level} class={`${name}-heading`}>
          <span class={`${name}-button`} id={`${id}-heading-${place}`}>
            {heading}
          </span>
        </Heading>
        {shows(summary) && (
          <div class={`${name}-summary govuk-body`} id={`${id}-summary-${place}`}>
            {summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${place}`} class={`${name}-content`}>
        {content}
      </div>
    </div>
  )
}
