import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#core/dated.ts'
import type { Mark } from '#core/lifecycle/application.ts'
import {
  accept,
  closeUnexamined,
  extend,
  proposeClosing,
  returnForCorrection,
} from '#core/lifecycle/examine.ts'
import { actionsFor, may } from '#core/lifecycle/may.ts'
import {
  accepted,
  ANA,
  around,
  assessed,
  begin,
  contextOf,
  drafted,
  OFFICER,
  MONDAY,
  official,
  recorded,
  submitted,
  SYSTEM,
  take,
  told,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const BY_OFFICER = contextOf(OFFICER)
const passport: Mark = { kind: 'document', document: 'passport', note: 'Too dark to read.' }
const asked = { marks: [passport], explanation: 'One scan is missing.' }

const returned = (): Case =>
  take(submitted(), BY_OFFICER, (application, context) =>
    returnForCorrection(application, context, asked),
  )

test('acceptance names the body of each criterion, that of the chosen field included', () => {
  const outcome = accept(submitted().now, BY_OFFICER)

  ok(outcome.ok)
  deepEqual(outcome.value.events, [
    {
      type: 'application-accepted',
      scorers: { EXP: 'works', EDU: 'learning', ACH: 'learning' },
      objectionBodies: ['guard', 'watch'],
    },
  ])
  deepEqual(accepted().now.opinions, { guard: 'awaited', watch: 'awaited' })
})

test('a case is accepted once, by a case officer, when every criterion has a scorer', () => {
  const { now } = submitted()
  equal(told(accept(now, contextOf(ANA))), 'not-your-role')
  equal(told(accept(now, contextOf(official('head', ['head'])))), 'not-your-role')
  equal(told(accept(accepted().now, BY_OFFICER)), 'not-in-this-state')

  const outcome = accept({ ...now, field: 'gone' }, BY_OFFICER)

  deepEqual(!outcome.ok && outcome.refusal, { reason: 'no-scorer', criterion: 'EXP' })
})

test('an official is only an applicant in their own case', () => {
  const own = official('ana', ['applicant', 'case-officer', 'signer'])
  deepEqual(actionsFor(contextOf(own), submitted().now), ['withdraw'])
  deepEqual(actionsFor(BY_OFFICER, submitted().now), ['accept', 'return', 'draft-decision'])
  deepEqual(actionsFor(contextOf(official('auditor', ['auditor'])), submitted().now), [])
})

test('an action that the type does not know is refused whatever the state', () => {
  const lifecycle = { ...TOY.type.lifecycle, actions: [] }
  const outcome = may({ by: OFFICER, lifecycle }, 'accept', submitted().now)
  deepEqual(!outcome.ok && outcome.refusal, { reason: 'not-in-this-state', state: 'submitted' })
})

test('a return says what is wrong, mark by mark', () => {
  const { now } = submitted()
  const blank: Mark = { ...passport, note: '  ' }
  const cases = [
    [{ ...asked }, 'returned'],
    [{ ...asked, marks: [] }, 'nothing-marked'],
    [{ ...asked, marks: [passport, blank] }, 'mark-without-note'],
  ] as const
  for (const [said, wanted] of cases)
    equal(told(returnForCorrection(now, BY_OFFICER, said)), wanted)
  equal(told(returnForCorrection(now, contextOf(ANA), asked)), 'not-your-role')
  equal(told(returnForCorrection(accepted().now, BY_OFFICER, asked)), 'not-in-this-state')
  deepEqual(returned().now.pauses, [{ from: MONDAY }])
})

test('a case goes back as often as the rules allow and then no more', () => {
  const { now } = submitted()
  const cases = [
    [0, 'returned'],
    [1, 'returned'],
    [2, 'returned-too-often'],
  ] as const
  for (const [returns, wanted] of cases) {
    equal(told(returnForCorrection({ ...now, returns }, BY_OFFICER, asked)), wanted)
  }
})

test('the term is extended for a reason, once, wherever the case stands in examination', () => {
  const points = { EXP: 50, EDU: 25, ACH: 5 }
  for (const before of [accepted(), assessed(points), drafted(assessed(points))]) {
    const after = take(before, BY_OFFICER, (now, context) => extend(now, context, 'A register.'))
    equal(after.now.state, before.now.state)
    equal(after.now.stateSince, before.now.stateSince)
    equal(after.now.extensions, 1)
    equal(told(extend(after.now, BY_OFFICER, 'Again.')), 'extended-already')
  }
  equal(told(extend(accepted().now, BY_OFFICER, ' \n')), 'reason-missing')
  equal(told(extend(accepted().now, contextOf(ANA), 'Please.')), 'not-your-role')
  equal(told(extend(submitted().now, BY_OFFICER, 'A register.')), 'not-in-this-state')
})

test('closing is proposed the day after the time for a correction, not on its last day', () => {
  const [before, due, after] = around('2026-04-20')
  const { now } = returned()
  const told3 = [before, due, after].map((on) => told(proposeClosing(now, contextOf(SYSTEM, on))))
  deepEqual(told3, ['not-yet-due', 'not-yet-due', 'closing-proposed'])

  const outcome = proposeClosing(now, contextOf(SYSTEM, due))

  deepEqual(!outcome.ok && outcome.refusal, { reason: 'not-yet-due', dueOn: due })
})

test('only the clock proposes closing, and only of a case that was returned', () => {
  const late = addDays(MONDAY, 100)
  equal(told(proposeClosing(returned().now, contextOf(OFFICER, late))), 'not-your-role')
  equal(told(proposeClosing(submitted().now, contextOf(SYSTEM, late))), 'not-in-this-state')
})

test('a person confirms the closing, and until then the applicant may still answer', () => {
  const late = addDays(MONDAY, 100)
  const proposed = take(returned(), contextOf(SYSTEM, late), proposeClosing)

  deepEqual(actionsFor(contextOf(ANA, late), proposed.now), ['withdraw', 'resubmit'])
  equal(told(closeUnexamined(proposed.now, contextOf(SYSTEM, late))), 'not-your-role')
  equal(told(closeUnexamined(returned().now, contextOf(OFFICER, late))), 'not-in-this-state')
  const closed = take(proposed, contextOf(OFFICER, late), closeUnexamined)
  equal(closed.now.state, 'left-unexamined')
  deepEqual(closed.now.pauses, [{ from: MONDAY, until: late }])
})

test('a case begins as a draft of the one who began it', () => {
  const { now, history } = begin()
  deepEqual(recorded(undefined, history).now, now)
  equal(now.applicantId, 'ana')
  equal(now.state, 'draft')
  equal(now.applicationType, 'recognition')
})
