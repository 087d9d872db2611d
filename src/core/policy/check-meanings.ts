import { WHY_OTHERWISE } from '#core/answers/ahead.ts'
import { askedIn } from '#core/answers/asked-of.ts'
import { askedFor } from '#core/answers/asked.ts'
import type { EffectRule } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import { isOfSubject } from '#core/cases/people.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { MEANINGS_OF_HOLDER, type Meaning } from '#core/policy/meanings.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * No two questions that the same person is asked mean the same, but for why an answer is not what a
 * register says, and whoever may hold a status can
 * be named by their answers.
 */
export const problemsOfMeanings = (type: CaseType): readonly PolicyProblem[] =>
  type.roles
    .filter((_, index) => isOfSubject(type, index))
    .flatMap(({ code }) => [...repeatedFor(type, code), ...unnamedFor(type, code)])

function repeatedFor(type: CaseType, role: Role): readonly PolicyProblem[] {
  const asked = askedIn(type, [role])
  return type.blocks.flatMap((block, at) =>
    (asked.blocks.includes(block) ? block.fields : []).flatMap((field, index) => {
      const { means } = field
      const first = means === undefined ? undefined : askedFor(asked, means)
      return unless(
        first === undefined || first.field === field || means === WHY_OTHERWISE,
        ['blocks', at, 'fields', index, 'means'],
        `${means} is what ${first?.block.code}.${first?.field.code} means`,
      )
    }),
  )
}

function unnamedFor(type: CaseType, role: Role): readonly PolicyProblem[] {
  const asked = askedIn(type, [role])
  const given = type.outcomes
    .flatMap(({ effects }) => effects)
    .filter((effect) => effect.effect === 'issue')
    .filter(({ of }) => of === undefined || of.includes(role))
  const names = given.length > 0 || type.outcomes.some(({ effects }) => effects.some(isReplacing))
  const wanted = new Set<Meaning>(names ? MEANINGS_OF_HOLDER : [])
  const unnamed = [...wanted].flatMap((meaning) =>
    unless(
      askedFor(asked, meaning)?.block.repeats === false,
      ['blocks'],
      `no question, asked once, means ${meaning}, and a status names its holder by it`,
    ),
  )
  return [...unnamed, ...given.flatMap((effect) => unmeasured(asked, effect))]
}

const isReplacing = ({ effect }: EffectRule): boolean => effect === 'replace'

/** How long is asked once, of everybody to whom something is given for as long as they asked. */
const unmeasured = (
  asked: CaseType,
  effect: Extract<EffectRule, { readonly effect: 'issue' }>,
): readonly PolicyProblem[] => {
  const wanted = effect.for && 'answer' in effect.for ? effect.for.answer : undefined
  const question = wanted && askedFor(asked, wanted)
  const after = effect.for?.after
  const start = after && askedFor(asked, after)
  return [
    ...unless(
      after === undefined || (start?.block.repeats === false && start.field.kind === 'date'),
      ['blocks'],
      `no date, asked once of everybody who is given ${effect.status}, means ${after}`,
    ),
    ...unless(
      wanted === undefined ||
        (question?.block.repeats === false &&
          question.field.required &&
          (question.field.kind === 'whole-number' ||
            question.field.options?.every(({ code }) => /^[1-9]\d*$/.test(code)) === true)),
      ['blocks'],
      `no question, asked once of everybody who is given ${effect.status}, means ${wanted} and is answered in whole numbers`,
    ),
  ]
}
