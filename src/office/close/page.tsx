import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { actionName } from '#telling/action-names.ts'
import { WarningText } from '#ui/warning-text.tsx'

type Props = { readonly view: View; readonly open: OpenCase }

/** What it means that an application is left unexamined, before somebody confirms it. */
export const ClosePage = ({ view, open }: Props) => {
  const words = closeWords[view.language]
  const { id } = open.found.application
  return (
    <StepPage view={view} open={open} title={actionName('close-unexamined', view.language)}>
      <p class="govuk-body">{words.why}</p>
      <WarningText label={words.warning}>{words.what}</WarningText>
      <StepForm
        view={view}
        open={open}
        action="close-unexamined"
        to={paths.close.to(view.language, { id })}
        variant="warning"
      />
    </StepPage>
  )
}

const en = {
  why: 'The time for the correction and the notice after it have passed without an answer.',
  what: 'The application will be left unexamined, and the applicant is told so. It is not held against a new application.',
  warning: 'Warning',
} as const

type CloseWords = Readonly<Record<keyof typeof en, string>>

const closeWords: Readonly<Record<OfficeLanguage, CloseWords>> = {
  en,
  az: {
    why: 'Düzəliş üçün verilən vaxt və ondan sonrakı xəbərdarlıq müddəti cavabsız keçib.',
    what: 'Müraciət baxılmamış saxlanılacaq və bu barədə müraciətçiyə bildiriləcək. Bu, yeni müraciətə mane olmur.',
    warning: 'Xəbərdarlıq',
  },
}
