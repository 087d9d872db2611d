import type { OfficeLanguage } from '#core/language.ts'
import type { OpenCase } from '#office/open-case.ts'
import { officeTag } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { InsetText } from '#ui/inset-text.tsx'
import { Written } from '#ui/written.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

/** What stands proposed in a case: what, on which grounds, since when, and why. */
export const Proposed = ({ open, language }: Props) => {
  const { proposed } = open.found.standing
  const { type, rules } = open.description
  if (!proposed) return null
  return (
    <>
      {proposed.proposals.map(({ outcome, grounds, reasoning }) => (
        <InsetText>
          <p class="govuk-body">
            <strong>{officeTag({ state: '', outcome }, type, language)}</strong>,{' '}
            {formatDate(proposed.on, language, 'plain')}
          </p>
          {grounds.map((code) => (
            <p class="govuk-body">
              {rules.grounds.find((ground) => ground.code === code)?.title[language] ?? code}
            </p>
          ))}
          {reasoning !== '' && <Written class="kc-value">{reasoning}</Written>}
        </InsetText>
      ))}
    </>
  )
}
