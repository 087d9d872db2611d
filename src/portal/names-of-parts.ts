import type { Language } from '#core/language.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import { nameIn, subjectTitle, unnamedTitle } from '#telling/person.ts'

/** What a person of a case is called: by their name once it was given, until then by their role. */
export function nameOfPart(
  { found, description: { type }, kept: { answers } }: OwnAnswers,
  language: Language,
): string {
  const { standing, partyId: subject } = found
  const name = nameIn(type, answers)
  if (name === '') return unnamedTitle(standing, type, { subject, language })
  const title = subjectTitle(standing, type, { subject, language })
  return `${name} (${title.toLocaleLowerCase(language)})`
}
