import type { Answers, Values } from '#core/answers/answers.ts'
import { answerMeaning, shownFields } from '#core/answers/asked.ts'
import type { Who } from '#core/answers/check.ts'
import { shownValues } from '#core/answers/read.ts'
import type { IsoDate } from '#core/dated.ts'
import { agesOn, isPartialDate, type Ages } from '#core/facts/partial-date.ts'
import type { Block, CaseType, FormField, Option } from '#core/policy/case-type.ts'

/**
 * What nobody is asked, since it follows from what they hold here or from their age: what stands on
 * what they hold, and an answer that is the only one somebody like them can give. What was sent in
 * is fitted to nothing any more: whoever is asked to mend an answer is asked it openly.
 */
export type Fitted = {
  /** With the answers that they are offered. */
  readonly type: CaseType
  /** With those that nobody has to write. */
  readonly answers: Answers
  /** These, by block. */
  readonly known: Readonly<Record<string, Values>>
}

type Whose = { readonly answers: Answers; readonly who: Who; readonly on: IsoDate }

/** A type as it is asked of one person, whose draft has these answers. */
export function fitted(type: CaseType, { answers, who, on }: Whose): Fitted {
  const hangs = type.blocks.some(({ fields }) => fields.some(hangsOnWho))
  if (!hangs || who.filedOn !== undefined) return { type, answers, known: {} }
  const born = answerMeaning(type, answers, 'birth-date')
  const ages = typeof born === 'string' && isPartialDate(born) ? agesOn(born, on) : undefined
  const of = { ages, holds: who.holds }
  const blocks = type.blocks.map((block) => ({
    ...block,
    fields: block.fields.map((field) => offered(field, of)),
  }))
  const known = Object.fromEntries(
    type.blocks.flatMap(({ code, fields }): [string, Values][] => {
      const values = fields.filter(hangsOnWho).flatMap((field) => {
        const value = knownOf(field, of)
        return value === undefined ? [] : [[field.code, value] as const]
      })
      return values.length === 0 ? [] : [[code, Object.fromEntries(values)]]
    }),
  )
  return { type: { ...type, blocks }, answers: withKnown(blocks, answers, known), known }
}

/** Somebody, as far as they are known. */
type Of = {
  readonly ages?: Ages | undefined
  readonly holds?: readonly { readonly kind: string }[] | undefined
}
type Holding = Omit<Of, 'holds'> & { readonly holds?: Who['holds'] | undefined }

const hangsOnWho = ({ known, options = [] }: FormField): boolean =>
  known !== undefined || options.some(isForSome)

/** What is not known of somebody keeps no answer from them; all of none is no question. */
function offered(field: FormField, of: Of): FormField {
  const options = field.options?.filter((option) => isFor(option, of)) ?? []
  return options.length === 0 ? field : { ...field, options }
}

/** True where only some are offered it, by what they hold or how old they are. */
export const isForSome = ({ holding, holdingNone, ageFrom, ageBelow }: Option): boolean =>
  [holding, holdingNone, ageFrom, ageBelow].some((each) => each !== undefined)

/** Whether somebody may be one of those who are offered it. */
export const isFor = (
  { holding, holdingNone = [], ageFrom = 0, ageBelow = Infinity }: Option,
  { ages: { oldest, youngest } = { oldest: Infinity, youngest: 0 }, holds }: Of,
): boolean => {
  const has = (kinds: readonly string[]) => holds?.some(({ kind }) => kinds.includes(kind))
  const mayHold = holding === undefined || has(holding) !== false
  return mayHold && has(holdingNone) !== true && oldest >= ageFrom && youngest < ageBelow
}

function knownOf(field: FormField, of: Holding): string | undefined {
  const { known } = field
  if (known === undefined) {
    const [only, ...others] = offered(field, of).options ?? []
    return others.length === 0 ? only?.code : undefined
  }
  const held = (of.holds ?? [])
    .filter(({ kind }) => known.kinds.includes(kind))
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]
  return known.as === 'number' ? held?.number : held?.until
}

/** A part of which nothing else is asked is answered by it. */
function withKnown(blocks: readonly Block[], answers: Answers, known: Fitted['known']): Answers {
  const added = Object.entries(known).flatMap(([code, values]) => {
    const block = blocks.find((each) => each.code === code)
    if (!block) return []
    const asked = shownFields(block, { answers }, values)
    const isAll = asked.every((field) => values[field.code] !== undefined)
    const items = answers[code] ?? (isAll ? [{ id: code, values: {} }] : [])
    const filled = items.map(({ id, values: written }) => ({
      id,
      values: shownValues(block, { ...written, ...values }, answers),
    }))
    return items.length === 0 ? [] : [[code, filled] as const]
  })
  return { ...answers, ...Object.fromEntries(added) }
}
