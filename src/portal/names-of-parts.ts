import { answerMeaning } from '#core/answers/asked.ts'
import type { Language } from '#core/language.ts'
import type { OwnAnswers } from '#portal/own-case.ts'

/** What a person of a case is called: by their name once it was given, until then by their role. */
export function nameOfPart(
  { found, description: { type }, kept: { answers } }: OwnAnswers,
  language: Language,
): string {
  const names = (['given-names', 'surname'] as const).flatMap((meaning) => {
    const value = answerMeaning(type, answers, meaning)
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  const { parties } = found.standing
  const role = parties.find(({ id, isSubject }) => isSubject && id === found.partyId)?.role
  const title = type.roles.find(({ code }) => code === role)?.title[language] ?? ''
  return names.length > 0 ? `${names.join(' ')} (${title.toLocaleLowerCase(language)})` : title
}
