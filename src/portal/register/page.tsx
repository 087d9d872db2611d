import { EmailField, emailErrors, type EmailProblem } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { registerWords } from '#portal/register/words.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { Button } from '#ui/button.tsx'

type Props = {
  readonly view: View
  readonly typed: string
  readonly problem?: EmailProblem | undefined
}

export const RegisterPage = ({ view, typed, problem }: Props) => {
  const { language } = view
  const words = registerWords[language]
  return (
    <Page
      view={view}
      title={words.title}
      errors={emailErrors(problem, language)}
      keeps="typed"
      noIndex
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form id="typed" method="post" action={paths.register.to(language)} novalidate>
        <EmailField view={view} typed={typed} problem={problem} />
        <Button preventDoubleClick>{words.send}</Button>
      </form>
      <p class="govuk-body">{words.why}</p>
      <p class="govuk-body">
        {words.known}{' '}
        <a class="govuk-link" href={paths.signIn.to(language)}>
          {portalWords[language].signIn}
        </a>
      </p>
    </Page>
  )
}
