import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { announcedSince, idleStep } from '#core/lifecycle/idle.ts'
import type { Actor } from '#core/lifecycle/application.ts'
import { ANA, begin, contextOf, recorded, recordOf, SYSTEM, type Case } from '#test/toy-case.ts'
import { toyRules } from '#test/toy-rules.ts'
import { toyType } from '#test/toy-types.ts'

/** Five months until the owner is told, six until it goes. */
const LAW = { type: toyType, rules: toyRules }
const IDLE_SINCE = isoDate('2026-01-15')

/** What time does to this draft on that day: the case after it, and what happened. */
function onDay(here: Case, on: string, { by = SYSTEM, since = IDLE_SINCE }: Idle = {}) {
  const context = contextOf(by, isoDate(on), LAW)
  const outcome = idleStep(here.now, context, since)
  if (!outcome?.ok) return { here, happened: outcome && 'refused' }
  const there = recorded(here, recordOf(outcome.value, context))
  return { here: there, happened: outcome.value.events[0] }
}
type Idle = { readonly by?: Actor; readonly since?: IsoDate }

test('the owner is told on the day, and the draft goes after the day that was named', () => {
  const draft = begin(toyType)
  equal(onDay(draft, '2026-06-14').happened, undefined)
  const told = onDay(draft, '2026-06-15')
  deepEqual(told.happened, { type: 'discard-announced', discardOn: '2026-07-15' })

  equal(told.here.now.state, 'draft')
  equal(onDay(told.here, '2026-06-16').happened, undefined)
  equal(onDay(told.here, '2026-07-15').happened, undefined)
  deepEqual(onDay(told.here, '2026-07-16').happened, { type: 'draft-discarded' })
})

test('a draft never goes untold, and whoever is told late has the whole notice', () => {
  const draft = begin(toyType)
  for (const on of ['2026-07-16', '2027-01-15', '2031-01-15']) {
    const { happened } = onDay(draft, on)
    equal(typeof happened === 'object' && happened.type, 'discard-announced', on)
  }
  const late = onDay(draft, '2026-09-30')
  deepEqual(late.happened, { type: 'discard-announced', discardOn: '2026-10-30' })
  equal(onDay(late.here, '2026-10-30').happened, undefined)
  deepEqual(onDay(late.here, '2026-10-31').happened, { type: 'draft-discarded' })
})

test('whoever writes in it again is told again before it goes', () => {
  const told = onDay(begin(toyType), '2026-06-15').here
  const since = isoDate('2026-07-15')
  equal(onDay(told, '2026-12-14', { since }).happened, undefined)
  const again = onDay(told, '2026-12-15', { since })
  deepEqual(again.happened, { type: 'discard-announced', discardOn: '2027-01-15' })
  deepEqual(onDay(again.here, '2027-01-16', { since }).happened, { type: 'draft-discarded' })

  deepEqual(
    [IDLE_SINCE, since].map((day) => announcedSince(told.now, toyRules, day)?.discardOn),
    ['2026-07-15', undefined],
  )
})

test('only the clock announces', () => {
  equal(onDay(begin(toyType), '2026-06-15', { by: ANA }).happened, 'refused')
})
