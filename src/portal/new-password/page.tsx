import { EmailAddress, EmailField, emailErrors, type EmailProblem } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import type { PasswordProblem } from '#portal/new-password/form.ts'
import { newPasswordWords } from '#portal/new-password/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { passwordWords } from '#portal/sign-in-page.tsx'
import { portalWords } from '#portal/words.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { PasswordInput } from '#ui/password-input.tsx'

type PasswordProps = {
  readonly view: View
  readonly action: string
  readonly email: string
  readonly purpose: 'confirm' | 'reset'
  readonly problem: PasswordProblem | undefined
}

export const PasswordPage = ({ view, action, email, purpose, problem }: PasswordProps) => {
  const { language } = view
  const words = newPasswordWords[language]
  const title = purpose === 'confirm' ? words.firstTitle : words.newTitle
  const text = problem && words[problem]
  const errors = text === undefined ? [] : [{ text, href: '#password' }]
  return (
    <Page view={view} title={title} errors={errors} noIndex>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {words.account} <EmailAddress email={email} />
      </p>
      <form method="post" action={action} novalidate>
        {/* For password managers, which keep the two together. */}
        <input type="email" name="username" autocomplete="username" value={email} hidden readonly />
        <PasswordInput
          name="password"
          label={words.password}
          hint={words.hint}
          autocomplete="new-password"
          words={passwordWords[language]}
          error={text === undefined ? undefined : { prefix: portalWords[language].error, text }}
        />
        <Button preventDoubleClick>{words.save}</Button>
      </form>
    </Page>
  )
}

type ForgottenProps = {
  readonly view: View
  readonly typed: string
  readonly problem?: EmailProblem | undefined
}

export const ForgottenPage = ({ view, typed, problem }: ForgottenProps) => {
  const { language } = view
  const words = newPasswordWords[language]
  return (
    <Page
      view={view}
      title={words.forgottenTitle}
      errors={emailErrors(problem, language)}
      keeps="typed"
      noIndex
    >
      <h1 class="govuk-heading-l">{words.forgottenTitle}</h1>
      <p class="govuk-body">{words.forgotten}</p>
      <form id="typed" method="post" action={paths.forgotten.to(language)} novalidate>
        <EmailField view={view} typed={typed} problem={problem} />
        <Button preventDoubleClick>{words.send}</Button>
      </form>
    </Page>
  )
}

/** A link that was used or has run out, or of which a part was lost on the way. */
export const LinkEndedPage = ({ view }: { readonly view: View }) => {
  const { language } = view
  const words = newPasswordWords[language]
  return (
    <Page view={view} title={words.endedTitle} noIndex>
      <h1 class="govuk-heading-l">{words.endedTitle}</h1>
      <p class="govuk-body">{words.ended}</p>
      <p class="govuk-body">{words.whole}</p>
      <ButtonGroup>
        <ButtonLink href={paths.forgotten.to(language)}>{words.another}</ButtonLink>
        <a class="govuk-link" href={paths.signIn.to(language)}>
          {portalWords[language].signIn}
        </a>
      </ButtonGroup>
    </Page>
  )
}
