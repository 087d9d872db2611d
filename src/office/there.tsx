import type { OfficeLanguage } from '#core/language.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import type { LiesThere } from '#records/lies-there.ts'
import { formatDate } from '#telling/dates.ts'
import { Tag } from '#ui/tag.tsx'

type TagProps = { readonly isAskedBack?: boolean; readonly language: OfficeLanguage }

/** That it is examined elsewhere, or that somebody asked for it back, in a word. */
export const ThereTag = ({ isAskedBack = false, language }: TagProps) => (
  <Tag colour={isAskedBack ? 'yellow' : 'blue'}>
    {thereWords[language][isAskedBack ? 'recall' : 'tag']}
  </Tag>
)

type Props = {
  readonly there: LiesThere
  readonly systems: Systems
  readonly language: OfficeLanguage
}

/** Which system has it, and since when. */
export function thereSince({ there, systems, language }: Props): string {
  const { service, since } = there
  const system = serviceOf(systems, service)?.system.name[language] ?? service
  return thereWords[language].since
    .replace('{system}', () => system)
    .replace('{day}', formatDate(since, language, 'plain'))
}

const en = {
  tag: 'Examined elsewhere',
  recall: 'Asked back',
  since: 'With this system since {day}: {system}',
} as const

const thereWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    tag: 'Başqa sistemdədir',
    recall: 'Geri istənilib',
    since: 'Bu sistemdədir: {system}. Göndərilib: {day}',
  },
}
