import type { StatusKind } from '#core/cases/statuses.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { NamedOtherwise } from '#records/named-otherwise.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly named: readonly NamedOtherwise[]
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly language: OfficeLanguage
}

/** Beside what somebody wrote: what they hold that names them otherwise. */
export const NamedOtherwiseNote = ({ named, statuses, language }: Props) => (
  <>
    {named.map(({ kind, number, by }) => {
      const title = statuses.get(kind)?.title[language] ?? kind
      return (
        <InsetText>
          {WORDS[language][by].replace('{status}', () => `${title}, ${number}`)}
        </InsetText>
      )
    })}
  </>
)

const WORDS = {
  az: {
    document: 'Cavabdakı pasport şəxsin bu statusunda göstərilən pasport deyil: {status}.',
    'birth-date': 'Cavabdakı doğum tarixi şəxsin bu statusunda göstərilən tarix deyil: {status}.',
  },
  en: {
    document: 'The passport in the answers is not the one that this status names: {status}.',
    'birth-date':
      'The date of birth in the answers is not the one that this status names: {status}.',
  },
} as const satisfies Record<OfficeLanguage, unknown>
