import type { EstimateRule, Fact } from '#core/policy/rule-set.ts'
import type { View } from '#portal/env.ts'
import {
  codesOffered,
  monthsBox,
  yearsBox,
  type EstimateError,
  type EstimateForm,
} from '#portal/estimate/form.ts'
import { estimateWords, type EstimateWords } from '#portal/estimate/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { amount, yearsAndMonths } from '#telling/amounts.ts'
import { Estimate } from '#telling/estimate.tsx'
import { factValue, type Reading } from '#telling/fact-values.ts'
import { cefrName } from '#telling/option-names.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { describedBy, groupClass, Guidance } from '#ui/field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Label } from '#ui/label.tsx'
import { classes } from '#ui/markup.ts'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

type Props = { readonly view: View; readonly form: EstimateForm; readonly reading: Reading }

export const EstimatePage = ({ view, form, reading }: Props) => {
  const { language } = view
  const words = estimateWords[language]
  const answered = form.asked && form.errors.length === 0
  const errors = form.errors.map((error) => ({
    text: errorText(error, reading),
    href: `#${error.box}`,
  }))
  return (
    <Page
      view={view}
      title={words.title}
      description={words.description}
      errors={errors}
      noIndex={form.asked}
    >
      <h1 class="govuk-heading-xl">{words.title}</h1>
      {answered ? (
        <>
          <Estimate facts={form.facts} reading={reading}>
            <p class="kc-answer__lead">{words.applyText}</p>
            <ButtonLink href={paths.register.to(language)}>
              {portalWords[language].register}
            </ButtonLink>
          </Estimate>
          <h2 class="govuk-heading-l">{words.again}</h2>
        </>
      ) : (
        <p class="govuk-body-l">{words.lead}</p>
      )}
      <div class="kc-side">
        <div class="kc-side__text">
          <Questions form={form} reading={reading} />
        </div>
        <div class="kc-side__quiet">
          <h2 class="govuk-heading-s">{words.privacyTitle}</h2>
          <p class="govuk-body-s">{words.privacy}</p>
          <h2 class="govuk-heading-s">{words.openTitle}</h2>
          <p class="govuk-body-s">{words.open}</p>
        </div>
      </div>
    </Page>
  )
}

/** The questions by the criterion that they count for, each once. */
const Questions = ({ form, reading }: Omit<Props, 'view'>) => {
  const { rules, language } = reading
  const words = estimateWords[language]
  return (
    <form method="get" action={paths.estimate.to(language)} novalidate autocomplete="off">
      {rules.criteria.map(({ code, title, pointsMax, estimate }, index) => {
        const before = rules.criteria.slice(0, index).flatMap((each) => factsRead(each.estimate))
        const facts = factsRead(estimate).filter((fact) => !before.includes(fact))
        return (
          <section aria-labelledby={`criterion-${code}`}>
            <h2 class="govuk-heading-m" id={`criterion-${code}`}>
              {title[language]}
            </h2>
            <p class="govuk-body-s kc-soft">
              {words.atMost.replace('{points}', amount(pointsMax, 'points', language))}
            </p>
            {rules.facts
              .filter((fact) => facts.includes(fact.code))
              .map((fact) => (
                <Question fact={fact} form={form} reading={reading} />
              ))}
          </section>
        )
      })}
      <Button>{words.show}</Button>
    </form>
  )
}

const factsRead = (rule: EstimateRule): readonly string[] =>
  rule.kind === 'sum' ? rule.of.flatMap(factsRead) : [rule.fact]

type QuestionProps = {
  readonly fact: Fact
  readonly form: EstimateForm
  readonly reading: Reading
}

const RADIOS_MAX = 6

const Question = ({ fact, form, reading }: QuestionProps) => {
  const { language, rules } = reading
  const words = estimateWords[language]
  const asked = {
    name: fact.code,
    hint: fact.hint?.[language],
    error: errorOf(fact, form, reading),
    value: form.typed[fact.code],
  }
  const question = fact.question[language]
  if (fact.kind === 'months') return <MonthsQuestion fact={fact} form={form} reading={reading} />
  if (fact.kind === 'count') {
    return <TextInput {...asked} label={question} labelSize="s" inputmode="numeric" width={2} />
  }
  const options = codesOffered(rules, fact).map((code) => ({
    value: code,
    name: fact.list === 'cefr' ? cefrName(code, language) : factValue(fact.code, code, reading),
  }))
  if (options.length <= RADIOS_MAX) {
    const radios = options.map(({ value, name }) => ({ value, label: name }))
    return <Radios {...asked} legend={question} legendSize="s" options={radios} small />
  }
  const { compare } = new Intl.Collator(language)
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

const MonthsQuestion = ({ fact, form, reading }: QuestionProps) => {
  const { language } = reading
  const words = estimateWords[language]
  const error = errorOf(fact, form, reading)
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

function errorOf(fact: Fact, { errors }: EstimateForm, reading: Reading) {
  const error = errors.find((each) => each.fact.code === fact.code)
  const prefix = portalWords[reading.language].error
  return error && { prefix, text: errorText(error, reading) }
}

function errorText({ fact, problem }: EstimateError, { language }: Reading): string {
  const words: EstimateWords = estimateWords[language]
  const max = fact.max ?? 0
  return words[problem]
    .replace('{label}', fact.label[language])
    .replace('{max}', fact.kind === 'months' ? yearsAndMonths(max, language) : String(max))
}
