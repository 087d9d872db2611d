import { WHY_OTHERWISE } from '#core/answers/ahead.ts'
import type { Values } from '#core/answers/answers.ts'
import type { Problem } from '#core/answers/check.ts'
import {
  isDated,
  type CaseType,
  type Block,
  type Condition,
  type FormField,
} from '#core/policy/case-type.ts'
import { withoutName } from '#core/answers/read.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { DATE_PARTS } from '#core/facts/written-date.ts'
import type { Sourced } from '#portal/ahead.ts'
import type { PageError } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { formatOneOf } from '#telling/formatters.ts'
import { choicesOf, optionsOf, type Wording } from '#telling/option-names.ts'
import { AnswerRows } from '#telling/answers.tsx'
import { problemText } from '#telling/problems.ts'
import { Checkbox, Radios } from '#ui/choices.tsx'
import { DateInput } from '#ui/date-input.tsx'
import type { FieldError } from '#ui/error-message.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Select } from '#ui/select.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { TextInput } from '#ui/text-input.tsx'

/** The questions of a block as controls, in the order of the type's description. */
export type Asking = {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly wording: Wording
  /** Where the other questions stand that a sentence may name. */
  readonly type: Pick<CaseType, 'blocks'>
  /** Of whom it is asked, in a case about several. */
  readonly whose?: string | undefined
  /** The questions that stand together on the page, some of which hang on others. */
  readonly among?: readonly FormField[]
  /** Where registers were asked: what is said beside questions, and whether why is asked. */
  readonly sourced?: Sourced
  /** What nobody has to write, and is not asked. */
  readonly known?: Values
}

type AllProps = { readonly block: Block; readonly asking: Asking }

/** What a yes or a no opens stands under its question, and is folded away until then. */
export const AnswerFields = ({ block: { fields }, asking }: AllProps) => (
  <>
    {fields
      .filter(({ means }) => means !== WHY_OTHERWISE || asking.sourced?.asksWhy)
      .filter((field) => placeOf(field, fields) === undefined && isAsked(field, asking))
      .map((field) => (
        <AnswerField field={field} asking={{ ...asking, among: fields }} />
      ))}
  </>
)

const isAsked = ({ code, shownWhen }: FormField, { known = {} }: Asking): boolean => {
  const trigger = shownWhen?.block === undefined ? known[shownWhen?.field ?? ''] : undefined
  const isOpened = trigger === undefined || shownWhen?.is.includes(String(trigger)) === true
  return known[code] === undefined && isOpened
}

type KnownProps = { readonly block: Block; readonly known: Values; readonly asking: Asking }

/** What is known of whoever is asked, and for which answer it counts. */
export const KnownAnswers = ({ block, known, asking }: KnownProps) => {
  const { wording } = asking
  const fields = block.fields.filter(({ code }) => known[code] !== undefined)
  if (fields.length === 0) return null
  const shown = { ...block, fields: fields.map(({ shownWhen: _always, ...field }) => field) }
  const among = block.fields
  const counts = ({ code }: FormField) => {
    const field = fields.find((each) => each.code === code)
    const when = field && onlyIf(field, { ...asking, among })
    return when === undefined ? undefined : <p class="govuk-hint">{when}</p>
  }
  return (
    <InsetText>
      <p class="govuk-body">{KNOWN[wording.language]}</p>
      <AnswerRows block={shown} values={known} wording={wording} beside={counts} />
    </InsetText>
  )
}

const YES_NO = ['yes', 'no'] as const

/** The answer that a question stands under; what other answers open stands beside the question. */
function placeOf({ shownWhen }: FormField, among: readonly FormField[]): string | undefined {
  const trigger = among.find(({ code }) => code === shownWhen?.field)
  if (!shownWhen || !trigger || shownWhen.block !== undefined) return undefined
  return isFolded(shownWhen, trigger)
    ? `${trigger.code}=${shownWhen.is[0]}`
    : placeOf(trigger, among)
}

const isFolded = ({ is }: Condition, trigger: FormField): boolean =>
  trigger.kind === 'yes-no' && is.length === 1

type OneProps = { readonly field: FormField; readonly asking: Asking }

export const AnswerField = ({ field, asking }: OneProps) => {
  switch (field.kind) {
    case 'yes-no':
    case 'choice':
      return <ChoiceField field={field} asking={asking} />
    case 'date':
    case 'partial-date':
    case 'month':
      return <DateField field={field} asking={asking} />
    case 'countries':
      return <CountriesField field={field} asking={asking} />
    case 'country':
    case 'issuer':
    case 'language':
    case 'cefr':
    case 'education':
    case 'occupation':
    case 'field':
      return <ListField field={field} asking={asking} />
    case 'declaration':
    case 'consent':
      return <TickField field={field} asking={asking} />
    case 'long-text':
      return <Textarea {...texts(field, asking)} value={first(asking.typed, field.code)} rows={6} />
    case 'text':
    case 'name':
    case 'machine-name':
    case 'document-number':
    case 'email':
    case 'phone':
    case 'link':
    case 'whole-number':
      return <LineField field={field} asking={asking} />
  }
}

const LineField = ({ field, asking }: OneProps) => {
  const { kind, code, autocomplete, max } = field
  return (
    <TextInput
      {...texts(field, asking)}
      value={first(asking.typed, code)}
      autocomplete={autocomplete}
      {...(kind === 'phone' ? ({ type: 'tel', width: 20 } as const) : {})}
      {...(kind === 'link' ? ({ type: 'url' } as const) : {})}
      {...(kind === 'whole-number' ? ({ inputmode: 'numeric', width: 3 } as const) : {})}
      {...(kind === 'document-number'
        ? ({ width: 10, autocapitalize: 'characters' } as const)
        : {})}
      {...(kind === 'machine-name' ? ({ autocapitalize: 'characters' } as const) : {})}
      {...(kind === 'text' && max !== undefined && max <= 40 ? ({ width: 20 } as const) : {})}
      spellcheck={kind === 'text' ? undefined : false}
    />
  )
}

const ListField = ({ field, asking }: OneProps) => (
  <Select
    {...texts(field, asking)}
    value={first(asking.typed, field.code)}
    options={choicesOf(field, asking.wording)}
    autocomplete={field.autocomplete}
  />
)

const CITIZENSHIPS_ASKED = 3

const CountriesField = ({ field, asking }: OneProps) => {
  const { label, hint, error } = texts(field, asking)
  const chosen = asking.typed[field.code] ?? []
  const options = choicesOf(field, asking.wording)
  return (
    <Fieldset legend={label} legendSize="s">
      {Array.from({ length: CITIZENSHIPS_ASKED }, (_, index) => (
        <Select
          name={field.code}
          id={index === 0 ? field.code : `${field.code}-${index + 1}`}
          label={`${label} ${index + 1}`}
          hint={index === 0 ? hint : undefined}
          error={index === 0 ? error : undefined}
          value={chosen[index] ?? ''}
          options={options}
        />
      ))}
    </Fieldset>
  )
}

const ChoiceField = ({ field, asking }: OneProps) => {
  const { label, ...rest } = texts(field, asking)
  const { among = [] } = asking
  const opened = YES_NO.flatMap((answer) => {
    const fields = among.filter((each) => placeOf(each, among) === `${field.code}=${answer}`)
    return fields.length > 0 ? [{ answer, fields }] : []
  })
  const radios = (
    <Radios
      {...rest}
      legend={label}
      legendSize="s"
      value={first(asking.typed, field.code)}
      options={optionsOf(field, asking.wording).map(({ code, name }) => ({
        value: code,
        label: name,
      }))}
    />
  )
  if (opened.length === 0) return radios
  return (
    <div class="kc-asks">
      {radios}
      {opened.map(({ answer, fields }) => (
        <div class={`kc-opened kc-opened--${answer}`}>
          {fields.map((each) => (
            <AnswerField field={each} asking={asking} />
          ))}
        </div>
      ))}
    </div>
  )
}

const DateField = ({ field, asking }: OneProps) => {
  const { label, hint, error } = texts(field, asking)
  const { language } = asking.wording
  const part = asking.problems.find((each) => each.field === field.code)?.part
  const parts = field.kind === 'month' ? (['month', 'year'] as const) : DATE_PARTS
  const [labels, value] = [DATE_LABELS[language], asking.typed]
  const withoutBox = withoutName(field.code)
  const date = (
    <DateInput
      id={field.code}
      name={field.code}
      legend={label}
      legendSize="s"
      hint={hint}
      error={error}
      wrong={part && [part]}
      labels={Object.fromEntries(parts.map((part) => [part, labels[part]]))}
      value={Object.fromEntries(parts.map((part) => [part, first(value, `${field.code}-${part}`)]))}
      birthDate={field.autocomplete === 'bday'}
    />
  )
  if (!field.without) return date
  return (
    <div class="kc-asks">
      {date}
      <Checkbox
        name={withoutBox}
        value="yes"
        label={field.without[language]}
        checked={first(value, withoutBox) === 'yes'}
      />
    </div>
  )
}

const TickField = ({ field, asking }: OneProps) => {
  const { name, label, hint, error } = texts(field, asking)
  const checked = first(asking.typed, field.code) === 'yes'
  return (
    <Checkbox
      name={name}
      value="yes"
      label={label}
      optionHint={hint}
      checked={checked}
      error={error}
    />
  )
}

function texts(field: FormField, asking: Asking) {
  const { problems, wording } = asking
  const { language } = wording
  const words = portalWords[language]
  const label = field.label[language]
  const problem = problems.find((each) => each.field === field.code)
  const isAlwaysAsked = field.required || field.kind === 'consent'
  const whenNeeded = field.machineNameOf === undefined ? words.optional : words.unlessLatin
  const error: FieldError | undefined = problem && {
    prefix: words.error,
    text: problemText(problem, { ...asking, field }),
  }
  return {
    name: field.code,
    label: isAlwaysAsked ? label : `${label} (${whenNeeded})`,
    hint:
      [onlyIf(field, asking), field.hint?.[language], asking.sourced?.sources.get(field.code)]
        .filter(Boolean)
        .join(' ') || undefined,
    error,
  }
}

/** Which answers ask for this one, where it does not stand under a single answer. */
function onlyIf(
  { shownWhen }: FormField,
  { among = [], wording, known = {} }: Asking,
): string | undefined {
  const trigger = among.find(({ code }) => code === shownWhen?.field && known[code] === undefined)
  if (!shownWhen || !trigger || isFolded(shownWhen, trigger)) return undefined
  const answers = optionsOf(trigger, wording).filter(({ code }) => shownWhen.is.includes(code))
  const { language } = wording
  const names = answers.map(({ name }) => name)
  return ONLY_IF[language].replace('{answers}', formatOneOf(names, language))
}

/** The sentences for the summary at the top, each leading to its field. */
export function errorsOf(block: Block, asking: Asking): readonly PageError[] {
  return asking.problems.flatMap((problem) => {
    const field = block.fields.find(({ code }) => code === problem.field)
    if (!field) return []
    return [
      { text: problemText(problem, { ...asking, field }), href: placeOfProblem(field, problem) },
    ]
  })
}

/** A date is mended in the box that is to blame. */
function placeOfProblem({ code, kind }: FormField, { part }: Problem): string {
  if (!isDated(kind)) return `#${code}`
  return `#${code}-${part ?? (kind === 'month' ? 'month' : 'day')}`
}

const DATE_LABELS = {
  az: { day: 'Gün', month: 'Ay', year: 'İl' },
  tr: { day: 'Gün', month: 'Ay', year: 'Yıl' },
  en: { day: 'Day', month: 'Month', year: 'Year' },
  ru: { day: 'День', month: 'Месяц', year: 'Год' },
} as const

const KNOWN = {
  az: 'Bunu bilirik, ona görə soruşmuruq:',
  tr: 'Bunu biliyoruz, bu yüzden sormuyoruz:',
  en: 'We know this, so we do not ask it:',
  ru: 'Это мы знаем и поэтому не спрашиваем:',
} as const

const ONLY_IF = {
  az: 'Yalnız cavabınız budursa: {answers}.',
  tr: 'Yalnızca yanıtınız şuysa: {answers}.',
  en: 'Only if you answered: {answers}.',
  ru: 'Только если вы ответили: {answers}.',
} as const
