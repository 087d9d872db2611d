import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#core/dated.ts'
import { yearlyHolidays, type HolidayCode } from '#core/deadlines/holidays.ts'
import { isWeekend, transfer } from '#core/deadlines/transfer.ts'

const given = (...days: readonly (readonly [string, HolidayCode])[]) =>
  transfer(days.map(([on, code]) => ({ on: isoDate(on), code }))).map(
    ({ on, of, because }) => `${on} for ${of}, ${because}`,
  )

test('a holiday on a weekend gives the next working day, one on a weekday gives none', () => {
  deepEqual(given(['2026-05-08', 'victory-over-fascism']), []) // Friday
  deepEqual(given(['2026-05-09', 'victory-over-fascism']), ['2026-05-11 for 2026-05-09, weekend'])
  deepEqual(given(['2026-05-10', 'victory-over-fascism']), ['2026-05-11 for 2026-05-10, weekend'])
  deepEqual(given(['2026-05-11', 'victory-over-fascism']), []) // Monday
})

test('the next working day is one that no holiday and no other rest day has taken', () => {
  deepEqual(given(['2025-11-09', 'flag'], ['2025-11-08', 'victory']), [
    '2025-11-10 for 2025-11-08, weekend',
    '2025-11-11 for 2025-11-09, weekend',
  ])
  deepEqual(given(['2026-11-08', 'victory'], ['2026-11-09', 'flag']), [
    '2026-11-10 for 2026-11-08, weekend',
  ])
})

test('the day of mourning is not given back', () => {
  deepEqual(given(['2029-01-20', 'mourning-day']), []) // Saturday
  deepEqual(given(['2030-01-20', 'mourning-day']), []) // Sunday
})

test('Ramazan or Qurban on another holiday gives one more day after those of the weekend', () => {
  deepEqual(
    given(
      ['2026-03-20', 'novruz'],
      ['2026-03-20', 'ramazan'],
      ['2026-03-21', 'novruz'],
      ['2026-03-21', 'ramazan'],
    ),
    [
      '2026-03-23 for 2026-03-21, weekend',
      '2026-03-24 for 2026-03-20, two-holidays',
      '2026-03-25 for 2026-03-21, two-holidays',
    ],
  )
  deepEqual(given(['2026-05-28', 'independence'], ['2026-05-28', 'qurban']), [
    '2026-05-29 for 2026-05-28, two-holidays',
  ])
  deepEqual(given(['2026-05-27', 'qurban'], ['2026-05-28', 'independence']), [])
})

test('the last day of the year gives its rest day in the next year, after the New Year', () => {
  deepEqual(
    given(['2028-12-31', 'solidarity'], ['2029-01-01', 'new-year'], ['2029-01-02', 'new-year']),
    ['2029-01-03 for 2028-12-31, weekend'],
  )
})

test('no holidays give no rest days', () => {
  deepEqual(given(), [])
})

test('each rest day is a weekday that is no holiday and is given once', () => {
  const year = fc.integer({ min: 1992, max: 2100 })
  const day = fc.integer({ min: 1, max: 28 })
  const month = fc.integer({ min: 1, max: 12 })
  const pad = (number: number) => String(number).padStart(2, '0')

  fc.assert(
    fc.property(year, month, day, (year, month, day) => {
      const moving = { on: isoDate(`${year}-${pad(month)}-${pad(day)}`), code: 'ramazan' } as const
      const holidays = [...yearlyHolidays(year), moving]

      const days = transfer(holidays).map(({ on }) => on)

      equal(new Set(days).size, days.length)
      ok(days.every((on) => !isWeekend(on) && holidays.every((holiday) => holiday.on !== on)))
    }),
  )
})
