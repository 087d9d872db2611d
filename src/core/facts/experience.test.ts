import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#core/dated.ts'
import { endsBeforeItStarts, monthsWithin } from '#core/facts/experience.ts'
import type { Span } from '#core/facts/experience.ts'
import { isMonth } from '#core/facts/partial-date.ts'
import type { Month } from '#core/facts/partial-date.ts'

function month(text: string): Month {
  if (!isMonth(text)) throw new Error(`"${text}" is no month`)
  return text
}

const span = (from: string, to?: string): Span =>
  to === undefined ? { from: month(from) } : { from: month(from), to: month(to) }

const on = isoDate('2026-11-22')
const counted = (...spans: readonly Span[]): number => monthsWithin({ spans, on, years: 15 })

test('both ends of a time of work count as whole months', () => {
  equal(counted(), 0)
  equal(counted(span('2020-03', '2020-03')), 1)
  equal(counted(span('2020-03', '2020-05')), 3)
  equal(counted(span('2019-12', '2020-01')), 2)
})

test('a month counts once, however many spans cover it', () => {
  const year = span('2020-01', '2020-12')
  equal(counted(year, year), 12)
  equal(counted(year, span('2020-06', '2021-03')), 15)
  equal(counted(year, span('2020-03', '2020-05')), 12)
  equal(counted(year, span('2021-01', '2021-01')), 13)
  equal(counted(span('2019-01'), span('2020-01', '2020-12')), counted(span('2019-01')))
})

test('the window is the years that end with the month of the day', () => {
  equal(counted(span('2011-11', '2011-11')), 0)
  equal(counted(span('2011-12', '2011-12')), 1)
  equal(counted(span('2011-11', '2011-12')), 1)
  equal(counted(span('1990-01')), 180)
  equal(counted(span('1990-01', '2000-01')), 0)
  equal(counted(span('2026-11', '2026-11')), 1)
  equal(counted(span('2026-12', '2027-03')), 0)
  equal(counted(span('2026-10', '2027-03')), 2)
})

test('work that goes on runs to the month of the day, the first and the last day alike', () => {
  const spans = [span('2026-09')]
  equal(monthsWithin({ spans, on: isoDate('2026-10-31'), years: 15 }), 2)
  equal(monthsWithin({ spans, on: isoDate('2026-11-01'), years: 15 }), 3)
  equal(monthsWithin({ spans, on: isoDate('2026-11-30'), years: 15 }), 3)
  equal(monthsWithin({ spans, on: isoDate('2026-08-31'), years: 15 }), 0)
})

test('a span that ends before it starts is known, and counts nothing', () => {
  deepEqual(
    [span('2020-05', '2020-04'), span('2020-05', '2020-05'), span('2020-05')].map(
      endsBeforeItStarts,
    ),
    [true, false, false],
  )
  equal(counted(span('2020-05', '2020-04')), 0)
  equal(counted(span('2020-05', '2019-01'), span('2020-01', '2020-12')), 12)
})

test('experience is counted over whole years', () => {
  for (const years of [0, -1, 1.5, Number.NaN]) {
    throws(() => monthsWithin({ spans: [], on, years }), /whole years/)
  }
})

const monthAt = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

const anySpan = fc
  .tuple(fc.integer({ min: 1995 * 12, max: 2030 * 12 }), fc.option(fc.nat(120)))
  .map(([from, more]) => span(monthAt(from), more === null ? undefined : monthAt(from + more)))

test('the months are never more than the window, the sum, nor different in another order', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 8 }), (spans) => {
      const months = counted(...spans)
      equal(months >= 0 && months <= 180, true)
      equal(months <= spans.reduce((sum, each) => sum + counted(each), 0), true)
      equal(counted(...spans.toReversed()), months)
      equal(counted(...spans, ...spans), months)
      for (const each of spans) equal(counted(each) <= months, true)
    }),
  )
})

test('a span counts the same when it is written as two', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2005 * 12, max: 2028 * 12 }),
      fc.nat(60),
      fc.nat(60),
      (from, first, second) => {
        const [middle, end] = [from + first, from + first + 1 + second]
        const whole = counted(span(monthAt(from), monthAt(end)))
        const parts = [
          span(monthAt(from), monthAt(middle)),
          span(monthAt(middle + 1), monthAt(end)),
        ]
        equal(counted(...parts), whole)
      },
    ),
  )
})

test('counting agrees with crossing off the months one by one', () => {
  const last = 2026 * 12 + 10
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 6 }), (spans) => {
      const window = Array.from({ length: 180 }, (_, index) => monthAt(last - index))
      const crossed = window.filter((each) =>
        spans.some(({ from, to }) => from <= each && (to === undefined || each <= to)),
      )
      equal(counted(...spans), crossed.length)
    }),
  )
})
