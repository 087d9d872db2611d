import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Procedure, Term } from '#core/policy/procedure.ts'
import { AnswerField, type Asking } from '#portal/answer-fields.tsx'
import { first } from '#core/answers/typed.ts'
import { itemValues, type MarkedField } from '#portal/correct/form.ts'
import { correctWords } from '#portal/correct/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { keptTyped, Page, type PageError } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { itemTitle, valueText } from '#telling/answers.tsx'
import { Clause } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import { ClockStops, Passed } from '#telling/due.tsx'
import { OfficialsWrite } from '#telling/officials-write.tsx'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Tag } from '#ui/tag.tsx'
import { Written } from '#ui/written.tsx'

export type CorrectProps = {
  readonly view: View
  readonly id: string
  readonly type: CaseType
  readonly explanation: string
  readonly dueOn?: IsoDate | undefined
  readonly on: IsoDate
  readonly calendars: Calendars
  /** The time that its day is counted from. */
  readonly term?: Term | undefined
  readonly laws: Laws
  readonly procedure: Procedure
  readonly marked: readonly MarkedField[]
  readonly documents: readonly Extract<Mark, { kind: 'document' }>[]
  /** Kinds of document to which something was added since it was returned. */
  readonly replaced: readonly string[]
  readonly filed: Answers
  readonly asking: Asking
  /** The answers this form was made from, so that it is not saved over newer ones. */
  readonly version: string
  /** What another device saved meanwhile, where it differs from what was typed here. */
  readonly meanwhile?: {
    readonly answers: Answers
    readonly fields: readonly MarkedField[]
  }
  readonly errors?: readonly PageError[]
  /** Keys of marks that were neither changed nor confirmed. */
  readonly open?: readonly string[]
  /** The form shows what is saved, and not what was typed a moment ago. */
  readonly isSaved: boolean
}

/** Just the marked points, each with what the officer wrote and what was sent. */
export const CorrectPage = (props: CorrectProps) => {
  const { view, id, explanation, marked, documents, errors = [], meanwhile } = props
  const { language } = view
  const words = correctWords[language]
  return (
    <Page
      view={view}
      title={meanwhile ? `${words.staleTitle}: ${words.title}` : words.title}
      errors={errors}
      back={paths.application.to(language, { id })}
      keeps="typed"
      script="application.js"
    >
      {meanwhile && (
        <NotificationBanner title={words.staleTitle} alert>
          <p class="govuk-body">{words.stale}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.intro}</p>
      <Until {...props} />
      {explanation !== '' && (
        <InsetText>
          <strong>{words.from}:</strong> <Written class="kc-value">{explanation}</Written>
        </InsetText>
      )}
      <OfficialsWrite language={language} />
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={paths.correct.to(language, { id })}
        novalidate
        {...keptTyped(language, props)}
      >
        <input type="hidden" name="version" value={props.version} />
        {marked.map((each) => (
          <MarkedQuestion {...props} each={each} />
        ))}
        {documents.map((mark) => (
          <MarkedDocument {...props} mark={mark} />
        ))}
        <ButtonGroup>
          <Button name="press" value="send" preventDoubleClick>
            {words.send}
          </Button>
          <Button name="press" value="save" variant="secondary">
            {words.save}
          </Button>
        </ButtonGroup>
      </form>
    </Page>
  )
}

/** The last day for it, and what that is counted by. */
const Until = ({ view: { language }, dueOn, on, term, ...policy }: CorrectProps) => {
  const { laws, procedure, calendars } = policy
  const words = correctWords[language]
  return (
    <>
      {dueOn !== undefined && (
        <p class="govuk-body">
          {words.until}{' '}
          <strong>
            {formatCountedDay(dueOn, { language, calendars, style: 'full', unit: term?.unit })}
          </strong>
          .
        </p>
      )}
      {dueOn !== undefined && dueOn < on && <Passed day="yours" language={language} />}
      <ClockStops procedure={procedure} language={language}>
        {words.clock}
      </ClockStops>
      {term && (
        <Clause
          laws={laws}
          language={language}
          basis={basisOf(term, 'length')}
          what={term.title[language]}
        />
      )}
    </>
  )
}

const MarkedQuestion = (props: CorrectProps & { readonly each: MarkedField }) => {
  const { view, asking, filed, each, meanwhile } = props
  const { mark, block, field, key } = each
  const words = correctWords[view.language]
  const heading = block.repeats ? itemTitle(block, itemValues(filed, mark), asking.wording) : ''
  const isRival = meanwhile?.fields.includes(each) === true
  const text = (answers: Answers) => {
    const value = itemValues(answers, mark)[mark.field]
    return value === undefined ? '–' : valueText(field, value, asking.wording)
  }
  return (
    <section class="kc-mark">
      <h2 class="govuk-heading-m">
        {block.title[view.language]}
        {heading === '' ? '' : `: ${heading}`}
      </h2>
      <Written as="p" class="kc-mark__reason kc-value">
        {mark.note}
      </Written>
      <p class="govuk-body-s">
        {words.now}: <span class="kc-value">{text(filed)}</span>
      </p>
      {isRival && (
        <p class="govuk-body-s">
          <strong>{words.savedNow}:</strong> <span class="kc-value">{text(meanwhile.answers)}</span>
        </p>
      )}
      <AnswerField field={field} asking={asking} />
      <Confirm {...props} name={key} />
    </section>
  )
}

const MarkedDocument = (
  props: CorrectProps & { readonly mark: Extract<Mark, { kind: 'document' }> },
) => {
  const { view, type, replaced, mark } = props
  const { language } = view
  const words = correctWords[language]
  const rule = type.checklist.find(({ code }) => code === mark.document)
  return (
    <section class="kc-mark" id={`document.${mark.document}`}>
      <h2 class="govuk-heading-m">{rule?.title[language]}</h2>
      <Written as="p" class="kc-mark__reason kc-value">
        {mark.note}
      </Written>
      {replaced.includes(mark.document) && (
        <p class="govuk-body">
          <Tag colour="green">{words.uploadedNew}</Tag>
        </p>
      )}
      <Button name="press" value={`document.${mark.document}`} variant="secondary">
        {words.upload}
      </Button>
      <Confirm {...props} name={`document.${mark.document}`} />
    </section>
  )
}

const Confirm = (props: CorrectProps & { readonly name: string }) => {
  const { view, name, asking, open = [] } = props
  const words = correctWords[view.language]
  const prefix = portalWords[view.language].error
  return (
    <Checkbox
      name={`right.${name}`}
      value="yes"
      label={words.right}
      checked={first(asking.typed, `right.${name}`) === 'yes'}
      error={open.includes(name) ? { prefix, text: words.openHere } : undefined}
      small
    />
  )
}
