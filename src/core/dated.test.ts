import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dateOfDayNumber,
  dayInBaku,
  dayNumber,
  isIsoDate,
  isIsoMoment,
  isoDate,
  isoMoment,
  weekday,
} from '#core/dated.ts'

test('only days that exist are days', () => {
  const cases = [
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['0000-01-01', false],
    ['2026-01-01T00:00', false],
  ] as const
  deepEqual(
    cases.map(([text]) => [text, isIsoDate(text)]),
    cases,
  )
  throws(() => isoDate('31.12.2026'), /YYYY-MM-DD/)
})

test('a moment is in UTC with milliseconds, nothing else', () => {
  equal(isIsoMoment('2026-11-22T20:15:00.000Z'), true)
  equal(isIsoMoment('2026-11-22T20:15:00Z'), false)
  equal(isIsoMoment('2026-11-22T24:00:00.000Z'), false)
  equal(isIsoMoment('2026-11-22T20:15:00.000+04:00'), false)
})

test('day numbers agree with the calendar of the machine and lead back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (number) => {
      const machine = new Date(Date.UTC(2000, 0, 1) + (number - 730_119) * 86_400_000)
      const date = dateOfDayNumber(number)
      equal(date, machine.toISOString().slice(0, 10))
      equal(dayNumber(date), number)
      equal(weekday(date), machine.getUTCDay() === 0 ? 7 : machine.getUTCDay())
    }),
  )
})

test('months and years stay inside the month they land in', () => {
  equal(addMonths(isoDate('2026-01-31'), 1), '2026-02-28')
  equal(addMonths(isoDate('2026-03-31'), -1), '2026-02-28')
  equal(addMonths(isoDate('2026-11-15'), 2), '2027-01-15')
  equal(addYears(isoDate('2024-02-29'), 5), '2029-02-28')
  equal(addDays(isoDate('2026-12-31'), 1), '2027-01-01')
})

test('age changes on the birthday', () => {
  equal(ageOn(isoDate('2008-11-22'), isoDate('2026-11-21')), 17)
  equal(ageOn(isoDate('2008-11-22'), isoDate('2026-11-22')), 18)
  equal(ageOn(isoDate('2008-02-29'), isoDate('2026-02-28')), 17)
  equal(ageOn(isoDate('2008-02-29'), isoDate('2026-03-01')), 18)
  equal(ageOn(isoDate('2026-11-29'), isoDate('2026-11-28')), 0, 'nobody is younger than that')
})

test('the day turns at midnight in Baku, which is 20:00 UTC', () => {
  equal(dayInBaku(isoMoment('2026-11-22T19:59:59.999Z')), '2026-11-22')
  equal(dayInBaku(isoMoment('2026-11-22T20:00:00.000Z')), '2026-11-23')
  equal(dayInBaku(isoMoment('2026-12-31T20:00:00.000Z')), '2027-01-01')
})
