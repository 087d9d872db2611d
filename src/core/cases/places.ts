import type { Recorded } from '#core/cases/happenings.ts'
import { outcomeOf, type Life } from '#core/cases/life.ts'
import { peopleOf, type Standing } from '#core/cases/standing.ts'

/** Whom of a case a number is made for, of a status or an invoice, and for which time. */
export type Place = {
  /** Among all whom it is or was about, in the order in which they came to it; from 1. */
  readonly place: number
  /** How often something was given to them by then; more than once where it was decided anew. */
  readonly times: number
}

/** Of one whom a case is about, as they are given something now. */
export function placeIn(
  { standing, history }: { readonly standing: Standing; readonly history: readonly Recorded[] },
  type: Pick<Life, 'outcomes'>,
  subject: string,
): Place {
  const before = history.filter(
    ({ event }) =>
      event.kind === 'decide' &&
      event.decisions.some((each) => each.subject === subject && gives(type, each.outcome)),
  )
  return { place: peopleOf(standing).indexOf(subject) + 1, times: before.length + 1 }
}

const gives = (type: Pick<Life, 'outcomes'>, outcome: string): boolean =>
  outcomeOf(type, outcome)?.effects.some(({ effect }) => effect === 'issue') === true

/** What a number made for them ends on: their place, and which time it is, after the first. */
export const numberEnd = ({ place, times }: Place): string =>
  times > 1 ? `${place}-${times}` : String(place)
