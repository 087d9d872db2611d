import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { answer } from '#core/cases/answering.ts'
import {
  clockOf,
  countsOf,
  duesOf,
  isOverdue,
  movable,
  stepDueOn,
  stepTerm,
  stopsIn,
} from '#core/cases/dues.ts'
import { extend, lapse, stepOfTime } from '#core/cases/examining.ts'
import type { StepRule } from '#core/cases/life.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { addMonths, isoDate } from '#core/dated.ts'
import {
  accepted,
  begin,
  calendars,
  contextOf,
  drafted,
  given,
  GUARD,
  lapsed,
  MONDAY,
  OFFICER,
  opinionBy,
  recognised,
  returned,
  scoredBy,
  submitted,
  take,
  TIME,
  told,
  TOY,
  WATCH,
  WORKS,
  assessed,
  type Case,
} from '#test/toy-case.ts'
import { frozen } from '#test/calendars.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

const LAW = { ...TOY, calendars }
const FRIDAY = isoDate('2026-04-10')

const clock = ({ now }: Case, on = MONDAY) => clockOf(now, LAW, on)

test('the clock runs from the filing to the decision, and a draft has none', () => {
  equal(clock(begin()), undefined)
  deepEqual([clock(submitted())?.dueOn, clock(submitted())?.totalDays], ['2026-05-04', 20])
  const over = clock(recognised(FRIDAY), isoDate('2027-01-01'))
  deepEqual([over?.usedDays, over?.overdue], [4, false])
  equal(clockOf(submitted().now, { ...LAW, type: toyAnnulment }, MONDAY), undefined)
})

test('it is overdue from the day after its last, until something is decided or it stands still', () => {
  const late = ({ now }: Case, on: string) => isOverdue(now, LAW, isoDate(on))
  const days = ['2026-05-03', '2026-05-04', '2026-05-05']
  deepEqual(
    days.map((on) => late(submitted(), on)),
    [false, false, true],
  )
  equal(late(begin(), '2027-01-01'), false, 'nobody has sent it in')
  equal(late(returned(), '2027-01-01'), false, 'it is with the person')
  equal(late(recognised(FRIDAY), '2027-01-01'), false, 'it was decided')
  const annulment = { ...LAW, type: toyAnnulment }
  equal(isOverdue(submitted().now, annulment, isoDate('2027-01-01')), false, 'it has no day')
})

test('while the person has it back the clock stands still, where the procedure says so', () => {
  const there = returned()
  const read = clock(there, FRIDAY)
  deepEqual([read?.stopped, read?.usedDays, read?.dueOn], [true, 0, '2026-05-08'])
  const running = { ...LAW, procedure: { ...LAW.procedure, clockStopsWhileReturned: false } }
  equal(clockOf(there.now, running, FRIDAY)?.stopped, false)
  deepEqual(stopsIn(toyType, LAW.procedure), ['returned', 'closing-proposed'])
  deepEqual(stopsIn(toyType, running.procedure), [])
  equal(clock(lapsed(isoDate('2026-04-21')), isoDate('2026-04-21'))?.stopped, true)
})

test('an extension comes after the term, and there are no more than the procedure gives', () => {
  const longer = take(accepted(), contextOf(OFFICER), (now, context) =>
    extend(now, context, { step: 'extend', reason: 'A register.' }),
  )
  const read = clock(longer)
  deepEqual([read?.dueOn, read?.extensionsLeft], ['2026-05-19', 0])
})

test('where the statutory clock is that of the step, both have the same day', () => {
  const drafting = drafted(assessed({ EXP: 50, EDU: 15, ACH: 5 }))
  deepEqual(duesOf(drafting.now, LAW), { dueOn: '2026-05-04', stepDueOn: '2026-05-04' })
  deepEqual(duesOf(submitted().now, LAW), { dueOn: '2026-05-04', stepDueOn: '2026-04-09' })

  const asks = [{ kind: 'points', step: 'score', clock: 'decision' }] as const
  const steps = toyType.steps.map((rule): StepRule =>
    rule.kind === 'ask' ? { ...rule, asks } : rule,
  )
  const law = { ...LAW, type: { ...toyType, steps } }
  const spoken = opinionBy(opinionBy(accepted(), GUARD, false), WATCH, false)
  equal(duesOf(spoken.now, law).stepDueOn, '2026-05-04')
  const { step } = countsOf(spoken.now, law)
  for (const { counted } of openTasks(spoken.now, law)) deepEqual(counted, step)
})

test('what was never sent in has the time of its state, also where that is of the clock', () => {
  const states = toyType.states.map((state) =>
    state.code === 'draft' ? { ...state, clock: 'decision' } : state,
  )
  equal(stepDueOn(begin().now, { ...LAW, type: { ...toyType, states } }), '2026-05-04')
})

test('an announced draft goes on the day that was named, not on that of its state', () => {
  const notice = addMonths(MONDAY, 7)
  const told = take(begin(), contextOf(TIME, notice), (now, context) =>
    lapse(now, context, { step: 'announce-discard', touchedOn: MONDAY }),
  )
  equal(stepDueOn(begin().now, LAW), '2026-09-06')
  equal(stepDueOn(told.now, LAW), addMonths(notice, 1))
})

test('only days of work, and only where no calendar is official, may still move', () => {
  const { now } = submitted()
  const move = (law: typeof LAW, standing = now) => movable(standing, law, duesOf(standing, law))
  deepEqual(move(LAW), ['dueOn', 'stepDueOn'])
  deepEqual(move({ ...LAW, calendars: frozen }), [])
  deepEqual(move(LAW, begin().now), [], 'months do not move')
  equal(stepTerm(now, LAW)?.length, 3)
  equal(stepTerm(recognised().now, LAW), undefined)
})

const FILLED: StepRule = {
  code: 'give-up',
  kind: 'lapse',
  does: 'move',
  from: ['in-assessment'],
  by: ['system'],
  to: 'awaiting-decision',
  after: { term: 'closing' },
  basis: {},
}

test('of several things that time does from one state the one that is due is done', () => {
  const on = isoDate('2026-04-14')
  const law = { ...TOY, type: { ...toyType, steps: [...toyType.steps, FILLED] } }
  const { now } = accepted()
  const outcome = stepOfTime(now, contextOf(TIME, on, law), MONDAY)
  ok(outcome?.ok)
  equal(outcome.value.code, 'give-up')
  const early = stepOfTime(now, contextOf(TIME, FRIDAY, law), MONDAY)
  equal(early && told(early), 'not-yet-due')
  deepEqual(
    openTasks(now, law).map(({ silence }) => silence),
    [undefined, undefined, 'note-silence', 'note-silence'],
  )
})

test('what was asked and can no longer be answered keeps nobody waiting', () => {
  const steps = toyType.steps.map((rule): StepRule =>
    rule.code === 'give-opinion' ? { ...rule, from: ['submitted'] } : rule,
  )
  const law = { ...TOY, type: { ...toyType, steps } }
  const half = scoredBy(accepted(), WORKS, { EXP: 40 })
  const by = { id: 'learning', roles: ['expert'], body: 'learning' }
  const last = answer(half.now, contextOf(by, MONDAY, law), given({ EDU: 1, ACH: 1 }))
  equal(told(last), 'awaiting-decision')
  equal(openTasks(half.now, law).length, 1)
})
