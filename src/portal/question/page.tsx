import type { Answers } from '#core/answers/answers.ts'
import type { Context } from '#core/cases/context.ts'
import { hasEnded } from '#core/cases/life.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { AnsweredBy } from '#portal/answered-by.tsx'
import type { View } from '#portal/env.ts'
import { LooksList } from '#portal/looks-list.tsx'
import { looksWords } from '#portal/looks-words.ts'
import { paths } from '#portal/paths.ts'
import { questionWords } from '#portal/question/words.ts'
import { keptTyped, Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { writingWords } from '#portal/writing-words.ts'
import type { Trouble } from '#portal/writing.ts'
import { Written } from '#portal/written.tsx'
import type { Case } from '#records/read-case.ts'
import { AnswersView } from '#telling/answers.tsx'
import { stateTitle, stepName } from '#telling/case-words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { dueFact } from '#telling/due.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Textarea } from '#ui/textarea.tsx'

type Props = {
  readonly view: View
  /** What stands in the link. */
  readonly token: string
  /** Which was asked, where it is known still. */
  readonly mission: Mission | undefined
  readonly found: Case
  readonly context: Context
  readonly laws: Laws
  readonly clock: Clock | undefined
  readonly answers: Answers
  readonly wording: Wording
  /** By which step more can be asked now, and what the page was made from. */
  readonly writes: { readonly step: string; readonly version: string } | undefined
  readonly text: string
  readonly trouble: Trouble | undefined
}

/** What was asked, how it stands, and what was answered. */
export const QuestionPage = (props: Props) => {
  const { view, token, found, context, answers, wording, trouble, writes } = props
  const { language } = view
  const words = questionWords[language]
  const { standing } = found
  const { type } = context
  const error = trouble === undefined ? undefined : troubleText(trouble, language)
  const errors = error === undefined ? [] : [{ text: error, href: writes ? '#text' : '#stands' }]
  return (
    <Page
      view={view}
      title={type.title[language]}
      errors={errors}
      keeps="typed"
      script="application.js"
      noIndex
    >
      <span class="govuk-caption-l">{standing.number}</span>
      <h1 class="govuk-heading-l">{type.title[language]}</h1>
      <p class="govuk-body-l" id="stands">
        {stateTitle(standing, type, language)}
      </p>
      <Facts {...props} />
      <AnswersView type={type} answers={answers} wording={wording} />
      <Said {...props} />
      <AnsweredBy {...props} language={language} label={words.until} />
      <AskAgain {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.questionLooks.to(language, { token })}>
          {looksWords[language].title}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words.forgetTitle}</h2>
      <p class="govuk-body">{words.whoever}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.forgetQuestion.to(language, { token })}>
          {words.forget}
        </a>
      </p>
    </Page>
  )
}

const troubleText = (trouble: Trouble, language: Language): string =>
  trouble === 'closed' ? questionWords[language].closed : writingWords[language][trouble]

/** Who was asked, and by when they answer. */
const Facts = ({ view: { language }, mission, found, context, clock }: Props) => {
  const isOpen = !hasEnded(context.type, found.standing.state)
  const due = clock && isOpen ? dueFact(clock, { ...context, language }) : undefined
  return (
    <SummaryList
      rows={[
        ...(mission === undefined
          ? []
          : [
              {
                key: questionWords[language].asked,
                value: (
                  <a
                    class="govuk-link"
                    href={paths.mission.to(language, { mission: mission.code })}
                  >
                    {mission.title[language]}
                  </a>
                ),
              },
            ]),
        ...(due === undefined ? [] : [{ key: due.name, value: due.value }]),
      ]}
    />
  )
}

const Said = ({ view: { language }, found: { standing }, context: { type } }: Props) => {
  const said = standing.said.filter(({ messages }) => messages.length > 0)
  if (said.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{questionWords[language].answers}</h2>
      <Written said={said} type={type} language={language} />
    </>
  )
}

const AskAgain = ({ view, token, context, writes, text, trouble }: Props) => {
  const { language } = view
  if (!writes) return text === '' ? null : <p class="govuk-body kc-value">{text}</p>
  const prefix = portalWords[language].error
  return (
    <form
      id="typed"
      class="kc-form"
      method="post"
      action={paths.question.to(language, { token })}
      novalidate
      {...keptTyped(language, { isSaved: text === '' })}
    >
      <input type="hidden" name="version" value={writes.version} />
      <Textarea
        name="text"
        id="text"
        label={questionWords[language].more}
        labelSize="m"
        value={text}
        rows={6}
        error={trouble && { text: troubleText(trouble, language), prefix }}
      />
      <Button preventDoubleClick>{stepName(context.type, writes.step, language)}</Button>
    </form>
  )
}

type LooksProps = Pick<Parameters<typeof LooksList>[0], 'looks' | 'bodies' | 'older'> & {
  readonly view: View
  readonly token: string
  readonly number: string
}

/** Which official looked at the question, and when. */
export const QuestionLooksPage = ({ view, token, number, ...shown }: LooksProps) => {
  const { language } = view
  const words = looksWords[language]
  const back = paths.question.to(language, { token })
  return (
    <Page view={view} title={words.title} back={back} noIndex>
      <span class="govuk-caption-l">{number}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      <LooksList {...shown} whole="question" language={language} />
    </Page>
  )
}

type ForgetProps = {
  readonly view: View
  readonly token: string
  readonly number: string
  /** Something asks for it to be kept for now. */
  readonly isHeld: boolean
}

/** Asked before it is gone for good. */
export const ForgetPage = ({ view, token, number, isHeld }: ForgetProps) => {
  const { language } = view
  const words = questionWords[language]
  const back = paths.question.to(language, { token })
  const errors = isHeld ? [{ text: words.held, href: '#forget' }] : []
  return (
    <Page view={view} title={words.sure} errors={errors} back={back} noIndex>
      <span class="govuk-caption-l">{number}</span>
      <h1 class="govuk-heading-l">{words.sure}</h1>
      <p class="govuk-body">{words.goes}</p>
      <form id="forget" method="post" action={paths.forgetQuestion.to(language, { token })}>
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {words.forget}
          </Button>
          <a class="govuk-link" href={back}>
            {words.keep}
          </a>
        </ButtonGroup>
      </form>
    </Page>
  )
}

type AbsentProps = { readonly view: View; readonly until?: IsoMoment }

/** A link that was mistyped, or was ended: which of the two nobody is told. */
export const AbsentPage = ({ view, until }: AbsentProps) => {
  const { language } = view
  const words = questionWords[language]
  const title = until === undefined ? words.absentTitle : words.tooOftenTitle
  return (
    <Page view={view} title={title} noIndex>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {until === undefined
          ? words.absent
          : words.tooOften.replace('{time}', formatMomentInBaku(until, language))}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.missions.to(language)}>
          {words.missions}
        </a>
      </p>
    </Page>
  )
}
