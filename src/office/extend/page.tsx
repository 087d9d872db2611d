import type { OfficeLanguage } from '#core/language.ts'
import type { ExtendRefusal } from '#core/lifecycle/examine.ts'
import { termOf } from '#core/policy/rule-set.ts'
import type { Reasoned, Stale } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { ReasonField, reasonErrors } from '#office/reason-field.tsx'
import { reasonText, refusalText } from '#office/refusals.tsx'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { actionName } from '#telling/action-names.ts'
import { amount } from '#telling/amounts.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly typed?: Reasoned
}

/** How much more time there would be, and the question why. */
export const ExtendPage = ({ view, open, typed }: Props) => {
  const { language } = view
  const words = extendWords[language]
  const { rules } = open.description
  const term = termOf(rules, 'extension')
  const { id } = open.found.application
  return (
    <StepPage
      view={view}
      open={open}
      title={actionName('extend', language)}
      errors={reasonErrors(typed, language)}
    >
      {term && (
        <p class="govuk-body">
          {words.length.replace('{length}', amount(term.length, term.unit, language))}
        </p>
      )}
      <StepForm view={view} open={open} action="extend" to={paths.extend.to(language, { id })}>
        <ReasonField label={words.reason} hint={words.hint} language={language} typed={typed} />
      </StepForm>
    </StepPage>
  )
}

export function extendRefusal(refusal: ExtendRefusal | Stale, language: OfficeLanguage): string {
  switch (refusal.reason) {
    case 'extended-already':
      return extendWords[language][refusal.reason].replace('{times}', String(refusal.times))
    case 'reason-missing':
      return reasonText('missing', language)
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}

const en = {
  length: 'The time limit is extended by {length}. The applicant is told, with your reason.',
  reason: 'Why is more time needed?',
  hint: 'Write it as the applicant should read it.',
  'extended-already':
    'The time limit has been extended as often as the rules allow (times: {times}).',
} as const

type ExtendWords = Readonly<Record<keyof typeof en, string>>

const extendWords: Readonly<Record<OfficeLanguage, ExtendWords>> = {
  en,
  az: {
    length: 'Müddət {length} uzadılır. Bu barədə səbəbi ilə birlikdə müraciətçiyə bildirilir.',
    reason: 'Nə üçün əlavə vaxt lazımdır?',
    hint: 'Müraciətçinin oxuyacağı kimi yazın.',
    'extended-already':
      'Müddət artıq {times} dəfə uzadılıb; qaydalar bundan artığına icazə vermir.',
  },
}
