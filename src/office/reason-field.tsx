import type { OfficeLanguage } from '#core/language.ts'
import type { Reasoned } from '#office/case-step.ts'
import { reasonText } from '#office/refusals.tsx'
import type { PageError } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { Textarea } from '#ui/textarea.tsx'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly language: OfficeLanguage
  /** What was typed, where the form is shown again. */
  readonly typed?: Reasoned | undefined
  /** Several forms of one page need ids of their own. */
  readonly id?: string
}

/** The reason for a step, in the words of whoever takes it. */
export const ReasonField = ({ label, hint, language, typed, id = 'reason' }: Props) => (
  <Textarea
    name="reason"
    id={id}
    label={label}
    hint={hint}
    value={typed?.reason}
    rows={6}
    error={errorOf(typed, language)}
  />
)

const errorOf = (typed: Reasoned | undefined, language: OfficeLanguage) =>
  typed?.problem && {
    text: reasonText(typed.problem, language),
    prefix: officeWords[language].error,
  }

/** The same for the summary above the page. */
export const reasonErrors = (
  typed: Reasoned | undefined,
  language: OfficeLanguage,
  id = 'reason',
): readonly PageError[] =>
  typed?.problem ? [{ text: reasonText(typed.problem, language), href: `#${id}` }] : []
