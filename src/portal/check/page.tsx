import type { Answers } from '#core/answers/answers.ts'
import { blockOf, fieldOf } from '#core/answers/asked.ts'
import type { Gap } from '#core/answers/gaps.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { Language } from '#core/language.ts'
import type { Law } from '#core/cases/context.ts'
import type { Duty } from '#core/cases/duty.ts'
import type { ResubmitRefusal, SubmitRefusal } from '#core/cases/filing.ts'
import { asksFor } from '#core/cases/life.ts'
import type { SendingWords } from '#core/cases/sending.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import { Adds, type Added } from '#portal/check/adds/adds.tsx'
import { NamedOtherwiseView, type Otherwise } from '#portal/named-otherwise.tsx'
import { checkWords, type CheckWords } from '#portal/check/words.ts'
import { consentMissing } from '#portal/consent-words.ts'
import type { SparedDocument } from '#portal/ahead.ts'
import { AboutLine, type AboutWhat } from '#portal/about-line.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { sentBeside } from '#portal/sent-beside.ts'
import { Page, type PageError } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView, NONE } from '#telling/answers.tsx'
import { Corrections, type Corrected } from '#telling/corrected.tsx'
import { formatDate } from '#telling/dates.ts'
import { dueFact, WhatMoves } from '#telling/due.tsx'
import { problemText } from '#telling/problems.ts'
import { DutyTotal, DutyView } from '#telling/duty.tsx'
import { ToldToApplicant } from '#telling/told-to-applicant.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Panel } from '#ui/panel.tsx'

export type CheckProps = {
  readonly view: View
  readonly id: string
  readonly wording: Wording
  readonly isDraft: boolean
  readonly on: IsoDate
  readonly laws: Laws
  /** One for each person for whom whoever reads it answers. */
  readonly sheets: readonly Sheet[]
  /** By the button, and whether that sends in all or only what is theirs. */
  readonly sends?: 'all' | 'part' | undefined
  readonly refusal?: SubmitRefusal | ResubmitRefusal
}

/** What was answered of one person. */
export type Sheet = {
  /** What stands for their part in an address. */
  readonly address: string
  /** Who they are, where there can be several. */
  readonly title?: string
  readonly subject: string
  /** What is to be read beside it. */
  readonly corrected: readonly Corrected[]
  readonly type: CaseType
  readonly answers: Answers
  readonly documents: readonly CaseDocument[]
  readonly gaps: readonly Gap[]
  /** What need not be brought, and why. */
  readonly spared: readonly SparedDocument[]
  /** What the system that examines it is told besides, from our own records. */
  readonly adds: readonly Added[]
  /** What they are to pay if it is given, where that is known. */
  readonly duty?: Duty | undefined
  /** What they hold that names them otherwise than was written. */
  readonly otherwise: readonly Otherwise[]
}

/** Everything that was answered on one page; a draft can be changed and submitted from here. */
export const CheckPage = (props: CheckProps) => {
  const { view, id, isDraft, sheets, sends, refusal } = props
  const { language } = view
  const words = checkWords[language]
  const title = isDraft ? words.title : words.sentTitle
  const says = sheets[0] && saysOf(sheets[0].type)
  const lines = sheets.flatMap((sheet) => gapLines(sheet.gaps, sheet, props))
  return (
    <Page
      view={view}
      title={title}
      errors={refusal ? sentences(refusal, props) : []}
      back={paths.application.to(language, { id })}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {isDraft && !refusal && lines.length > 0 && (
        <NotificationBanner title={words.gapsTitle}>
          <ul class="govuk-list">
            {lines.map(({ text, href }) => (
              <li>
                <a class="govuk-notification-banner__link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {sheets.map((sheet) => (
        <SheetView sheet={sheet} of={props} />
      ))}
      {isDraft && (
        <DutyTotal duties={sheets.flatMap(({ duty }) => duty ?? [])} language={language} />
      )}
      {sends !== undefined && lines.length === 0 && (
        <form method="post" action={paths.submit.to(language, { id })}>
          <h2 class="govuk-heading-m">
            {sends === 'all' ? words.whatHappens : words.whatConfirms}
          </h2>
          <p class="govuk-body">
            {sends === 'all' ? (says?.before[language] ?? happens(sheets, words)) : words.confirms}
          </p>
          <Button preventDoubleClick>
            {sends === 'all' ? (says?.button[language] ?? words.submit) : words.confirm}
          </Button>
        </form>
      )}
    </Page>
  )
}

type SheetProps = { readonly sheet: Sheet; readonly of: CheckProps }

const SheetView = ({ sheet, of }: SheetProps) => {
  const { address: id, title, type, answers } = sheet
  const { view, wording, isDraft, on } = of
  const { language } = view
  const change = (block: string) => paths.block.to(language, { id, block })
  return (
    <>
      {title !== undefined && <h2 class="govuk-heading-l">{title}</h2>}
      <Corrections corrected={sheet.corrected} language={language} />
      {isDraft && <ToldToApplicant type={type} answers={answers} on={on} language={language} />}
      <NamedOtherwiseView otherwise={sheet.otherwise} language={language} />
      <AnswersView
        type={type}
        answers={answers}
        wording={wording}
        {...(title === undefined ? {} : { idPrefix: `${id}-` })}
        {...(isDraft
          ? {
              aside: ({ code, title: named }): Child => (
                <Change language={language} href={change(code)} of={named[language]} />
              ),
            }
          : {})}
      />
      <Documents sheet={sheet} of={of} />
      {isDraft && <Adds adds={sheet.adds} language={language} />}
      {isDraft && <DutyView duty={sheet.duty} laws={of.laws} language={language} />}
    </>
  )
}

type ChangeProps = { readonly language: Language; readonly href: string; readonly of: string }

const Change = ({ language, href, of }: ChangeProps) => (
  <p class="govuk-body kc-answers__change">
    <a class="govuk-link" href={href}>
      {portalWords[language].change}
      <span class="govuk-visually-hidden"> {of}</span>
    </a>
  </p>
)

const Documents = ({ sheet, of: { view, isDraft } }: SheetProps) => {
  const { address: id, type, documents, spared } = sheet
  const { language } = view
  const words = checkWords[language]
  const href = paths.documents.to(language, { id })
  return (
    <section class="kc-answers">
      <h2 class="govuk-heading-m">{words.documents}</h2>
      {isDraft && <Change language={language} href={href} of={words.documents} />}
      {documents.length + spared.length === 0 && <p class="govuk-body">{NONE[language]}</p>}
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
      {spared.map(({ title, why }) => (
        <p class="govuk-body">
          <strong>{title}.</strong> {why}
        </p>
      ))}
    </section>
  )
}

function sentences(
  refusal: SubmitRefusal | ResubmitRefusal,
  props: CheckProps,
): readonly PageError[] {
  const words = checkWords[props.view.language]
  switch (refusal.reason) {
    case 'answers-missing':
      return props.sheets.flatMap((sheet) => {
        const own = refusal.gaps.filter(({ subject }) => subject === sheet.subject)
        return gapLines(own, sheet, props)
      })
    case 'part-missing':
      return [
        {
          text: words.partMissing,
          href: paths.application.to(props.view.language, { id: props.id }),
        },
      ]
    case 'consent-missing':
      return [
        {
          text: consentMissing(refusal, rolesOf(props), props.view.language),
          href: paths.application.to(props.view.language, { id: props.id }),
        },
      ]
    case 'marks-open':
      return [
        {
          text: words.marksOpen,
          href: paths.application.to(props.view.language, { id: props.id }),
        },
      ]
    case 'policy-not-adopted':
      return [{ text: words.notAdopted }]
    case 'sent-beside':
      return [sentBeside(refusal.theirs, props.view.language)]
    case 'not-theirs':
    case 'not-marked':
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'took-part':
    case 'not-yet-due':
    case 'does-not-hold':
    case 'used-up':
    case 'too-late-to-extend':
    case 'all-told':
    case 'is-of-another':
    case 'examined-elsewhere':
    case 'not-elsewhere':
      return [
        {
          text: words.already,
          href: paths.receipt.to(props.view.language, { id: props.id }),
        },
      ]
  }
}

/** Whatever is asked of whom, the roles of a case are the same. */
const rolesOf = ({ sheets: [sheet] }: CheckProps): Pick<CaseType, 'roles'> => ({
  roles: sheet?.type.roles ?? [],
})

/** One line for each block, answer and document that is not ready, each leading there. */
const gapLines = (
  gaps: readonly Gap[],
  sheet: Sheet,
  props: CheckProps,
): readonly (PageError & Leading)[] =>
  gaps.flatMap((gap) => {
    const line = gapLine(gap, sheet, props)
    if (!line) return []
    return [sheet.title === undefined ? line : { ...line, text: `${sheet.title}: ${line.text}` }]
  })

type Leading = { readonly href: string }

function gapLine(gap: Gap, { address: id, type }: Sheet, { view, wording }: CheckProps) {
  const { language } = view
  const words: CheckWords = checkWords[language]
  if (gap.kind === 'document') {
    const title = type.checklist.find(({ code }) => code === gap.document)?.title[language]
    const href = `${paths.documents.to(language, { id })}#kind-${gap.document}`
    return { text: `${words.gapDocument} ${title}`, href }
  }
  const block = blockOf(type, gap.block)
  if (!block) return undefined
  const at = { id, block: block.code, item: 'item' in gap ? gap.item : '' }
  const href = (block.repeats && at.item !== '' ? paths.item : paths.block).to(language, at)
  const field = 'field' in gap ? fieldOf(block, gap.field) : undefined
  if (gap.kind === 'block' || !field) {
    return { text: `${words.gapBlock} ${block.title[language]}`, href }
  }
  return { text: problemText(gap, { field, type, wording }), href: `${href}#${field.code}` }
}

/** Whether bodies are asked what they think of a case, and for no points. */
const isAsked = (type: CaseType): boolean => asksFor(type, 'opinion') && !asksFor(type, 'points')

/** One type is asked of everybody, each of its questions of some. */
function happens([first]: readonly Pick<Sheet, 'type'>[], words: CheckWords): string {
  if (first?.type.examinedBy !== undefined) return words.happensElsewhere
  if (first && asksFor(first.type, 'points')) return words.happens
  if (first && isAsked(first.type)) return words.happensAsked
  return first && isReturned(first.type) ? words.happensPlain : words.happensFinal
}

const isReturned = ({ steps }: CaseType): boolean => steps.some(({ kind }) => kind === 'return')

/** What it gives is handed over, once a duty is paid. */
const isHandedOver = ({ tariff, states }: CaseType): boolean =>
  tariff !== undefined && states.some(({ stage }) => stage === 'carrying-out')

/** What happens next to whatever is sent in. */
function nextOf(type: CaseType, words: CheckWords): readonly string[] {
  if (type.examinedBy !== undefined) return [words.nextElsewhere1, words.nextElsewhere2]
  return [
    ...(isReturned(type) ? [words.next2] : []),
    ...(asksFor(type, 'points') ? [words.next3] : []),
    ...(isAsked(type) ? [words.next3Asked] : []),
    asksFor(type, 'points') ? words.next4 : words.next4Plain,
    ...(isHandedOver(type) ? [words.next5] : []),
  ]
}

type ReceiptProps = {
  readonly view: View
  readonly id: string
  readonly number: string
  readonly filedOn: IsoDate
  /** While an answer is still to come. */
  readonly clock?: Clock | undefined
  readonly law: Law
  readonly of?: AboutWhat | undefined
}

/** What the type says around what is sent in, where that is not as for any application. */
const saysOf = ({ steps }: CaseType): SendingWords | undefined =>
  steps.flatMap((step) => (step.kind === 'file' && step.says ? [step.says] : []))[0]

/** Number, day and what can be told of the answer's day: what a person keeps. */
export const ReceiptPage = ({ view, id, number, filedOn, clock, law, of }: ReceiptProps) => {
  const { language } = view
  const words = checkWords[language]
  const around = { ...law, language }
  const answer = clock && dueFact(clock, around)
  const says = saysOf(law.type)
  const title = says?.received[language] ?? words.receiptTitle
  const next = says?.next.map((each) => each[language]) ?? nextOf(law.type, words)
  return (
    <Page view={view} title={title}>
      <Panel title={title}>
        {words.number}
        <br />
        <strong>{number}</strong>
      </Panel>
      {of && <AboutLine of={of} />}
      <dl class="kc-answer__facts">
        <div>
          <dt>{words.submittedOn}</dt>
          <dd>{formatDate(filedOn, language, 'full')}</dd>
        </div>
        {answer && (
          <div>
            <dt>{answer.name}</dt>
            <dd>{answer.value}</dd>
          </div>
        )}
      </dl>
      {clock?.countedIn === 'working-days' && <p class="govuk-body-s">{words.counted}</p>}
      {clock && <WhatMoves clock={clock} reading={around} />}
      {(clock || law.type.examinedBy !== undefined) && (
        <>
          <h2 class="govuk-heading-m">{words.next}</h2>
          <ol class="govuk-list govuk-list--number">
            <li>{words.next1}</li>
            {next.map((each) => (
              <li>{each}</li>
            ))}
          </ol>
        </>
      )}
      <p class="govuk-body">{words.print}</p>
      <ButtonLink href={paths.application.to(language, { id })}>{words.toStatus}</ButtonLink>
    </Page>
  )
}
