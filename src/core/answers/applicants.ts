import { valuesOf, type Answers, type Value } from '#core/answers/answers.ts'
import { addMonths, ageOn, type IsoDate } from '#core/dated.ts'
import { earliest, isPartialDate, latest } from '#core/facts/partial-date.ts'
import type { ApplicantRule, CaseType } from '#core/policy/case-type.ts'

type Applying = Pick<CaseType, 'applicants'>

/** One answer, and the day on which it is looked at. */
type Given = {
  readonly block: string
  readonly field: string
  readonly value: Value
  readonly on: IsoDate
}

/** The rules that this answer keeps the person from applying by. */
export const whoMayNotApply = (type: Applying, given: Given): readonly ApplicantRule[] =>
  type.applicants.filter((rule) => rule.stops && isCase(rule, given))

/** What a person is told about their application, and what stops nobody: an official decides. */
export const toldToApplicant = (
  type: Applying,
  answers: Answers,
  on: IsoDate,
): readonly ApplicantRule[] =>
  type.applicants.filter((rule) => {
    const { block, field } = rule.when
    const value = valuesOf(answers, block)[field]
    return !rule.stops && value !== undefined && isCase(rule, { block, field, value, on })
  })

/** A person whose birthday is not known is as old, and a document valid as long, as can be. */
function isCase({ when }: ApplicantRule, { block, field, value, on }: Given): boolean {
  if (when.block !== block || when.field !== field) return false
  const values = typeof value === 'string' ? [value] : value
  if ('is' in when) return values.some((each) => when.is.includes(each))
  return values
    .filter(isPartialDate)
    .some((date) =>
      'youngerThan' in when
        ? ageOn(earliest(date), on) < when.youngerThan
        : latest(date) < addMonths(on, when.monthsLeftLessThan),
    )
}
