import type { Contest } from '#core/cases/appeal.ts'
import type { Law } from '#core/cases/context.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Translation } from '#core/cases/told.ts'
import type { Language } from '#core/language.ts'
import type { Line } from '#telling/act/lines.ts'
import { actWords } from '#telling/act/words.ts'
import type { Reading } from '#telling/fact-values.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import type { Wording } from '#telling/option-names.ts'

/**
 * What an act is told by, besides its record: the law that the record names, with its words. Of one
 * that no person reads officials are told in words of their own.
 */
export type ActReading = Pick<Reading, 'laws' | 'language'> &
  Pick<Wording, 'reader'> &
  Law & {
    readonly statuses: ReadonlyMap<string, StatusKind>
    /** How it is fought, where it gave nothing. */
    readonly contest?: Contest | undefined
  }

/** One of the texts that were translated. */
type Translated = (translation: Translation) => string | undefined

/**
 * A text that an official wrote: in the act itself as it was written, in a translation as it was
 * translated. Where that was done for a reader of another language, it says for which.
 */
export function writtenIn(
  text: string,
  { translation }: DecisionRecord,
  { language, translated }: { readonly language: Language; readonly translated: Translated },
): readonly Line[] {
  if (language === WRITTEN_IN) return [{ is: 'written', text, language }]
  const words = actWords[language]
  const there = translation === null ? undefined : translated(translation)
  if (translation === null || there === undefined)
    return [{ is: 'small', text: words.untranslated }]
  const written = { is: 'written', text: there, language: translation.language } as const
  return translation.language === language
    ? [written]
    : [{ is: 'small', text: words[`in-${translation.language}`] }, written]
}

/** Whether something that officials wrote is in no language but that of the act for this reader. */
export const lacksTranslation = (
  { reasoning, criteria, translation }: DecisionRecord,
  language: Language,
): boolean =>
  language !== WRITTEN_IN &&
  ((reasoning !== '' && translation?.reasoning === undefined) ||
    criteria.some(({ criterion }) => translation?.reasons[criterion] === undefined))
