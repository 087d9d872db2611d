import { askedFor } from '#core/answers/asked.ts'
import { aboutDecisionsOf } from '#core/cases/contesting.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { PolicyProblem } from '#core/policy/problem.ts'

/** What a type may do, and whoever adopts it should know: nothing stands in the way of its use. */
export type PolicyWarning = PolicyProblem & { readonly warning: 'no-complaint' | 'no-name' }

/** What is missing from a type, given the others that are in force beside it. */
export const warningsOfType = (
  type: CaseType,
  types: readonly CaseType[],
): readonly PolicyWarning[] => [...uncontested(type, types), ...unnamed(type)]

/** What is decided against somebody has no complaint in the portal where no case is about it. */
function uncontested(
  { code, begins, outcomes, steps }: CaseType,
  types: readonly CaseType[],
): readonly PolicyWarning[] {
  const isRead = steps.some(
    (step) => step.kind === 'decide' && audienceOf(step, 'decide') === 'person',
  )
  if (!isRead) return []
  // Who does not agree with what was decided about a decision goes to court.
  if (aboutDecisionsOf(begins).length > 0) return []
  if (types.some((other) => aboutDecisionsOf(other.begins).includes(code))) return []
  const index = outcomes.findIndex(({ favourable }) => !favourable)
  const against = outcomes[index]
  if (!against) return []
  return [
    {
      warning: 'no-complaint',
      path: ['outcomes', index],
      reason: `nobody can complain of ${against.code} in the portal: name ${code} under about.decision of a type of case about decisions`,
    },
  ]
}

/** A case about a status or a decision is about whom another case named. */
function unnamed(type: CaseType): readonly PolicyWarning[] {
  const { about } = type.begins
  if (about !== undefined && !('party' in about)) return []
  if (askedFor(type, 'surname')) return []
  return [
    {
      warning: 'no-name',
      path: ['blocks'],
      reason:
        'no question means surname, so that decisions and officials call whoever it is about by another case of theirs, where there is one: ask one with means: surname',
    },
  ]
}
