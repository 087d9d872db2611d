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

/** The same of somebody without a name: of several in one role, with which of them it is. */
export function unnamedTitle(
  standing: Pick<Standing, 'parties'>,
  type: Pick<CaseType, 'roles'>,
  at: { readonly subject: string; readonly language: Language },
): string {
  const title = subjectTitle(standing, type, at)
  const subjects = standing.parties.filter(
    ({ id, isSubject, left }) => isSubject && (left !== true || id === at.subject),
  )
  const role = subjects.find(({ id }) => id === at.subject)?.role
  const alike = [...new Set(subjects.filter((each) => each.role === role).map(({ id }) => id))]
  return alike.length > 1 ? `${title} (${alike.indexOf(at.subject) + 1})` : title
}
