import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { answer, criteriaOf, type Given } from '#core/cases/answering.ts'
import { opinionsOf, pointsOf, scoresOf } from '#core/cases/answers-given.ts'
import { fold } from '#core/cases/folding.ts'
import { versionFor } from '#core/cases/tasks.ts'
import { toyType } from '#test/toy-types.ts'
import {
  accepted,
  contextOf,
  given,
  GUARD,
  LEARNING,
  official,
  opinionBy,
  scoredBy,
  submitted,
  take,
  told,
  WATCH,
  WORKS,
} from '#test/toy-case.ts'

const points = (by: typeof WORKS, said: Given) => answer(accepted().now, contextOf(by), said)

test('a body gives the points of all its criteria, each with a reason and within bounds', () => {
  const [first] = given({ EXP: 40 }).points ?? []
  ok(first)
  const cases = [
    [WORKS, given({ EXP: 40 }), 'in-assessment'],
    [WORKS, given({ EXP: 0 }), 'in-assessment'],
    [WORKS, given({ EXP: 50 }), 'in-assessment'],
    [WORKS, given({ EXP: 51 }), 'points-out-of-range'],
    [WORKS, given({ EXP: -1 }), 'points-out-of-range'],
    [WORKS, given({ EXP: 4.5 }), 'points-out-of-range'],
    [WORKS, given({ EDU: 20 }), 'not-your-criterion'],
    [WORKS, given({}), 'criteria-missing'],
    [WORKS, { step: 'score', points: [first, first] }, 'criteria-missing'],
    [WORKS, { step: 'score', points: [{ ...first, reason: ' \n ' }] }, 'reason-missing'],
    [LEARNING, given({ EDU: 20 }), 'criteria-missing'],
    [LEARNING, given({ EDU: 20, ACH: 5 }), 'in-assessment'],
    [GUARD, given({ EXP: 40 }), 'not-your-role'],
  ] as const
  for (const [by, said, wanted] of cases) equal(told(points(by, said)), wanted)
  equal(told(points(official('x', ['expert'], 'guard'), given({ EXP: 1 }))), 'not-asked')
  equal(told(answer(submitted().now, contextOf(WORKS), given({ EXP: 1 }))), 'not-in-this-state')
})

test('a body objects with a reason, or says that it does not', () => {
  const say = (said: Omit<Given, 'step'>) =>
    told(answer(accepted().now, contextOf(GUARD), { step: 'give-opinion', ...said }))
  equal(say({ objects: true, reason: ' ' }), 'reason-missing')
  equal(say({ objects: true, reason: 'A danger.' }), 'in-assessment')
  equal(say({ objects: false }), 'in-assessment')
  const heard = opinionBy(accepted(), GUARD, true)
  deepEqual(opinionsOf(heard.now), { guard: 'objection', watch: 'awaited' })
  const again = { step: 'give-opinion', objects: false }
  equal(told(answer(heard.now, contextOf(GUARD), again)), 'already-given')
})

test('what is given may be corrected by those whom the type lets, while others are asked', () => {
  const once = scoredBy(accepted(), WORKS, { EXP: 40 })
  const supervisor = official('works-head', ['body-supervisor'], 'works')
  const corrected = scoredBy(once, supervisor, { EXP: 30 })
  deepEqual(scoresOf(corrected.now)['EXP']?.points, 30)
  equal(corrected.history.at(-1)?.role, 'body-supervisor')
  equal(told(answer(once.now, contextOf(WORKS), given({ EXP: 41 }))), 'in-assessment')
  const steps = toyType.steps.map((step) =>
    step.code === 'score' && step.kind === 'answer' ? { ...step, corrects: [] } : step,
  )
  const strict = { ...contextOf(WORKS), type: { ...toyType, steps } }
  equal(told(answer(once.now, strict, given({ EXP: 41 }))), 'already-given')
})

test('whoever answers last leads on, in whatever order they answer', () => {
  const half = scoredBy(opinionBy(accepted(), WATCH, false), WORKS, { EXP: 40 })
  const most = scoredBy(half, LEARNING, { EDU: 25, ACH: 5 })
  equal(most.now.state, 'in-assessment')
  const all = opinionBy(most, GUARD, false)
  equal(all.now.state, 'awaiting-decision')
  deepEqual(pointsOf(all.now), { points: 70, complete: true })
  deepEqual(fold('toy-1', all.history), all.now)
  const other = scoredBy(
    opinionBy(opinionBy(scoredBy(accepted(), WORKS, { EXP: 40 }), GUARD, false), WATCH, false),
    LEARNING,
    { EDU: 25, ACH: 5 },
  )
  equal(other.now.state, 'awaiting-decision')
})

test('work on different tasks never collides, and on the same one it does', () => {
  const before = accepted()
  const versionOf = (now: typeof before.now, step: string, body?: string) =>
    versionFor(now, { type: toyType, step, by: official('somebody', [], body) })
  const there = opinionBy(scoredBy(before, LEARNING, { EDU: 25, ACH: 5 }), GUARD, false)
  equal(versionOf(there.now, 'score', 'works'), versionOf(before.now, 'score', 'works'))
  equal(versionOf(there.now, 'extend'), versionOf(before.now, 'extend'))
  const mine = scoredBy(there, WORKS, { EXP: 40 })
  equal(versionOf(mine.now, 'score', 'works'), versionOf(before.now, 'score', 'works') + 1)
  equal(versionOf(accepted().now, 'extend') > versionOf(submitted().now, 'extend'), true)
})

test('the criteria of a body are those that it was asked for', () => {
  deepEqual(criteriaOf(accepted().now, 'learning'), ['EDU', 'ACH'])
  deepEqual(criteriaOf(accepted().now, 'guard'), [])
})

test('an official never acts in a case of their own', () => {
  const both = official('ana', ['expert', 'case-officer'], 'works')
  equal(told(answer(accepted().now, contextOf(both), given({ EXP: 50 }))), 'not-your-role')
  const other = take(accepted(), contextOf(WORKS), (now, context) =>
    answer(now, context, given({ EXP: 50 })),
  )
  equal(other.now.tasks[0]?.answer?.by, 'works-expert')
})
