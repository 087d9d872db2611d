import type { View } from '#portal/env.ts'
import { leaveWords } from '#portal/leave/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'

/** Both addresses ask the same in words of their own. */
export type Leaving = 'withdraw' | 'discard'

/** What is told of what follows, where it is more than that nothing is decided. */
export type Follows = 'withdrawContest' | 'withdrawUndecided' | 'withdrawDecided'

type Props = {
  readonly view: View
  readonly id: string
  readonly leaving: Leaving
  readonly tooLate?: boolean
  /** What follows, where it is a complaint or something was decided, and the name of the step. */
  readonly contesting?: Follows | undefined
  readonly title?: string | undefined
  /** Others have written in it as well. */
  readonly isOfOthers?: boolean
}

/** Asks once, says what follows, and offers the way back. */
export const LeavePage = (props: Props) => {
  const { view, id, leaving, tooLate = false } = props
  const { language } = view
  const words = leaveWords[language]
  const title = props.title ?? words[`${leaving}Title`]
  const back = paths.application.to(language, { id })
  return (
    <Page view={view} title={title} back={back} errors={tooLate ? [{ text: words.tooLate }] : []}>
      <h1 class="govuk-heading-l">{title}</h1>
      {tooLate ? <ButtonLink href={back}>{words.toStatus}</ButtonLink> : <Ask {...props} />}
    </Page>
  )
}

const Ask = ({ view: { language }, id, leaving, contesting, isOfOthers = false }: Props) => {
  const words = leaveWords[language]
  return (
    <>
      <p class="govuk-body">{words[contesting ?? leaving]}</p>
      {leaving === 'discard' && isOfOthers && <p class="govuk-body">{words.discardOthers}</p>}
      {leaving === 'discard' && <p class="govuk-body">{words.discardLeaves}</p>}
      <form method="post" action={paths[leaving].to(language, { id })}>
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {words[`${leaving}Yes`]}
          </Button>
          <a class="govuk-link" href={paths.application.to(language, { id })}>
            {words[`${leaving}No`]}
          </a>
        </ButtonGroup>
      </form>
    </>
  )
}
