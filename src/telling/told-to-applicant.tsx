import { toldToApplicant } from '#core/answers/applicants.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { isProvisional } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { ProvisionalWord } from '#telling/basis.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly type: CaseType
  readonly answers: Answers
  readonly on: IsoDate
  readonly language: Language
  /** Says to another reader whom the words address. */
  readonly lead?: string
}

/** What answers mean for who may apply, where it stops nobody: applicant and officials see it. */
export const ToldToApplicant = ({ type, answers, on, language, lead }: Props) => (
  <>
    {toldToApplicant(type, answers, on).map(({ words, basis }) => (
      <InsetText>
        {lead !== undefined && <strong>{lead} </strong>}
        {words[language]}{' '}
        {isProvisional(basis['when'] ?? basis['*'] ?? '') && (
          <ProvisionalWord language={language} />
        )}
      </InsetText>
    ))}
  </>
)
