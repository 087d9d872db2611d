import type { IsoDate } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { ActionRefusal } from '#core/lifecycle/may.ts'
import { scorerOf, termOf, type TermCode } from '#core/policy/rule-set.ts'
import { bodyName } from '#office/assessment.tsx'
import type { Stale } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalText } from '#office/refusals.tsx'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { actionName } from '#telling/action-names.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { Table } from '#ui/table.tsx'
import { acceptWords } from './words.ts'

type Props = { readonly view: View; readonly open: OpenCase }

/** Who will be asked once the application is accepted, and by when. */
export const AcceptPage = ({ view, open }: Props) => {
  const { language } = view
  const words = acceptWords[language]
  const { rules } = open.description
  const { id, field = '' } = open.found.application
  return (
    <StepPage view={view} open={open} title={actionName('accept', language)}>
      <p class="govuk-body">{words.intro}</p>
      <Table
        caption={words.caption}
        captionHidden
        columns={[
          { head: words.criterion },
          { head: words.scorer },
          { head: words.points, numeric: true },
        ]}
        rows={rules.criteria.map((criterion) => {
          const body = scorerOf(rules, criterion, field)
          const name = body === undefined ? words.nobody : bodyName(rules, body, language)
          return [criterion.title[language], name, String(criterion.pointsMax)]
        })}
        firstCellIsHeader
      />
      <p class="govuk-body">
        {words.scoringDue.replace('{day}', dayOf(open, 'scoring', language))}
      </p>
      <p class="govuk-body">{objectionText(open, language)}</p>
      <StepForm view={view} open={open} action="accept" to={paths.accept.to(language, { id })} />
    </StepPage>
  )
}

function objectionText(open: OpenCase, language: OfficeLanguage): string {
  const words = acceptWords[language]
  const { rules } = open.description
  if (rules.objectionBodies.length === 0) return words.noObjections
  const names = rules.objectionBodies.map((code) => bodyName(rules, code, language))
  return words.objections
    .replace('{bodies}', names.join('; '))
    .replace('{day}', dayOf(open, 'objection', language))
}

function dayOf({ law }: OpenCase, code: TermCode, language: OfficeLanguage): string {
  const term = termOf(law.rules, code)
  const due: IsoDate | undefined = term && dueOn(term, law.on, law.calendars)
  return due === undefined
    ? '–'
    : formatCountedDay(due, { language, calendars: law.calendars, style: 'full', unit: term?.unit })
}

type AcceptRefusal = ActionRefusal | { readonly reason: 'no-scorer'; readonly criterion: string }

export function acceptRefusal(
  refusal: AcceptRefusal | Stale,
  open: OpenCase,
  language: OfficeLanguage,
): string {
  if (refusal.reason !== 'no-scorer') return refusalText(refusal, language)
  const { criteria } = open.description.rules
  const title = criteria.find(({ code }) => code === refusal.criterion)?.title[language]
  return acceptWords[language]['no-scorer'].replace('{criterion}', title ?? refusal.criterion)
}
