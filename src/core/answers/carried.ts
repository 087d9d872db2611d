import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { answerMeaning, fieldMeaning } from '#core/answers/asked.ts'
import type { Block, CaseType, FieldKind } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** What was answered somewhere to questions that mean something, each of its kind. */
export type Known = (meaning: Meaning, kind: FieldKind) => Value | undefined

/** What somebody answered in another case. */
export const knownFrom =
  (type: Pick<CaseType, 'blocks'>, answers: Answers): Known =>
  (meaning, kind) =>
    fieldMeaning(type, meaning)?.kind === kind ? answerMeaning(type, answers, meaning) : undefined

/**
 * What a block that is asked once can begin with, so that nobody is asked again what they said: of
 * each question the answer to one of the same meaning and kind.
 */
export function carriedInto({ repeats, fields }: Block, known: Known): Values | undefined {
  if (repeats) return undefined
  const values = fields.flatMap(({ code, means, kind }) => {
    const value = means && known(means, kind)
    return value === undefined ? [] : [[code, value] as const]
  })
  return values.length > 0 ? Object.fromEntries(values) : undefined
}
