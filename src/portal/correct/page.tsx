import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Mark } from '#core/lifecycle/application.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import { AnswerField, type Asking } from '#portal/answer-fields.tsx'
import { first } from '#portal/answer-form.ts'
import { itemValues, type MarkedField } from '#portal/correct/form.ts'
import { correctWords } from '#portal/correct/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page, type PageError } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { itemTitle, valueText } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Tag } from '#ui/tag.tsx'

export type CorrectProps = {
  readonly view: View
  readonly id: string
  readonly type: ApplicationType
  readonly explanation: string
  readonly dueOn?: IsoDate | undefined
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
}

/** Just the marked points, each with what the officer wrote and what was sent. */
export const CorrectPage = (props: CorrectProps) => {
  const { view, id, explanation, dueOn, marked, documents, errors = [], meanwhile } = props
  const { language } = view
  const words = correctWords[language]
  return (
    <Page
      view={view}
      title={words.title}
      errors={errors}
      back={paths.application.to(language, { id })}
    >
      {meanwhile && (
        <NotificationBanner title={words.staleTitle}>
          <p class="govuk-body">{words.stale}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.intro}</p>
      {dueOn !== undefined && (
        <p class="govuk-body">
          {words.until} <strong>{formatDate(dueOn, language, 'full')}</strong>. {words.clock}
        </p>
      )}
      {explanation !== '' && (
        <InsetText>
          <strong>{words.from}:</strong> <span class="kc-value">{explanation}</span>
        </InsetText>
      )}
      <form class="kc-form" method="post" action={paths.correct.to(language, { id })} novalidate>
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
      <p class="kc-mark__reason kc-value">{mark.note}</p>
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
      <p class="kc-mark__reason kc-value">{mark.note}</p>
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
