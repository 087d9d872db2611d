import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#core/dated.ts'
import {
  asOf,
  dayOf,
  dayToTell,
  standsStill,
  wasLate,
  type Counted,
} from '#core/deadlines/counted.ts'
import { dueOn, TERM_UNITS, type Term } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { frozen } from '#test/calendars.ts'

const MARCH_2 = isoDate('2026-03-02')
const days = (length: number): Term => ({ length, unit: 'working-days' })
const counted = (more: Partial<Counted> = {}): Counted => ({
  from: MARCH_2,
  terms: [days(20)],
  pauses: [],
  ...more,
})

/** The same calendars, with those days of the year off or worked. */
function withDays(off: readonly string[], worked: readonly string[] = []): Calendars {
  const year = frozen.get(2026)
  if (year === undefined) throw new Error('2026 is among the calendars')
  const restDays = [...year.restDays, ...off.map(isoDate)]
  const workedDays = [...year.workedDays, ...worked.map(isoDate)]
  return new Map(frozen).set(2026, { ...year, restDays, workedDays })
}

test('a single term that nothing stops ends where the term does', () => {
  const lengths = fc.integer({ min: 0, max: 40 })
  const starts = fc.integer({ min: 0, max: 400 }).map((day) => addDays(MARCH_2, day))
  fc.assert(
    fc.property(lengths, fc.constantFrom(...TERM_UNITS), starts, (length, unit, from) => {
      const one = { from, terms: [{ length: unit === 'years' ? 1 : length, unit }], pauses: [] }
      equal(dayOf(one, frozen), dueOn(one.terms[0] ?? days(0), from, frozen))
    }),
    { numRuns: 60 },
  )
})

test('terms follow one another, and one with a day of its own begins no sooner', () => {
  const terms = [days(20), days(10)]
  equal(dayOf(counted({ terms }), frozen), '2026-04-23')
  const given = (from: string) =>
    counted({ terms: [days(20), { ...days(10), from: isoDate(from) }] })
  equal(dayOf(given('2026-03-10'), frozen), '2026-04-23', 'it shortens nothing')
  equal(dayOf(given('2026-04-20'), frozen), '2026-05-04', 'and is whole from its own day')
})

test('what stands still has no day to tell, and a place in lists that does not move with time', () => {
  const stopped = counted({ pauses: [{ from: isoDate('2026-03-10') }] })
  equal(standsStill(stopped), true)
  equal(dayToTell(stopped, frozen), undefined)
  equal(dayOf(stopped, frozen), '2026-04-09')
  equal(dayOf(asOf(stopped, isoDate('2026-03-12')), frozen), '2026-04-13')
  const over = counted({ pauses: [{ from: isoDate('2026-03-10'), until: isoDate('2026-03-12') }] })
  equal(dayToTell(over, frozen), '2026-04-13')
  deepEqual(asOf(over, isoDate('2026-03-09')).pauses, [])
})

test('it was late where more time was given after the last day there was', () => {
  const late = (given: string, more: Partial<Counted> = {}) =>
    wasLate(counted({ terms: [days(20), { ...days(10), given: isoDate(given) }], ...more }), frozen)
  equal(wasLate(counted(), frozen), false)
  equal(late('2026-04-09'), false, 'the last day is no later')
  equal(late('2026-04-10'), true)
  const before = [{ from: isoDate('2026-03-10'), until: isoDate('2026-03-12') }]
  equal(late('2026-04-13', { pauses: before }), false)
  equal(late('2026-04-14', { pauses: before }), true)
  const after = [{ from: isoDate('2026-04-14'), until: isoDate('2026-04-20') }]
  equal(late('2026-04-10', { pauses: after }), true, 'what stood still later excuses nothing')
})

test('a day that nobody was told moves both ways with the calendar', () => {
  equal(dayOf(counted(), withDays(['2026-04-09'])), '2026-04-10')
  equal(dayOf(counted(), withDays([], ['2026-04-04'])), '2026-04-08')
})

test('a day that a person was told only moves later', () => {
  const told = counted({ told: isoDate('2026-04-09') })
  equal(dayOf(told, withDays(['2026-04-09'])), '2026-04-10')
  equal(dayOf(told, withDays([], ['2026-04-04'])), '2026-04-09')
})

test('a day that was simply named is that day', () => {
  const named = { from: MARCH_2, terms: [], pauses: [], told: isoDate('2026-09-06') }
  equal(dayToTell(named, frozen), '2026-09-06')
})
