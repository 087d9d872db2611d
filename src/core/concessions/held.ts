import type { Holding } from '#core/concessions/classes.ts'
import { addDays, addYears, type IsoDate } from '#core/dated.ts'

/**
 * What somebody holds, and since when without a day between: the one place where the law’s “held
 * for so many years” is counted, for what is shown of it and for what can be begun by it.
 */

/** What somebody holds of these kinds on that day; of several what ends last. */
export const heldOn = <Known extends Holding>(
  holds: readonly Known[],
  kinds: readonly string[],
  on: IsoDate,
): Known | undefined =>
  holds
    .filter(({ kind, from, until }) => kinds.includes(kind) && from <= on && on <= until)
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]

/** Kinds of which one has been held for whole years. */
export type LongHeld = { readonly kinds: readonly string[]; readonly years: number }

/** What is held of them on that day, and the first day on which it has been for so long. */
export function heldForYears(
  holds: readonly Holding[],
  { kinds, years }: LongHeld,
  on: IsoDate,
): { readonly holding: Holding; readonly from: IsoDate } | undefined {
  const holding = heldOn(holds, kinds, on)
  return holding && { holding, from: addYears(unbrokenSince(holds, kinds, holding), years) }
}

function unbrokenSince(
  holds: readonly Holding[],
  kinds: readonly string[],
  { from }: Holding,
): IsoDate {
  const before = holds.find(
    (each) => kinds.includes(each.kind) && each.from < from && addDays(each.until, 1) >= from,
  )
  return before === undefined ? from : unbrokenSince(holds, kinds, before)
}
