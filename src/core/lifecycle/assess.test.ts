import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { opinionsAreIn, pointsOf } from '#core/lifecycle/application.ts'
import { criteriaOf, giveOpinion, noteSilence, score } from '#core/lifecycle/assess.ts'
import {
  accepted,
  ANA,
  around,
  assessed,
  contextOf,
  given,
  GUARD,
  LEARNING,
  MONDAY,
  official,
  opinionBy,
  scoredBy,
  submitted,
  SYSTEM,
  take,
  told,
  TOY,
  WATCH,
  WORKS,
} from '#test/toy-case.ts'

const POINTS = { EDU: 25, ACH: 5 }
const CHIEF = official('works-chief', ['body-supervisor'], 'works')

test('a body scores exactly its own criteria, all of them at once', () => {
  const { now } = accepted()
  deepEqual(criteriaOf(now, 'learning'), ['EDU', 'ACH'])
  deepEqual(criteriaOf(now, 'guard'), [])
  const cases = [
    [LEARNING, POINTS, 'in-assessment'],
    [LEARNING, { EDU: 25 }, 'criteria-missing'],
    [LEARNING, {}, 'criteria-missing'],
    [LEARNING, { EXP: 40 }, 'not-your-criterion'],
    [LEARNING, { ...POINTS, EXP: 40 }, 'not-your-criterion'],
    [WORKS, { EDU: 25 }, 'not-your-criterion'],
    [WORKS, { XYZ: 1 }, 'not-your-criterion'],
    [official('lost', ['expert']), { EXP: 40 }, 'not-your-criterion'],
    [official('guard-expert', ['expert'], 'guard'), {}, 'criteria-missing'],
  ] as const
  for (const [by, points, wanted] of cases) {
    equal(told(score(now, contextOf(by), given(points))), wanted)
  }
  const twice = [...given(POINTS), ...given({ EDU: 30 })]
  equal(told(score(now, contextOf(LEARNING), twice)), 'criteria-missing')
})

test('points are whole numbers from the least to the most that the criterion gives', () => {
  const { now } = accepted()
  const cases = [
    [-1, 'points-out-of-range'],
    [0, 'in-assessment'],
    [49.5, 'points-out-of-range'],
    [50, 'in-assessment'],
    [51, 'points-out-of-range'],
    [Number.NaN, 'points-out-of-range'],
    [Number.POSITIVE_INFINITY, 'points-out-of-range'],
  ] as const
  for (const [EXP, wanted] of cases) {
    equal(told(score(now, contextOf(WORKS), given({ EXP }))), wanted, String(EXP))
  }
  const least = TOY.rules.criteria.map((criterion) => ({ ...criterion, pointsMin: 5 }))
  const context = { ...contextOf(WORKS), rules: { ...TOY.rules, criteria: least } }
  equal(told(score(now, context, given({ EXP: 4 }))), 'points-out-of-range')
  equal(told(score(now, context, given({ EXP: 5 }))), 'in-assessment')
})

test('every point has a reason, kept without the space around it', () => {
  const { now } = accepted()
  const silent = [{ criterion: 'EXP', points: 10, reason: ' \n ' }]
  const outcome = score(now, contextOf(WORKS), silent)
  deepEqual(!outcome.ok && outcome.refusal, { reason: 'reason-missing', criteria: ['EXP'] })

  const said = score(now, contextOf(WORKS), [{ criterion: 'EXP', points: 10, reason: ' Ten. ' }])

  ok(said.ok)
  deepEqual(said.value.events, [
    { type: 'criterion-scored', criterion: 'EXP', body: 'works', points: 10, reason: 'Ten.' },
  ])
})

test('points that were given stand, and only the supervisor of the body corrects them', () => {
  const once = scoredBy(accepted(), WORKS, { EXP: 40 })
  const colleague = official('works-colleague', ['expert'], 'works')
  const stranger = official('learning-chief', ['body-supervisor'], 'learning')

  equal(told(score(once.now, contextOf(WORKS), given({ EXP: 41 }))), 'already-given')
  equal(told(score(once.now, contextOf(colleague), given({ EXP: 41 }))), 'already-given')
  equal(told(score(once.now, contextOf(stranger), given({ EXP: 41 }))), 'not-your-criterion')
  const corrected = scoredBy(once, CHIEF, { EXP: 41 })
  equal(corrected.now.scores['EXP']?.points, 41)
  equal(corrected.now.scores['EXP']?.by, 'works-chief')

  const done = assessed({ EXP: 40, ...POINTS })
  equal(told(score(done.now, contextOf(CHIEF), given({ EXP: 41 }))), 'not-in-this-state')
})

test('nobody but experts scores, and nobody before the case was accepted', () => {
  const points = given({ EXP: 40 })
  equal(told(score(accepted().now, contextOf(ANA), points)), 'not-your-role')
  const clerk = official('clerk', ['case-officer'], 'works')
  equal(told(score(accepted().now, contextOf(clerk), points)), 'not-your-role')
  equal(told(score(submitted().now, contextOf(WORKS), points)), 'not-in-this-state')
})

test('the case goes on with the last score and the last opinion, in whatever order', () => {
  const ready = scoredBy(scoredBy(accepted(), WORKS, { EXP: 40 }), LEARNING, POINTS)
  equal(ready.now.state, 'in-assessment')
  const half = opinionBy(ready, GUARD, false)
  equal(half.now.state, 'in-assessment')
  const whole = opinionBy(half, WATCH, false)
  equal(whole.now.state, 'awaiting-decision')
  deepEqual(whole.history.at(-1)?.event, { type: 'assessment-completed', points: 70 })

  const heard = opinionBy(opinionBy(accepted(), WATCH, false), GUARD, true)
  equal(heard.now.state, 'in-assessment')
  const scored = scoredBy(scoredBy(heard, LEARNING, POINTS), WORKS, { EXP: 41 })
  equal(scored.now.state, 'awaiting-decision')
  deepEqual(scored.history.at(-1)?.event, { type: 'assessment-completed', points: 71 })
})

test('the sum is complete only when every criterion has points', () => {
  deepEqual(pointsOf(submitted().now), { points: 0, complete: false })
  const half = scoredBy(accepted(), LEARNING, POINTS)
  deepEqual(pointsOf(half.now), { points: 30, complete: false })
  deepEqual(pointsOf(scoredBy(half, WORKS, { EXP: 0 }).now), { points: 30, complete: true })
  equal(opinionsAreIn(half.now), false)
})

test('an objection has a reason, and each body speaks once', () => {
  const { now } = accepted()
  const yes = { objects: true, reason: ' ' }
  const no = { objects: false, reason: '' }
  equal(told(giveOpinion(now, contextOf(GUARD), yes)), 'reason-missing')
  equal(told(giveOpinion(now, contextOf(GUARD), no)), 'in-assessment')
  const lost = official('lost', ['objection-officer'])
  equal(told(giveOpinion(now, contextOf(lost), no)), 'not-asked')
  const works = official('works-officer', ['objection-officer'], 'works')
  equal(told(giveOpinion(now, contextOf(works), no)), 'not-asked')
  equal(told(giveOpinion(now, contextOf(WORKS), no)), 'not-your-role')
  for (const objects of [true, false]) {
    const spoken = opinionBy(accepted(), GUARD, objects).now
    equal(told(giveOpinion(spoken, contextOf(GUARD), no)), 'already-given')
    equal(told(giveOpinion(spoken, contextOf(WATCH), no)), 'in-assessment')
  }
})

test('silence is noted the day after the time for objections, not on its last day', () => {
  const [before, due, after] = around('2026-04-15')
  const { now } = accepted()
  const becomes = [before, due, after].map((on) => told(noteSilence(now, contextOf(SYSTEM, on))))
  deepEqual(becomes, ['not-yet-due', 'not-yet-due', 'in-assessment'])
})

test('the silence of every body that has not spoken is noted, and only theirs', () => {
  const [, , late] = around('2026-04-15')
  const half = opinionBy(accepted(), GUARD, true)
  const silent = take(half, contextOf(SYSTEM, late), noteSilence)
  deepEqual(silent.now.opinions, { guard: 'objection', watch: 'silent' })
  equal(told(noteSilence(silent.now, contextOf(SYSTEM, late))), 'nobody-silent')
  equal(told(noteSilence(half.now, contextOf(GUARD, late))), 'not-your-role')
  equal(told(noteSilence(submitted().now, contextOf(SYSTEM, late))), 'not-in-this-state')
})

test('silence is the last thing awaited in a case that was scored', () => {
  const [, , late] = around('2026-04-15')
  const scored = scoredBy(scoredBy(accepted(), WORKS, { EXP: 40 }), LEARNING, POINTS)
  const silent = take(scored, contextOf(SYSTEM, late), noteSilence)
  equal(silent.now.state, 'awaiting-decision')
  deepEqual(silent.history.at(-1)?.event, { type: 'assessment-completed', points: 70 })
})

test('a body that was silent may still object while others are scoring', () => {
  const [, , late] = around('2026-04-15')
  const silent = take(accepted(), contextOf(SYSTEM, late), noteSilence)
  equal(opinionBy(silent, GUARD, true).now.opinions['guard'], 'objection')
})

test('silence means nothing where the rules give it no meaning', () => {
  const context = contextOf(SYSTEM, around('2026-04-15')[2])
  const rules = { ...TOY.rules, silenceOfObjectionBody: 'undecided' } as const
  equal(told(noteSilence(accepted().now, { ...context, rules })), 'silence-means-nothing')
})

test('the time for objections runs from acceptance, whatever was given since', () => {
  const scored = scoredBy(accepted(), WORKS, { EXP: 40 })
  equal(scored.now.stateSince, MONDAY)
  const [, , late] = around('2026-04-15')
  equal(told(noteSilence(scored.now, contextOf(SYSTEM, late))), 'in-assessment')
})
