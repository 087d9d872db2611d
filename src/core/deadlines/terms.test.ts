import { equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOfDayNumber, dayNumber, isoDate } from '#core/dated.ts'
import { frozen } from '#test/calendars.ts'
import { TERM_UNITS, dueOn, dueOnWorkingDay, laterOf, mayMove } from '#core/deadlines/terms.ts'
import { calendarOf, isWorkingDay } from '#core/deadlines/working-days.ts'

test('a term ends on the day that its unit leads to, working or not unless asked', () => {
  const cases = [
    // length  unit            from          due           moved to a working day
    [20, 'working-days', '2026-03-02', '2026-04-09', '2026-04-09'],
    [0, 'working-days', '2026-03-08', '2026-03-08', '2026-03-10'],
    [10, 'calendar-days', '2026-03-09', '2026-03-19', '2026-03-19'], // the day before Novruz
    [10, 'calendar-days', '2026-03-10', '2026-03-20', '2026-03-31'],
    [10, 'calendar-days', '2026-03-21', '2026-03-31', '2026-03-31'], // the day after
    [1, 'months', '2026-01-31', '2026-02-28', '2026-03-02'],
    [6, 'months', '2026-08-31', '2027-02-28', '2027-03-01'],
    [1, 'years', '2026-03-08', '2027-03-08', '2027-03-09'],
    [5, 'years', '2028-02-29', '2033-02-28', '2033-02-28'],
  ] as const
  for (const [length, unit, from, due, moved] of cases) {
    equal(dueOn({ length, unit }, isoDate(from), frozen), due)
    equal(dueOnWorkingDay({ length, unit }, isoDate(from), frozen), moved)
  }
})

test('a term is a whole number of its unit', () => {
  for (const unit of TERM_UNITS) {
    for (const length of [-1, 0.5, Number.NaN]) {
      throws(() => dueOn({ length, unit }, isoDate('2026-03-02'), frozen), /whole number/)
    }
  }
})

test('a day that was told only moves later', () => {
  const told = isoDate('2027-03-12')
  equal(laterOf(told, isoDate('2027-03-11')), '2027-03-12')
  equal(laterOf(told, isoDate('2027-03-12')), '2027-03-12')
  equal(laterOf(told, isoDate('2027-03-15')), '2027-03-15')
})

test('the official calendar of a year can only lengthen what the provisional one told', () => {
  const term = { length: 20, unit: 'working-days' } as const
  const from = isoDate('2027-02-08')
  const told = dueOn(term, from, frozen)
  const provisional = calendarOf(2027, frozen)
  const without = provisional.holidays.filter(({ code }) => code !== 'ramazan')
  const cases = [
    [provisional, '2027-03-09'],
    [{ ...provisional, holidays: without, workedDays: [isoDate('2027-03-08')] }, '2027-03-09'],
    [{ ...provisional, restDays: [...provisional.restDays, isoDate('2027-03-09')] }, '2027-03-12'],
  ] as const

  equal(told, '2027-03-09')
  for (const [calendar, expected] of cases) {
    const official = new Map([...frozen, [2027, { ...calendar, provisional: false }]])
    equal(laterOf(told, dueOn(term, from, official)), expected)
  }
})

test('only days of work are moved by a calendar, and only until it is official', () => {
  const [official, open] = [isoDate('2026-12-31'), isoDate('2027-01-05')]
  for (const unit of TERM_UNITS) {
    equal(mayMove(official, unit, frozen), false)
    equal(mayMove(open, unit, frozen), unit === 'working-days', unit)
  }
  equal(mayMove(open, undefined, frozen), false)
})

test('a term asked to end on a working day does, and never earlier than it would', () => {
  const anyDay = fc
    .integer({ min: dayNumber(isoDate('2025-01-01')), max: dayNumber(isoDate('2029-12-31')) })
    .map(dateOfDayNumber)
  const anyTerm = fc.record({
    length: fc.nat(40),
    unit: fc.constantFrom(...TERM_UNITS),
  })
  fc.assert(
    fc.property(anyTerm, anyDay, (term, from) => {
      const due = dueOnWorkingDay(term, from, frozen)
      ok(isWorkingDay(due, frozen))
      ok(due >= dueOn(term, from, frozen))
    }),
  )
})
