import { claimsOf, type FamilyKnown } from '#core/concessions/claims.ts'
import type { Holding } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'

/** What another system is told of a concession: that it is had, or can be, and for how long. */
export type ConcessionTold = {
  readonly code: string
  readonly stands: 'held' | 'now'
  /** The last day, where it is known. */
  readonly until?: IsoDate
}

/** By what they are told. */
export type ConcessionLaw = Pick<FamilyKnown, 'concessions' | 'calendars'>

/**
 * Of whoever holds the status that all rests on, by what they hold and nothing of their family.
 * What the law leaves open, or comes later, is told to nobody.
 */
export function concessionsTold(
  holds: readonly Holding[],
  law: ConcessionLaw,
  on: IsoDate,
): readonly ConcessionTold[] {
  // What is told of them hangs on no person: there is nobody else to tell them from.
  const migrant = { id: '', holds }
  return claimsOf(migrant, { ...law, migrant }, on).flatMap(({ concession: { code }, stands }) => {
    if (stands.is !== 'held' && stands.is !== 'now') return []
    const { is, until } = stands
    return [{ code, stands: is, ...(until === undefined ? {} : { until }) }]
  })
}
