import type { Typed } from '#core/answers/typed.ts'
import type { IsoDate } from '#core/dated.ts'
import { objectionsRefuse } from '#core/policy/procedure.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import type { Asking } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import type { CaseDocument } from '#records/documents.ts'
import { formatCountedDay } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import { Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Evidence } from './evidence.tsx'
import { opinionWords } from './opinion-words.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly step: string
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  /** By when silence counts, where it counts for something. */
  readonly silentFrom?: IsoDate
  readonly typed: Typed
  readonly later: Asking['later']
  readonly errors: FieldErrors
}

/** The question beside the application; points are not for those who may object. */
export const OpinionPage = (props: Props) => {
  const { view, open, errors, typed, silentFrom } = props
  const { language } = view
  const words = opinionWords[language]
  const refuses = objectionsRefuse(open.law.procedure)
  return (
    <StepPage
      view={view}
      open={open}
      title={nameOfStep(open, props.step, language)}
      errors={errors}
    >
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{refuses ? words.lead : words.leadRead}</p>
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
          <StepForm view={view} open={open} step={props.step} later={props.later}>
            <Radios
              name="objects"
              legend={words.question}
              legendSize="s"
              value={typed['objects']?.[0]}
              error={errorAt(errors, 'objects', view)}
              options={[
                { value: 'no', label: words.no },
                { value: 'yes', label: words.yes },
              ]}
            />
            <Textarea
              name="reason"
              label={words.reason}
              hint={refuses ? words.reasonHint : words.reasonHintRead}
              value={typed['reason']?.[0]}
              error={errorAt(errors, 'reason', view)}
            />
          </StepForm>
        </section>
        <Evidence {...props} words={words} />
      </div>
    </StepPage>
  )
}
