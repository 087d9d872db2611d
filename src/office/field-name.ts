import type { OfficeLanguage } from '#core/language.ts'
import type { Policy } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'

/** What a field of activity is called: they keep their codes, in the words of today. */
export const fieldName = (
  { scorings }: Pick<Policy, 'scorings'>,
  code: string,
  language: OfficeLanguage,
): string =>
  [...scorings.current.values()]
    .flatMap((scoring) => fieldsOf({ scoring }))
    .find((field) => field.code === code)?.title[language] ?? code
