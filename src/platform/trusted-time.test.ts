import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { later } from '#platform/calendar.ts'
import { doubtOf, trustedAfter } from '#platform/trusted-time.ts'

const LAST = isoMoment('2026-03-02T06:00:00.000Z')
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const seenAfter = (milliseconds: number, aheadMs = 0) => ({
  at: later(LAST, milliseconds),
  aheadMs,
})

test('clocks up to two minutes apart are trusted, further ones are not, whichever is ahead', () => {
  const trusted = seenAfter(0)
  for (const sign of [1, -1]) {
    equal(doubtOf(seenAfter(MINUTE_MS, sign * 2 * MINUTE_MS), trusted), undefined)
    equal(doubtOf(seenAfter(MINUTE_MS, sign * (2 * MINUTE_MS + 1)), trusted), 'apart')
    equal(doubtOf(seenAfter(MINUTE_MS, sign * (2 * MINUTE_MS + 1)), undefined), 'apart')
  }
})

test('after three days without a run the time is trusted, after more it is not', () => {
  equal(doubtOf(seenAfter(3 * DAY_MS), seenAfter(0)), undefined)
  equal(doubtOf(seenAfter(3 * DAY_MS + 1), seenAfter(0)), 'long-gap')
  equal(doubtOf(seenAfter(400 * DAY_MS), undefined), undefined, 'nothing was ever run')
})

test('a clock that goes back more than the two minutes is not trusted', () => {
  equal(doubtOf(seenAfter(-2 * MINUTE_MS), seenAfter(0)), undefined)
  equal(doubtOf(seenAfter(-2 * MINUTE_MS - 1), seenAfter(0)), 'backward')
})

test('a difference that was confirmed serves while it lasts, and is not stretched or kept', () => {
  const confirmed = seenAfter(0, 60 * MINUTE_MS)

  equal(doubtOf(seenAfter(0, 61 * MINUTE_MS), confirmed), undefined)
  const trusted = trustedAfter(seenAfter(0, 61 * MINUTE_MS), confirmed)
  deepEqual(trusted, confirmed)
  equal(doubtOf(seenAfter(0, 63 * MINUTE_MS), trusted), 'apart')

  const mended = trustedAfter(seenAfter(0, MINUTE_MS), confirmed)
  equal(doubtOf(seenAfter(0, 60 * MINUTE_MS), mended), 'apart')
})
