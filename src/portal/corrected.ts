import type { Language } from '#core/language.ts'
import { paths } from '#portal/paths.ts'
import type { Case } from '#records/read-case.ts'
import type { Corrected } from '#telling/corrected.tsx'

/** What is to be read beside a case, with the way to where it was decided. */
export const correctedIn = (
  { corrections }: Pick<Case, 'corrections'>,
  language: Language,
): readonly Corrected[] =>
  corrections.map(({ decidedIn: id, isSeen, ...correction }) => ({
    ...correction,
    href: isSeen ? paths.decision.to(language, { id }) : undefined,
  }))
