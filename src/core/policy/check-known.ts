import { fieldMeaning } from '#core/answers/asked.ts'
import { isFor, isForSome } from '#core/answers/known.ts'
import type { Around } from '#core/policy/around.ts'
import type { Block, CaseType, FormField, Option } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/** What need not be asked hangs on kinds that there are, and leaves everybody an answer. */
export const problemsOfKnown = (type: CaseType, around: Known): readonly PolicyProblem[] =>
  type.blocks.flatMap((block, index) =>
    block.fields.flatMap((field, at) => {
      const path = ['blocks', index, 'fields', at]
      return [
        ...problemsOfHeld({ block, field }, around, path),
        ...problemsOfOptions({ type, field }, around, [...path, 'options']),
      ]
    }),
  )

type Known = Pick<Around, 'statuses'>

function problemsOfHeld(
  { block, field }: { readonly block: Block; readonly field: FormField },
  around: Known,
  path: Path,
): readonly PolicyProblem[] {
  const { known, kind } = field
  if (known === undefined) return []
  return [
    ...unless(
      !block.repeats && kind === (known.as === 'number' ? 'text' : 'date'),
      [...path, 'known'],
      'a last day is a date, a number is a text, and each is asked once',
    ),
    ...problemsOfKinds(known.kinds, around, [...path, 'known']),
  ]
}

function problemsOfOptions(
  {
    type,
    field: { options = [], required },
  }: { readonly type: CaseType; readonly field: FormField },
  around: Known,
  path: Path,
): readonly PolicyProblem[] {
  if (!options.some(isForSome)) return []
  const asksAge = fieldMeaning(type, 'birth-date') !== undefined
  return [
    ...unless(required, path, 'who is offered which answer is said where one has to be given'),
    ...options.flatMap(({ holding = [], holdingNone = [] }, index) =>
      problemsOfKinds([...holding, ...holdingNone], around, [...path, index]),
    ),
    ...unless(
      asksAge || options.every(({ ageFrom, ageBelow }) => (ageFrom ?? ageBelow) === undefined),
      path,
      'an age is known where somebody was asked when they were born',
    ),
    ...unless(
      everybody(options).every((of) => options.some((each) => isFor(each, of))),
      path,
      LEFT,
    ),
  ]
}

const LEFT = 'there is somebody who is offered no answer'

/** Somebody of each age that makes a difference, who holds nothing, or one kind, or all. */
function everybody(options: readonly Option[]): readonly Parameters<typeof isFor>[1][] {
  const kinds = options.flatMap(({ holding = [], holdingNone = [] }) => [
    ...holding,
    ...holdingNone,
  ])
  const ages = options.flatMap(({ ageFrom = 0, ageBelow = 0 }) => [ageFrom, ageBelow])
  const held = [[], ...kinds.map((kind) => [kind]), kinds]
  return held.flatMap((each) =>
    [0, ...ages].map((age) => ({
      ages: { oldest: age, youngest: age },
      holds: each.map((kind) => ({ kind })),
    })),
  )
}

const problemsOfKinds = (
  kinds: readonly string[],
  { statuses }: Known,
  path: Path,
): readonly PolicyProblem[] =>
  kinds.flatMap((kind) =>
    unless(
      statuses.some(({ code }) => code === kind),
      path,
      `${kind} is no kind of status`,
    ),
  )
