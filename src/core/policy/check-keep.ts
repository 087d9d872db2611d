import { givesPaper } from '#core/cases/effects.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import { KEEP_ENDS, type CaseType } from '#core/policy/case-type.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf } from '#core/policy/procedure.ts'

/**
 * How long something is kept is counted by terms that there are, from a day that comes; nobody
 * loses what proves a thing that they hold; and whoever is told before it goes is told by a letter.
 */
export function problemsOfKeep(
  { keep, outcomes, letters, steps }: CaseType,
  { procedure }: Pick<Around, 'procedure'>,
): readonly PolicyProblem[] {
  const path = ['keep']
  const whole = keep
    ? [
        ...noTerm(procedure, keep.term, path),
        ...noTerm(procedure, keep.notice, path),
        ...unless(
          termOf(procedure, keep.notice)?.length !== 0,
          path,
          `${keep.notice} leaves no time between the notice and the end`,
        ),
        ...unless(
          letters.some(({ on, when }) => on === KEEP_ENDS && when === undefined),
          path,
          `no letter on ${KEEP_ENDS} tells before something goes`,
        ),
      ]
    : []
  const ofEach = outcomes.flatMap(({ code, keep: own, effects }, index) => {
    if (own === undefined) return []
    const at = ['outcomes', index, 'keep']
    const gives = effects.some(givesPaper)
    return [
      ...noTerm(procedure, own.term, at),
      ...unless(
        keep !== undefined,
        at,
        'the type says in keep how long before something goes the person is told',
      ),
      ...unless(
        own.from !== 'told' || steps.some(({ kind }) => kind === 'tell'),
        at,
        `nobody is told of ${code} by a step`,
      ),
      ...unless(
        gives === (own.from === 'status-end'),
        at,
        gives
          ? `${code} gives a status or its paper, and is kept from status-end`
          : `${code} gives no status whose end it could be kept from`,
      ),
    ]
  })
  return [...whole, ...ofEach]
}
