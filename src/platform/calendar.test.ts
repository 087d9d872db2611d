import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isIsoMoment, isoMoment } from '#core/dated.ts'
import {
  dateObjectOf,
  epochOf,
  fixedClock,
  later,
  millisecondsBetween,
  momentOf,
  systemClock,
} from '#platform/calendar.ts'

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(isoMoment('2026-11-22T19:59:59.999Z'))

  deepEqual(
    [clock.now(), clock.now(), clock.today()],
    ['2026-11-22T19:59:59.999Z', '2026-11-22T19:59:59.999Z', '2026-11-22'],
  )

  clock.advance(1)
  deepEqual([clock.now(), clock.today()], ['2026-11-22T20:00:00.000Z', '2026-11-23'])

  clock.set(isoMoment('2020-02-29T00:00:00.000Z'))
  deepEqual([clock.now(), clock.today()], ['2020-02-29T00:00:00.000Z', '2020-02-29'])
})

test('the clock of the machine gives moments in order', () => {
  const moments = [systemClock.now(), systemClock.now()]

  ok(moments.every((moment) => isIsoMoment(moment)))
  deepEqual([...moments].sort(), moments)
})

test('moments and counts of milliseconds lead to each other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2e12, max: 4e12 }),
      fc.integer({ min: 0, max: 1e12 }),
      (a, b) => {
        const moment = momentOf(a)
        equal(epochOf(moment), a)
        equal(millisecondsBetween(moment, later(moment, b)), b)
        equal(dateObjectOf(moment).getTime(), a)
      },
    ),
  )
  equal(momentOf(0.9), '1970-01-01T00:00:00.000Z')
})
