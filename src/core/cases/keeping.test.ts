import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dealWith, keptUntil, type Ending } from '#core/cases/keeping.ts'
import type { Life } from '#core/cases/life.ts'
import { addDays, isoDate } from '#core/dated.ts'
import { dueOn, type TermUnit } from '#core/deadlines/terms.ts'
import { PROVISIONAL, say, toyProcedure } from '#test/toy-rules.ts'
import { toyType } from '#test/toy-types.ts'

const day = isoDate
const calendars = new Map()
const term = (code: string, length: number, unit: TermUnit) => ({
  code,
  title: say(code),
  length,
  unit,
  basis: PROVISIONAL,
})
const procedure = {
  ...toyProcedure,
  terms: [term('one', 1, 'years'), term('three', 3, 'years'), term('five', 5, 'years')],
}
const [given, refused] = toyType.outcomes
ok(given && refused)

const rules: Pick<Life, 'outcomes' | 'keep'> = {
  keep: { term: 'one', from: 'ended', notice: 'one' },
  outcomes: [
    { ...given, code: 'given', keep: { term: 'five', from: 'status-end' } },
    { ...refused, code: 'refused', keep: { term: 'three', from: 'told' } },
    { ...refused, code: 'signed', keep: { term: 'three', from: 'decided' } },
    { ...refused, code: 'unsaid' },
  ],
}

const until = (ending: Partial<Ending>, said: Partial<typeof rules> = {}) =>
  keptUntil(
    { ...rules, ...said },
    { endedOn: day('2026-03-02'), gave: [], ...ending },
    { procedure, calendars },
  )

const decided = (outcome: string, said: Partial<NonNullable<Ending['decided']>> = {}) => ({
  decided: { outcome, on: day('2026-03-02'), isSetAside: false, ...said },
})
const told = { toldOn: day('2026-03-10') }

test('how long something is kept follows from what was decided last, and from its day', () => {
  const cases: readonly (readonly [string, Partial<Ending>, string | undefined])[] = [
    ['withdrawn', {}, '2027-03-02'],
    ['told', decided('refused', told), '2029-03-10'],
    ['not told yet', decided('refused'), undefined],
    ['by its own day', decided('signed'), '2029-03-02'],
    [
      'by its own day, in a case that ended later',
      {
        ...decided('signed', { on: day('2026-02-01') }),
      },
      '2029-03-02',
    ],
    ['set aside', decided('refused', { ...told, isSetAside: true }), undefined],
    ['of which policy says nothing', decided('unsaid', told), undefined],
    ['of an outcome that is not there any more', decided('gone', told), undefined],
    ['held', { ...decided('given', told), gave: [undefined] }, undefined],
    ['ended', { ...decided('given'), gave: [day('2031-03-01')] }, '2036-03-01'],
    [
      'of two, both ended',
      {
        ...decided('given'),
        gave: [day('2031-03-01'), day('2030-01-01')],
      },
      '2036-03-01',
    ],
    [
      'of two, one is held',
      { ...decided('given'), gave: [day('2031-03-01'), undefined] },
      undefined,
    ],
    [
      'of two, the first is held',
      { ...decided('given'), gave: [undefined, day('2031-03-01')] },
      undefined,
    ],
    ['that gave nothing to this one', decided('given', told), undefined],
  ]
  for (const [what, ending, expected] of cases) equal(until(ending), expected, what)
  const { keep: _keep, ...silent } = rules
  equal(
    keptUntil(
      silent,
      { endedOn: day('2026-03-02'), gave: [], ...decided('refused', told) },
      { procedure, calendars },
    ),
    undefined,
    'a type that says nothing keeps',
  )
})

test('of a 29 February the term of years ends on the 28th', () => {
  equal(until({ endedOn: day('2028-02-29') }), '2029-02-28')
})

const notice = { length: 30, unit: 'calendar-days' as const }
const dealt = (on: string, announced?: string, last: string | undefined = '2029-03-10') =>
  dealWith({
    until: last === undefined ? undefined : day(last),
    ...(announced === undefined ? {} : { announced: day(announced) }),
    on: day(on),
    notice,
    calendars,
  })

test('it is announced first, and goes after the day that was told', () => {
  deepEqual(dealt('2026-03-10'), { does: 'wait', lookOn: '2029-02-08' })
  deepEqual(dealt('2029-02-07'), { does: 'wait', lookOn: '2029-02-08' })
  deepEqual(dealt('2029-02-08'), { does: 'announce', after: '2029-03-10' })
  deepEqual(dealt('2029-02-09'), { does: 'announce', after: '2029-03-11' }, 'late, and whole')
  deepEqual(dealt('2035-01-01'), { does: 'announce', after: '2035-01-31' })
  deepEqual(dealt('2029-02-09', '2029-03-10'), { does: 'wait', lookOn: '2029-03-11' })
  deepEqual(dealt('2029-03-10', '2029-03-10'), { does: 'wait', lookOn: '2029-03-11' })
  deepEqual(dealt('2029-03-11', '2029-03-10'), { does: 'erase' })
})

test('what is to be kept longer than was told is told anew, and what is not known waits', () => {
  deepEqual(dealt('2029-03-11', '2029-03-10', '2030-03-10'), { does: 'wait', lookOn: '2030-02-08' })
  deepEqual(dealt('2030-03-11', '2029-03-10', '2030-03-10'), {
    does: 'announce',
    after: '2030-04-10',
  })
  deepEqual(
    dealWith({
      until: undefined,
      announced: day('2029-03-10'),
      on: day('2040-01-01'),
      notice,
      calendars,
    }),
    { does: 'wait' },
  )
})

test('nothing goes before its day and a whole notice, whenever it is looked at', () => {
  const units = fc.constantFrom<TermUnit>('calendar-days', 'months', 'working-days')
  const looks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(
      fc.nat(700),
      fc.integer({ min: 1, max: 40 }),
      units,
      looks,
      (ahead, length, unit, steps) => {
        const start = day('2026-03-02')
        const last = addDays(start, ahead)
        const term = { length: unit === 'months' ? Math.min(length, 3) : length, unit }
        let [on, announced, announcedOn] = [start, undefined as typeof start | undefined, start]
        for (const step of steps) {
          const dealing = dealWith({
            until: last,
            ...(announced === undefined ? {} : { announced }),
            on,
            notice: term,
            calendars,
          })
          if (dealing.does === 'announce') [announced, announcedOn] = [dealing.after, on]
          if (dealing.does === 'erase') {
            ok(announced !== undefined && on > last && on > dueOn(term, announcedOn, calendars))
            return
          }
          if (dealing.does === 'wait') ok(dealing.lookOn !== undefined && dealing.lookOn > on)
          on = addDays(on, step)
        }
      },
    ),
  )
})
