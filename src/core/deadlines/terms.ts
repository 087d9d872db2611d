import { assert } from '#core/assert.ts'
import { addDays, addMonths, addYears, type IsoDate } from '#core/dated.ts'
import {
  addWorkingDays,
  onOrNextWorkingDay,
  standingOf,
  type Calendars,
} from '#core/deadlines/working-days.ts'

/** What the law measures time in. */
export const TERM_UNITS = ['working-days', 'calendar-days', 'months', 'years'] as const
export type TermUnit = (typeof TERM_UNITS)[number]

/** A length of time as the law states it. */
export type Term = { readonly length: number; readonly unit: TermUnit }

/** The day on or before which it must be done; the day of the event is not counted. */
export function dueOn(term: Term, from: IsoDate, calendars: Calendars): IsoDate {
  const { length, unit } = term
  assert(Number.isInteger(length) && length >= 0, 'a term is a whole number from 0')
  switch (unit) {
    case 'working-days':
      return addWorkingDays(from, length, calendars)
    case 'calendar-days':
      return addDays(from, length)
    case 'months':
      return addMonths(from, length)
    case 'years':
      return addYears(from, length)
  }
}

/** The same, but a term that ends on a day off ends on the next working day instead. */
export const dueOnWorkingDay = (term: Term, from: IsoDate, calendars: Calendars): IsoDate =>
  onOrNextWorkingDay(dueOn(term, from, calendars), calendars)

/** A calendar that is not official yet may still move a day, where days of work were counted. */
export const mayMove = (day: IsoDate, unit: TermUnit | undefined, calendars: Calendars): boolean =>
  unit === 'working-days' && standingOf(day, calendars) !== 'official'

/** A day that was told to a person only moves later when its calendar becomes official. */
export const laterOf = (told: IsoDate, recomputed: IsoDate): IsoDate =>
  recomputed > told ? recomputed : told
