import { blockOf, fieldOf } from '#core/answers/asked.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { leading } from '#telling/answers.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly marks: readonly Mark[]
  readonly type: CaseType
  readonly language: Language
}

/** What was to be corrected, with what was wrong with it. */
export const AskedFor = ({ marks, type, language }: Props) => (
  <ul class="govuk-list govuk-list--bullet">
    {marks.map((mark) => (
      <li>
        {leading(nameOf(mark, type, language))} <Written class="kc-value">{mark.note}</Written>
      </li>
    ))}
  </ul>
)

function nameOf(mark: Mark, type: CaseType, language: Language): string {
  if (mark.kind === 'document') {
    const rule = type.checklist.find(({ code }) => code === mark.document)
    return rule?.title[language] ?? mark.document
  }
  const block = blockOf(type, mark.block)
  const field = block && fieldOf(block, mark.field)
  return [block?.title[language], field?.label[language]].filter(Boolean).join(', ')
}
