import { assert } from '#core/assert.ts'

/**
 * Days and moments as text that sorts. A day is a day in Baku; a moment is RFC 3339 in UTC with
 * milliseconds. Arithmetic is on day numbers, so no time zone of the machine can shift a date.
 */
export type IsoDate = string & { readonly brand: 'IsoDate' }
export type IsoMoment = string & { readonly brand: 'IsoMoment' }

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const DAYS_TO_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** True for a day that exists in the Gregorian calendar, years 0001 to 9999. */
export function isIsoDate(text: string): text is IsoDate {
  const parts = DATE.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** True for a moment of a day that exists, in UTC with milliseconds. */
export function isIsoMoment(text: string): text is IsoMoment {
  return MOMENT.test(text) && isIsoDate(text.slice(0, 10))
}

/** For text that our own code or a parsed document promises to be a day. */
export function isoDate(text: string): IsoDate {
  assert(isIsoDate(text), `"${text}" is a day written YYYY-MM-DD`)
  return text
}

/** For text that our own code promises to be a moment. */
export function isoMoment(text: string): IsoMoment {
  assert(isIsoMoment(text), `"${text}" is a moment written YYYY-MM-DDThh:mm:ss.sssZ`)
  return text
}

/** True for a year with a 29 February. */
const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** 28 to 31; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The year of a day, 1 to 9999. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/** The month of a day, 1 to 12. */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7))
}

/** The day of the month, 1 to 31. */
export function dayOf(date: IsoDate): number {
  return Number(date.slice(8, 10))
}

/** Days since 0001-01-01, which is day 0 and a Monday. */
export function dayNumber(date: IsoDate): number {
  const year = yearOf(date)
  return daysBeforeYear(year) + daysBeforeMonth(year, monthOf(date)) + dayOf(date) - 1
}

/** The day with that number: the way back from `dayNumber`. */
export function dateOfDayNumber(number: number): IsoDate {
  assert(Number.isInteger(number) && number >= 0, 'a day number is a whole number from 0')
  // A mean year has 365.2425 days, so the first guess is off by one year at most.
  let year = Math.floor(number / 365.2425) + 1
  if (daysBeforeYear(year) > number) year -= 1
  else if (daysBeforeYear(year + 1) <= number) year += 1
  const dayOfYear = number - daysBeforeYear(year)
  let month = 12
  while (daysBeforeMonth(year, month) > dayOfYear) month -= 1
  return written(year, month, dayOfYear - daysBeforeMonth(year, month) + 1)
}

function daysBeforeYear(year: number): number {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return before * 365 + leapDays
}

const daysBeforeMonth = (year: number, month: number): number =>
  (DAYS_TO_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0)

/** That many days later, or earlier for a negative number. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  dateOfDayNumber(dayNumber(date) + days)

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/**
 * The same day of the month that many months later, or the month's last day where it is shorter.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return written(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

/** The same day that many years later; 29 February becomes 28 where there is none. */
export const addYears = (date: IsoDate, years: number): IsoDate => addMonths(date, years * 12)

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekday = (date: IsoDate): number => (dayNumber(date) % 7) + 1

/**
 * Whole years of age on that day, and none before somebody is born; born on 29 February, a person
 * is older on 1 March.
 */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const years = yearOf(on) - yearOf(birthDate)
  return Math.max(0, on.slice(5) >= birthDate.slice(5) ? years : years - 1)
}

/** The first day on which somebody is that many years old. */
export function birthdayOf(birthDate: IsoDate, years: number): IsoDate {
  const day = addYears(birthDate, years)
  return ageOn(birthDate, day) >= years ? day : addDays(day, 1)
}

/** Whoever is as old acts for themselves, and nobody acts for them as a child. */
export const OF_AGE = 18

/** Baku is four hours ahead of UTC the whole year, without summer time. */
export const BAKU_OFFSET_HOURS = 4

/** The day it is in Baku at that moment. */
export function dayInBaku(moment: IsoMoment): IsoDate {
  const date = isoDate(moment.slice(0, 10))
  return Number(moment.slice(11, 13)) + BAKU_OFFSET_HOURS >= 24 ? addDays(date, 1) : date
}

/** When that hour begins in Baku on that day: not before four, when the day is another in UTC. */
export function hourInBaku(date: IsoDate, hour: number): IsoMoment {
  assert(hour >= BAKU_OFFSET_HOURS && hour < 24, 'an hour of the same day in UTC')
  return isoMoment(`${date}T${String(hour - BAKU_OFFSET_HOURS).padStart(2, '0')}:00:00.000Z`)
}

function written(year: number, month: number, day: number): IsoDate {
  const pad = (number: number, width: number) => String(number).padStart(width, '0')
  return isoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}
