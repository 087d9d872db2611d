import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { opinionsOf, pointsOf, scoresOf } from '#core/cases/answers-given.ts'
import { reopen, lapse } from '#core/cases/examining.ts'
import { resubmit } from '#core/cases/filing.ts'
import { fold } from '#core/cases/folding.ts'
import { allAnswered, lastFiled, outcomeIn, subjectsOf } from '#core/cases/standing.ts'
import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import { isoDate, isoMoment } from '#core/dated.ts'
import {
  accepted,
  ANA,
  assessed,
  begin,
  contextOf,
  fullAnswers,
  fullDocuments,
  GUARD,
  HEAD,
  lapsed,
  MONDAY,
  OFFICER,
  opinionBy,
  recognised,
  recorded,
  recordOf,
  returned,
  scoredBy,
  submitted,
  take,
  TIME,
  TOY,
  WORKS,
  type Case,
} from '#test/toy-case.ts'

const FRIDAY = isoDate('2026-04-10')
const LATE = isoDate('2026-04-16')

/** As if a step had been taken that leaves this behind. */
const after = (before: Case, event: CaseEvent, said: Partial<Recorded> = {}): Case => {
  const { on, at } = contextOf(OFFICER)
  const step = { code: 'step', role: 'case-officer', to: before.now.state, event }
  return recorded(before, { ...recordOf(step, { by: OFFICER, on, at }), ...said })
}

test('a case begins as a draft of the one who began it, and nothing is nothing', () => {
  const { now, history } = begin()
  equal(fold('toy-1', []), undefined)
  deepEqual(fold('toy-1', history), now)
  deepEqual([now.type, now.state, now.stateSince], ['recognition', 'draft', MONDAY])
  deepEqual(subjectsOf(now), ['ana'])
  equal(lastFiled(now), undefined)
})

test('whom it is about is named once, and those who only take part are not', () => {
  const parties = [
    { id: 'ana', role: 'applicant', isSubject: true },
    { id: 'ana', role: 'sponsor', isSubject: true },
    { id: 'carla', role: 'sponsor', isSubject: false },
    { id: 'bruno', role: 'applicant', isSubject: true },
  ]
  deepEqual(subjectsOf({ ...begin().now, parties }), ['ana', 'bruno'])
})

test('sent in again, a case keeps its first day and its law, and its clock has stood still', () => {
  const before = { answers: fullAnswers, documents: fullDocuments }
  const { now } = take(returned(), contextOf(ANA, FRIDAY), (standing, context) =>
    resubmit(standing, context, {
      step: 'resubmit',
      corrections: [
        {
          subject: 'ana',
          before,
          after: before,
          confirmed: ['person.p1.surname', 'document.passport'],
        },
      ],
    }),
  )
  deepEqual([now.filedOn, now.stateSince, now.returns], [MONDAY, FRIDAY, 1])
  deepEqual([now.number, now.scoring, now.field], ['TOY-2026-000001', 'hash-of-scoring', 'bridges'])
  deepEqual(now.pauses, [{ from: MONDAY, until: FRIDAY }])
  deepEqual(
    now.filings.map(({ on, marks }) => [on, marks.length]),
    [
      [MONDAY, 0],
      [FRIDAY, 2],
    ],
  )
})

test('a case that ends while it is with the person leaves no clock standing', () => {
  for (const event of [{ kind: 'end' }, { kind: 'decide', decisions: [] }] as const) {
    const { now } = after(returned(), event, { to: 'over', on: FRIDAY })
    deepEqual(now.pauses, [{ from: MONDAY, until: FRIDAY }])
  }
})

test('days in a state run from the step that led there, whatever happens in it', () => {
  const there = accepted()
  const { now } = after(there, { kind: 'extend', reason: 'A register.' }, { on: FRIDAY })
  deepEqual([now.stateSince, now.extended], [MONDAY, [FRIDAY]])
  const moved = after(there, { kind: 'end' }, { to: 'withdrawn', on: FRIDAY })
  equal(moved.now.stateSince, FRIDAY)
})

test('the points are complete when every criterion has them, and not before', () => {
  deepEqual(pointsOf(submitted().now), { points: 0, complete: false })
  const half = scoredBy(accepted(), WORKS, { EXP: 40 })
  deepEqual(pointsOf(half.now), { points: 40, complete: false })
  deepEqual(Object.keys(scoresOf(half.now)), ['EXP'])
  deepEqual(pointsOf(assessed({ EXP: 0, EDU: 0, ACH: 0 }).now), { points: 0, complete: true })
  deepEqual(
    [submitted(), half].map(({ now }) => allAnswered(now)),
    [false, false],
  )
  equal(allAnswered(assessed({ EXP: 0, EDU: 0, ACH: 0 }).now), true)
})

test('what is asked anew replaces what was asked of its kind, and no form of then fits it', () => {
  const once = opinionBy(scoredBy(accepted(), WORKS, { EXP: 40 }), GUARD, true)
  const asked = [
    { id: 'score/works', kind: 'points', step: 'score', body: 'works', criteria: ['EXP'] },
  ] as const
  const { now } = after(once, { kind: 'ask', asked })
  deepEqual(
    now.tasks.map(({ kind, body, version }) => [kind, body, version]),
    [
      ['opinion', 'guard', 1],
      ['opinion', 'watch', 0],
      ['points', 'works', 2],
    ],
  )
  deepEqual(opinionsOf(now), { guard: 'objection', watch: 'awaited' })
  deepEqual(pointsOf(now), { points: 0, complete: false })
})

const noted = (before: Case): Case =>
  take(before, contextOf(TIME, LATE), (now, context) =>
    lapse(now, context, { step: 'note-silence', touchedOn: MONDAY }),
  )

test('a silence that is taken back is awaited again, unless somebody has spoken since', () => {
  const silent = noted(accepted())
  deepEqual(opinionsOf(silent.now), { guard: 'silent', watch: 'silent' })
  const spoken = opinionBy(silent, GUARD, false)
  const back = after(spoken, { kind: 'reopen', reason: '', done: true }, { on: LATE })
  deepEqual(opinionsOf(back.now), { guard: 'no-objection', watch: 'awaited' })
  equal(back.now.stateSince, LATE)
  const versions = ({ now }: Case) => now.tasks.map(({ version }) => version)
  deepEqual(
    [versions(silent), versions(back)],
    [
      [0, 0, 1, 1],
      [0, 0, 2, 2],
    ],
  )
})

test('only the silence of the last step of time is taken back, and only its proposal', () => {
  const silent = noted(accepted())
  const proposals = [{ subject: 'ana', outcome: 'left-unexamined', grounds: [], reasoning: '' }]
  const event: CaseEvent = { kind: 'lapse', proposals }
  const later = after(silent, event, { step: 'later', by: TIME.id })
  const back = after(later, { kind: 'reopen', reason: '', done: true })
  deepEqual(opinionsOf(back.now), { guard: 'silent', watch: 'silent' })
  equal(back.now.proposed, undefined)
  const drafted = after(accepted(), { kind: 'propose', proposals }, { step: 'draft-decision' })
  const kept = after(noted(drafted), { kind: 'reopen', reason: '', done: true })
  equal(kept.now.proposed?.step, 'draft-decision')
})

test('a step of time can be taken back until somebody moves the case on', () => {
  const closing = lapsed(isoDate('2026-04-21'))
  const said = { filed: [] }
  const moves: readonly CaseEvent[] = [
    { kind: 'file', ...said },
    { kind: 'return', marks: [], explanation: '' },
    { kind: 'ask', asked: [] },
    { kind: 'propose', proposals: [] },
    { kind: 'send-back', reason: '' },
    { kind: 'decide', decisions: [] },
    { kind: 'end' },
  ]
  for (const event of moves) equal(after(closing, event).now.lapsed, undefined, event.kind)
  const others: readonly CaseEvent[] = [
    { kind: 'answer', task: '', body: '', reasons: {} },
    { kind: 'extend', reason: '' },
    { kind: 'lapse' },
    { kind: 'reopen', reason: '', done: false },
  ]
  for (const event of others) ok(after(closing, event).now.lapsed, event.kind)

  const at = isoMoment('2026-04-21T08:00:00.000Z')
  const filed = after(closing, { kind: 'file', ...said }, { on: isoDate('2026-04-21'), at })
  const asking = { step: 'ask-back', reason: 'The calendar was wrong.' }
  const outcome = reopen(filed.now, contextOf(HEAD, isoDate('2026-04-21')), asking)
  deepEqual(outcome, { ok: false, refusal: { reason: 'nothing-lapsed' } })
})

test('an outcome is one once it is decided, and what was sent in examined until then', () => {
  equal(outcomeIn(assessed({ EXP: 50, EDU: 15, ACH: 5 }).now), undefined)
  equal(outcomeIn(recognised().now), 'recognised')
  deepEqual(lastFiled(recognised().now)?.answers, fullAnswers)
  equal(recognised().now.type, TOY.type.code)
})
