import type { IsoDate } from '#core/dated.ts'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import type { OpinionErrors } from '#office/object/form.ts'
import { objectWords } from '#office/object/words.ts'
import type { Filed } from '#core/lifecycle/filed.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import type { Typed } from '#core/answers/typed.ts'
import { officeWords } from '#office/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView } from '#telling/answers.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import { Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly filed: Filed
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  /** By when silence counts, where it counts for something. */
  readonly silentFrom?: IsoDate
  readonly typed: Typed
  readonly errors: OpinionErrors
}

/** The question beside the application; points are not for those who may object. */
export const OpinionPage = (props: Props) => {
  const { view, open, errors, typed, silentFrom } = props
  const { language } = view
  const words = objectWords[language]
  const prefix = officeWords[language].error
  const id = open.found.application.id
  const errorOf = (code: keyof typeof words | undefined) =>
    code === undefined ? undefined : { prefix, text: words[code] }
  return (
    <StepPage
      view={view}
      open={open}
      title={words.title}
      errors={[
        ...(errors.choice ? [{ text: words[errors.choice], href: '#objects' }] : []),
        ...(errors.reason ? [{ text: words[errors.reason], href: '#reason' }] : []),
      ]}
    >
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{words.lead}</p>
          {silentFrom !== undefined && (
            <p class="govuk-body">
              {words.deadline.replace(
                '{day}',
                formatCountedDay(silentFrom, {
                  language,
                  calendars: open.law.calendars,
                  style: 'full',
                }),
              )}
            </p>
          )}
          <StepForm
            view={view}
            open={open}
            action="give-opinion"
            to={paths.opinion.to(language, { id })}
          >
            <Radios
              name="objects"
              legend={words.question}
              legendSize="s"
              value={typed['objects']?.[0]}
              error={errorOf(errors.choice)}
              options={[
                { value: 'no', label: words.no },
                { value: 'yes', label: words.yes },
              ]}
            />
            <Textarea
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              value={typed['reason']?.[0]}
              error={errorOf(errors.reason)}
            />
          </StepForm>
        </section>
        <Evidence {...props} />
      </div>
    </StepPage>
  )
}

const Evidence = ({ view, open, filed, documents, wording }: Props) => {
  const words = objectWords[view.language]
  const { type } = open.description
  return (
    <section class="kc-split__pane kc-split__pane--beside" aria-label={words.evidence}>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <DocumentsList
        view={view}
        caseId={open.found.application.id}
        type={type}
        documents={documents}
      />
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <AnswersView type={type} answers={filed.answers} wording={wording} />
    </section>
  )
}
