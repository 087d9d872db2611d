import { assert } from '#core/assert.ts'
import { outcomeIn, partOf, subjectsOf } from '#core/cases/standing.ts'
import { consentingIn } from '#portal/application/consent/consent.tsx'
import type { Person } from '#portal/application/people/page.tsx'
import type { PortalContext } from '#portal/env.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { stateTag } from '#telling/case-words.ts'
import { unnamedTitle } from '#telling/person.ts'

/**
 * Everybody whom a case is about, and who consents to it; of those they do not act for, only that
 * they are in it.
 */
export function peopleIn(
  c: PortalContext,
  parts: readonly OwnAnswers[],
  progressOf: (part: OwnAnswers) => Person['progress'],
): readonly Person[] {
  const [own] = parts
  assert(own !== undefined, 'a case is shown to whoever has a part in it')
  const { language } = c.var
  const { standing } = own.found.whole ?? own.found
  const { type } = own.context
  const people = subjectsOf(standing).map((subject): Person => {
    const part = parts.find(({ found }) => found.partyId === subject)
    const isConfirmed =
      partOf(standing, subject).filings.length > 0 && !standing.marked.includes(subject)
    if (part) {
      const href = paths.application.to(language, { id: part.address })
      const decided = outcomeIn(part.found.standing)
      const outcome = decided && stateTag({ ...standing, outcome: decided }, type, language)
      const isMarked = !decided && part.found.standing.marks.length > 0
      return {
        name: nameOfPart(part, language),
        href,
        progress: progressOf(part),
        outcome,
        ...(isMarked && { mend: paths.correct.to(language, { id: part.address }) }),
      }
    }
    const name = unnamedTitle(standing, type, { subject, language })
    // Which decision it is, whoever it is about tells the others.
    if (own.found.standing.decided) return { name, progress: 'concluded' }
    return { name, progress: isConfirmed ? 'confirmed' : 'theirs' }
  })
  return [...people, ...consentingIn(standing, own.context, language)]
}
