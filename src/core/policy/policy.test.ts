import { deepEqual, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import {
  descriptionInForce,
  descriptionOf,
  hashesIn,
  isScored,
  type CaseLaw,
  type Description,
  type Policy,
} from '#core/policy/policy.ts'
import { comfortProcedure, toyLaws, toyProcedure, toyScoring, toySystems } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { published } from '#test/policies.ts'
import { comfortType, toyType } from '#test/toy-types.ts'

const older = { ...toyProcedure, id: 'toy-2025', inForceUntil: isoDate('2026-07-01') }
const newer = { ...toyProcedure, id: 'toy-2027', inForceFrom: isoDate('2026-07-01') }
const points = { ...toyScoring, inForceUntil: isoDate('2026-10-01') }
const morePoints = { ...toyScoring, inForceFrom: isoDate('2026-10-01') }
const second = { ...toyType, version: 2 }

/** The first one was replaced. */
const typesEver = new Map([
  ['hash-first', toyType],
  ['hash-second', second],
  ['hash-letter', comfortType],
])

const policy: Policy = {
  version: 1,
  laws: toyLaws,
  calendars: new Map(),
  lists: { education: [], occupations: [] },
  systems: toySystems,
  concessions: [],
  places: [],
  missions: [],
  procedures: published(
    new Map([
      ['hash-newer', newer],
      ['hash-comfort', comfortProcedure],
      ['hash-older', older],
    ]),
  ),
  scorings: published(
    new Map([
      ['hash-points', points],
      ['hash-more-points', morePoints],
    ]),
  ),
  types: {
    current: new Map([...typesEver].filter(([hash]) => hash !== 'hash-first')),
    get: (hash) => typesEver.get(hash),
  },
  statuses: new Map([[toyStatus.code, toyStatus]]),
}

const hashes = (found: Description | undefined) => found && hashesIn(found)
const today = (code: string, on: string) => hashes(descriptionInForce(policy, code, isoDate(on)))

test('who begins today applies by the newest questions and the law in force today', () => {
  deepEqual(today('recognition', '2025-12-31'), undefined)
  deepEqual(today('recognition', '2026-06-30'), ['hash-second', 'hash-older', 'hash-points'])
  deepEqual(today('recognition', '2026-07-01'), ['hash-second', 'hash-newer', 'hash-points'])
  deepEqual(today('recognition', '2026-10-01'), ['hash-second', 'hash-newer', 'hash-more-points'])
  deepEqual(today('gone', '2026-07-01'), undefined)
})

test('a type that names no scoring has none, whatever scorings there are', () => {
  deepEqual(today('letter-of-comfort', '2026-07-01'), ['hash-letter', 'hash-comfort'])
  const found = descriptionInForce(policy, 'letter-of-comfort', isoDate('2026-07-01'))
  ok(found && !isScored(found))
})

test('what was filed keeps its questions, its procedure and its scoring, whatever came later', () => {
  const type = 'recognition'
  const of = (standing: CaseLaw, on = isoDate('2026-12-01')) =>
    hashes(descriptionOf(policy, standing, on))
  const pinned = { typeHash: 'hash-first', procedure: 'hash-older', scoring: 'hash-points' }
  deepEqual(of({ type }), ['hash-second', 'hash-newer', 'hash-more-points'])
  deepEqual(of({ type, ...pinned }), ['hash-first', 'hash-older', 'hash-points'])
  const letter = { typeHash: 'hash-letter', procedure: 'hash-comfort' }
  deepEqual(of({ type: 'letter-of-comfort', ...letter }), ['hash-letter', 'hash-comfort'])
  const lost = /the law that a case of recognition rests on/
  for (const name of ['typeHash', 'procedure', 'scoring']) {
    throws(() => of({ type, ...pinned, [name]: 'hash-lost' }), lost, name)
  }
  const { scoring: _scoring, ...unscored } = pinned
  throws(() => of({ type, ...unscored }), lost, 'its type is scored')
  throws(() => of({ type: 'gone' }), /the law of a case of gone is in force/)
  throws(() => of({ type }, isoDate('2025-12-31')), /is in force on 2025-12-31/)
})
