import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { move } from '#core/cases/moving.ts'
import { fold } from '#core/cases/folding.ts'
import { isoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import {
  accepted,
  begin,
  contextOf,
  lapsed,
  recognised,
  recorded,
  recordOf,
  submitted,
  TIME,
  type Case,
} from '#test/toy-case.ts'
import { toyType } from '#test/toy-types.ts'

const LATER = isoDate('2026-04-30')

/** What the newer version calls states is all that it needs to have here. */
const newer = (states: Readonly<Record<string, string>>): CaseType => ({
  ...toyType,
  version: 2,
  states: toyType.states.map((state) => ({ ...state, code: states[state.code] ?? state.code })),
  for: { running: { versions: [1], states } },
})

function moved(before: Case, states: Readonly<Record<string, string>>): Case | undefined {
  const step = move(before.now, toyType, { type: newer(states), typeHash: 'second' })
  return step && recorded(before, recordOf(step, contextOf(TIME, LATER)))
}

test('a case that moves has the newer version, its name for the state, and all its days and tasks', () => {
  const before = accepted()
  const after = moved(before, { 'in-assessment': 'weighed' })
  const { now } = before
  deepEqual(after?.now, { ...now, typeHash: 'second', state: 'weighed', moves: now.moves + 1 })
  deepEqual(fold('toy-1', after?.history ?? []), after?.now)
})

test('where time took it from has its newer name as well, and can still be taken back to', () => {
  const before = lapsed(LATER)
  const { lapsed: was, proposed } = before.now
  const now = moved(before, { returned: 'to-mend' })?.now
  deepEqual(now?.lapsed, { ...was, from: 'to-mend' })
  deepEqual(now?.proposed, { ...proposed, from: 'to-mend' })
  equal(now?.state, before.now.state, 'what is not named keeps its name')
})

test('a draft, what was decided, and what the version does not name stay', () => {
  equal(moved(begin(), {}), undefined)
  equal(moved(recognised(), {}), undefined)
  const other = { ...newer({}), for: { running: { versions: [7], states: {} } } }
  const { now } = submitted()
  equal(move(now, toyType, { type: other, typeHash: 'second' }), undefined)
  equal(move(now, toyType, { type: { ...toyType, version: 2 }, typeHash: 'second' }), undefined)
  equal(move(now, toyType, { type: newer({}), typeHash: now.typeHash ?? '' }), undefined)
})
