import { first, type Typed } from '#core/answers/typed.ts'
import { LANGUAGES, languagesAfter, type Language, type OfficeLanguage } from '#core/language.ts'
import {
  AUDIENCES,
  latestOf,
  type FrequentQuestion,
  type Written,
} from '#core/promotion/frequent-questions.ts'
import type {
  FrequentFault,
  FrequentField,
  FrequentTyped,
} from '#core/promotion/judge-frequent-question.ts'
import type { LawInForce } from '#core/promotion/law-of-day.ts'
import type { Mission } from '#core/promotion/missions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { TextTold, titleOf } from '#office/questions/list.tsx'
import { faultText, questionsWords } from '#office/questions-words.ts'
import { Page } from '#office/shell.tsx'
import { errorAt } from '#office/step-page.tsx'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { languageName } from '#telling/names-of-codes.ts'
import { Textarea } from '#ui/textarea.tsx'
import { TextInput } from '#ui/text-input.tsx'

export type QuestionFormProps = {
  readonly view: View
  readonly mission: Mission
  readonly law: LawInForce
  /** What is changed; absent where one begins. */
  readonly question?: FrequentQuestion | undefined
  readonly typed: Typed
  readonly faults?: ReadonlyMap<FrequentField, FrequentFault>
  /** A colleague was faster. */
  readonly isLate?: boolean
  /** It holds what was answered to somebody. */
  readonly isPrefilled?: boolean
}

/** The one form in which a question and its answer are written and changed. */
export const QuestionFormPage = (props: QuestionFormProps) => {
  const { view, question, faults = new Map(), isLate = false } = props
  const { language } = view
  const words = questionsWords[language]
  const title = question === undefined ? words.write : words.change
  const errors = errorsIn(faults, language)
  const latest = question && latestOf(question)
  const back = question
    ? { href: paths.question.to(language, { id: question.id }), text: titleOf(question, language) }
    : { href: paths.questions.to(language), text: words.title }
  return (
    <Page
      view={view}
      title={title}
      back={[back]}
      keeps="typed"
      errors={[
        ...(isLate ? [{ text: words.faster, href: '#now' }] : []),
        ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })),
      ]}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{words.nobody}</InsetText>
      {props.isPrefilled === true && <p class="govuk-body">{words.prefilled}</p>}
      {question?.shown && <p class="govuk-body">{words.stays}</p>}
      {latest && isLate && (
        <section id="now" tabindex="-1">
          <h2 class="govuk-heading-m">{words.standsNow}</h2>
          <TextTold view={view} text={latest} law={props.law} />
        </section>
      )}
      <Form {...props} errors={errors} />
    </Page>
  )
}

const Form = ({
  view,
  question,
  mission,
  typed,
  errors,
}: QuestionFormProps & { readonly errors: FieldErrors }) => {
  const { language } = view
  const words = questionsWords[language]
  return (
    <form
      id="typed"
      class="kc-form"
      method="post"
      action={
        question
          ? paths.changeQuestion.to(language, { id: question.id })
          : paths.newQuestion.to(language)
      }
      novalidate
    >
      {question ? (
        <input type="hidden" name="version" value={question.version} />
      ) : (
        <input type="hidden" name="id" value={first(typed, 'id')} />
      )}
      <p class="govuk-hint">{words.languagesHint}</p>
      <p class="govuk-hint">{words.plain}</p>
      {languagesAfter(mission.languages).map((each) => (
        <InLanguage {...{ view, typed, errors }} of={each} />
      ))}
      <Radios
        name="audience"
        legend={words.audience}
        legendSize="s"
        value={first(typed, 'audience')}
        error={errorAt(errors, 'audience', view)}
        options={AUDIENCES.map((value) => ({
          value,
          label: words.audiences[value],
          hint: words.audienceHints[value],
        }))}
      />
      <p class="govuk-body">{words.askHint}</p>
      <ButtonGroup>
        <Button name="press" value="ask" preventDoubleClick>
          {words.ask}
        </Button>
        <Button variant="secondary" name="press" value="save" preventDoubleClick>
          {words.save}
        </Button>
      </ButtonGroup>
    </form>
  )
}

const errorsIn = (
  faults: ReadonlyMap<FrequentField, FrequentFault>,
  language: OfficeLanguage,
): FieldErrors =>
  Object.fromEntries(
    [...faults].map(([field, fault]) => [field, faultText(field, fault, language)]),
  )

type InLanguageProps = Pick<QuestionFormProps, 'view' | 'typed'> & {
  readonly of: Language
  readonly errors: FieldErrors
}

const InLanguage = ({ view, typed, of, errors }: InLanguageProps) => {
  const words = questionsWords[view.language]
  const [question, answer] = [`question-${of}`, `answer-${of}`]
  return (
    <Fieldset legend={languageName(of, view.language)} legendSize="m" role="group">
      <TextInput
        name={question}
        label={words.questionIn[of]}
        value={first(typed, question)}
        error={errorAt(errors, question, view)}
      />
      <Textarea
        name={answer}
        label={words.answerIn[of]}
        value={first(typed, answer)}
        rows={6}
        error={errorAt(errors, answer, view)}
      />
    </Fieldset>
  )
}

/** What the form sent, as it is judged. */
export const questionIn = (typed: Typed): FrequentTyped => ({
  pairs: {
    az: pairIn(typed, 'az'),
    tr: pairIn(typed, 'tr'),
    en: pairIn(typed, 'en'),
    ru: pairIn(typed, 'ru'),
  },
  audience: first(typed, 'audience'),
})

const pairIn = (typed: Typed, language: Language) => ({
  question: first(typed, `question-${language}`),
  answer: first(typed, `answer-${language}`),
})

/** What there is of a text, as the form would send it. */
export const typedOfText = ({ said, audience }: Pick<Written, 'said' | 'audience'>): Typed => ({
  ...Object.fromEntries(
    LANGUAGES.flatMap((each) => [
      [`question-${each}`, [said[each]?.question ?? '']],
      [`answer-${each}`, [said[each]?.answer ?? '']],
    ]),
  ),
  audience: [audience],
})
