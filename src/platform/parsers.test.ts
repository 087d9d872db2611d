import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { isIsoMoment } from '#core/dated.ts'
import { momentText, safeInteger } from '#platform/parsers.ts'

test('a moment arrives in UTC with milliseconds', () => {
  const cases = [
    ['2026-11-22 20:15:00+00', '2026-11-22T20:15:00.000Z'],
    ['2026-11-22 20:15:00.1+00', '2026-11-22T20:15:00.100Z'],
    ['2026-11-22 20:15:00.123456+00', '2026-11-22T20:15:00.123Z'],
    ['2026-11-22 20:15:00.999999+00', '2026-11-22T20:15:00.999Z'],
  ] as const
  deepEqual(
    cases.map(([text]) => momentText(text)),
    cases.map(([, moment]) => moment),
  )
})

test('what is no moment of ours stays as it came, and no parser takes it for one', () => {
  const cases = ['infinity', '-infinity', '10000-01-01 00:00:00+00', '2026-11-22 20:15:00+04']
  deepEqual(cases.map(momentText), cases)
  deepEqual(cases.filter(isIsoMoment), [])
})

test('a count is a number as long as it is exact', () => {
  equal(safeInteger('9007199254740991'), 9_007_199_254_740_991)
  equal(safeInteger('-9007199254740991'), -9_007_199_254_740_991)
  throws(() => safeInteger('9007199254740992'), /beyond the safe integers/)
})
