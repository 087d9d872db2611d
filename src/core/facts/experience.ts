import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Month } from '#core/facts/partial-date.ts'

/** A time of work by month, both ends included; without an end it still goes on. */
export type Span = { readonly from: Month; readonly to?: Month | undefined }

/** True when a span ends in a month before the one it starts in, which nobody can mean. */
export const endsBeforeItStarts = ({ from, to }: Span): boolean => to !== undefined && to < from

/**
 * The calendar months in which the person worked, among the last so many years.
 *
 * Both ends of a span count as whole months, so March to May is three. A month that several spans
 * cover counts once. The years end with the month of that day, so fifteen of them are at most 180
 * months, and what lies after that month does not count yet.
 */
export function monthsWithin({
  spans,
  on,
  years,
}: {
  readonly spans: readonly Span[]
  readonly on: IsoDate
  readonly years: number
}): number {
  assert(Number.isInteger(years) && years > 0, 'experience is counted over whole years')
  const last = monthNumber(on)
  let uncounted = last - years * 12 + 1
  let months = 0
  for (const { from, to } of spans.toSorted((a, b) => monthNumber(a.from) - monthNumber(b.from))) {
    const start = Math.max(monthNumber(from), uncounted)
    const end = Math.min(to === undefined ? last : monthNumber(to), last)
    if (end < start) continue
    months += end - start + 1
    uncounted = end + 1
  }
  return months
}

const monthNumber = (date: Month | IsoDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
