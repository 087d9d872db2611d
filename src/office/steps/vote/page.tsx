import type { Typed } from '#core/answers/typed.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { DecidedElsewhere, type Elsewhere } from '#office/elsewhere.tsx'
import { Undecided } from '#office/undecided.tsx'
import type { Asking } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { Evidence } from '#office/steps/answer/evidence.tsx'
import type { CaseDocument } from '#records/documents.ts'
import type { Wording } from '#telling/option-names.ts'
import { Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { voteWords } from './words.ts'

export type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly asking: Asking
  readonly choices: readonly Choice[]
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  readonly typed: Typed
  readonly errors: FieldErrors
  /** What it is voted about. */
  readonly elsewhere: Elsewhere | undefined
}

/** The question beside what is to be decided. */
export const VotePage = ({ asking, choices, typed, errors, elsewhere, ...shown }: Props) => {
  const { view, open, rule, later } = asking
  const { language } = view
  const words = voteWords[language]
  const { procedure } = open.law
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)} errors={errors}>
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{words.lead.replace('{quorum}', String(procedure.quorum ?? 0))}</p>
          <DecidedElsewhere view={view} found={elsewhere} />
          <Undecided view={view} open={open} policy={asking.c.var.house.policy} />
          <StepForm view={view} open={open} step={rule.code} later={later}>
            <Radios
              name="vote"
              legend={words.question}
              legendSize="s"
              value={typed['vote']?.[0]}
              error={errorAt(errors, 'vote', view)}
              options={choices}
            />
            <Textarea
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              value={typed['reason']?.[0]}
              error={errorAt(errors, 'reason', view)}
              rows={8}
            />
          </StepForm>
        </section>
        <Evidence view={view} open={open} words={words} {...shown} />
      </div>
    </StepPage>
  )
}
