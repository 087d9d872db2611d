import type { Language } from '#core/language.ts'
import type { EstimateRule, Fact } from '#core/policy/scoring.ts'
import { amount, yearsAndMonths } from '#telling/amounts.ts'
import {
  codesOffered,
  monthsBox,
  yearsBox,
  type EstimateError,
  type EstimateForm,
} from '#telling/estimate-form.ts'
import type { EstimatePageWords } from '#telling/estimate-words.ts'
import { factValue, type Reading } from '#telling/fact-values.ts'
import { compareIn } from '#telling/formatters.ts'
import { cefrName } from '#telling/language-levels.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { describedBy, groupClass, Guidance, invalid } from '#ui/field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Label } from '#ui/label.tsx'
import { classes, type Child } from '#ui/markup.ts'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

type QuestionsProps = {
  readonly form: EstimateForm
  readonly reading: Reading
  readonly words: EstimatePageWords
  /** Where the answers are sent when they are not counted in the browser. */
  readonly action: string
  /** The word before an error, for those who hear it. */
  readonly errorPrefix: string
}

type AskingProps = QuestionsProps & {
  /** What is said before the button. */
  readonly children?: Child
}

/** The form that goes along when the language is changed. */
export const ESTIMATE_FORM_ID = 'estimate'

/** The questions by the criterion that they count for, each once. */
export const EstimateQuestions = ({ action, children, ...asking }: AskingProps) => {
  const { reading, words } = asking
  const { scoring, language } = reading
  return (
    <form id={ESTIMATE_FORM_ID} method="get" action={action} novalidate autocomplete="off">
      {scoring.criteria.map(({ code, title, pointsMax, estimate }, index) => {
        const before = scoring.criteria.slice(0, index).flatMap((each) => factsRead(each.estimate))
        const facts = factsRead(estimate).filter((fact) => !before.includes(fact))
        return (
          <section aria-labelledby={`criterion-${code}`}>
            <h2 class="govuk-heading-m" id={`criterion-${code}`}>
              {title[language]}
            </h2>
            <p class="govuk-body-s kc-soft">
              {words.atMost.replace('{points}', amount(pointsMax, 'points', language))}
            </p>
            {scoring.facts
              .filter((fact) => facts.includes(fact.code))
              .map((fact) => (
                <Question {...asking} fact={fact} />
              ))}
          </section>
        )
      })}
      {children}
      <Button>{words.show}</Button>
    </form>
  )
}

/** What is wrong with one answer, as the summary and the field say it. */
export function errorText(
  { fact, problem }: EstimateError,
  language: Language,
  words: EstimatePageWords,
): string {
  const max = fact.max ?? 0
  return words[problem]
    .replace('{question}', () => fact.question[language])
    .replace('{max}', fact.kind === 'months' ? yearsAndMonths(max, language) : String(max))
}

const factsRead = (rule: EstimateRule): readonly string[] =>
  rule.kind === 'sum' ? rule.of.flatMap(factsRead) : [rule.fact]

type QuestionProps = Omit<QuestionsProps, 'action'> & { readonly fact: Fact }

const RADIOS_MAX = 6

const Question = (props: QuestionProps) => {
  const { fact, form, reading, words } = props
  const { language, scoring } = reading
  const asked = {
    name: fact.code,
    hint: fact.hint?.[language],
    error: errorOf(props),
    value: form.typed[fact.code],
  }
  const question = fact.question[language]
  if (fact.kind === 'months') return <MonthsQuestion {...props} />
  if (fact.kind === 'count') {
    return <TextInput {...asked} label={question} labelSize="s" inputmode="numeric" width={2} />
  }
  const options = codesOffered(scoring, fact).map((code) => ({
    value: code,
    name: fact.list === 'cefr' ? cefrName(code, language) : factValue(fact.code, code, reading),
  }))
  if (options.length <= RADIOS_MAX) {
    const radios = options.map(({ value, name }) => ({ value, label: name }))
    return <Radios {...asked} legend={question} legendSize="s" options={radios} small />
  }
  const compare = compareIn(language)
  const listed =
    fact.list === 'fields'
      ? options.toSorted((one, other) => compare(one.name, other.name))
      : options
  return (
    <Select
      {...asked}
      label={question}
      labelSize="s"
      width="two-thirds"
      options={[
        { value: '', text: words.choose },
        ...listed.map(({ value, name }) => ({ value, text: name })),
      ]}
    />
  )
}

const MonthsQuestion = (props: QuestionProps) => {
  const { fact, form, reading, words } = props
  const { language } = reading
  const error = errorOf(props)
  const hint = fact.hint?.[language]
  const described = describedBy({ id: fact.code, hint, error })
  const box = (name: string, label: string) => (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <Label for={name} class="govuk-date-input__label">
          {label}
        </Label>
        <input
          class={classes(
            'govuk-input govuk-date-input__input govuk-input--width-2',
            error && 'govuk-input--error',
          )}
          id={name}
          name={name}
          type="text"
          inputmode="numeric"
          value={form.typed[name]}
          aria-invalid={invalid(error)}
        />
      </div>
    </div>
  )
  return (
    <div class={groupClass(error)}>
      <Fieldset
        legend={fact.question[language]}
        legendSize="s"
        role="group"
        describedBy={described}
      >
        <Guidance id={fact.code} hint={hint} error={error} />
        <div class="govuk-date-input">
          {box(yearsBox(fact), words.years)}
          {box(monthsBox(fact), words.months)}
        </div>
      </Fieldset>
    </div>
  )
}

function errorOf({ fact, form, reading, words, errorPrefix }: QuestionProps) {
  const error = form.errors.find((each) => each.fact.code === fact.code)
  return error && { prefix: errorPrefix, text: errorText(error, reading.language, words) }
}
