import type { Language } from '#core/language.ts'
import type { CaseEvent, Mark, Recorded } from '#core/lifecycle/application.ts'
import { Opinions, Scores } from '#office/assessment.tsx'
import { CaseHead } from '#office/case-head.tsx'
import { ClockView, NextStep } from '#office/case-time.tsx'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import { filedIn, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { eventsSeen, isOfService } from '#office/sight.ts'
import { officeWords } from '#office/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView, partTitle } from '#telling/answers.tsx'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import type { Wording } from '#telling/option-names.ts'
import { roleName } from '#telling/roles.ts'
import { stateForOffice } from '#telling/states.ts'
import { Timeline } from '#telling/timeline.tsx'
import { ToldToApplicant } from '#telling/told-to-applicant.tsx'
import { Written } from '#ui/written.tsx'
import { caseWords } from './words.ts'

export type CaseProps = {
  readonly view: View
  readonly open: OpenCase
  readonly documents: readonly CaseDocument[]
  readonly names: ReadonlyMap<string, string>
  readonly wording: Wording
}

export const CasePage = ({ view, open, documents, names, wording }: CaseProps) => {
  const { language } = view
  const words = caseWords[language]
  const { application, history } = open.found
  const { type } = open.description
  const shown = marksOf(open)
  return (
    <Page
      view={view}
      title={application.number ?? ''}
      back={paths.work.to(language)}
      backText={officeWords[language].backToWork}
    >
      <CaseHead view={view} open={open} />
      <div class="kc-split">
        <div class="kc-split__pane" role="region" aria-label={words.answers}>
          <NextStep open={open} language={language} />
          <ToldToApplicant
            type={type}
            answers={filedIn(history).answers}
            on={open.law.on}
            language={language}
            lead={words.shownToApplicant}
          />
          <AnswersView
            type={type}
            answers={filedIn(history).answers}
            wording={wording}
            beside={(block, item, field) => {
              const note = noteAt(shown, { block: block.code, item, field: field.code })
              return note && <Marked view={view} shown={shown} note={note} />
            }}
          />
        </div>
        <div class="kc-split__pane kc-split__pane--beside" role="region" aria-label={words.beside}>
          <h2 class="govuk-heading-m">{words.documents}</h2>
          <DocumentMarks view={view} open={open} shown={shown} />
          <DocumentsList view={view} caseId={application.id} type={type} documents={documents} />
          <Scores open={open} language={language} />
          <Opinions open={open} language={language} />
          <ClockView open={open} language={language} />
          <h2 class="govuk-heading-m">{words.history}</h2>
          <Timeline
            events={eventsSeen(open.sight, history)}
            language={language}
            who={({ by, role }) => {
              const name = open.sight.whole ? names.get(by) : undefined
              return [roleName(role, language), name].filter(Boolean).join(', ')
            }}
            detail={(recorded) => <Detail view={view} open={open} recorded={recorded} />}
          />
        </div>
      </div>
    </Page>
  )
}

type Shown = { readonly marks: readonly Mark[]; readonly as: 'toCorrect' | 'wasToCorrect' }

/** What is to be corrected; when it has come back, what was, so that it can be compared. */
function marksOf({ found }: OpenCase): Shown {
  const { marks, state } = found.application
  if (state !== 'submitted') return { marks, as: 'toCorrect' }
  const last = found.history.findLast(({ event }) => event.type === 'application-returned')?.event
  const were = last?.type === 'application-returned' ? last.marks : []
  return { marks: were, as: 'wasToCorrect' }
}

type At = { readonly block: string; readonly item: string; readonly field: string }

const noteAt = ({ marks }: Shown, { block, item, field }: At): string | undefined =>
  marks.find(
    (mark) =>
      mark.kind === 'field' && mark.block === block && mark.item === item && mark.field === field,
  )?.note

type MarkedProps = { readonly view: View; readonly shown: Shown; readonly note: string }

const Marked = ({ view, shown, note }: MarkedProps) => (
  <div class="kc-mark">
    <p class="kc-mark__word">{caseWords[view.language][shown.as]}</p>
    <Written as="p" class="kc-mark__reason">
      {note}
    </Written>
  </div>
)

type Part = { readonly view: View; readonly open: OpenCase }

const DocumentMarks = ({ view, open, shown }: Part & { readonly shown: Shown }) => {
  const { language } = view
  const titleOf = (document: string) => {
    const rule = open.description.type.checklist.find(({ code }) => code === document)
    return rule ? partTitle(rule, { language, reader: 'office' }) : document
  }
  const marks = shown.marks.filter((mark) => mark.kind === 'document')
  return (
    <>
      {marks.map(({ document, note }) => (
        <div class="kc-mark">
          <p class="kc-mark__word">
            {caseWords[language][shown.as]}: {titleOf(document)}
          </p>
          <Written as="p" class="kc-mark__reason">
            {note}
          </Written>
        </div>
      ))}
    </>
  )
}

/** What it was about, and what was written to the applicant or among those who answer for it. */
const Detail = ({ view, open, recorded }: Part & { readonly recorded: Recorded }) => {
  if (!isOfService(open.sight)) return null
  const subject = subjectOf(recorded.event, open, view)
  const written = writtenIn(recorded.event)
  return (
    <>
      {subject !== undefined && <p class="kc-timeline__who">{subject}</p>}
      {written !== undefined && written.text !== '' && (
        <p class="kc-timeline__who">
          {caseWords[view.language][written.as]}:{' '}
          <Written language={written.language} page={view.language}>
            {written.text}
          </Written>
        </p>
      )}
    </>
  )
}

/** Whose criterion, whose opinion, which way: what the title of an event leaves open. */
function subjectOf(event: CaseEvent, open: OpenCase, view: View): string | undefined {
  const { language, nameOfBody } = view
  const { criteria, grounds } = open.description.rules
  const titleOf = (
    list: readonly { readonly code: string; readonly title: Named }[],
    wanted: string,
  ) => list.find(({ code }) => code === wanted)?.title[language] ?? wanted
  if (event.type === 'criterion-scored') {
    return `${titleOf(criteria, event.criterion)}, ${nameOfBody(event.body)}`
  }
  if (event.type === 'opinion-given' || event.type === 'opinion-silent') {
    return nameOfBody(event.body)
  }
  if ('ground' in event) return titleOf(grounds, event.ground)
  if (!('outcome' in event)) return undefined
  const why = 'grounds' in event ? event.grounds.map((code) => titleOf(grounds, code)) : []
  return [stateForOffice(event.outcome, language), ...why].join('. ')
}

type Named = Readonly<Record<Language, string>>

type Written = {
  readonly as: 'explanation' | 'reason' | 'evidence'
  readonly text: string
  readonly language?: string
}

/** Not the reasons of points and opinions: those have their own rules of who may read them. */
function writtenIn(event: Recorded['event']): Written | undefined {
  if ('explanation' in event) return { as: 'explanation', text: event.explanation }
  if ('evidence' in event) return { as: 'evidence', text: event.evidence }
  if (event.type === 'criterion-scored' || event.type === 'opinion-given') return undefined
  if ('reasoning' in event) return { as: 'reason', text: event.reasoning, language: WRITTEN_IN }
  return 'reason' in event ? { as: 'reason', text: event.reason } : undefined
}
