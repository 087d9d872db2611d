import { first, type Typed } from '#core/answers/typed.ts'
import { isWithinBounds, type GivenPoints } from '#core/cases/answering.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { Criterion } from '#core/policy/scoring.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { reasonText } from '#office/refusals.tsx'
import { pointsWords } from './points-words.ts'

export const pointsName = (criterion: string): string => `points.${criterion}`
export const reasonName = (criterion: string): string => `reason.${criterion}`

export type PointsTyped = {
  readonly given: readonly GivenPoints[]
  readonly errors: FieldErrors
}

/** All criteria of a body at once, and everything that is wrong with any of them. */
export function pointsTyped(
  typed: Typed,
  criteria: readonly Criterion[],
  language: OfficeLanguage,
): PointsTyped {
  const errors: Record<string, string> = {}
  const given = criteria.map((criterion) => {
    const { code, title } = criterion
    const written = first(typed, pointsName(code))
    const { reason, problem } = reasonIn(typed, reasonName(code))
    const wrong = pointsProblem(written, criterion, language)
    if (wrong !== undefined) errors[pointsName(code)] = `${title[language]}: ${wrong}`
    if (problem) errors[reasonName(code)] = `${title[language]}: ${reasonText(problem, language)}`
    return { criterion: code, points: Number(written), reason }
  })
  return { given, errors }
}

function pointsProblem(
  written: string,
  criterion: Criterion,
  language: OfficeLanguage,
): string | undefined {
  const words = pointsWords[language]
  if (written === '') return words.missing
  if (!/^[+-]?\d{1,4}$/.test(written)) return words.number
  const given = { criterion: criterion.code, points: Number(written) }
  return isWithinBounds(given, { criteria: [criterion] })
    ? undefined
    : bounded(words.range, criterion)
}

/** A sentence that names the least and the most that a criterion can be worth. */
export const bounded = (text: string, { pointsMin, pointsMax }: Criterion): string =>
  text.replace('{min}', String(pointsMin)).replace('{max}', String(pointsMax))
