import type { InForce } from '#core/policy/enacted.ts'
import { repeatedCodes, unless, type PolicyProblem } from '#core/policy/problem.ts'

/** What every document that holds for a time must mean, whatever it is about. */
export function problemsOfDates({ inForceFrom, inForceUntil }: InForce): readonly PolicyProblem[] {
  return unless(
    inForceUntil === undefined || inForceFrom < inForceUntil,
    ['inForceUntil'],
    'no longer in force before it ever was',
  )
}

type Coded = { readonly code: string }

/** A code stands for one thing in each list of a document. */
export const repeatedInLists = (
  lists: Readonly<Record<string, readonly Coded[]>>,
): readonly PolicyProblem[] =>
  Object.entries(lists).flatMap(([name, entries]) =>
    repeatedCodes(
      entries.map(({ code }) => code),
      [name],
    ),
  )
