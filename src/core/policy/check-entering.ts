import type { Entering } from '#core/cases/contesting.ts'
import { stateOf, type Life } from '#core/cases/life.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/** What ended is entered again by the system alone, and goes on where somebody examines it. */
export const problemsOfEntering = (
  life: Life,
  { rule: { code, from, to }, path }: { readonly rule: Entering; readonly path: Path },
): readonly PolicyProblem[] => [
  ...unless(
    from.every((state) => stateOf(life, state)?.stage === 'ended'),
    [...path, 'from'],
    `${code} enters a case again that has not ended`,
  ),
  ...unless(
    ['examined', 'deciding'].includes(stateOf(life, to)?.stage ?? '') &&
      life.steps.some(({ kind, from: here }) => kind === 'propose' && here.includes(to)),
    [...path, 'to'],
    `${code} leads to ${to}, where nobody examines it anew`,
  ),
]
