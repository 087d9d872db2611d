import { z } from 'zod'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { dayOf, type Counted } from '#core/deadlines/counted.ts'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'

/** What rows keep beside the days that lists are sorted by, and are never shown. */

const day = z.string().transform(isoDate)
export const countedShape = z.strictObject({
  from: day,
  terms: z.array(
    z.strictObject({
      length: z.int().nonnegative(),
      unit: z.enum(TERM_UNITS),
      from: day.optional(),
      given: day.optional(),
    }),
  ),
  pauses: z.array(z.strictObject({ from: day, until: day.optional() })),
  told: day.optional(),
})

/** What a row says that its day is counted from; nothing where it has none. */
export const countedIn = (value: unknown): Counted | undefined =>
  value === null || value === undefined ? undefined : countedShape.parse(value)

/** The day that is counted from it by these calendars, to sort by. */
export function dayCounted(value: unknown, calendars: Calendars): IsoDate | undefined {
  const counted = countedIn(value)
  return counted && dayOf(counted, calendars)
}
