import type { Language } from '#core/language.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'

type Props = {
  /** Theirs, as far as they may know of them. */
  readonly cases: readonly ListedCase[]
  /** Of the status; of somebody else in the family it is not known here. */
  readonly number: string | undefined
  readonly language: Language
}

/** What is being dealt with about a status, each case with the way there. */
export const OpenAbout = ({ cases, number, language }: Props) => (
  <>
    {cases
      .filter(({ about, stage }) => about !== undefined && about === number && isOpen(stage))
      .map((each) => (
        <span class="kc-open-about">
          {WORDS[language]}{' '}
          <a class="govuk-link" href={paths.application.to(language, { id: each.id })}>
            {[each.type.title[language], each.number].filter(Boolean).join(', ')}
          </a>
        </span>
      ))}
  </>
)

const isOpen = (stage: string): boolean => stage !== 'ended' && stage !== 'draft'

const WORDS = {
  az: 'Bu barədə açıq iş var:',
  tr: 'Bununla ilgili açık bir dosya var:',
  en: 'A case about it is open:',
  ru: 'Об этом открыто дело:',
} as const satisfies Record<Language, string>
