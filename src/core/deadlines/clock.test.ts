import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, dateOfDayNumber, dayNumber, isoDate } from '#core/dated.ts'
import {
  dayOfShare,
  readClock,
  type Clock,
  type ClockFacts,
  type ClockRules,
  toldOf,
} from '#core/deadlines/clock.ts'
import type { Pause } from '#core/deadlines/counted.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import { frozen } from '#test/calendars.ts'
import { isWorkingDay } from '#core/deadlines/working-days.ts'

const RULES: ClockRules = {
  term: { length: 20, unit: 'working-days' },
  stopsWhileReturned: true,
  extension: { term: { length: 10, unit: 'working-days' }, times: 1 },
  warnAt: [0.6, 0.9],
}

/** Started on Monday 2 March 2026: due on Thursday 9 April when nothing happens. */
const read = (on: string, happened: Partial<ClockFacts> = {}): Clock =>
  readClock({
    startedOn: isoDate('2026-03-02'),
    pauses: [],
    extensions: 0,
    on: isoDate(on),
    rules: RULES,
    calendars: frozen,
    ...happened,
  })

const pause = (from: string, until?: string): Pause => ({
  from: isoDate(from),
  until: until === undefined ? undefined : isoDate(until),
})

test('a clock that nothing stops is due after its term', () => {
  deepEqual(read('2026-03-02'), {
    dueOn: '2026-04-09',
    dueOnWithoutStops: '2026-04-09',
    stopped: false,
    usedDays: 0,
    totalDays: 20,
    leftDays: 20,
    overdue: false,
    warnings: [
      { share: 0.6, on: '2026-03-19' },
      { share: 0.9, on: '2026-04-07' },
    ],
    provisional: false,
    countedIn: 'working-days',
    extensionsLeft: 1,
    canStop: true,
  })
})

test('only working days are used up, and overdue begins the day after the due day', () => {
  const cases = [
    // on        used left overdue
    ['2026-03-03', 1, 19, false],
    ['2026-03-06', 4, 16, false],
    ['2026-03-09', 4, 16, false],
    ['2026-03-10', 5, 15, false],
    ['2026-04-08', 19, 1, false],
    ['2026-04-09', 20, 0, false],
    ['2026-04-10', 21, 0, true],
    ['2026-04-11', 21, 0, true], // Saturday
    ['2026-04-13', 22, 0, true],
  ] as const
  for (const [on, used, left, late] of cases) {
    const { usedDays, leftDays, overdue } = read(on)
    deepEqual([on, usedDays, leftDays, overdue], [on, used, left, late])
  }
})

test('a case returned to the applicant does not use up days', () => {
  const cases: readonly (readonly [string, readonly Pause[], string])[] = [
    ['four working days', [pause('2026-03-05', '2026-03-12')], '2026-04-15'],
    ['one day', [pause('2026-03-05', '2026-03-06')], '2026-04-10'],
    ['no day', [pause('2026-03-05', '2026-03-05')], '2026-04-09'],
    ['a weekend and its rest day', [pause('2026-03-06', '2026-03-09')], '2026-04-09'],
    ['begun on a Saturday', [pause('2026-03-07', '2026-03-10')], '2026-04-10'],
    ['two', [pause('2026-03-05', '2026-03-06'), pause('2026-03-12', '2026-03-16')], '2026-04-14'],
    [
      'two at once',
      [pause('2026-03-05', '2026-03-11'), pause('2026-03-06', '2026-03-12')],
      '2026-04-15',
    ],
    ['begun on the due day', [pause('2026-04-09', '2026-04-20')], '2026-04-09'],
    ['begun the day before', [pause('2026-04-08', '2026-04-20')], '2026-04-21'],
    ['over before the clock started', [pause('2026-02-20', '2026-03-02')], '2026-04-09'],
  ]
  for (const [name, pauses, expected] of cases) {
    const clock = read('2026-06-01', { pauses })
    deepEqual([name, clock.dueOn], [name, expected])
    equal(clock.dueOnWithoutStops, '2026-04-09')
  }
})

test('while a clock is stopped, its due day moves with every working day', () => {
  const pauses = [pause('2026-03-05')]
  const cases = [
    // on        stopped  used  due
    ['2026-03-04', false, 2, '2026-04-09'], // not yet returned
    ['2026-03-05', true, 3, '2026-04-09'],
    ['2026-03-06', true, 3, '2026-04-10'],
    ['2026-03-09', true, 3, '2026-04-10'],
    ['2026-03-12', true, 3, '2026-04-15'],
  ] as const
  for (const [on, stopped, used, due] of cases) {
    const clock = read(on, { pauses })
    deepEqual([on, clock.stopped, clock.usedDays, clock.dueOn], [on, stopped, used, due])
    equal(clock.leftDays, 20 - used)
  }
})

test('a clock goes on the day after the applicant answered', () => {
  const pauses = [pause('2026-03-05', '2026-03-12')]
  const cases = [
    ['2026-03-11', true, 3],
    ['2026-03-12', false, 3],
    ['2026-03-13', false, 4],
  ] as const
  for (const [on, stopped, used] of cases) {
    const clock = read(on, { pauses })
    deepEqual([on, clock.stopped, clock.usedDays], [on, stopped, used])
  }
})

test('what happened later does not change how a clock read on a day', () => {
  const later = [pause('2026-03-05', '2026-03-06'), pause('2026-03-17', '2026-03-31')]
  const known = [pause('2026-03-05', '2026-03-06')]
  deepEqual(read('2026-03-16', { pauses: later }), read('2026-03-16', { pauses: known }))
})

test('where the rules do not stop it, a clock runs while the case is returned', () => {
  const rules = { ...RULES, stopsWhileReturned: false }
  const clock = read('2026-03-12', { rules, pauses: [pause('2026-03-05')] })
  deepEqual(clock, { ...read('2026-03-12'), canStop: false })
})

test('a stopped clock has no day to tell, only what is left of it', () => {
  const stopped = read('2026-03-12', { pauses: [pause('2026-03-05')] })
  deepEqual(toldOf(stopped), { kind: 'left', days: 17, unit: 'working-days' })
  deepEqual(
    toldOf(read('2026-03-20', { pauses: [pause('2026-03-05')] })),
    toldOf(stopped),
    'and tomorrow it is the same',
  )
  deepEqual(toldOf(read('2026-03-12')), { kind: 'day', on: '2026-04-09' })
})

test('an extension adds its term after the first and moves the warnings', () => {
  const clock = read('2026-03-10', { extensions: 1 })
  equal(clock.dueOn, '2026-04-23')
  equal(clock.totalDays, 30)
  deepEqual(clock.warnings, [
    { share: 0.6, on: '2026-04-07' },
    { share: 0.9, on: '2026-04-20' },
  ])
})

test('a clock that is never extended has no extension left, and takes none', () => {
  const { extension: _extension, ...rules } = RULES
  equal(read('2026-03-10', { rules }).extensionsLeft, 0)
  equal(read('2026-03-10', { rules }).dueOn, read('2026-03-10').dueOn)
  throws(() => read('2026-03-10', { rules, extensions: 1 }), /only as often/)
})

test('an extension may be counted in other days than the term', () => {
  const extension = { term: { length: 10, unit: 'calendar-days' }, times: 2 } as const
  const rules = { ...RULES, extension }
  equal(read('2026-03-10', { rules, extensions: 1 }).dueOn, '2026-04-19')
  equal(read('2026-03-10', { rules, extensions: 2 }).dueOn, '2026-04-29')
  equal(read('2026-03-10', { rules, extensions: 2 }).totalDays, 40)
  const pauses = [pause('2026-04-10', '2026-04-12')] // a Friday to a Sunday
  equal(read('2026-06-01', { rules, extensions: 1, pauses }).dueOn, '2026-04-21')
})

test('a term in months can stop too', () => {
  const rules = { ...RULES, term: { length: 1, unit: 'months' } } as const
  equal(read('2026-03-02', { rules }).dueOn, '2026-04-02')
  const pauses = [pause('2026-03-05', '2026-03-12')]
  equal(read('2026-06-01', { rules, pauses }).dueOn, '2026-04-09')
})

test('warnings move with a stop, round up, and come at the latest on the due day', () => {
  const pauses = [pause('2026-03-05', '2026-03-12')]
  const rules = { ...RULES, warnAt: [0.01, 0.6, 0.625, 1] }
  deepEqual(
    read('2026-06-01', { rules, pauses }).warnings.map(({ on }) => on),
    ['2026-03-03', '2026-04-03', '2026-04-06', '2026-04-15'],
  )
})

test('a share that is a whole number of days is not rounded up by floating point', () => {
  const term = { length: 100, unit: 'calendar-days' } as const
  const rules = { ...RULES, term, warnAt: [0.07] }
  equal(read('2026-03-02', { rules }).warnings[0]?.on, '2026-03-09')
})

test('a share of a time is over on the day on which a clock of that unit would warn', () => {
  const [from, until] = [isoDate('2026-03-02'), isoDate('2026-04-09')]
  const over = (share: number, unit: TermUnit) => dayOfShare(share, { from, until, unit }, frozen)
  for (const share of [0.01, 0.6, 0.625, 0.9, 1]) {
    const rules = { ...RULES, warnAt: [share] }
    equal(over(share, 'working-days'), read('2026-03-02', { rules }).warnings[0]?.on)
    const term = { length: 38, unit: 'calendar-days' } as const
    const warned = read('2026-03-02', { rules: { ...rules, term } }).warnings[0]?.on
    for (const unit of ['calendar-days', 'months', 'years'] as const) {
      equal(over(share, unit), warned)
    }
  }
  equal(over(0.6, 'working-days') < over(0.6, 'calendar-days'), true, 'Novruz is no work')
  const none = { from, until: from, unit: 'working-days' } as const
  equal(dayOfShare(0.6, none, frozen), from)
})

test('a decided case reads for ever as it did on the day of decision', () => {
  const cases = [
    ['2026-04-08', false],
    ['2026-04-09', false],
    ['2026-04-10', true],
  ] as const
  for (const [ended, late] of cases) {
    const endedOn = isoDate(ended)
    const clock = read('2026-12-01', { endedOn })
    equal(clock.overdue, late)
    deepEqual(clock, read(ended))
    deepEqual(clock, read(ended, { endedOn }))
  }
})

test('a case that ends while it is returned is no longer stopped', () => {
  const happened = { pauses: [pause('2026-03-05')], endedOn: isoDate('2026-03-19') }
  const clock = read('2026-12-01', happened)
  equal(clock.stopped, false)
  equal(clock.usedDays, 3)
  equal(clock.overdue, false)
  deepEqual(read('2026-03-19', happened), clock)
})

test('a due day in a year not yet official is provisional', () => {
  const cases = [
    ['2026-12-02', '2026-12-30', false],
    ['2026-12-03', '2027-01-05', true], // 31 December to 4 January are off
    ['2027-12-20', '2028-01-21', true], // beyond every calendar
  ] as const
  for (const [started, due, provisional] of cases) {
    const clock = read(started, { startedOn: isoDate(started) })
    deepEqual([clock.dueOn, clock.provisional], [due, provisional])
  }
})

test('what cannot have happened is a broken promise', () => {
  throws(() => read('2026-03-01'), /once it has started/)
  throws(() => read('2026-03-10', { endedOn: isoDate('2026-03-01') }), /ends after it started/)
  throws(() => read('2026-03-10', { extensions: 2 }), /only as often/)
  throws(() => read('2026-03-10', { extensions: -1 }), /counted/)
  throws(() => read('2026-03-10', { extensions: 0.5 }), /counted/)
  throws(
    () => read('2026-03-10', { pauses: [pause('2026-03-06', '2026-03-05')] }),
    /after it began/,
  )
  for (const share of [0, -0.1, 1.1, Number.NaN]) {
    throws(() => read('2026-03-10', { rules: { ...RULES, warnAt: [share] } }), /share/)
  }
})

const anyDay = fc
  .integer({ min: dayNumber(isoDate('2025-01-01')), max: dayNumber(isoDate('2028-12-31')) })
  .map(dateOfDayNumber)

const anyPause = (startedOn: Pause['from']) =>
  fc.tuple(fc.nat(60), fc.nat(30), fc.boolean()).map(([after, length, open]) => {
    const from = addDays(startedOn, after)
    return open ? { from } : { from, until: addDays(from, length) }
  })

const anyFacts = anyDay.chain((startedOn) =>
  fc.record({
    startedOn: fc.constant(startedOn),
    pauses: fc.array(anyPause(startedOn), { maxLength: 3 }),
    extensions: fc.nat(1),
    on: fc.nat(150).map((days) => addDays(startedOn, days)),
    rules: fc.constant(RULES),
    calendars: fc.constant(frozen),
  }),
)

test('a due day is a working day, and its parts agree', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const clock = readClock(facts)
      ok(isWorkingDay(clock.dueOn, frozen))
      ok(clock.dueOn >= clock.dueOnWithoutStops)
      ok(clock.warnings.every(({ on }) => on <= clock.dueOn && isWorkingDay(on, frozen)))
      equal(clock.leftDays, Math.max(0, clock.totalDays - clock.usedDays))
      equal(clock.overdue, facts.on > clock.dueOn)
      if (clock.usedDays > clock.totalDays) ok(clock.overdue)
    }),
  )
})

test('a pause or an extension never makes a case due earlier', () => {
  const factsAndPause = anyFacts.chain((facts) =>
    fc.tuple(fc.constant(facts), anyPause(facts.startedOn)),
  )
  fc.assert(
    fc.property(factsAndPause, ([facts, another]) => {
      const paused = readClock({ ...facts, pauses: [...facts.pauses, another] })
      ok(paused.dueOn >= readClock(facts).dueOn)

      const once = readClock({ ...facts, extensions: 1 })
      ok(once.dueOn > readClock({ ...facts, extensions: 0 }).dueOn)
    }),
  )
})
