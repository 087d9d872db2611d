import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { replyWords } from '#portal/reply/words.ts'
import { Page } from '#portal/shell.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly view: View
  readonly address: string
  readonly number: string
  /** They have given their side before, and this is another. */
  readonly isGiven: boolean
  readonly text: string
}

/** That nobody is asked any more, with what was written for it. */
export const LatePage = ({ view, address, number, isGiven, text }: Props) => {
  const { language } = view
  const words = replyWords[language]
  const back = paths.application.to(language, { id: address })
  return (
    <Page view={view} title={words.notSent} back={back}>
      <p class="govuk-caption-l">{number}</p>
      <h1 class="govuk-heading-l">{words.notSent}</h1>
      <p class="govuk-body">{isGiven ? words.isGiven : words.notAsked}</p>
      {text !== '' && (
        <>
          <h2 class="govuk-heading-m">{words.typed}</h2>
          <Written as="p" class="govuk-body kc-value">
            {text}
          </Written>
        </>
      )}
      <ButtonLink href={back}>{words.toCase}</ButtonLink>
    </Page>
  )
}
