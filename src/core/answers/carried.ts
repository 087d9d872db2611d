import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { answerMeaning, fieldMeaning } from '#core/answers/asked.ts'
import type { Block, CaseType, FieldKind } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** By what a status names its holder. */
const NAMES = [
  'surname',
  'given-names',
  'birth-date',
  'citizenships',
  'document-number',
  'document-issuer',
] as const satisfies readonly Meaning[]

type Said = { readonly type: Pick<CaseType, 'blocks'>; readonly answers: Answers }

/** Whether somebody is named otherwise by what was answered later, where both were asked. */
export const namesOtherwise = (before: Said, later: Said): boolean =>
  NAMES.some((meaning) => {
    const [was, is] = [before, later].map(({ type, answers }) =>
      answerMeaning(type, answers, meaning),
    )
    return was !== undefined && is !== undefined && [was].flat().join() !== [is].flat().join()
  })

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
