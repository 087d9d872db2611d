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
  /** What to write, where it is no reason. */
  readonly missing?: string
}

/** The reason for a step, in the words of whoever takes it. */
export const ReasonField = ({ label, hint, language, typed, missing }: Props) => (
  <Textarea
    name="reason"
    id="reason"
    label={label}
    hint={hint}
    value={typed?.reason}
    rows={6}
    error={errorOf(typed, language, missing)}
  />
)

function errorOf(typed: Reasoned | undefined, language: OfficeLanguage, missing?: string) {
  if (!typed?.problem) return undefined
  const text =
    typed.problem === 'missing' && missing !== undefined
      ? missing
      : reasonText(typed.problem, language)
  return { text, prefix: officeWords[language].error }
}

/** The same for the summary above the page. */
export const reasonErrors = (
  typed: Reasoned | undefined,
  language: OfficeLanguage,
  missing?: string,
): readonly PageError[] => {
  const error = errorOf(typed, language, missing)
  return error ? [{ text: error.text, href: '#reason' }] : []
}
