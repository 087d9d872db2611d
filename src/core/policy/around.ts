import type { StatusKind } from '#core/cases/statuses.ts'
import type { Life } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf, type Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/** What a life is held against: its procedure and its scoring, and what else there is. */
export type Around = {
  readonly procedure: Procedure
  readonly scoring?: Scoring | undefined
  readonly statuses: readonly StatusKind[]
  readonly types: readonly Pick<
    CaseType,
    | 'code'
    | 'numberPrefix'
    | 'programme'
    | 'family'
    | 'roles'
    | 'begins'
    | 'clock'
    | 'outcomes'
    | 'states'
    | 'steps'
  >[]
}

/** A term that the procedure does not have. */
export const noTerm = (procedure: Procedure, code: string, path: Path): readonly PolicyProblem[] =>
  unless(termOf(procedure, code) !== undefined, path, `there is no term ${code}`)

/** A step that the type does not have. */
export const noStep = ({ steps }: Life, step: string, path: Path): readonly PolicyProblem[] =>
  unless(
    steps.some(({ code }) => code === step),
    path,
    `${step} is no step of this type`,
  )
