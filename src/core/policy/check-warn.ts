import { askedFor } from '#core/answers/asked.ts'
import { aboutDecisionsOf } from '#core/cases/contesting.ts'
import type { StepRule } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { PolicyProblem } from '#core/policy/problem.ts'

/** What a type may do, and whoever adopts it should know: nothing stands in the way of its use. */
export type PolicyWarning = PolicyProblem & {
  readonly warning: 'no-complaint' | 'no-keep' | 'no-letter' | 'no-name' | 'no-way-on'
}

/** What is missing from a type, given the others that are in force beside it. */
export const warningsOfType = (
  type: CaseType,
  types: readonly CaseType[],
): readonly PolicyWarning[] => [
  ...uncontested(type, types),
  ...unnamed(type),
  ...unwritten(type),
  ...unclosed(type),
  ...unkept(type),
]

/** Steps of these kinds are what a person waits for, or has to do something about. */
const WRITTEN_OF: readonly StepRule['kind'][] = ['file', 'return', 'decide']

/** Nobody is written to where a step that they read sends no letter. */
const unwritten = ({ steps, letters }: CaseType): readonly PolicyWarning[] =>
  steps.flatMap((step, index) => {
    const isPart = step.kind === 'file' && step.part === true
    const isRead = audienceOf(step, step.kind) === 'person'
    if (!WRITTEN_OF.includes(step.kind) || isPart || !isRead) return []
    if (letters.some(({ on }) => on === step.code)) return []
    return [
      {
        warning: 'no-letter' as const,
        path: ['steps', index],
        reason: `nobody is written to when ${step.code} is taken: add a letter with on: ${step.code}`,
      },
    ]
  })

/** What was given back and does not come stays with the person, and no step of time leads on. */
const unclosed = ({ steps }: CaseType): readonly PolicyWarning[] =>
  steps.flatMap((step, index) => {
    if (step.kind !== 'return') return []
    if (steps.some(({ kind, from }) => kind === 'lapse' && from.includes(step.to))) return []
    return [
      {
        warning: 'no-way-on' as const,
        path: ['steps', index],
        reason: `what is given back by ${step.code} and never comes stays in ${step.to} for ever: add a step of the kind lapse from there`,
      },
    ]
  })

/** Where others are kept for a time, one that is not is kept for good. */
const unkept = ({ outcomes, keep }: CaseType): readonly PolicyWarning[] =>
  keep === undefined
    ? []
    : outcomes.flatMap((outcome, index) =>
        outcome.keep === undefined
          ? [
              {
                warning: 'no-keep' as const,
                path: ['outcomes', index],
                reason: `what is decided as ${outcome.code} is kept for good: say under keep how long, and from when`,
              },
            ]
          : [],
      )

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
