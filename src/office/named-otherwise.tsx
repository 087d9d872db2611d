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
    {(['document', 'birth-date'] as const).map((by) => {
      const held = named.filter((each) => each.by === by)
      if (held.length === 0) return null
      const { [by]: one, several } = WORDS[language]
      const names = held.map(({ kind, number }) => {
        return `${statuses.get(kind)?.title[language] ?? kind}, ${number}`
      })
      const text = held.length === 1 ? one : several[by]
      return <InsetText>{text.replace('{status}', () => names.join('; '))}</InsetText>
    })}
  </>
)

const WORDS = {
  az: {
    document: 'Cavabdakı pasport şəxsin bu statusunda göstərilən pasport deyil: {status}.',
    'birth-date': 'Cavabdakı doğum tarixi şəxsin bu statusunda göstərilən tarix deyil: {status}.',
    several: {
      document: 'Cavabdakı pasport şəxsin bu statuslarında göstərilən pasport deyil: {status}.',
      'birth-date':
        'Cavabdakı doğum tarixi şəxsin bu statuslarında göstərilən tarix deyil: {status}.',
    },
  },
  en: {
    document: 'The passport in the answers is not the one that this status names: {status}.',
    'birth-date':
      'The date of birth in the answers is not the one that this status names: {status}.',
    several: {
      document: 'The passport in the answers is not the one that these statuses name: {status}.',
      'birth-date':
        'The date of birth in the answers is not the one that these statuses name: {status}.',
    },
  },
} as const satisfies Record<OfficeLanguage, unknown>
