import { isSame } from '#core/answers/agreeing.ts'
import type { Answers } from '#core/answers/answers.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import type { Found } from '#core/cases/consulted.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/**
 * What holders of a status are followed by: which register is asked about them again, how often,
 * and for which of the things that it can say a case about the status is opened.
 */
export type FollowRule = Grounded<{
  readonly service: string
  readonly everyDays: number
  /** Only so many days after it was given; as long as it is held, where nothing is said. */
  readonly forDays?: number
  /** Whoever holds it is shown what it says. */
  readonly shown?: true
  readonly opens: readonly Opening[]
}>

/** The first that fits counts: in a word of the service, or by what is not as it was written. */
type Opening = {
  readonly type: string
  readonly results?: readonly string[]
  readonly differs?: readonly Meaning[]
}

/** The type of case that is opened for what a register says of somebody; none, for most. */
export const openedBy = (
  { opens }: Pick<FollowRule, 'opens'>,
  { result, says }: Pick<Found, 'result' | 'says'>,
  { type, answers }: { readonly type: CaseType; readonly answers: Answers },
): string | undefined =>
  opens.find(
    ({ results = [], differs = [] }) =>
      results.includes(result) ||
      differs.some((meaning) => {
        const written = answerMeaning(type, answers, meaning)
        const said = says[0]?.[meaning]
        return said !== undefined && written !== undefined && !isSame(written, said)
      }),
  )?.type
