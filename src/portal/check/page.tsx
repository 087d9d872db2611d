import type { Child } from 'hono/jsx'
import type { Answers } from '#core/answers/answers.ts'
import type { Gap } from '#core/answers/gaps.ts'
import type { IsoDate } from '#core/dated.ts'
import type { SubmitRefusal } from '#core/lifecycle/apply.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import { checkWords, type CheckWords } from '#portal/check/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page, type PageError } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Panel } from '#ui/panel.tsx'

export type CheckProps = {
  readonly view: View
  readonly id: string
  readonly type: ApplicationType
  readonly answers: Answers
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  readonly isDraft: boolean
  readonly gaps: readonly Gap[]
  readonly refusal?: SubmitRefusal
}

/** Everything that was answered on one page; a draft can be changed and submitted from here. */
export const CheckPage = (props: CheckProps) => {
  const { view, id, type, answers, wording, isDraft, gaps, refusal } = props
  const { language } = view
  const words = checkWords[language]
  const title = isDraft ? words.title : words.sentTitle
  const change = (block: string) => paths.block.to(language, { id, block })
  return (
    <Page
      view={view}
      title={title}
      errors={refusal ? sentences(refusal, props) : []}
      back={paths.application.to(language, { id })}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {isDraft && !refusal && gaps.length > 0 && (
        <NotificationBanner title={words.gapsTitle}>
          <ul class="govuk-list">
            {gapLines(gaps, props).map(({ text, href }) => (
              <li>
                <a class="govuk-notification-banner__link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <AnswersView
        type={type}
        answers={answers}
        wording={wording}
        {...(isDraft
          ? {
              aside: (block): Child => (
                <p class="govuk-body">
                  <a class="govuk-link" href={change(block.code)}>
                    {portalWords[language].change}
                    <span class="govuk-visually-hidden"> {block.title[language]}</span>
                  </a>
                </p>
              ),
            }
          : {})}
      />
      <Documents {...props} />
      {isDraft && gaps.length === 0 && (
        <form method="post" action={paths.submit.to(language, { id })}>
          <h2 class="govuk-heading-m">{words.whatHappens}</h2>
          <p class="govuk-body">{words.happens}</p>
          <Button preventDoubleClick>{words.submit}</Button>
        </form>
      )}
    </Page>
  )
}

const Documents = ({ view: { language }, id, type, documents }: CheckProps) => {
  const words = checkWords[language]
  return (
    <section id="documents">
      <h2 class="govuk-heading-m">{words.documents}</h2>
      {documents.length === 0 && <p class="govuk-body">{words.none}</p>}
      {documents.length > 0 && (
        <ul class="kc-documents">
          {documents.map((document) => (
            <li class="kc-document">
              <div class="kc-document__name">
                <a href={paths.document.to(language, { id, document: document.id })}>
                  {document.name}
                </a>
              </div>
              <div class="kc-document__state">
                {type.checklist.find(({ code }) => code === document.kind)?.title[language]}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function sentences(refusal: SubmitRefusal, props: CheckProps): readonly PageError[] {
  const words = checkWords[props.view.language]
  switch (refusal.reason) {
    case 'answers-missing':
      return gapLines(refusal.gaps, props)
    case 'policy-not-adopted':
      return [{ text: words.notAdopted }]
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
      return [
        {
          text: `${words.already} ${words.toReceipt}.`,
          href: paths.receipt.to(props.view.language, { id: props.id }),
        },
      ]
  }
}

/** One line for each block and document that is not ready, each leading there. */
function gapLines(gaps: readonly Gap[], { view, id, type }: CheckProps) {
  const { language } = view
  const words: CheckWords = checkWords[language]
  const blocks = new Set(gaps.flatMap((gap) => (gap.kind === 'document' ? [] : [gap.block])))
  const kinds = gaps.flatMap((gap) => (gap.kind === 'document' ? [gap.document] : []))
  return [
    ...type.blocks
      .filter(({ code }) => blocks.has(code))
      .map(({ code, title }) => ({
        text: `${words.gapBlock} ${title[language]}`,
        href: paths.block.to(language, { id, block: code }),
      })),
    ...type.checklist
      .filter(({ code }) => kinds.includes(code))
      .map(({ code, title }) => ({
        text: `${words.gapDocument} ${title[language]}`,
        href: `${paths.documents.to(language, { id })}#kind-${code}`,
      })),
  ]
}

type ReceiptProps = {
  readonly view: View
  readonly id: string
  readonly number: string
  readonly submittedOn: IsoDate
  readonly dueOn?: IsoDate | undefined
}

/** Number, day and due date: what a person keeps. */
export const ReceiptPage = ({ view, id, number, submittedOn, dueOn }: ReceiptProps) => {
  const { language } = view
  const words = checkWords[language]
  return (
    <Page view={view} title={words.receiptTitle}>
      <Panel title={words.receiptTitle}>
        {words.number}
        <br />
        <strong>{number}</strong>
      </Panel>
      <dl class="kc-answer__facts">
        <div>
          <dt>{words.submittedOn}</dt>
          <dd>{formatDate(submittedOn, language, 'full')}</dd>
        </div>
        {dueOn !== undefined && (
          <div>
            <dt>{words.dueOn}</dt>
            <dd>{formatDate(dueOn, language, 'full')}</dd>
          </div>
        )}
      </dl>
      {dueOn !== undefined && <p class="govuk-body-s">{words.counted}</p>}
      <h2 class="govuk-heading-m">{words.next}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{words.next1}</li>
        <li>{words.next2}</li>
        <li>{words.next3}</li>
        <li>{words.next4}</li>
      </ol>
      <p class="govuk-body">{words.print}</p>
      <ButtonLink href={paths.application.to(language, { id })}>{words.toStatus}</ButtonLink>
    </Page>
  )
}
