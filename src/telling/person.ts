import type { Answers } from '#core/answers/answers.ts'
import { namedIn } from '#core/answers/named.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/** The name that answers give, as people write it; empty where none was given. */
export function nameIn(type: Pick<CaseType, 'blocks'>, answers: Answers): string {
  const { givenNames, surname } = namedIn(type, answers)
  return [givenNames, surname].filter(Boolean).join(' ')
}

/** What somebody whom a case is about is in it, as its type calls that. */
export function subjectTitle(
  { parties }: Pick<Standing, 'parties'>,
  { roles }: Pick<CaseType, 'roles'>,
  { subject, language }: { readonly subject: string; readonly language: Language },
): string {
  const role = parties.find(({ id, isSubject }) => isSubject && id === subject)?.role
  return roles.find(({ code }) => code === role)?.title[language] ?? ''
}
