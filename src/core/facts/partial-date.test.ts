import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOfDayNumber, isoDate } from '#core/dated.ts'
import {
  comparePartialDates,
  earliest,
  isBefore,
  isFuture,
  isMonth,
  isPartialDate,
  isPast,
  isYear,
  knownTo,
  latest,
} from '#core/facts/partial-date.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'

function partial(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error(`"${text}" is no date`)
  return text
}

const anyDate = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(4, 7, 10))
  .map(([number, length]) => partial(dateOfDayNumber(number).slice(0, length)))

test('a date is a day, a month or a year that exists', () => {
  const cases = [
    ['1987', true],
    ['1987-03', true],
    ['1987-03-27', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1987-00', false],
    ['1987-13', false],
    ['1987-3', false],
    ['0000', false],
    ['87', false],
    ['19870327', false],
    ['1987-', false],
    ['1987-03-', false],
    ['', false],
    [' 1987', false],
    ['1987\n', false],
  ] as const
  deepEqual(
    cases.map(([text]) => [text, isPartialDate(text)]),
    cases,
  )
  deepEqual(
    [isYear('1987'), isYear('1987-03'), isMonth('1987-03'), isMonth('1987')],
    [true, false, true, false],
  )
})

test('a date can mean every day of what is known of it', () => {
  const cases = [
    ['1987-03-27', 'day', '1987-03-27', '1987-03-27'],
    ['1987-03', 'month', '1987-03-01', '1987-03-31'],
    ['2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['1987', 'year', '1987-01-01', '1987-12-31'],
  ] as const
  deepEqual(
    cases.map(([text]) => {
      const date = partial(text)
      return [text, knownTo(date), earliest(date), latest(date)]
    }),
    cases,
  )
})

test('a date is in the future only when none of its days has come', () => {
  const on = isoDate('2026-11-22')
  const cases = [
    // date          future  past
    ['2026-11-21', false, true],
    ['2026-11-22', false, false],
    ['2026-11-23', true, false],
    ['2026-10', false, true],
    ['2026-11', false, false],
    ['2026-12', true, false],
    ['2025', false, true],
    ['2026', false, false],
    ['2027', true, false],
  ] as const
  deepEqual(
    cases.map(([text]) => [text, isFuture(partial(text), on), isPast(partial(text), on)]),
    cases,
  )
})

test('one date is before another only when all of its days are', () => {
  equal(isBefore(partial('2019'), partial('2020-01-01')), true)
  equal(isBefore(partial('2020'), partial('2020-06')), false)
  equal(isBefore(partial('2020-06'), partial('2020')), false)
  equal(isBefore(partial('2020-05-31'), partial('2020-06')), true)
  equal(isBefore(partial('2020-06-01'), partial('2020-06')), false)
})

test('dates are put in order by their first day, the less exact first', () => {
  const dates = ['2020-06-01', '2021', '2020', '2020-06', '2020-01-01', '2020-01'].map(partial)
  deepEqual(dates.sort(comparePartialDates), [
    '2020',
    '2020-01',
    '2020-01-01',
    '2020-06',
    '2020-06-01',
    '2021',
  ])
})

test('whatever is known of two dates, at most one is before the other', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (one, other) => {
      equal(earliest(one) <= latest(one), true)
      equal(isBefore(one, other) && isBefore(other, one), false)
      if (isBefore(one, other)) equal(comparePartialDates(one, other) < 0, true)
      equal(
        Math.sign(comparePartialDates(one, other)),
        0 - Math.sign(comparePartialDates(other, one)),
      )
    }),
  )
})
