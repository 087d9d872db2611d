import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  isoDate,
  isoMoment,
  type IsoDate,
} from '#core/dated.ts'
import { frozen } from '#test/calendars.ts'
import {
  addWorkingDays,
  calendarOf,
  foreseenCalendar,
  isWorkingDay,
  nextWorkingDay,
  nextWorkingMorning,
  onOrNextWorkingDay,
  standingOf,
  workingDaysBetween,
  workingDaysInYear,
  type Calendar,
} from '#core/deadlines/working-days.ts'

const anyDay = fc
  .integer({ min: dayNumber(isoDate('2024-06-01')), max: dayNumber(isoDate('2031-12-31')) })
  .map(dateOfDayNumber)

const worked = (date: IsoDate) => isWorkingDay(date, frozen)

test('deadlines fall where a person counting on the calendar finds them', () => {
  const cases = [
    // from       +5            +10           +20           +30
    ['2025-11-13', '2025-11-20', '2025-11-27', '2025-12-11', '2025-12-25'],
    ['2026-03-02', '2026-03-10', '2026-03-17', '2026-04-09', '2026-04-23'],
    ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-19', '2026-12-03'],
  ] as const
  for (const [from, ...expected] of cases) {
    const found = [5, 10, 20, 30].map((days) => addWorkingDays(isoDate(from), days, frozen))
    deepEqual(found, expected)
  }
})

test('each time off in 2026 begins after a working day and ends before one', () => {
  const cases = [
    // last worked   off from      off until     worked again
    ['2025-12-30', '2025-12-31', '2026-01-04', '2026-01-05'], // Solidarity and New Year
    ['2026-01-19', '2026-01-20', '2026-01-20', '2026-01-21'],
    ['2026-03-06', '2026-03-07', '2026-03-09', '2026-03-10'],
    ['2026-03-19', '2026-03-20', '2026-03-30', '2026-03-31'], // Novruz with Ramazan in it
    ['2026-05-08', '2026-05-09', '2026-05-11', '2026-05-12'],
    ['2026-05-26', '2026-05-27', '2026-05-31', '2026-06-01'], // Qurban and Independence
    ['2026-06-12', '2026-06-13', '2026-06-15', '2026-06-16'],
    ['2026-06-25', '2026-06-26', '2026-06-28', '2026-06-29'],
    ['2026-11-06', '2026-11-07', '2026-11-10', '2026-11-11'], // Victory and Flag
    ['2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05'],
  ] as const
  for (const [before, first, last, after] of cases) {
    equal(worked(isoDate(before)), true, before)
    for (let day = isoDate(first); day <= last; day = addDays(day, 1))
      equal(worked(day), false, day)
    equal(worked(isoDate(after)), true, after)
    equal(nextWorkingDay(isoDate(before), frozen), after)
  }
})

test('days of remembrance are worked', () => {
  const days = ['2027-09-20', '2027-09-27', '2027-10-18', '2027-11-12']
  deepEqual(
    days.map((day) => worked(isoDate(day))),
    [true, true, true, true],
  )
})

test('a decision can give a day off and have another worked', () => {
  const calendar: Calendar = {
    ...calendarOf(2026, frozen),
    restDays: [...calendarOf(2026, frozen).restDays, isoDate('2026-12-30')],
    workedDays: [isoDate('2026-12-26'), isoDate('2026-12-31')], // a Saturday and a holiday
  }
  const calendars = new Map([[2026, calendar]])
  const days = ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-29', '2026-12-30', '2026-12-31']
  deepEqual(
    days.map((day) => isWorkingDay(isoDate(day), calendars)),
    [true, true, false, true, false, true],
  )
})

test('in March 2025 the Cabinet had two days off and two others worked', () => {
  const days = ['2025-03-07', '2025-03-10', '2025-03-26', '2025-03-27', '2025-03-28', '2025-04-01']
  deepEqual(
    days.map((day) => worked(isoDate(day))),
    [true, true, false, false, false, true],
  )
})

test('the day of the event is not counted, even when it is off', () => {
  const cases = [
    ['2026-03-05', '2026-03-06'], // Thursday
    ['2026-03-06', '2026-03-10'], // Friday before the weekend and its rest day
    ['2026-03-07', '2026-03-10'],
    ['2026-03-09', '2026-03-10'],
    ['2026-03-10', '2026-03-11'],
  ] as const
  for (const [from, expected] of cases) equal(addWorkingDays(isoDate(from), 1, frozen), expected)
})

test('no working days added is the day itself, and only whole numbers are added', () => {
  equal(addWorkingDays(isoDate('2026-03-08'), 0, frozen), '2026-03-08')
  throws(() => addWorkingDays(isoDate('2026-03-08'), -1, frozen), /whole numbers/)
  throws(() => addWorkingDays(isoDate('2026-03-08'), 1.5, frozen), /whole numbers/)
  throws(() => addWorkingDays(isoDate('2026-03-08'), Number.NaN, frozen), /whole numbers/)
})

test('a day moves to the next working day only if it is off', () => {
  equal(onOrNextWorkingDay(isoDate('2026-03-19'), frozen), '2026-03-19')
  equal(onOrNextWorkingDay(isoDate('2026-03-20'), frozen), '2026-03-31')
})

test('working days are counted after the first day up to and including the last', () => {
  const cases = [
    ['2026-03-05', '2026-03-05', 0],
    ['2026-03-05', '2026-03-06', 1],
    ['2026-03-06', '2026-03-09', 0],
    ['2026-03-06', '2026-03-10', 1],
    ['2026-03-10', '2026-03-06', 0], // backwards there is nothing to count
  ] as const
  for (const [from, to, expected] of cases) {
    equal(workingDaysBetween(isoDate(from), isoDate(to), frozen), expected)
  }
})

test('a year without a calendar is foreseen from the holidays that do not move', () => {
  const { provisional, holidays, restDays, workedDays } = foreseenCalendar(2028)
  equal(provisional, true)
  equal(holidays.filter(({ code }) => code === 'ramazan' || code === 'qurban').length, 0)
  deepEqual(restDays, ['2028-01-03', '2028-01-04', '2028-05-29'])
  deepEqual(workedDays, [])
  equal(workingDaysInYear(2028, new Map()), 245)
})

test('a foreseen January has the rest day of the last day of December', () => {
  deepEqual(foreseenCalendar(2029).restDays[0], '2029-01-03') // 31 December 2028 is a Sunday
  equal(foreseenCalendar(2028).restDays.at(-1)?.slice(0, 4), '2028')
})

test('a day stands as firmly as the calendar of its year', () => {
  const cases = [
    ['2024-12-31', 'foreseen'],
    ['2025-01-01', 'official'],
    ['2026-12-31', 'official'],
    ['2027-01-01', 'estimated'],
    ['2028-06-01', 'foreseen'],
  ] as const
  for (const [day, expected] of cases) equal(standingOf(isoDate(day), frozen), expected, day)
})

test('a calendar in which nobody works is a mistake, not an endless search', () => {
  const year = Array.from({ length: 365 }, (_, day) => addDays(isoDate('2026-01-01'), day))
  const calendars = new Map([[2026, { ...calendarOf(2026, frozen), restDays: year }]])
  throws(() => nextWorkingDay(isoDate('2026-02-01'), calendars), /two months/)
})

test('adding working days and counting them again gives the same number', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, days) => {
      const to = addWorkingDays(from, days, frozen)
      equal(workingDaysBetween(from, to, frozen), days)
      if (days > 0) equal(worked(to), true)
    }),
  )
})

test('working days of two spans in a row add up', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(90), fc.nat(90), (from, first, second) => {
      const middle = addDays(from, first)
      const to = addDays(middle, second)
      equal(
        workingDaysBetween(from, to, frozen),
        workingDaysBetween(from, middle, frozen) + workingDaysBetween(middle, to, frozen),
      )
    }),
  )
})

test('the next working morning is nine in Baku, on the day itself where it is still to come', () => {
  const cases = [
    // Tuesday and Wednesday, UTC
    ['2026-03-03T04:59:59.999Z', '2026-03-03T05:00:00.000Z'],
    ['2026-03-03T05:00:00.000Z', '2026-03-04T05:00:00.000Z'],
    ['2026-03-03T20:00:00.000Z', '2026-03-04T05:00:00.000Z'], // midnight in Baku
    // before a weekend with a day given in place of a holiday, and within Novruz
    ['2026-03-06T05:00:00.000Z', '2026-03-10T05:00:00.000Z'],
    ['2026-03-22T04:00:00.000Z', '2026-03-31T05:00:00.000Z'],
  ] as const
  for (const [moment, morning] of cases) {
    equal(nextWorkingMorning(isoMoment(moment), frozen), morning)
  }
})
