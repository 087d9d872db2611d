import { lastDayAhead, type FamilyKnown } from '#core/concessions/claims.ts'
import type { Holding } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'

/**
 * By when whoever holds something has to apply to hold it longer, whatever they are to the law: of
 * several days the first. Nothing where the law names none.
 */
export function lastDayToKeep(
  { kind, until }: Holding,
  { concessions, calendars }: Pick<FamilyKnown, 'concessions' | 'calendars'>,
): IsoDate | undefined {
  const days = concessions.concessions.flatMap(({ kinds = [], ahead }) =>
    ahead === undefined || !kinds.includes(kind) ? [] : [lastDayAhead(ahead, until, calendars)],
  )
  return days.toSorted()[0]
}
