import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { stepDueOn, turnOf } from '#core/lifecycle/dues.ts'
import { termOf } from '#core/policy/rule-set.ts'
import {
  accepted,
  calendars,
  GUARD,
  LEARNING,
  MONDAY,
  opinionBy,
  scoredBy,
  TOY,
  WATCH,
  WORKS,
} from '#test/toy-case.ts'

const { type, rules } = TOY
const { lifecycle } = type

test('of bodies that answer, the ones that have not are awaited, each in their own time', () => {
  const turn = ({ now }: ReturnType<typeof accepted>) => {
    const { owner, term } = turnOf(now, { lifecycle })
    return [owner, term]
  }
  const heard = opinionBy(accepted(), GUARD, false)
  const half = scoredBy(heard, WORKS, { EXP: 40 })
  const scored = scoredBy(half, LEARNING, { EDU: 25, ACH: 5 })

  for (const each of [accepted(), heard, half]) deepEqual(turn(each), ['expert', 'scoring'])
  deepEqual(turn(scored), ['objection-officer', 'objection'])
  deepEqual(turn(opinionBy(scored, WATCH, false)), ['case-officer', 'decision'])

  const longer = rules.terms.map((each) => ({
    ...each,
    ...(each.code === 'objection' ? { length: 9 } : {}),
  }))
  const law = { lifecycle, rules: { ...rules, terms: longer }, calendars }
  equal(termOf(law.rules, 'objection')?.length, 9)
  equal(stepDueOn(half.now, law, MONDAY), '2026-04-15')
  equal(stepDueOn(scored.now, law, MONDAY), '2026-04-17')
})
