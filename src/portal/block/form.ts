import { randomUUID } from 'node:crypto'
import type { Item, Values } from '#core/answers/answers.ts'
import { problemsOf, type Problem, type Surroundings } from '#core/answers/check.ts'
import type { Block } from '#core/policy/case-type.ts'
import { sameValues, valuesIn } from '#core/answers/read.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'

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
export function judged(kept: Kept, sent: Sent, near: Surroundings): Judgement {
  const { block, items } = kept
  const { typed } = sent
  const itemId = block.repeats ? itemOf(kept, sent) : (items[0]?.id ?? '')
  const values = valuesIn(block, typed, near.answers)
  const problems = problemsOf(block, { id: itemId, values }, near)
  if (problems.length > 0) return { verdict: 'wrong', problems }

  const rivals = itemId === '' ? items : items.filter(({ id }) => id === itemId)
  if (!isFresh(kept, typed) || (itemId !== '' && rivals.length === 0)) {
    const isSaved = rivals.some((item) => sameValues(item.values, values))
    return isSaved
      ? { verdict: 'saved-already' }
      : { verdict: 'stale', meanwhile: { items: rivals, values } }
  }
  if (itemId !== '') {
    const changed = items.map((item) => (item.id === itemId ? { id: itemId, values } : item))
    return { verdict: 'fits', items: changed }
  }
  if (items.length >= block.itemsMax) return { verdict: 'full' }
  const id = isId(first(typed, NEW_ITEM)) ? first(typed, NEW_ITEM) : randomUUID()
  return { verdict: 'fits', items: [...items, { id, values }] }
}

/** The name under which a form for a new item carries the id that the item will have. */
export const NEW_ITEM = 'new-item'

/**
 * Whoever goes back to a form that was saved and saves it again means the same item: the form
 * carried its id, and nothing is added twice.
 */
function itemOf({ items }: Kept, { typed, itemId }: Sent): string {
  const made = first(typed, NEW_ITEM)
  return itemId === '' && items.some(({ id }) => id === made) ? made : itemId
}

/** True where nobody saved the block since the form was made. */
export const isFresh = ({ version }: Kept, typed: Typed): boolean =>
  first(typed, 'version') === String(version)
