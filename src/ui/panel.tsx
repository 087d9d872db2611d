import { ButtonGroup } from '#ui/button.tsx'
import { Heading, type HeadingLevel } from '#ui/heading.tsx'
import { shows, type Child } from '#ui/markup.ts'

/** What has just been achieved, or a question that stops a person before something weighty. */
type Props = {
  readonly title: Child
  readonly variant?: 'confirmation' | 'interruption' | undefined
  readonly headingLevel?: HeadingLevel | undefined
  /** Buttons and links that answer an interruption. */
  readonly actions?: Child
  readonly children?: Child
}

export function Panel(props: Props) {
  const { title, variant = 'confirmation', headingLevel = 1, actions, children } = props
  return (
    <div class={`govuk-panel govuk-panel--${variant}`}>
      <Heading level={headingLevel} class="govuk-panel__title">
        {title}
      </Heading>
      {shows(children) && <div class="govuk-panel__body">{children}</div>}
      {shows(actions) && (
        <div class="govuk-panel__actions">
          <ButtonGroup>{actions}</ButtonGroup>
        </div>
      )}
    </div>
  )
}
