import { randomUUID } from 'node:crypto'
import type { Answers, Item, Values } from '#core/answers/answers.ts'
import { problemsOf, type Problem, type Surroundings } from '#core/answers/check.ts'
import type { Block } from '#core/policy/application-type.ts'
import { first, sameValues, valuesIn, type Typed } from '#portal/answer-form.ts'

/** A block as it is kept now. */
export type Kept = {
  readonly block: Block
  readonly items: readonly Item[]
  /** 0 where it was not answered yet. */
  readonly version: number
}

/** Empty for a new item, and for the only item of a block that does not repeat. */
export type Sent = { readonly typed: Typed; readonly itemId: string }

/** What another device saved while this form was open, beside what was typed here. */
export type Meanwhile = { readonly items: readonly Item[]; readonly values: Values }

export type Judgement =
  | { readonly verdict: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly verdict: 'stale'; readonly meanwhile: Meanwhile }
  | { readonly verdict: 'full' }
  /** The same was saved a moment ago, by a second press of the button. */
  | { readonly verdict: 'saved-already' }
  | { readonly verdict: 'fits'; readonly items: readonly Item[] }

/** What becomes of a form: a form made from an older version is not saved over a newer one. */
export function judged(kept: Kept, { typed, itemId }: Sent, near: Near): Judgement {
  const { block, items } = kept
  const values = valuesIn(block, typed, near.answers)
  const problems = problemsOf(block, values, near)
  if (problems.length > 0) return { verdict: 'wrong', problems }

  const rivals = itemId === '' ? items : items.filter(({ id }) => id === itemId)
  if (!isFresh(kept, typed) || (itemId !== '' && rivals.length === 0)) {
    const isSaved = rivals.some((item) => sameValues(item.values, values))
    return isSaved
      ? { verdict: 'saved-already' }
      : { verdict: 'stale', meanwhile: { items: rivals, values } }
  }
  const id = block.repeats ? itemId : (items[0]?.id ?? '')
  if (id !== '') {
    return { verdict: 'fits', items: items.map((item) => (item.id === id ? { id, values } : item)) }
  }
  if (items.length >= block.itemsMax) return { verdict: 'full' }
  return { verdict: 'fits', items: [...items, { id: randomUUID(), values }] }
}

type Near = Surroundings & { readonly answers: Answers }

/** True where nobody saved the block since the form was made. */
export const isFresh = ({ version }: Kept, typed: Typed): boolean =>
  first(typed, 'version') === String(version)
