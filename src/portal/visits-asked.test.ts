import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Appointment } from '#core/appointments/choosing.ts'
import { isoMoment } from '#core/dated.ts'
import { choiceOf, leftToAsk, stillChoosing, type VisitAsked } from '#portal/visits-asked.ts'
import { toyPlace } from '#test/toy-place.ts'
import { say } from '#test/toy-rules.ts'

const time = (party: string, state: Appointment['state'], minute: number): Appointment => ({
  id: `${party}-${String(minute)}`,
  party,
  step: 'take-prints',
  place: 'baku',
  startsAt: isoMoment(`2026-03-12T05:${String(minute)}:00.000Z`),
  state,
})

/** Ana has changed hers as often as is possible, Ben never. */
const asked = (...before: readonly Appointment[]): VisitAsked => ({
  step: 'take-prints',
  whose: ['ana', 'ben'],
  people: ['ana', 'ben'].map((id, index) => ({ id, number: String(index + 1), name: id })),
  beside: [],
  waits: false,
  visit: { for: 'prints', title: say('t'), bring: say('b'), came: 'done', moves: 1, remindDays: 2 },
  before: [time('ana', 'moved', 10), time('ana', 'cancelled', 11), ...before],
})

test('of a family, one whose changes are used up does not keep the others from choosing', () => {
  const gone = asked()
  equal(choiceOf(gone, [toyPlace]), 'choose')
  deepEqual(
    stillChoosing(gone).map(({ id }) => id),
    ['ben'],
  )
  deepEqual(
    leftToAsk(gone).map(({ id }) => id),
    ['ana'],
  )
  equal(choiceOf(asked(time('ben', 'booked', 20)), [toyPlace]), 'move')
})

test('where nothing can be chosen it is known why, whichever page asks', () => {
  const used = asked(time('ben', 'moved', 20), time('ben', 'moved', 21))
  equal(choiceOf(used, [toyPlace]), 'moved-too-often')
  deepEqual(leftToAsk(asked(time('ana', 'booked', 20))), [], 'she has one')
  equal(choiceOf(asked(), [{ ...toyPlace, serves: ['cards'] }]), 'noPlace')
  equal(choiceOf({ ...asked(), waits: true }, [toyPlace]), 'waits')
})
