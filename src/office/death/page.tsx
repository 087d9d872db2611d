import type { OfficeLanguage } from '#core/language.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import type { Reasoned, Stale } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { leadsFrom, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { ReasonField, reasonErrors } from '#office/reason-field.tsx'
import { reasonText, refusalText } from '#office/refusals.tsx'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { Written } from '#ui/written.tsx'
import { deathWords } from './words.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly typed?: Reasoned }

/** Recording a report of death, or confirming and dismissing one. */
export const DeathPage = ({ view, open, typed }: Props) => {
  const { language } = view
  const words = deathWords[language]
  const can = (action: 'confirm-death' | 'dismiss-death-report') =>
    may(open.law, action, open.found.application).ok
  const isNew = leadsFrom(open, 'report-death')
  const missing = isNew ? words.evidenceMissing : undefined
  return (
    <StepPage
      view={view}
      open={open}
      title={words.title}
      errors={reasonErrors(typed, language, missing)}
    >
      {isNew ? (
        <StepForm
          view={view}
          open={open}
          action="report-death"
          to={addressOf(view, open)}
          choice="report"
        >
          <ReasonField
            label={words.evidence}
            hint={words.evidenceHint}
            missing={words.evidenceMissing}
            language={language}
            typed={typed}
          />
        </StepForm>
      ) : (
        <>
          <Reported open={open} />
          {can('confirm-death') && <ConfirmForm view={view} open={open} />}
          {can('dismiss-death-report') && <DismissForm view={view} open={open} typed={typed} />}
        </>
      )}
    </StepPage>
  )
}

/** What the report rests on, for whoever is to confirm it. */
const Reported = ({ open }: Pick<Props, 'open'>) => {
  const report = open.found.history.findLast(({ event }) => event.type === 'death-reported')
  if (report?.event.type !== 'death-reported') return null
  return (
    <InsetText>
      <Written class="kc-value">{report.event.evidence}</Written>
    </InsetText>
  )
}

type DismissProps = Omit<Props, 'typed'> & { readonly typed: Reasoned | undefined }

const ConfirmForm = ({ view, open }: Props) => {
  const words = deathWords[view.language]
  return (
    <>
      <WarningText label={words.warning}>{words.confirmWhat}</WarningText>
      <StepForm
        view={view}
        open={open}
        action="confirm-death"
        to={addressOf(view, open)}
        choice="confirm"
        variant="warning"
      />
    </>
  )
}

const DismissForm = ({ view, open, typed }: DismissProps) => {
  const words = deathWords[view.language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.dismissTitle}</h2>
      <StepForm
        view={view}
        open={open}
        action="dismiss-death-report"
        to={addressOf(view, open)}
        choice="dismiss"
        variant="secondary"
      >
        <ReasonField label={words.dismissReason} language={view.language} typed={typed} />
      </StepForm>
    </>
  )
}

const addressOf = ({ language }: View, { found }: OpenCase): string =>
  paths.death.to(language, { id: found.application.id })

export type DeathRefusal = ActionRefusal | { readonly reason: 'reason-missing' }

export function deathRefusal(refusal: DeathRefusal | Stale, language: OfficeLanguage): string {
  switch (refusal.reason) {
    case 'reason-missing':
      return reasonText('missing', language)
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
