import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { areTogether, covers, isInForce, overlapsAndGaps } from '#core/policy/enacted.ts'

const span = (from: string, until?: string) => ({
  inForceFrom: isoDate(from),
  ...(until === undefined ? {} : { inForceUntil: isoDate(until) }),
})

test('a document is in force from its first day, and not on the day it is replaced', () => {
  const bounded = span('2026-01-01', '2026-07-01')
  const cases = [
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-01-02', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
    ['2026-07-02', false],
  ] as const
  for (const [on, is] of cases) equal(isInForce(bounded, isoDate(on)), is, on)
  equal(isInForce(span('2026-07-01'), isoDate('2099-01-01')), true)
})

test('two are together where one day at least is of both', () => {
  const first = span('2026-01-01', '2026-07-01')
  equal(areTogether(first, span('2026-07-01')), false)
  equal(areTogether(span('2026-07-01'), first), false)
  equal(areTogether(first, span('2026-06-30')), true)
  equal(areTogether(first, span('2025-01-01')), true)
})

test('a family covers another one where it has each of its days', () => {
  const two = [span('2026-07-01'), span('2026-01-01', '2026-07-01')]
  equal(covers(two, [span('2026-01-01')]), true)
  equal(covers(two, [span('2025-12-31')]), false)
  const ended = [span('2026-01-01', '2026-07-01')]
  equal(covers(ended, two), false)
  equal(covers(ended, [span('2026-02-01', '2026-07-01')]), true)
  equal(covers(ended, [span('2026-02-01', '2026-07-02')]), false)
  equal(covers([], two), false)
})

test('documents of one family follow each other without a day between or a day together', () => {
  const set = (id: string, from: string, until?: string) => ({
    id,
    family: 'toy',
    inForceFrom: isoDate(from),
    ...(until === undefined ? {} : { inForceUntil: isoDate(until) }),
  })
  const first = (until?: string) => set('first', '2025-04-03', until)
  const second = set('second', '2026-01-01')
  deepEqual(overlapsAndGaps([second, first('2026-01-01')]), [])
  deepEqual(overlapsAndGaps([first('2025-12-31'), second]), [
    'first and second leave a gap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first('2026-01-02'), second]), [
    'first and second overlap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first(), second]), [
    'first and second overlap before or on 2026-01-01',
  ])
  deepEqual(overlapsAndGaps([first(), { ...set('other', '2026-01-01'), family: 'other' }]), [])
  deepEqual(overlapsAndGaps([set('same', '2026-01-01'), second]).length, 1)
})
