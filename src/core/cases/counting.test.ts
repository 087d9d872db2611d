import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { termCounted } from '#core/cases/counting.ts'
import { clockOf, duesOf, lateWhenExtended, tellingDay } from '#core/cases/dues.ts'
import { extend, giveBack, lapse } from '#core/cases/examining.ts'
import { submit } from '#core/cases/filing.ts'
import type { Standing } from '#core/cases/standing.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { dayInBaku, isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { foreseenCalendar, type Calendars } from '#core/deadlines/working-days.ts'
import { comfortTiered } from '#test/toy-tiers.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import {
  accepted,
  ANA,
  begin,
  calendars,
  contextOf,
  MONDAY,
  OFFICER,
  PASSPORT,
  recorded,
  recordOf,
  returned,
  submission,
  submitted,
  take,
  TIME,
  told as reasonOf,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const LAW = { ...TOY, calendars }

const extended = (before: Case, on: IsoDate = MONDAY): Case =>
  take(before, contextOf(OFFICER, on), (now, context) =>
    extend(now, context, { step: 'extend', reason: 'A register.' }),
  )

const daysOf = ({ now }: Case) =>
  openTasks(now, LAW).map(({ step, counted }) => [step, counted && dayOf(counted, calendars)])

test('who was asked and has not answered has more time by an extension, whole from its day', () => {
  deepEqual(daysOf(accepted())[0], ['score', '2026-04-15'])
  deepEqual(daysOf(extended(accepted()))[0], ['score', '2026-04-29'])
  const late = isoDate('2026-05-01')
  const given = extended(accepted(), late)
  const [first] = daysOf(given)
  ok(first?.[1] !== undefined && first[1] > late, 'their time is not over by it')
  equal(clockOf(given.now, LAW, late)?.dueOn, '2026-05-19')
  for (const [, day] of daysOf(given)) ok(day !== undefined && day <= '2026-05-19', day)
})

test('silence is noted when the longer time is over, as the task says', () => {
  const given = extended(accepted())
  const silence = (on: string) =>
    lapse(given.now, contextOf(TIME, isoDate(on)), { step: 'note-silence', touchedOn: MONDAY })
  const day = dayOf(termCounted('objection', given.now, LAW), calendars)
  equal(day, '2026-04-29')
  equal(reasonOf(silence(day)), 'not-yet-due')
  equal(silence('2026-04-30').ok, true)
})

test('an extension gives nobody time whom it did not keep waiting', () => {
  const { now } = extended(accepted())
  for (const { extended: days } of now.tasks) deepEqual(days, [MONDAY])
  equal(dayOf(termCounted('correction', now, LAW), calendars), '2026-04-20')
})

test('that a case was late before it was given more time stays', () => {
  deepEqual(lateWhenExtended(extended(accepted()).now, LAW), [])
  equal(lateWhenExtended(extended(accepted(), isoDate('2026-05-04')).now, LAW).length, 0)
  const on = isoDate('2026-05-06')
  deepEqual(lateWhenExtended(extended(accepted(), on).now, LAW), [
    { on, days: 2, unit: 'working-days' },
  ])
})

/** What time does once a correction is overdue. */
const closingOn = (on: IsoDate, now: Standing, by: Calendars = calendars) =>
  lapse(now, { ...contextOf(TIME, on), calendars: by }, { step: 'propose-closing', touchedOn: on })

/** Days worked on Saturdays of April: whatever is counted through them comes sooner. */
const sooner: Calendars = new Map(calendars).set(2026, {
  ...(calendars.get(2026) ?? foreseenCalendar(2026)),
  workedDays: ['2026-04-11', '2026-04-18', '2026-04-25'].map(isoDate),
})

/** The same step as it is recorded: with the day that whom it leaves the case with is told. */
function givenBack(): Case {
  const context = contextOf(OFFICER)
  const before = submitted()
  const outcome = giveBack(before.now, context, {
    step: 'return',
    marks: [PASSPORT],
    explanation: 'Please look again.',
  })
  ok(outcome.ok)
  const taken = recordOf(outcome.value, context)
  const event = tellingDay(taken.event, recorded(before, taken).now, LAW)
  return recorded(before, { ...taken, event })
}

test('whom a case is left with is told a day, which a calendar moves only later', () => {
  const { now, history } = givenBack()
  equal(history.at(-1)?.event.told, '2026-04-20')
  equal(now.told, '2026-04-20')
  equal(duesOf(now, { ...LAW, calendars: sooner }).stepDueOn, '2026-04-20')
  const untold = returned().now
  equal(duesOf(untold, { ...LAW, calendars: sooner }).stepDueOn, '2026-04-17')
  const closing = (on: string) => closingOn(isoDate(on), now, sooner)
  equal(reasonOf(closing('2026-04-20')), 'not-yet-due')
  equal(closing('2026-04-21').ok, true)
})

test('what was told goes with the state, and the clock of the office moves both ways', () => {
  const back = givenBack()
  const moved = take(back, contextOf(TIME, isoDate('2026-04-21')), (now, context) =>
    lapse(now, context, { step: 'propose-closing', touchedOn: MONDAY }),
  )
  equal(moved.now.told, undefined)
  const { now } = submitted()
  equal(tellingDay({ kind: 'end' }, now, LAW).told, undefined, 'the office has it')
  equal(clockOf(now, LAW, MONDAY)?.dueOn, '2026-05-04')
  equal(clockOf(now, { ...LAW, calendars: sooner }, MONDAY)?.dueOn, '2026-04-29')
})

test('the last minute of the last day is in time, and the next is late', () => {
  const [last, next] = ['19:59:59.999Z', '20:00:00.000Z']
  const at = (day: string, time = last) => dayInBaku(isoMoment(`${day}T${time}`))

  const office = submitted().now
  equal(clockOf(office, LAW, at('2026-05-04'))?.overdue, false)
  equal(clockOf(office, LAW, at('2026-05-04', next))?.overdue, true)

  const person = returned().now
  const closing = (time: string) => closingOn(at('2026-04-20', time), person)
  equal(reasonOf(closing(last)), 'not-yet-due')
  equal(closing(next).ok, true)
})

test('the time for an answer is that of the tier that was asked for when it was sent in', () => {
  const law = { type: comfortTiered, procedure: comfortProcedure }
  const dueFor = (tier: string) => {
    const said = (values: Record<string, string>) => [{ id: '1', values }]
    const answers = {
      soon: said({ tier }),
      person: said({ surname: 'Ferreira', 'given-names': 'Ana' }),
      purpose: said({ purpose: 'Comfort.' }),
    }
    const sent = submission({ answers, documents: [] })
    const { now } = take(begin(law), contextOf(ANA, MONDAY, law), (standing, context) =>
      submit(standing, context, sent),
    )
    const counted = { ...law, calendars }
    return [now.tier, duesOf(now, counted).dueOn, clockOf(now, counted, MONDAY)?.totalDays]
  }
  deepEqual(dueFor('normal'), ['normal', '2026-05-04', 20])
  deepEqual(dueFor('fast'), ['fast', '2026-04-09', 3])
})

test('what begins after the time for an answer runs from its last day, not before it is asked', () => {
  const steps = TOY.type.steps.map((step) =>
    step.kind === 'ask'
      ? { ...step, asks: step.asks.map((each) => ({ ...each, after: 'answer' as const })) }
      : step,
  )
  const law = { ...LAW, type: { ...TOY.type, steps } }
  const dayFrom = (standing: Standing) => dayOf(termCounted('scoring', standing, law), calendars)
  const asked = accepted().now
  equal(clockOf(asked, law, MONDAY)?.dueOn, '2026-05-04')
  equal(dayFrom(asked), '2026-05-14', 'seven days of work after it')
  const late = isoDate('2026-05-18')
  equal(dayFrom({ ...asked, stateSince: late }), '2026-05-27', 'never over when it is asked')
})

test('more time is given as long as the day that it gives is still to come', () => {
  const extending = (on: string) =>
    reasonOf(
      extend(accepted().now, contextOf(OFFICER, isoDate(on)), {
        step: 'extend',
        reason: 'A register.',
      }),
    )
  // The last day is 4 May, and ten days of work more are 19 May.
  equal(extending('2026-05-05'), 'in-assessment', 'late, and with time to gain')
  equal(extending('2026-05-19'), 'in-assessment')
  equal(extending('2026-05-20'), 'too-late-to-extend')
})
