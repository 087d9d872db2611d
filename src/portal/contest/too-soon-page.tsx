import { contestWords } from '#portal/contest/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { ButtonLink } from '#ui/button.tsx'

type Props = { readonly view: View; readonly address: string }

/** That nothing was decided is complained of once the time for it has passed. */
export const TooSoonPage = ({ view, address }: Props) => {
  const { language } = view
  const words = contestWords[language]
  const back = paths.application.to(language, { id: address })
  return (
    <Page view={view} title={words.tooSoonTitle} back={back}>
      <h1 class="govuk-heading-l">{words.tooSoonTitle}</h1>
      <p class="govuk-body">{words.tooSoon}</p>
      <ButtonLink href={back}>{words.toCase}</ButtonLink>
    </Page>
  )
}
