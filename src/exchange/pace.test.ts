import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  againAfter,
  IDLE,
  restOf,
  roomFor,
  type Busy,
  type Came,
  type Known,
} from '#exchange/pace.ts'
import type { Limits } from '#core/policy/systems.ts'

const LIMITS: Limits = {
  atOnceMax: 4,
  perMinuteMax: 10,
  timeoutSeconds: 5,
  failuresMax: 3,
  restSeconds: 30,
}
const NOW = 1_000_000
const SOUND: Known = { failures: 0, openUntil: undefined, isOff: false }
const STATES = ['off', 'approved', 'connected'] as const
const CAME: readonly Came[] = ['waits', 'refused', 'unreachable', 'unintelligible']
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** Begun so long ago. */
const begun = (...agoMs: readonly number[]) => agoMs.map((ago) => NOW - ago)

type Standing = { readonly known?: Known; readonly busy?: Busy }

const room = ({ known = SOUND, busy = IDLE }: Standing) =>
  roomFor({ state: 'connected', limits: LIMITS }, { known, busy, now: NOW })

test('of a system so much is asked as it takes at once and in a minute', () => {
  const table: readonly (readonly [Busy, number])[] = [
    [IDLE, 4],
    [{ underWay: 3, begun: [] }, 1],
    [{ underWay: 4, begun: [] }, 0],
    [{ underWay: 5, begun: [] }, 0],
    [{ underWay: 0, begun: begun(...Array.from({ length: 8 }, () => 1)) }, 2],
    [{ underWay: 0, begun: begun(...Array.from({ length: 10 }, () => 1)) }, 0],
    [{ underWay: 0, begun: begun(...Array.from({ length: 10 }, () => MINUTE_MS - 1)) }, 0],
    [{ underWay: 0, begun: begun(...Array.from({ length: 10 }, () => MINUTE_MS)) }, 4],
  ]
  for (const [busy, places] of table) equal(room({ busy }), places, JSON.stringify(busy))
})

test('one that failed too often is left alone, and then asked once', () => {
  const table: readonly (readonly [Known, number, number])[] = [
    [{ ...SOUND, failures: 2 }, 0, 4],
    [{ ...SOUND, failures: 3, openUntil: NOW + 1 }, 0, 0],
    [{ ...SOUND, failures: 3, openUntil: NOW }, 0, 1],
    [{ ...SOUND, failures: 3, openUntil: NOW - 1 }, 0, 1],
    [{ ...SOUND, failures: 3, openUntil: NOW - 1 }, 1, 0],
    [{ ...SOUND, failures: 9, openUntil: NOW - 1 }, 0, 1],
    [{ ...SOUND, failures: 0, openUntil: undefined }, 0, 4],
  ]
  for (const [known, underWay, places] of table) {
    equal(room({ known, busy: { underWay, begun: [] } }), places, JSON.stringify(known))
  }
  const { failuresMax, restSeconds } = restOf(LIMITS)
  equal(failuresMax, 3)
  equal(restSeconds, 30)
})

test('one that is not connected, or was switched off, is not asked', () => {
  for (const state of STATES) {
    for (const isOff of [true, false]) {
      const known = { ...SOUND, isOff }
      const places = roomFor({ state, limits: LIMITS }, { known, busy: IDLE, now: NOW })
      equal(places > 0, state === 'connected' && !isOff, `${state} ${isOff}`)
    }
  }
  equal(
    roomFor({ state: 'connected', limits: LIMITS }, { busy: IDLE, now: NOW }),
    4,
    'one that nobody knows yet has never failed',
  )
})

const limits = fc.record({
  atOnceMax: fc.integer({ min: 1, max: 50 }),
  perMinuteMax: fc.integer({ min: 1, max: 1000 }),
  timeoutSeconds: fc.integer({ min: 1, max: 60 }),
  failuresMax: fc.integer({ min: 1, max: 20 }),
  restSeconds: fc.integer({ min: 1, max: 600 }),
})
const busy = fc.record({
  underWay: fc.nat({ max: 60 }),
  begun: fc.array(fc.integer({ min: NOW - 2 * MINUTE_MS, max: NOW }), { maxLength: 200 }),
})
const known = fc.record({
  failures: fc.nat({ max: 40 }),
  openUntil: fc.option(fc.integer({ min: NOW - MINUTE_MS, max: NOW + MINUTE_MS }), {
    nil: undefined,
  }),
  isOff: fc.boolean(),
})

test('whatever happened, no system gets more than it takes, nor less than nothing', () => {
  fc.assert(
    fc.property(
      fc.record({ limits, busy, known, state: fc.constantFrom(...STATES) }),
      ({ limits, busy, known, state }) => {
        const places = roomFor({ state, limits }, { known, busy, now: NOW })
        const lately = busy.begun.filter((at) => at > NOW - MINUTE_MS).length
        ok(Number.isInteger(places) && places >= 0)
        if (places === 0) return
        ok(busy.underWay + places <= limits.atOnceMax)
        ok(lately + places <= limits.perMinuteMax)
        ok(state === 'connected' && !known.isOff)
        ok(known.openUntil === undefined || known.openUntil <= NOW)
        if (known.failures >= limits.failuresMax) equal(busy.underWay + places, 1)
      },
    ),
  )
})

test('what was no answer is asked again later each time, up to a bound of its own', () => {
  const after = (came: Came, tries: number) => againAfter(came, tries, () => 1)
  const table: readonly (readonly [Came, number, number])[] = [
    ['unreachable', 1, 5 * SECOND_MS],
    ['unreachable', 2, 10 * SECOND_MS],
    ['unreachable', 3, 20 * SECOND_MS],
    ['unreachable', 8, 640 * SECOND_MS],
    ['unreachable', 9, 15 * MINUTE_MS],
    ['unreachable', 1_000_000, 15 * MINUTE_MS],
    ['waits', 1, 10 * SECOND_MS],
    ['waits', 9, 30 * MINUTE_MS],
    ['unintelligible', 1, MINUTE_MS],
    ['unintelligible', 7, 64 * MINUTE_MS],
    ['unintelligible', 12, DAY_MS],
    ['refused', 1, DAY_MS],
    ['refused', 9, DAY_MS],
  ]
  for (const [came, tries, ms] of table) equal(after(came, tries), ms, `${came} ${tries}`)
})

test('a wait grows, is never nothing, and varies by at most half of itself', () => {
  const came = fc.constantFrom(...CAME)
  const tries = fc.integer({ min: 1, max: 5000 })
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(came, tries, chance, (came, tries, chance) => {
      const [least, most] = [0, 1].map((each) => againAfter(came, tries, () => each))
      const wait = againAfter(came, tries, () => chance)
      ok(least !== undefined && most !== undefined)
      ok(wait > 0 && wait >= least && wait <= most)
      ok(Math.abs(least * 2 - most) <= 1)
      ok(most <= DAY_MS)
      ok(againAfter(came, tries + 1, () => chance) >= wait)
    }),
  )
})
