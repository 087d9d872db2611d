import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import {
  descriptionInForce,
  descriptionOf,
  isInForce,
  type Description,
  type Policy,
} from '#core/policy/policy.ts'
import { comfortRules, toyLaws, toyRules } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { comfortType, toyType } from '#test/toy-types.ts'

const older = { ...toyRules, id: 'toy-2025', inForceUntil: isoDate('2026-07-01') }
const newer = { ...toyRules, id: 'toy-2027', inForceFrom: isoDate('2026-07-01') }
const second = { ...toyType, version: 2 }

const policy: Policy = {
  version: 1,
  laws: toyLaws,
  calendars: new Map(),
  lists: { education: [], occupations: [] },
  ruleSets: new Map([
    ['hash-newer', newer],
    ['hash-comfort', comfortRules],
    ['hash-older', older],
  ]),
  types: new Map([
    ['hash-first', toyType],
    ['hash-second', second],
    ['hash-letter', comfortType],
  ]),
  statuses: new Map([[toyStatus.code, toyStatus]]),
}

const hashes = (found: Description | undefined) => found && [found.typeHash, found.rulesHash]
const today = (code: string, on: string) => hashes(descriptionInForce(policy, code, isoDate(on)))

test('a rule set is in force from its first day, and not on the day it is replaced', () => {
  const bounded = { ...older, inForceFrom: isoDate('2026-01-01') }
  const cases = [
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-01-02', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
    ['2026-07-02', false],
  ] as const
  for (const [on, is] of cases) equal(isInForce(bounded, isoDate(on)), is, on)
  equal(isInForce(newer, isoDate('2099-01-01')), true)
})

test('who begins today applies by the newest questions and the rules in force today', () => {
  deepEqual(today('recognition', '2025-12-31'), undefined)
  deepEqual(today('recognition', '2026-06-30'), ['hash-second', 'hash-older'])
  deepEqual(today('recognition', '2026-07-01'), ['hash-second', 'hash-newer'])
  deepEqual(today('letter-of-comfort', '2026-07-01'), ['hash-letter', 'hash-comfort'])
  deepEqual(today('gone', '2026-07-01'), undefined)
})

test('what was filed keeps its questions and its rules, whatever came later', () => {
  const type = 'recognition'
  const of = (standing: Parameters<typeof descriptionOf>[1], on = isoDate('2026-12-01')) =>
    hashes(descriptionOf(policy, standing, on))
  const filed = { type, scoring: 'hash-older', typeHash: 'hash-first' }
  deepEqual(of({ type }), ['hash-second', 'hash-newer'])
  deepEqual(of(filed), ['hash-first', 'hash-older'])
  throws(
    () => of({ ...filed, scoring: 'hash-lost' }),
    /the law that a case of recognition rests on/,
  )
  throws(
    () => of({ ...filed, typeHash: 'hash-lost' }),
    /the law that a case of recognition rests on/,
  )
  throws(() => of({ type: 'gone' }), /the law of a case of gone is in force/)
  throws(() => of({ type }, isoDate('2025-12-31')), /is in force on 2025-12-31/)
})
