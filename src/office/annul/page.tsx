import type { Calendars } from '#core/deadlines/working-days.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { may } from '#core/lifecycle/may.ts'
import { heardUntil, type ProposeAnnulmentRefusal } from '#core/lifecycle/status.ts'
import type { NotYetDue } from '#core/lifecycle/examine.ts'
import type { Ground, RuleSet } from '#core/policy/rule-set.ts'
import type { Reasoned, Stale } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { leadsFrom, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { ReasonField, reasonErrors } from '#office/reason-field.tsx'
import { notYetDueText, reasonText, refusalText } from '#office/refusals.tsx'
import type { PageError } from '#office/shell.tsx'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { officeWords } from '#office/words.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import { Radios } from '#ui/choices.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { Written } from '#ui/written.tsx'
import { annulWords } from './words.ts'

/** What was typed in one of the forms, where the page is shown again. */
export type TypedAnnulment = {
  readonly step: 'propose' | 'drop'
  readonly ground: string
  readonly isGroundMissing: boolean
  readonly reasoned: Reasoned
}

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly typed?: TypedAnnulment
}

/** Proposing an annulment, or annulling and dropping what was proposed. */
export const AnnulPage = ({ view, open, typed }: Props) => {
  const { language } = view
  const can = (action: 'annul' | 'drop-annulment') =>
    may(open.law, action, open.found.application).ok
  return (
    <StepPage
      view={view}
      open={open}
      title={annulWords[language].title}
      errors={errorsOf(typed, language)}
    >
      {leadsFrom(open, 'propose-annulment') ? (
        <ProposeForm view={view} open={open} typed={typed} />
      ) : (
        <>
          <Proposed view={view} open={open} />
          {isHeard(open) && can('annul') && <AnnulForm view={view} open={open} />}
          {can('drop-annulment') && <DropForm view={view} open={open} typed={typed} />}
        </>
      )}
    </StepPage>
  )
}

function errorsOf(
  typed: TypedAnnulment | undefined,
  language: OfficeLanguage,
): readonly PageError[] {
  if (!typed) return []
  const ground = { text: annulWords[language]['ground-unknown'], href: '#ground' }
  return [...(typed.isGroundMissing ? [ground] : []), ...reasonErrors(typed.reasoned, language)]
}

export const annulmentGrounds = (rules: RuleSet): readonly Ground[] =>
  rules.grounds.filter(({ kind }) => kind === 'annulment')

type FormProps = Omit<Props, 'typed'> & { readonly typed: TypedAnnulment | undefined }

const ProposeForm = ({ view, open, typed }: FormProps) => {
  const { language } = view
  const words = annulWords[language]
  return (
    <StepForm
      view={view}
      open={open}
      action="propose-annulment"
      to={addressOf(view, open)}
      choice="propose"
    >
      <Radios
        name="ground"
        legend={words.ground}
        value={typed?.ground}
        options={annulmentGrounds(open.description.rules).map((ground) => ({
          value: ground.code,
          label: ground.title[language],
          hint: ground.hearing ? words.heard : words.notHeard,
        }))}
        error={
          typed?.isGroundMissing === true
            ? { text: words['ground-unknown'], prefix: officeWords[language].error }
            : undefined
        }
      />
      <ReasonField
        label={words.reason}
        hint={words.reasonHint}
        language={language}
        typed={typed?.reasoned}
      />
    </StepForm>
  )
}

const Proposed = ({ view: { language }, open }: Props) => {
  const words = annulWords[language]
  const { annulment } = open.found.application
  if (!annulment) return null
  const ground = open.law.rules.grounds.find(({ code }) => code === annulment.ground)
  const until = heardUntil(open.found.application, open.law)
  const proposed = open.found.history.findLast(({ event }) => event.type === 'annulment-proposed')
  return (
    <>
      <p class="govuk-body">
        {words.proposed
          .replace('{day}', formatDate(annulment.on, language, 'plain'))
          .replace('{ground}', ground?.title[language] ?? annulment.ground)}
      </p>
      {proposed?.event.type === 'annulment-proposed' && (
        <InsetText>
          <Written class="kc-value">{proposed.event.reason}</Written>
        </InsetText>
      )}
      {until && (
        <p class="govuk-body">
          {words.hearing.replace(
            '{day}',
            formatCountedDay(until, {
              language,
              calendars: open.law.calendars,
              style: 'full',
            }),
          )}
        </p>
      )}
    </>
  )
}

/** Nobody is offered what would be refused: the holder still has time to be heard. */
function isHeard({ found, law }: OpenCase): boolean {
  const until = heardUntil(found.application, law)
  return until === undefined || law.on > until
}

const AnnulForm = ({ view, open }: Props) => {
  const words = annulWords[view.language]
  return (
    <>
      <WarningText label={words.warning}>{words.annulWhat}</WarningText>
      <StepForm
        view={view}
        open={open}
        action="annul"
        to={addressOf(view, open)}
        choice="annul"
        variant="warning"
      />
    </>
  )
}

const DropForm = ({ view, open, typed }: FormProps) => {
  const words = annulWords[view.language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.dropTitle}</h2>
      <StepForm
        view={view}
        open={open}
        action="drop-annulment"
        to={addressOf(view, open)}
        choice="drop"
        variant="secondary"
      >
        <ReasonField label={words.dropReason} language={view.language} typed={typed?.reasoned} />
      </StepForm>
    </>
  )
}

const addressOf = ({ language }: View, { found }: OpenCase): string =>
  paths.annul.to(language, { id: found.application.id })

export type AnnulRefusal =
  ProposeAnnulmentRefusal | NotYetDue | { readonly reason: 'reason-missing' }

export function annulRefusal(
  refusal: AnnulRefusal | Stale,
  language: OfficeLanguage,
  calendars: Calendars,
): string {
  switch (refusal.reason) {
    case 'ground-unknown':
      return annulWords[language]['ground-unknown']
    case 'reason-missing':
      return reasonText('missing', language)
    case 'not-yet-due':
      return notYetDueText(refusal, language, calendars)
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
