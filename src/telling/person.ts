import type { Answers } from '#core/answers/answers.ts'
import { namedIn, type Named } from '#core/answers/named.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/** The name that answers give, as people write it; empty where none was given. */
export const nameIn = (type: Pick<CaseType, 'blocks'>, answers: Answers): string =>
  nameOf(namedIn(type, answers))

export const nameOf = ({ givenNames, surname }: Named): string =>
  [givenNames, surname].filter(Boolean).join(' ')

/** What somebody whom a case is about is in it, as its type calls that. */
export function subjectTitle(
  { parties }: Pick<Standing, 'parties'>,
  { roles }: Pick<CaseType, 'roles'>,
  { subject, language }: { readonly subject: string; readonly language: Language },
): string {
  const role = parties.find(({ id, isSubject }) => isSubject && id === subject)?.role
  return roles.find(({ code }) => code === role)?.title[language] ?? ''
}
