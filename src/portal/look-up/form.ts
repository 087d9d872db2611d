import type { Ahead } from '#core/answers/ahead.ts'
import type { Answers, Values } from '#core/answers/answers.ts'
import { answerMeaning, askedFor } from '#core/answers/asked.ts'
import type { Block, CaseType, FormField } from '#core/policy/case-type.ts'
import type { Service } from '#core/policy/systems.ts'
import type { Facts } from '#records/inquiries.ts'

/**
 * What registers have to be told before they can be asked, as one form: the questions of the type
 * that mean it, by what they mean. Those of a list are answered in the list.
 */
export function questionsFor(type: CaseType, services: readonly Service[]): Block {
  const tells = new Set(services.flatMap(({ service }) => service.tells))
  const fields = [...tells].flatMap((meaning): FormField[] => {
    const asked = askedFor(type, meaning)
    if (!asked || asked.block.repeats) return []
    const { shownWhen: _always, notBefore: _nothing, ...field } = asked.field
    return [{ ...field, code: meaning }]
  })
  return { ...NO_BLOCK, fields }
}

const NO_BLOCK = {
  code: 'look-up',
  title: { az: '', tr: '', en: '', ru: '' },
  repeats: false,
  itemsMin: 1,
  itemsMax: 1,
  basis: { '*': 'provisional' },
} as const

/** What is known of it already: answered, or told to a register before. */
export const knownOf = (
  { fields }: Block,
  type: CaseType,
  { answers, ahead }: { readonly answers: Answers; readonly ahead: readonly Ahead[] },
): Values =>
  Object.fromEntries(
    fields.flatMap(({ means }) => {
      const told = means && (ahead.at(-1)?.told[means] ?? answerMeaning(type, answers, means))
      return means === undefined || told === undefined ? [] : [[means, told]]
    }),
  )

/** What one service is told: of what was written here what it has to know, and nothing else. */
export const factsOf = ({ service }: Service, values: Values): Facts =>
  Object.fromEntries(
    service.tells.flatMap((meaning) => {
      const told = values[meaning]
      return told === undefined || told.length === 0 ? [] : [[meaning, told]]
    }),
  )
