import { deepEqual } from 'node:assert/strict'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import type { PolicyProblem } from '#core/policy/problem.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { toyLaws, toyProcedure, toyScoring } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { toyType, toyTypes } from '#test/toy-types.ts'

/** The toy types with one thing spoilt at a time, and what the loader says of them. */
type Beside = {
  readonly procedure?: Procedure
  readonly scoring?: Scoring
  readonly statuses?: readonly StatusKind[]
  readonly types?: readonly CaseType[]
}

export const told = ({ path, reason }: PolicyProblem): string => `${path.join('.')}: ${reason}`

export const found = (type: CaseType, beside: Beside = {}): readonly string[] =>
  problemsOfType(type, {
    procedure: toyProcedure,
    ...(type.scoring === undefined ? {} : { scoring: toyScoring }),
    laws: toyLaws,
    statuses: [toyStatus],
    types: toyTypes,
    ...beside,
  }).map(told)

type Coded = { readonly code: string }

/** The list with other properties of one entry; what is undefined there is as if it were absent. */
export const spoilt = <Entry extends Coded>(
  entries: readonly Entry[],
  code: string,
  said: object,
): readonly Entry[] =>
  entries.map((entry) => (entry.code === code ? Object.assign({}, entry, said) : entry))

export const step = (code: string, said: object, type: CaseType = toyType): CaseType => ({
  ...type,
  steps: spoilt(type.steps, code, said),
})
export const state = (code: string, said: object, type: CaseType = toyType): CaseType => ({
  ...type,
  states: spoilt(type.states, code, said),
})
export const outcome = (code: string, said: object, type: CaseType = toyType): CaseType => ({
  ...type,
  outcomes: spoilt(type.outcomes, code, said),
})
export const without = (code: string, type: CaseType = toyType): CaseType => ({
  ...type,
  steps: type.steps.filter((rule) => rule.code !== code),
})

/** The place of a step in its list, as problems name it. */
export const at = (code: string, type: CaseType = toyType): string =>
  `steps.${type.steps.findIndex((rule) => rule.code === code)}`

/** Each type has these problems and no others. */
export function expectAll(rows: readonly (readonly [CaseType, readonly string[]])[]): void {
  for (const [type, problems] of rows) deepEqual(found(type), problems)
}
