import type { Life, StatusKind } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'

/** What a life is held against: the rules that decide it, and what else there is. */
export type Around = {
  readonly rules: RuleSet
  readonly statuses: readonly StatusKind[]
  readonly types: readonly Pick<CaseType, 'code' | 'numberPrefix' | 'begins' | 'outcomes'>[]
}

/** A term that the rules do not have. */
export const noTerm = (rules: RuleSet, code: string, path: Path): readonly PolicyProblem[] =>
  unless(termOf(rules, code) !== undefined, path, `there is no term ${code}`)

/** A step that the type does not have. */
export const noStep = ({ steps }: Life, step: string, path: Path): readonly PolicyProblem[] =>
  unless(
    steps.some(({ code }) => code === step),
    path,
    `${step} is no step of this type`,
  )
