import type { Language } from '#core/language.ts'
import type { Block, CaseType } from '#core/policy/case-type.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import { askingWords } from '#portal/asking/words.ts'
import { EmailAddress, EmailField, emailErrors, type EmailProblem } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { keptTyped, Page, type PageError } from '#portal/shell.tsx'
import type { Reached } from '#records/attempts.ts'
import { stepName } from '#telling/case-words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { languageName } from '#telling/names-of-codes.ts'
import { Button } from '#ui/button.tsx'
import { Steps } from '#ui/ornaments.tsx'

/** Why nothing can be asked now, though all that is written is right. */
export type AskTrouble = Reached | 'not-yet'

type Props = {
  readonly view: View
  readonly mission: Mission
  readonly type: CaseType
  readonly block: Block
  readonly asking: Asking
  readonly email: { readonly typed: string; readonly problem: EmailProblem | undefined }
  readonly trouble: AskTrouble | undefined
  /** Whether something stands among the questions that are asked often. */
  readonly isAnythingTold: boolean
  /** By which this form is known, if it comes twice. */
  readonly form: { readonly name: string; readonly value: string }
}

/** What somebody without an account asks a mission, and where they are answered. */
export const AskPage = (props: Props) => {
  const { view, mission, type, block, asking, email, trouble, form } = props
  const { language } = view
  const words = askingWords[language]
  const title = nameOf(type, 'begin', language)
  const errors = [
    ...(trouble === undefined ? [] : [troubleText(trouble, language)]),
    ...errorsOf(block, asking),
    ...emailErrors(email.problem, language),
  ]
  return (
    <Page
      view={view}
      title={title}
      errors={errors}
      back={paths.mission.to(language, { mission: mission.code })}
      keeps="typed"
      script="application.js"
      noIndex
    >
      <span class="govuk-caption-l">{mission.title[language]}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <p class="govuk-body">
        {words.speaks} {mission.languages.map((each) => languageName(each, language)).join(', ')}.
      </p>
      {props.isAnythingTold && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.questions.to(language)}>
            {words.perhaps}
          </a>
        </p>
      )}
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={paths.ask.to(language, { mission: mission.code, type: type.code })}
        novalidate
        {...keptTyped(language, { isSaved: errors.length === 0 })}
      >
        <input type="hidden" name={form.name} value={form.value} />
        <AnswerFields block={block} asking={asking} />
        <EmailField view={view} typed={email.typed} problem={email.problem} />
        <p class="govuk-body">{words.where}</p>
        <p class="govuk-body">{words.kept}</p>
        <Button preventDoubleClick>{nameOf(type, 'file', language)}</Button>
      </form>
    </Page>
  )
}

/** What the type calls its step of that kind. */
function nameOf(type: CaseType, kind: 'begin' | 'file', language: Language): string {
  const rule = type.steps.find((step) => step.kind === kind)
  return rule === undefined ? type.title[language] : stepName(type, rule.code, language)
}

function troubleText(trouble: AskTrouble, language: Language): PageError {
  const words = askingWords[language]
  if (trouble === 'not-yet') return { text: words.notYet, href: '#typed' }
  const said = trouble.of === 'client' ? words.tooOftenHere : words.tooOften
  const text = said.replace('{time}', formatMomentInBaku(trouble.until, language))
  return { text, href: '#email' }
}

type AskedProps = {
  readonly view: View
  readonly mission: Mission
  /** Where the link goes; another browser is told nothing of it. */
  readonly email: string | undefined
  readonly back: string
}

/** That it came, once for each form, however often it was sent. */
export const AskedPage = ({ view, mission, email, back }: AskedProps) => {
  const { language } = view
  const words = askingWords[language]
  const [before, after] = email === undefined ? [words.sentSomewhere] : words.sent.split('{email}')
  return (
    <Page view={view} title={words.askedTitle} back={back} noIndex>
      <section class="kc-answer kc-answer--wait">
        <Steps />
        <h1 class="kc-answer__title">{words.askedTitle}</h1>
        <p class="kc-answer__lead">{mission.title[language]}</p>
      </section>
      <p class="govuk-body">
        {before}
        {email !== undefined && <EmailAddress email={email} />}
        {after}
      </p>
      <p class="govuk-body">{words.link}</p>
      <p class="govuk-body">{words.nothing}</p>
    </Page>
  )
}
