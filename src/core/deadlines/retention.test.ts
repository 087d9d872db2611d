import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#core/dated.ts'
import { announceOn, purgeOn } from '#core/deadlines/retention.ts'

const RULE = { announceAfterMonths: 5, purgeAfterMonths: 6 }

test('an idle draft is announced after five months and goes after six', () => {
  const idleSince = isoDate('2026-01-15')
  const announcedOn = announceOn(RULE, idleSince)
  equal(announcedOn, '2026-06-15')
  equal(purgeOn(RULE, { idleSince, announcedOn }), '2026-07-15')
})

test('whoever is told late still has the whole notice', () => {
  const idleSince = isoDate('2026-01-15')
  const cases = [
    ['2026-06-14', '2026-07-15'],
    ['2026-06-15', '2026-07-15'],
    ['2026-06-16', '2026-07-16'],
    ['2026-09-30', '2026-10-30'],
  ] as const
  for (const [announced, expected] of cases) {
    equal(purgeOn(RULE, { idleSince, announcedOn: isoDate(announced) }), expected)
  }
})

test('an announcement in time never moves the day', () => {
  fc.assert(
    fc.property(fc.nat(2000), (days) => {
      const idleSince = addDays(isoDate('2025-01-01'), days)
      const announcedOn = announceOn(RULE, idleSince)
      const untold = purgeOn(RULE, { idleSince, announcedOn: idleSince })
      equal(purgeOn(RULE, { idleSince, announcedOn }), untold)
    }),
  )
})

test('a draft is announced before it is purged', () => {
  const idleSince = isoDate('2026-01-15')
  for (const [announceAfterMonths, purgeAfterMonths] of [
    [6, 6],
    [7, 6],
    [-1, 6],
  ] as const) {
    throws(() => announceOn({ announceAfterMonths, purgeAfterMonths }, idleSince), /announced/)
  }
})
