import type { CaseType } from '#core/policy/case-type.ts'
import { askedFor } from '#core/answers/asked.ts'
import { MEANINGS_OF_HOLDER } from '#core/policy/meanings.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'

/** No two questions mean the same, and whoever may hold a status can be named by the answers. */
export function problemsOfMeanings(type: CaseType): readonly PolicyProblem[] {
  const repeated = type.blocks.flatMap(({ fields }, block) =>
    fields.flatMap((field, at) => {
      const { means } = field
      const first = means === undefined ? undefined : askedFor(type, means)
      return unless(
        first === undefined || first.field === field,
        ['blocks', block, 'fields', at, 'means'],
        `${means} is what ${first?.block.code}.${first?.field.code} means`,
      )
    }),
  )
  const gives = type.outcomes.some(({ effects }) =>
    effects.some(({ effect }) => effect === 'issue'),
  )
  const unnamed = (gives ? MEANINGS_OF_HOLDER : []).flatMap((meaning) =>
    unless(
      askedFor(type, meaning)?.block.repeats === false,
      ['blocks'],
      `no question, asked once, means ${meaning}, and a status names its holder by it`,
    ),
  )
  return [...repeated, ...unnamed]
}
