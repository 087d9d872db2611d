import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { assert } from '#core/assert.ts'
import { ask } from '#core/cases/asking.ts'
import { enterAgain } from '#core/cases/examining.ts'
import { groundsOffered } from '#core/cases/deciding.ts'
import { clockOf } from '#core/cases/dues.ts'
import { enteringOn } from '#core/cases/contesting.ts'
import { applied } from '#core/cases/folding.ts'
import { partOf, toDecide, type Standing } from '#core/cases/standing.ts'
import { isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import { contestable } from '#test/toy-complaint.ts'
import {
  assessed,
  contextOf,
  decided,
  drafted,
  OFFICER,
  proposed,
  refusing,
  signed,
  SIGNER,
  submitted,
  take,
  TIME,
  told,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const LAW = { ...TOY, type: contestable }
const AGAIN = isoDate('2026-06-01')
const EXAMINE = { step: 'examine-again', decision: 'decision-2' }

const RECORDED = {
  at: isoMoment('2026-06-01T06:00:00.000Z'),
  on: AGAIN,
  by: 'system',
  role: 'system',
  step: 'examine-again',
} as const

const refused = (): Case => signed(drafted(assessed({ EXP: 40, EDU: 20, ACH: 5 }), refusing('R1')))

const entered = (step = 'examine-again'): Case =>
  take(refused(), contextOf(TIME, AGAIN, LAW), (standing, context) =>
    enterAgain(standing, context, { ...EXAMINE, step }),
  )

test('a decided case is entered again: what was sent in and its law stay, all its time is anew', () => {
  const { now } = refused()
  const { now: again } = entered()

  deepEqual([again.state, again.decided, again.proposed], ['submitted', undefined, undefined])
  deepEqual(again.filings, now.filings)
  deepEqual(again.tasks, now.tasks)
  deepEqual(
    [again.typeHash, again.procedure, again.filedOn, again.number],
    [now.typeHash, now.procedure, now.filedOn, now.number],
  )
  const clock = clockOf(again, contextOf(OFFICER, AGAIN, LAW), AGAIN)
  deepEqual([clock?.overdue, clock?.usedDays], [false, 0])
})

test('it is decided anew, on what is there or on what is asked again', () => {
  const again = entered()
  const by = contextOf(OFFICER, AGAIN, LAW)
  equal(told(ask(again.now, by, { step: 'accept' })), 'in-assessment')
  const put = take(again, by, proposed(refusing('R1')))
  equal(told(decided()(put.now, contextOf(SIGNER, AGAIN, LAW))), 'decided')
})

test('only the system enters a case again, and only one that was decided', () => {
  const { now } = refused()
  equal(told(enterAgain(now, contextOf(OFFICER, AGAIN, LAW), EXAMINE)), 'not-your-role')
  const open = submitted().now
  equal(told(enterAgain(open, contextOf(TIME, AGAIN, LAW), EXAMINE)), 'not-in-this-state')
  const twice = enterAgain(entered().now, contextOf(TIME, AGAIN, LAW), EXAMINE)
  equal(told(twice), 'not-in-this-state')
})

test('where it is entered follows from the grounds, as its own type says', () => {
  equal(enteringOn(contestable, 'decided', ['C1', 'C2'])?.code, 'weigh-again')
  equal(enteringOn(contestable, 'decided', ['C2'])?.code, 'examine-again')
  equal(enteringOn(contestable, 'decided', [])?.code, 'examine-again')
  equal(enteringOn(contestable, 'submitted', []), undefined)
  equal(entered('weigh-again').now.state, 'awaiting-decision')
})

test('of several it is decided anew for whom the decision does not hold, and stays for the others', () => {
  const { now } = refused()
  const [made] = now.decided?.decisions ?? []
  assert(made !== undefined && now.decided !== undefined, 'it was decided')
  const bo = { id: 'bo', role: 'spouse', isSubject: true }
  const both = {
    ...now,
    parties: [...now.parties, bo],
    decided: {
      ...now.decided,
      decisions: [made, { subject: 'bo', outcome: 'recognised', record: 'of bo', grounds: [] }],
      whose: [made.subject, 'bo'],
    },
  }
  const whose = [made.subject]
  const step = enterAgain(both, contextOf(TIME, AGAIN, LAW), { ...EXAMINE, whose })
  assert(step.ok, 'it is entered again')
  const { event, to } = step.value
  const again = applied(now.id, both, { ...RECORDED, event, to })

  deepEqual(toDecide(again), [made.subject])
  equal(again.decided, undefined)
  deepEqual(
    partOf(again, 'bo').decided?.decisions.map(({ outcome }) => outcome),
    ['recognised'],
  )
  const anew = { subject: made.subject, outcome: 'recognised', record: 'anew' }
  const decide = { kind: 'decide', decisions: [anew] } as const
  const after = applied(now.id, again, { ...RECORDED, event: decide, to: 'decided' })
  deepEqual(
    after.decided?.decisions.map(({ subject, record }) => [subject, record]),
    [
      ['bo', 'of bo'],
      [made.subject, 'anew'],
    ],
  )
  equal(after.settled, undefined)
})

test('of one who is alone in it nothing is said of whose it is', () => {
  const { now } = refused()
  const [whose] = now.decided?.whose ?? []
  const step = enterAgain(now, contextOf(TIME, AGAIN, LAW), { ...EXAMINE, whose: [whose ?? ''] })
  assert(step.ok, 'it is entered again')
  equal('whose' in step.value.event, false)
})

const boundOn = (...grounds: readonly string[]): Case => {
  const before = signed(drafted(assessed({ EXP: 40, EDU: 20, ACH: 5 }), refusing(...grounds)))
  return take(before, contextOf(TIME, AGAIN, LAW), (standing, context) =>
    enterAgain(standing, context, { ...EXAMINE, binding: true }),
  )
}

/** As if everybody who was asked had answered again that day. */
const answeredAnew = ({ now }: Case, on: IsoDate): Standing => ({
  ...now,
  tasks: now.tasks.map(({ answer, ...task }) =>
    answer === undefined ? task : { ...task, answer: { ...answer, on }, version: task.version + 1 },
  ),
})

test('what binds is not decided again on the same ground; without that it can be', () => {
  const by = contextOf(OFFICER, AGAIN, LAW)
  const anew = proposed(refusing('R1'))
  const answer = anew(boundOn('R1').now, by)
  const barred = { reason: 'set-aside-before', grounds: ['R1'], on: AGAIN }
  deepEqual(answer.ok || answer.refusal, barred)
  equal(told(anew(entered().now, by)), 'decision-drafted')
  const offered = groundsOffered(boundOn('R1', 'R4').now, by, 'refusal')
  deepEqual(
    offered.filter(({ barredOn }) => barredOn === AGAIN).map(({ ground }) => ground.code),
    ['R1', 'R4'],
  )
})

test('what follows from answers can be again where they are new, what was chosen never', () => {
  const later = isoDate('2026-06-02')
  const by = contextOf(OFFICER, later, LAW)
  const again = answeredAnew(boundOn('R1', 'R4'), later)
  equal(told(proposed(refusing('R1'))(again, by)), 'decision-drafted')
  equal(told(proposed(refusing('R1', 'R4'))(again, by)), 'set-aside-before')
})
