import { isLanguage, type Language } from '#core/language.ts'
import { saidOtherwise, WHY_OTHERWISE, type Ahead } from '#core/answers/ahead.ts'
import { valuesOf, type Answers, type Value, type Values } from '#core/answers/answers.ts'
import type { CaseType, Block, Condition, FormField } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** The block of a type that goes by this code. */
export function blockOf({ blocks }: Asking, code: string): Block | undefined {
  return blocks.find((block) => block.code === code)
}

/** The question of a block that goes by this code. */
export function fieldOf(block: Block, code: string): FormField | undefined {
  return block.fields.find((field) => field.code === code)
}

/** True when the condition's answer is among the wanted ones; `here` is the item it stands in. */
export function holds(condition: Condition, answers: Answers, here: Values): boolean {
  const values = condition.block === undefined ? here : valuesOf(answers, condition.block)
  const value = values[condition.field]
  if (value === undefined) return false
  return typeof value === 'string'
    ? condition.is.includes(value)
    : value.some((each) => condition.is.includes(each))
}

/** What a question may hang on besides the item that it stands in. */
export type ShownBy = { readonly answers: Answers; readonly ahead?: readonly Ahead[] | undefined }

/** The fields that are asked, given the other answers and what registers say. */
export function shownFields(
  block: Block,
  { answers, ahead = [] }: ShownBy,
  here: Values,
): readonly FormField[] {
  return block.fields.filter(({ code, means, shownWhen }) =>
    means === WHY_OTHERWISE
      ? (here[code] ?? '') !== '' || saidOtherwise(block, here, ahead).length > 0
      : shownWhen === undefined || holds(shownWhen, answers, here),
  )
}

/** The chosen field of activity: the answer to the first question of that kind. */
export const chosenField = (type: CaseType, answers: Answers = {}): string | undefined =>
  firstAnswer(type, answers, ({ kind }) => kind === 'field')

/** The language in which to write: the answer to the first choice among languages of ours. */
export function chosenLanguage(type: CaseType, answers: Answers): Language | undefined {
  const value = firstAnswer(
    type,
    answers,
    ({ kind, options = [] }) =>
      kind === 'choice' && options.length > 0 && options.every(({ code }) => isLanguage(code)),
  )
  return value !== undefined && isLanguage(value) ? value : undefined
}

/** What was answered first, block by block, to a question of this sort. */
function firstAnswer(
  type: CaseType,
  answers: Answers,
  isOfSort: (field: FormField) => boolean,
): string | undefined {
  for (const block of type.blocks) {
    const field = block.fields.find(isOfSort)
    const value = field && valuesOf(answers, block.code)[field.code]
    if (typeof value === 'string') return value
  }
  return undefined
}

type Asking = Pick<CaseType, 'blocks'>

/** A question, and the block in which it is asked. */
export type Asked = { readonly block: Block; readonly field: FormField }

/** The one question of this type whose answer means this. */
export function askedFor({ blocks }: Asking, meaning: Meaning): Asked | undefined {
  for (const block of blocks) {
    const field = block.fields.find(({ means }) => means === meaning)
    if (field) return { block, field }
  }
  return undefined
}

/** The question that means that, whatever its type calls it. */
export const fieldMeaning = (type: Asking, meaning: Meaning): FormField | undefined =>
  askedFor(type, meaning)?.field

/** What was answered to that question, once; of a list of items, what the first one says. */
export function answerMeaning(type: Asking, answers: Answers, meaning: Meaning): Value | undefined {
  const asked = askedFor(type, meaning)
  return asked && answers[asked.block.code]?.[0]?.values[asked.field.code]
}

/** The same, of the name that the answer to it gives in the letters of the passport. */
export function answerInPassport(
  type: Asking,
  answers: Answers,
  meaning: Meaning,
): Value | undefined {
  const asked = askedFor(type, meaning)
  if (!asked) return undefined
  const { block, field } = asked
  const machine = block.fields.find(({ machineNameOf }) => machineNameOf === field.code)
  return machine && answers[block.code]?.[0]?.values[machine.code]
}
