import { isOfficeRole } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Language } from '#core/language.ts'
import { writingWords } from '#portal/writing-words.ts'
import type { Case } from '#records/read-case.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Messages } from '#ui/messages.tsx'

type Props = {
  readonly said: Case['standing']['said']
  readonly type: CaseType
  readonly language: Language
}

/** What was written in a case; an official is known by their role alone. */
export const Written = ({ said, type, language }: Props) => (
  <Messages
    messages={said.map(({ role, at, messages }) => ({
      who: isOfficeRole(role) ? roleName(role, type, language) : writingWords[language].you,
      datetime: at,
      when: formatMomentInBaku(at, language),
      text: messages[0]?.text ?? '',
      side: isOfficeRole(role) ? 'theirs' : 'ours',
    }))}
  />
)
