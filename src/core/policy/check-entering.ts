import type { Entering } from '#core/cases/contesting.ts'
import { stateOf, type Life } from '#core/cases/life.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/** What was decided is entered again by the system alone, and goes on where it is examined. */
export const problemsOfEntering = (
  life: Life,
  { rule: { code, from, to }, path }: { readonly rule: Entering; readonly path: Path },
): readonly PolicyProblem[] => [
  ...unless(
    from.every((state) => ['carrying-out', 'ended'].includes(stateOf(life, state)?.stage ?? '')),
    [...path, 'from'],
    `${code} enters a case again that was not decided`,
  ),
  ...unless(
    ['examined', 'deciding'].includes(stateOf(life, to)?.stage ?? '') &&
      life.steps.some(({ kind, from: here }) => kind === 'propose' && here.includes(to)),
    [...path, 'to'],
    `${code} leads to ${to}, where nobody examines it anew`,
  ),
]
