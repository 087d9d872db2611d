import { isSame, nearest } from '#core/answers/agreeing.ts'
import type { Answers, Item, Value, Values } from '#core/answers/answers.ts'
import type { Said } from '#core/cases/consulted.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Block, CaseType, DocumentRule, FormField } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/**
 * Registers that are asked ahead: while somebody is still writing, because they want it. What one
 * says fills the form, and may be corrected with a reason; what it confirms need not be brought.
 * One that says nothing holds nobody up (docs/decisions/0041).
 */
export type Ahead = {
  readonly system: string
  readonly service: string
  readonly askedAt: IsoMoment
  /** What it was told, as they had written it by then. */
  readonly told: Readonly<Partial<Record<Meaning, Value>>>
  /** And of the first person of the case, where it was asked how they are tied to them. */
  readonly toldOfFirst?: Ahead['told']
  /** What it is asked to confirm; nothing else that it says is shown. */
  readonly confirms: readonly Meaning[]
  readonly answer?: AheadAnswer
  /** The last try reached it, and it said no; or sent what nobody understands. */
  readonly outcome?: 'waits' | 'refused' | 'unreachable' | 'unintelligible'
}

/** What it said, and when. */
type AheadAnswer = {
  /** In a word of the service. */
  readonly result: string
  /** That word speaks for what was written: the document is good, the register knows of it. */
  readonly fits: boolean
  readonly says: readonly Said[]
  /** What else it says of that, which fills nothing. */
  readonly note?: string
  readonly at: IsoMoment
}

/** What the question means that asks why an answer is not what a register says. */
export const WHY_OTHERWISE: Meaning = 'differs-from-register'

/** What a form holds before anybody has written in it, and which registers say so. */
export type Offer = { readonly values: Values; readonly from: readonly Ahead[] }

/**
 * What is known of the only item of a block: as a register says it, where it says one thing, else
 * as they told it to one.
 */
export function offerOf({ fields }: Block, ahead: readonly Ahead[]): Offer {
  const offers = fields.flatMap((field) => {
    const { means } = field
    if (means === undefined) return []
    const from = ahead.find((each) => onlySaid(each)?.[means] !== undefined && says(each, means))
    const value =
      (from && onlySaid(from)?.[means]) ?? ahead.find(({ told }) => told[means])?.told[means]
    return value === undefined ? [] : [{ field, value, from }]
  })
  return {
    values: Object.fromEntries(
      offers.map(({ field, value }) => [field.code, valueAs(field, value)]),
    ),
    from: [...new Set(offers.flatMap(({ from }) => from ?? []))],
  }
}

/** Of a block that repeats, one offer for each thing that a register knows. */
export const offersOf = ({ fields }: Block, ahead: readonly Ahead[]): readonly Offer[] =>
  ahead.flatMap((each) =>
    (each.answer?.says ?? []).flatMap((entry) => {
      const known = fields.flatMap((field): [string, Value][] => {
        const value = field.means && says(each, field.means) ? entry[field.means] : undefined
        return value === undefined ? [] : [[field.code, valueAs(field, value)]]
      })
      return known.length === 0 ? [] : [{ values: Object.fromEntries(known), from: [each] }]
    }),
  )

/** Those of them that nobody has written down yet, with their place among all. */
export const offersLeft = (
  block: Block,
  items: readonly Item[],
  ahead: readonly Ahead[],
): readonly (Offer & { readonly place: number })[] =>
  offersOf(block, ahead)
    .map((offer, place) => ({ ...offer, place }))
    .filter(({ values }) => !items.some((item) => isSameThing(values, item.values)))

/** By most of what is known of it. */
function isSameThing(offered: Values, written: Values): boolean {
  const known = Object.entries(offered)
  const same = known.filter(([code, said]) => isSame(written[code] ?? '', String(said)))
  return same.length * 2 > known.length
}

const onlySaid = ({ answer }: Ahead): Said | undefined =>
  answer?.says.length === 1 ? answer.says[0] : undefined

const says = ({ confirms }: Ahead, meaning: Meaning): boolean => confirms.includes(meaning)

const valueAs = ({ kind }: FormField, value: Value): Value =>
  kind === 'countries' && typeof value === 'string' ? [value] : value

/** What a register says otherwise than it was written. */
export type Otherwise = { readonly field: FormField; readonly says: Value; readonly from: Ahead }

/**
 * Of one item. In a list only what is the same thing by most of what is known of it can be
 * otherwise: a register need not know a second degree.
 */
export const saidOtherwise = (
  block: Block,
  values: Values,
  ahead: readonly Ahead[],
): readonly Otherwise[] =>
  ahead.flatMap((from) => {
    const held = heldAgainst(block, values, from)
    const otherwise = held.filter(({ isSaid }) => !isSaid)
    if (block.repeats && otherwise.length * 2 > held.length) return []
    return otherwise.map(({ field, said }) => ({ field, says: valueAs(field, said), from }))
  })

/** Every answer of an item of which the register says something as well. */
function heldAgainst({ fields }: Block, values: Values, from: Ahead) {
  const written = fields.flatMap(({ code, means }) =>
    means !== undefined && says(from, means) ? [[means, values[code]] as const] : [],
  )
  const entry = nearest(from.answer?.says ?? [], written)
  return fields.flatMap((field) => {
    const { code, means } = field
    const value = values[code] ?? ''
    const said = means && says(from, means) ? entry?.[means] : undefined
    return said === undefined || value.length === 0
      ? []
      : [{ field, said, isSaid: isSame(value, said) }]
  })
}

/** It could not say anything about whom it was asked about; waiting for it would help nobody. */
export const isOff = ({ answer, outcome }: Ahead): boolean =>
  answer === undefined && outcome !== undefined && outcome !== 'waits' && outcome !== 'unreachable'

/** Why a document need not be brought. */
export type Spared = 'confirmed' | 'awaited'

/** Undefined where nothing spares whoever is asked for it. */
export function sparedBy(
  { confirmedBy, whenAny }: Pick<DocumentRule, 'confirmedBy' | 'whenAny'>,
  {
    type,
    answers,
    ahead,
  }: {
    readonly type: Pick<CaseType, 'blocks'>
    readonly answers: Answers
    readonly ahead: readonly Ahead[]
  },
): Spared | undefined {
  const from = ahead.find(({ service }) => service === confirmedBy)
  const block = type.blocks.find(({ code }) => code === whenAny)
  if (!from || !block) return undefined
  if (!from.answer) return isOff(from) ? undefined : 'awaited'
  const isWritten = (answers[block.code] ?? []).length > 0
  const isConfirmed =
    from.answer.fits &&
    type.blocks
      .filter((each) => each === block || !each.repeats)
      .every((each) => (answers[each.code] ?? []).every(({ values }) => isSaid(each, values, from)))
  return isWritten && isConfirmed ? 'confirmed' : undefined
}

/** It says each thing that it confirms as it is written now, and was told nothing else. */
function isSaid(block: Block, values: Values, from: Ahead): boolean {
  const written = block.fields.filter(({ code }) => (values[code] ?? '').length > 0)
  const held = heldAgainst(block, values, from)
  return (
    held.length === written.filter(({ means }) => means && says(from, means)).length &&
    held.every(({ isSaid: is }) => is) &&
    (block.repeats || written.every((field) => isToldAs(field, values[field.code], from)))
  )
}

function isToldAs({ means }: FormField, value: Value | undefined, { told }: Ahead): boolean {
  const then = means && told[means]
  return then === undefined || value === undefined || isSame(value, String(then))
}
