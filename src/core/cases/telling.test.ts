import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { stepOfTime } from '#core/cases/examining.ts'
import { may } from '#core/cases/may.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { tell, toldOf, type HandedOver } from '#core/cases/telling.ts'
import { addDays, isoDate, type IsoDate } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import {
  ANA,
  around,
  assessed,
  calendars,
  contextOf,
  drafted,
  MONDAY,
  OFFICER,
  refusing,
  signed,
  take,
  TIME,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const RECORD = 'f'.repeat(64)

/** Refused on the Monday; it counts as delivered on the Monday after. */
const refused = (): Case => signed(drafted(assessed({ EXP: 10, EDU: 10, ACH: 5 }), refusing('R1')))
const DEEMED = isoDate('2026-04-13')

const telling =
  (handed?: HandedOver) => (standing: Case['now'], context: ReturnType<typeof contextOf>) =>
    tell(standing, context, { step: 'tell', ...(handed ? { handed } : {}) })

const opened = (on: IsoDate): Case => take(refused(), contextOf(ANA, on), telling())

test('whoever opens a decision is told of it on that day, and once', () => {
  const told = opened(isoDate('2026-04-08'))

  deepEqual(toldOf(told.now, RECORD), {
    subject: 'ana',
    record: RECORD,
    party: 'ana',
    means: 'account',
    on: '2026-04-08',
    isProvisional: false,
    until: { council: '2026-05-08', court: '2026-05-08' },
  })
  equal(told.now.state, 'decided')
  equal(told.now.stateSince, MONDAY)
  const again = tell(told.now, contextOf(ANA, isoDate('2026-04-09')), { step: 'tell' })
  deepEqual(again, { ok: false, refusal: { reason: 'all-told' } })
})

test('the day before, the day and the day after a decision counts as delivered', () => {
  const [before, day, after] = around(DEEMED)
  for (const [on, means, from] of [
    [before, 'account', before],
    [day, 'account', day],
    [after, 'deemed', DEEMED],
  ] as const) {
    const told = toldOf(opened(on).now, RECORD)
    deepEqual([told?.means, told?.on, told?.isProvisional], [means, from, means === 'deemed'])
  }
  for (const on of [before, day]) {
    deepEqual(stepOfTime(refused().now, contextOf(TIME, on), MONDAY), {
      ok: false,
      refusal: { reason: 'not-yet-due', dueOn: DEEMED },
    })
  }
  const step = stepOfTime(refused().now, contextOf(TIME, after), MONDAY)
  ok(step?.ok && step.value.event.kind === 'tell')
  deepEqual(
    step.value.event.tellings.map(({ means, on, party }) => [means, on, party]),
    [['deemed', DEEMED, 'ana']],
  )
})

test('what was handed over on paper is recorded of its day, within the days it can be of', () => {
  const on = isoDate('2026-04-08')
  const officer = contextOf(OFFICER, addDays(on, 1))
  const told = take(refused(), officer, telling({ means: 'in-person', on }))
  deepEqual([toldOf(told.now, RECORD)?.on, told.history.at(-1)?.on], [on, addDays(on, 1)])

  for (const wrong of [addDays(MONDAY, -1), addDays(on, 2)]) {
    const outcome = tell(refused().now, officer, {
      step: 'tell',
      handed: { means: 'post', on: wrong },
    })
    deepEqual(outcome, {
      ok: false,
      refusal: { reason: 'told-outside', from: MONDAY, until: addDays(on, 1) },
    })
  }
  const late = contextOf(OFFICER, isoDate('2026-05-04'))
  const post = take(refused(), late, telling({ means: 'post', on: isoDate('2026-05-01') }))
  deepEqual(toldOf(post.now, RECORD)?.on, DEEMED, 'it counted as delivered before')
})

test('once somebody was told, neither time nor an official tells again, and no task is left', () => {
  const told = opened(isoDate('2026-04-08'))
  const late = isoDate('2026-06-01')
  for (const by of [TIME, OFFICER]) {
    deepEqual(may(contextOf(by, late), 'tell', told.now), {
      ok: false,
      refusal: { reason: 'all-told' },
    })
  }
  deepEqual(openTasks(told.now, TOY), [])
  const [task, ...others] = openTasks(refused().now, TOY)
  ok(task?.counted && others.length === 0)
  deepEqual(
    [task.kind, task.step, task.ownerRole, task.silence, dayOf(task.counted, calendars)],
    ['telling', 'tell', 'system', 'tell', DEEMED],
  )
})

test('another who has the case is told for themselves; the first telling is what counts', () => {
  const { now } = opened(isoDate('2026-04-08'))
  const parties = [...now.parties, { id: 'rui', role: 'applicant', isSubject: false }]
  const rui = { id: 'rui', roles: [] }
  const both = take({ now: { ...now, parties }, history: [] }, contextOf(rui, DEEMED), telling())
  equal(both.now.tellings.length, 2)
  equal(toldOf(both.now, RECORD)?.on, '2026-04-08')
})
