import { addDays, daysBetween, type IsoDate } from '#core/dated.ts'
import { dueOn, laterOf, type Term } from '#core/deadlines/terms.ts'
import { isWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'

/** A time in which the clock stood still: after its first day, through its last. */
export type Pause = { readonly from: IsoDate; readonly until?: IsoDate | undefined }

/** One term after another; where it names a day of its own, not before that day is over. */
type Stretch = Term & {
  readonly from?: IsoDate | undefined
  /** The day on which this time was given on top of what there was. */
  readonly given?: IsoDate | undefined
}

/**
 * What a day is counted from: everything but the calendars, which may still change. Plain data,
 * since it is kept beside the rows whose days it gives.
 */
export type Counted = {
  readonly from: IsoDate
  readonly terms: readonly Stretch[]
  readonly pauses: readonly Pause[]
  /** The day that whoever has to keep it was told: it never comes sooner than that. */
  readonly told?: IsoDate | undefined
}

/**
 * The last day of what is counted; nothing else makes a day of it. While it stands still it has
 * none that could be told: this one is where it would be if it had gone on at once, to sort by.
 */
export function dayOf(counted: Counted, calendars: Calendars): IsoDate {
  const day = daysOf(counted, calendars).at(-1) ?? counted.from
  return counted.told === undefined ? day : laterOf(counted.told, day)
}

/** It stands still, and nobody knows yet until when. */
export const standsStill = ({ pauses }: Counted): boolean =>
  pauses.some(({ until }) => until === undefined)

/** The day that may be told of it: none while it stands still. */
export const dayToTell = (counted: Counted, calendars: Calendars): IsoDate | undefined =>
  standsStill(counted) ? undefined : dayOf(counted, calendars)

/** More time was given when what there was before was over: the new day does not undo that. */
export const wasLate = (counted: Counted, calendars: Calendars): boolean =>
  counted.terms.some(
    ({ given }, index) =>
      given !== undefined &&
      given > dayOf({ ...asOf(counted, given), terms: counted.terms.slice(0, index) }, calendars),
  )

/** As it was on that day: what still stood still then lasts through it, and goes on after it. */
export const asOf = (counted: Counted, on: IsoDate): Counted => ({
  ...counted,
  pauses: counted.pauses
    .filter(({ from }) => from <= on)
    .map(({ from, until }) => ({ from, until: until !== undefined && until < on ? until : on })),
})

/** Every day that counts, from the first to the last: each term comes after the one before. */
export function daysOf(counted: Counted, calendars: Calendars): readonly IsoDate[] {
  const days: IsoDate[] = []
  for (const term of counted.terms) {
    const before = days.at(-1) ?? counted.from
    const from = term.from === undefined ? before : laterOf(term.from, before)
    let missing = lengthInDays(term, from, calendars)
    for (let date = addDays(from, 1); missing > 0; date = addDays(date, 1)) {
      if (!counts(date, term, calendars) || isPaused(date, counted)) continue
      days.push(date)
      missing -= 1
    }
  }
  return days
}

/** Whether a day counts in a term, as far as the calendar goes. */
export const counts = (date: IsoDate, { unit }: Term, calendars: Calendars): boolean =>
  unit !== 'working-days' || isWorkingDay(date, calendars)

/** Whether the clock stood still that day. */
export const isPaused = (date: IsoDate, { pauses }: Pick<Counted, 'pauses'>): boolean =>
  pauses.some(({ from, until }) => until !== undefined && from < date && date <= until)

/** Months and years become the calendar days they last from that day, so that they can stop. */
const lengthInDays = (term: Term, from: IsoDate, calendars: Calendars): number =>
  term.unit === 'working-days' ? term.length : daysBetween(from, dueOn(term, from, calendars))
