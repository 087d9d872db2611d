import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { countsOf, duesOf, owedIn, stepDueOn, turnOf } from '#core/cases/dues.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { termOf } from '#core/policy/procedure.ts'
import {
  accepted,
  ANNULMENT,
  assessed,
  begin,
  calendars,
  drafted,
  GUARD,
  LEARNING,
  opinionBy,
  recognised,
  returned,
  scoredBy,
  submitted,
  TOY,
  WATCH,
  WORKS,
  type Case,
  type Law,
} from '#test/toy-case.ts'

const tasks = ({ now }: Case, law: Law = TOY) =>
  openTasks(now, law).map(({ kind, step, ownerRole, ownerBody, counted, silence }) =>
    [kind, step, ownerRole, ownerBody, counted && dayOf(counted, calendars), silence]
      .filter((each) => each !== undefined)
      .join(' '),
  )

test('a case asks for one next move, or for all that others still owe', () => {
  deepEqual(tasks(begin()), ['next-move draft applicant 2026-09-06 announce-discard'])
  deepEqual(tasks(submitted()), ['next-move submitted case-officer 2026-04-09'])
  deepEqual(tasks(returned()), ['next-move returned applicant 2026-04-20 propose-closing'])
  deepEqual(tasks(accepted()), [
    'points score expert works 2026-04-15',
    'points score expert learning 2026-04-15',
    'opinion give-opinion objection-officer guard 2026-04-15 note-silence',
    'opinion give-opinion objection-officer watch 2026-04-15 note-silence',
  ])
  const heard = opinionBy(scoredBy(accepted(), WORKS, { EXP: 1 }), GUARD, false)
  deepEqual(tasks(heard), [
    'points score expert learning 2026-04-15',
    'opinion give-opinion objection-officer watch 2026-04-15 note-silence',
  ])
  const done = assessed({ EXP: 50, EDU: 15, ACH: 5 })
  deepEqual(tasks(done), ['next-move awaiting-decision case-officer 2026-05-04'])
  deepEqual(tasks(drafted(done)), ['next-move decision-drafted signer 2026-05-04'])
  deepEqual(tasks(recognised()), ['telling tell system 2026-04-13 tell'])
  deepEqual(tasks(begin(ANNULMENT), ANNULMENT), ['next-move opened case-officer 2026-04-20'])
})

const { type, procedure } = TOY

test('of those who were asked the ones that have not answered are awaited, each in their own time', () => {
  const turn = ({ now }: Case) => {
    const { owner, clock } = turnOf(now, type, owedIn(now))
    return [owner, clock]
  }
  const heard = opinionBy(accepted(), GUARD, false)
  const half = scoredBy(heard, WORKS, { EXP: 40 })
  const scored = scoredBy(half, LEARNING, { EDU: 25, ACH: 5 })

  for (const each of [accepted(), heard, half]) deepEqual(turn(each), ['expert', 'scoring'])
  deepEqual(turn(scored), ['objection-officer', 'objection'])
  deepEqual(turn(opinionBy(scored, WATCH, false)), ['case-officer', 'decision'])

  const longer = procedure.terms.map((each) => ({
    ...each,
    ...(each.code === 'objection' ? { length: 9 } : {}),
  }))
  const law = { ...TOY, procedure: { ...procedure, terms: longer }, calendars }
  equal(termOf(law.procedure, 'objection')?.length, 9)
  equal(stepDueOn(half.now, law), '2026-04-15')
  equal(stepDueOn(scored.now, law), '2026-04-17')
})

test('a type without a clock has no statutory day, and each state its own', () => {
  const { now } = begin(ANNULMENT)
  deepEqual(duesOf(now, { ...ANNULMENT, calendars }), {
    dueOn: undefined,
    stepDueOn: '2026-04-20',
  })
  deepEqual(countsOf(recognised().now, TOY), {})
})
