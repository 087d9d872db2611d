import type { CaseType } from '#core/policy/case-type.ts'
import type { Around } from '#core/policy/around.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'

/** A family is one type: people join it and leave it, and nobody ever decides anything about it. */
export function problemsOfFamily(
  { code, family, steps, subjects, begins }: CaseType,
  { types }: Pick<Around, 'types'>,
): readonly PolicyProblem[] {
  if (family === undefined) return []
  const path = ['family']
  const other = types.find((each) => each.family === true && each.code !== code)
  return [
    ...unless(other === undefined, path, `${other?.code} says who belongs to whom as well`),
    ...unless(subjects !== undefined, path, 'it is about several people'),
    ...unless(begins.about === undefined, path, 'it is about nothing else'),
    ...steps.flatMap(({ code: step, kind }, index) =>
      unless(
        kind === 'begin' || kind === 'end',
        ['steps', index, 'kind'],
        `${step}: of a family one can only be, and be no more`,
      ),
    ),
  ]
}
