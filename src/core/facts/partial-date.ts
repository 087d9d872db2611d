import { ageOn, daysInMonth, isIsoDate, isoDate, type IsoDate } from '#core/dated.ts'

/**
 * A date as well as a person or a passport knows it: to the day, the month or the year. What is not
 * known is never filled in; a question about it is asked of all the days that it can mean.
 */
export type Year = string & { readonly brand: 'Year' }
export type Month = string & { readonly brand: 'Month' }
export type PartialDate = Year | Month | IsoDate

/** True for a year written with four digits, 0001 to 9999. */
export const isYear = (text: string): text is Year => isIsoDate(`${text}-01-01`)

/** True for a month written YYYY-MM. */
export const isMonth = (text: string): text is Month => isIsoDate(`${text}-01`)

/** True for a day, a month or a year that exists, written YYYY-MM-DD, YYYY-MM or YYYY. */
export const isPartialDate = (text: string): text is PartialDate =>
  isIsoDate(text) || isMonth(text) || isYear(text)

/** What a date is known to; the length of its text says it. */
export function knownTo(date: PartialDate): 'year' | 'month' | 'day' {
  if (date.length === 4) return 'year'
  return date.length === 7 ? 'month' : 'day'
}

/** The first day that a date can mean. */
export function earliest(date: PartialDate): IsoDate {
  return isoDate(`${date}-01-01`.slice(0, 10))
}

/** The last day that a date can mean. */
export function latest(date: PartialDate): IsoDate {
  if (knownTo(date) === 'day') return isoDate(date)
  const [year, month] = [date.slice(0, 4), date.slice(5, 7) || '12']
  return isoDate(`${year}-${month}-${daysInMonth(Number(year), Number(month))}`)
}

/** As old, and as young, as somebody can be. */
export type Ages = { readonly oldest: number; readonly youngest: number }

/** On that day, of somebody whose birthday may not be known to the day. */
export const agesOn = (born: PartialDate, on: IsoDate): Ages => ({
  oldest: ageOn(earliest(born), on),
  youngest: ageOn(latest(born), on),
})

/** True when every day that one can mean is before every day that the other can mean. */
export const isBefore = (one: PartialDate, other: PartialDate): boolean =>
  latest(one) < earliest(other)

/** True when the date has not begun on that day, whatever day it means. */
export const isFuture = (date: PartialDate, on: IsoDate): boolean => isBefore(on, date)

/** True when the date is over on that day, whatever day it means. */
export const isPast = (date: PartialDate, on: IsoDate): boolean => isBefore(date, on)

/** The order of a list: by the first possible day, and the less exact before the more exact. */
export function comparePartialDates(one: PartialDate, other: PartialDate): number {
  const [a, b] = [earliest(one), earliest(other)]
  if (a !== b) return a < b ? -1 : 1
  return one.length - other.length
}
