import { assert } from '#core/assert.ts'
import {
  addDays,
  dayInBaku,
  hourInBaku,
  isoDate,
  yearOf,
  type IsoDate,
  type IsoMoment,
} from '#core/dated.ts'
import { yearlyHolidays, type Holiday } from '#core/deadlines/holidays.ts'
import { isWeekend, transfer } from '#core/deadlines/transfer.ts'

/**
 * Which days of one year are off work beside Saturdays and Sundays, and which days are worked
 * although they would be off. A provisional calendar waits for the Cabinet's decision.
 */
export type Calendar = {
  readonly year: number
  readonly provisional: boolean
  /** The id of the act that made it official. */
  readonly official?: string | undefined
  readonly holidays: readonly Holiday[]
  /** Given in place of a holiday, or by decision. */
  readonly restDays: readonly IsoDate[]
  /** Made working days by decision; stronger than every reason for being off. */
  readonly workedDays: readonly IsoDate[]
}

/** The calendars that are known, by year. */
export type Calendars = ReadonlyMap<number, Calendar>

/** No calendar of law comes near; one that reaches it was entered wrongly. */
const DAYS_OFF_IN_A_ROW_MAX = 60

/** The calendar of a year, or the one that can be foreseen for it. */
export const calendarOf = (year: number, calendars: Calendars): Calendar =>
  calendars.get(year) ?? foreseenCalendar(year)

/** Foreseeing a year costs more than all days asked of it, and always gives the same. */
const foreseen = new Map<number, Calendar>()

/** What is certain of a year before it is decided: all but Ramazan, Qurban and exceptions. */
export function foreseenCalendar(year: number): Calendar {
  const calendar = foreseen.get(year) ?? foresee(year)
  foreseen.set(year, calendar)
  return calendar
}

function foresee(year: number): Calendar {
  const holidays = yearlyHolidays(year)
  const lastDayBefore: Holiday = { on: addDays(firstDayOf(year), -1), code: 'solidarity' }
  const restDays = transfer([lastDayBefore, ...holidays]).map(({ on }) => on)
  return {
    year,
    provisional: true,
    holidays,
    restDays: restDays.filter((on) => yearOf(on) === year),
    workedDays: [],
  }
}

/** True for a day on which state bodies work the five-day week. */
export function isWorkingDay(date: IsoDate, calendars: Calendars): boolean {
  const { holidays, restDays, workedDays } = calendarOf(yearOf(date), calendars)
  if (workedDays.includes(date)) return true
  return !isWeekend(date) && !restDays.includes(date) && !holidays.some(({ on }) => on === date)
}

/** The first working day after that day, which is not counted itself. */
export function nextWorkingDay(date: IsoDate, calendars: Calendars): IsoDate {
  let next = addDays(date, 1)
  for (let off = 0; !isWorkingDay(next, calendars); off += 1) {
    assert(off < DAYS_OFF_IN_A_ROW_MAX, 'a calendar never rests for two months')
    next = addDays(next, 1)
  }
  return next
}

/** The day itself if it is worked, otherwise the next one that is. */
export const onOrNextWorkingDay = (date: IsoDate, calendars: Calendars): IsoDate =>
  isWorkingDay(date, calendars) ? date : nextWorkingDay(date, calendars)

/** In Baku; the labour code leaves hours to each body, and the Service opens then. */
const MORNING_HOUR = 9

/** When people are next at work to answer whoever asks: the first such morning yet to come. */
export function nextWorkingMorning(moment: IsoMoment, calendars: Calendars): IsoMoment {
  const morningOf = (date: IsoDate) => hourInBaku(date, MORNING_HOUR)
  const today = onOrNextWorkingDay(dayInBaku(moment), calendars)
  return moment < morningOf(today) ? morningOf(today) : morningOf(nextWorkingDay(today, calendars))
}

/** The day on which that many working days are full; the day of the event is not counted. */
export function addWorkingDays(from: IsoDate, days: number, calendars: Calendars): IsoDate {
  assert(Number.isInteger(days) && days >= 0, 'working days are added in whole numbers')
  let date = from
  for (let added = 0; added < days; added += 1) date = nextWorkingDay(date, calendars)
  return date
}

/** How many working days come after the first day, up to and including the last. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendars: Calendars): number {
  let days = 0
  for (let date = from; date < to;) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendars)) days += 1
  }
  return days
}

/** How many days of a year are worked. */
export function workingDaysInYear(year: number, calendars: Calendars): number {
  const first = firstDayOf(year)
  const last = isoDate(first.replace('-01-01', '-12-31'))
  return Number(isWorkingDay(first, calendars)) + workingDaysBetween(first, last, calendars)
}

/** What a calendar is: official, estimated, or without the days that the Cabinet sets each year. */
export type Standing = 'official' | 'estimated' | 'foreseen'

/** How sure a day is that was counted to: by the calendar of its year. */
export function standingOf(date: IsoDate, calendars: Calendars): Standing {
  const calendar = calendars.get(yearOf(date))
  if (!calendar) return 'foreseen'
  return calendar.provisional ? 'estimated' : 'official'
}

const firstDayOf = (year: number): IsoDate => isoDate(`${String(year).padStart(4, '0')}-01-01`)
