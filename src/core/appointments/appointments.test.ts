import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { choose, movesLeft, openFor, type Appointment } from '#core/appointments/choosing.ts'
import { freeDays, seatedFrom, type Choosing } from '#core/appointments/free.ts'
import { isOpenAt, problemsOfPlace, timeInBaku, timesOn } from '#core/appointments/places.ts'
import type { Appearance } from '#core/appointments/visits.ts'
import { addDays, dayInBaku, isoDate, isoMoment, type IsoMoment } from '#core/dated.ts'
import { isWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import { frozen as calendars } from '#test/calendars.ts'
import { PROVISIONAL, say, toyLaws } from '#test/toy-rules.ts'
import { toyPlace } from '#test/toy-place.ts'

/** Friday 6 March 2026, ten in the morning in Baku; the 9th is off for 8 March. */
const NOW = isoMoment('2026-03-06T06:00:00.000Z')
const at = (day: string, time: string): IsoMoment => {
  const hour = String(Number(time.slice(0, 2)) - 4).padStart(2, '0')
  return isoMoment(`${day}T${hour}:${time.slice(3)}:00.000Z`)
}
const choosing = (more: Partial<Choosing> = {}): Choosing => ({
  place: toyPlace,
  taken: new Map(),
  calendars,
  now: NOW,
  ...more,
})

test('a day that is worked has a time every so many minutes, none that ends after hours', () => {
  const times = (day: string) => timesOn(toyPlace, isoDate(day), calendars).map(timeInBaku)
  deepEqual(times('2026-03-06'), ['09:00', '09:20', '09:40'])
  deepEqual(times('2026-03-07'), [], 'a Saturday')
  const long = { ...toyPlace, minutes: 25 }
  deepEqual(timesOn(long, isoDate('2026-03-06'), calendars).map(timeInBaku), ['09:00', '09:25'])
})

test('nobody is seen on a day off, nor on one that a later calendar takes', () => {
  const day = isoDate('2026-03-12')
  const moment = at('2026-03-12', '09:20')
  equal(isOpenAt(toyPlace, moment, calendars), true)
  const year = calendars.get(2026)
  ok(year)
  const moved: Calendars = new Map([[2026, { ...year, restDays: [...year.restDays, day] }]])
  equal(isOpenAt(toyPlace, moment, moved), false)
  equal(isOpenAt(toyPlace, at('2026-03-12', '09:30'), calendars), false, 'between two times')
})

test('a time can be chosen from the next working day on, until the last day ahead', () => {
  const days = freeDays(choosing(), 1).map(({ day }) => day)
  const [first] = days
  equal(
    first,
    [...Array(20).keys()]
      .map((n) => addDays(isoDate('2026-03-07'), n))
      .find((day) => isWorkingDay(day, calendars)),
  )
  ok(!days.includes(isoDate('2026-03-06')), 'today is too soon')
  ok(days.every((day) => day <= isoDate('2026-03-20') && isWorkingDay(day, calendars)))
  const sameDay = {
    ...toyPlace,
    noticeDays: 0,
    hours: { fri: [{ from: '09:40', until: '11:00' }] },
  }
  const today = freeDays(choosing({ place: sameDay }), 1)[0]
  deepEqual(today?.times.map(timeInBaku), ['10:20', '10:40'], 'only what is still to come')
})

test('a family sits as many at once as there is room for, the others right after', () => {
  const day = '2026-03-12'
  const seats = (people: number, taken: Choosing['taken'] = new Map()) =>
    seatedFrom(choosing({ taken }), at(day, '09:00'), people)?.map(timeInBaku)
  deepEqual(seats(3), ['09:00', '09:00', '09:20'])
  deepEqual(seats(6), ['09:00', '09:00', '09:20', '09:20', '09:40', '09:40'])
  equal(seats(7), undefined, 'there is no room that day')
  deepEqual(seats(2, new Map([[at(day, '09:00'), 1]])), ['09:00', '09:20'])
  equal(seats(3, new Map([[at(day, '09:20'), 2]])), undefined, 'nobody waits in between')
})

test('whatever is taken, what is free can be chosen and no seat is given twice', () => {
  const all = [...Array(15).keys()].flatMap((n) =>
    timesOn(toyPlace, addDays(isoDate('2026-03-06'), n), calendars),
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: all.length, maxLength: all.length }),
      fc.integer({ min: 1, max: 6 }),
      (counts, people) => {
        const taken = new Map(all.map((time, index) => [time, counts[index] ?? 0]))
        const around = choosing({ taken })
        const free = new Set(freeDays(around, people).flatMap(({ times }) => times))
        for (const start of all) {
          const seated = seatedFrom(around, start, people)
          equal(seated !== undefined, free.has(start))
          for (const time of seated ?? []) {
            const wanted = seated?.filter((each) => each === time).length ?? 0
            ok((taken.get(time) ?? 0) + wanted <= toyPlace.seats)
            equal(dayInBaku(time), dayInBaku(start))
          }
        }
      },
    ),
    { numRuns: 200 },
  )
})

const appearance: Appearance = {
  step: 'take-prints',
  whose: ['ana', 'ben'],
  waits: false,
  visit: { for: 'prints', title: say('t'), bring: say('b'), came: 'done', moves: 1, remindDays: 2 },
}

const visit = (party: string, state: Appointment['state'], time = '09:00'): Appointment => ({
  id: `${party}-${state}-${time}`,
  party,
  step: 'take-prints',
  place: 'baku',
  startsAt: at('2026-03-12', time),
  state,
})

const wish = (whose: readonly string[], time = '09:00') => ({
  whose,
  place: toyPlace,
  start: at('2026-03-12', time),
})

const chosenBy = (
  whose: readonly string[],
  before: readonly Appointment[] = [],
  { taken = new Map(), ...more }: Partial<Appearance> & { taken?: Choosing['taken'] } = {},
) => choose({ ...appearance, ...more }, wish(whose), { taken, calendars, now: NOW, before })

const reasonOf = (outcome: ReturnType<typeof chosenBy>) =>
  outcome.ok ? undefined : outcome.refusal.reason

test('a time is chosen by those who have to come, and not before what it waits for', () => {
  const outcome = chosenBy(['ana', 'ben'])
  ok(outcome.ok)
  deepEqual(
    outcome.value.map(({ party, startsAt }) => [party, timeInBaku(startsAt)]),
    [
      ['ana', '09:00'],
      ['ben', '09:00'],
    ],
  )
  equal(reasonOf(chosenBy([])), 'nobody-chosen')
  equal(reasonOf(chosenBy(['eve'])), 'not-asked')
  equal(reasonOf(chosenBy(['ana'], [visit('ana', 'came')])), 'not-asked', 'who came is done')
  equal(reasonOf(chosenBy(['ana'], [], { waits: true })), 'waits')
  const elsewhere = { ...appearance.visit, for: 'cards-elsewhere' }
  equal(reasonOf(chosenBy(['ana'], [], { visit: elsewhere })), 'not-asked', 'not at that place')
})

test('what has to be made first is fetched on the first day on which it is there, and not before', () => {
  equal(reasonOf(chosenBy(['ana'], [], { from: isoDate('2026-03-13') })), 'not-free')
  equal(reasonOf(chosenBy(['ana'], [], { from: isoDate('2026-03-12') })), undefined)
  equal(reasonOf(chosenBy(['ana'], [], { from: isoDate('2026-03-01') })), undefined)
})

test('an official sets a time also when no change is left, and that counts as none', () => {
  const moved = [visit('ana', 'moved'), visit('ana', 'booked', '09:20')]
  const byService = { ...wish(['ana']), byService: true } as const
  const around = { taken: new Map(), calendars, now: NOW, before: moved }
  ok(choose(appearance, byService, around).ok)
  const set = [
    { ...visit('ana', 'moved'), byService: true } as const,
    visit('ana', 'booked', '09:20'),
  ]
  equal(movesLeft(appearance, set, 'ana'), 0)
  equal(reasonOf(chosenBy(['ana'], set)), undefined)
})

test('what was chosen can be moved as often as the type says; who missed it chooses again', () => {
  const full = new Map([[at('2026-03-12', '09:00'), 2]])
  equal(reasonOf(chosenBy(['ana'], [], { taken: full })), 'not-free')
  equal(
    reasonOf(chosenBy(['ana'], [visit('ana', 'booked')], { taken: full })),
    undefined,
    'her own seat',
  )
  const moved = [visit('ana', 'moved'), visit('ana', 'booked', '09:20')]
  equal(reasonOf(chosenBy(['ana'], moved)), 'moved-too-often')
  equal(reasonOf(chosenBy(['ana'], [visit('ana', 'cancelled')])), undefined)
  const gaveBack = [visit('ana', 'cancelled'), visit('ana', 'cancelled', '09:20')]
  equal(reasonOf(chosenBy(['ana'], gaveBack)), 'moved-too-often')
  const missed = [
    visit('ana', 'missed'),
    visit('ana', 'called-off'),
    visit('ana', 'missed', '09:40'),
  ]
  equal(reasonOf(chosenBy(['ana'], missed)), undefined, 'nothing is taken for it')
  equal(movesLeft(appearance, missed, 'ana'), 1)
  deepEqual(openFor(appearance, [visit('ben', 'came')]), ['ana'])
})

test('a place that could see nobody is refused, with a reason', () => {
  const reasons = (more: Partial<typeof toyPlace>) =>
    problemsOfPlace({ ...toyPlace, basis: PROVISIONAL, ...more }, toyLaws).map(
      ({ reason }) => reason,
    )
  deepEqual(reasons({}), [])
  deepEqual(reasons({ hours: {} }), ['it is open on no day'])
  deepEqual(reasons({ hours: { mon: [{ from: '09:00', until: '09:10' }] } }), ['no visit fits'])
  deepEqual(reasons({ hours: { mon: [{ from: '03:00', until: '09:10' }] } }), [
    'nobody is seen before four',
  ])
  const twice = [
    { from: '09:00', until: '12:00' },
    { from: '11:00', until: '13:00' },
  ]
  deepEqual(reasons({ hours: { mon: twice } }), ['hours overlap'])
  deepEqual(reasons({ noticeDays: 14 }), ['no day is left to choose'])
  deepEqual(reasons({ serves: ['prints', 'prints'] }), ['prints is named twice'])
})
