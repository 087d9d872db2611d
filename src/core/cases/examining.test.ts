import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { answer } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import { extend, giveBack, lapse, noticeSince, reopen, stepOfTime } from '#core/cases/examining.ts'
import { opinionsOf, scorersOf } from '#core/cases/answers-given.ts'
import { addMonths, isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import {
  accepted,
  ANA,
  around,
  assessed,
  begin,
  contextOf,
  GUARD,
  HEAD,
  lapsed,
  LEARNING,
  MONDAY,
  OFFICER,
  PASSPORT,
  returned,
  scoredBy,
  SIGNER,
  submitted,
  take,
  TIME,
  told,
  TOY,
  WORKS,
  type Case,
} from '#test/toy-case.ts'

const BY_OFFICER = contextOf(OFFICER)

test('all who score and all who may object are asked, each once for all that is theirs', () => {
  const { now } = accepted()
  equal(now.state, 'in-assessment')
  deepEqual(scorersOf(now), { EXP: 'works', EDU: 'learning', ACH: 'learning' })
  deepEqual(opinionsOf(now), { guard: 'awaited', watch: 'awaited' })
  const field = { ...submitted().now, field: 'canals' }
  equal(told(ask(field, BY_OFFICER, { step: 'accept' })), 'no-scorer')
})

test('what is given back is marked, with what is wrong, and not more often than the rules allow', () => {
  const { now } = submitted()
  const said = { step: 'return', marks: [PASSPORT], explanation: '' }
  const cases = [
    [said, 'returned'],
    [{ ...said, marks: [] }, 'nothing-marked'],
    [{ ...said, marks: [{ ...PASSPORT, note: ' ' }] }, 'mark-without-note'],
  ] as const
  for (const [each, wanted] of cases) equal(told(giveBack(now, BY_OFFICER, each)), wanted)
  equal(told(giveBack({ ...now, returns: 2 }, BY_OFFICER, said)), 'used-up')
})

test('a term is extended for a reason, and as often as the rules allow', () => {
  const { now } = accepted()
  const said = { step: 'extend', reason: 'A register has not answered.' }
  equal(told(extend(now, BY_OFFICER, said)), 'in-assessment')
  equal(told(extend(now, BY_OFFICER, { ...said, reason: ' ' })), 'reason-missing')
  equal(told(extend({ ...now, extended: [MONDAY] }, BY_OFFICER, said)), 'used-up')
})

test('a silent person is given notice after the last day, and not on it', () => {
  const { now } = returned()
  const wanted = ['not-yet-due', 'not-yet-due', 'closing-proposed']
  around('2026-04-20').forEach((on, index) => {
    const outcome = lapse(now, contextOf(TIME, on), { step: 'propose-closing', touchedOn: MONDAY })
    equal(told(outcome), wanted[index])
  })
  const [proposal] = lapsed(isoDate('2026-04-21')).now.proposed?.proposals ?? []
  deepEqual(proposal, { subject: 'ana', outcome: 'left-unexamined', grounds: [], reasoning: '' })
})

test('silence of those who may object counts after their time, and the last answer leads on', () => {
  const silence = (standing: Case['now'], on: IsoDate) =>
    lapse(standing, contextOf(TIME, on), { step: 'note-silence', touchedOn: MONDAY })
  const wanted = ['not-yet-due', 'not-yet-due', 'in-assessment']
  around('2026-04-15').forEach((on, index) => {
    equal(told(silence(accepted().now, on)), wanted[index])
  })
  const scored = scoredBy(scoredBy(accepted(), WORKS, { EXP: 40 }), LEARNING, { EDU: 25, ACH: 5 })
  equal(told(silence(scored.now, isoDate('2026-04-16'))), 'awaiting-decision')
  const mute = {
    ...TOY,
    procedure: { ...TOY.procedure, silenceOfObjectionBody: 'undecided' as const },
  }
  const late = contextOf(TIME, isoDate('2026-04-16'), mute)
  const noted = lapse(scored.now, late, { step: 'note-silence', touchedOn: MONDAY })
  equal(told(noted), 'silence-means-nothing')
  const heard = assessed({ EXP: 40, EDU: 25, ACH: 5 }).now
  equal(told(silence({ ...heard, state: 'in-assessment' }, isoDate('2026-04-16'))), 'nobody-silent')
})

test('a late opinion still counts while others are asked', () => {
  const silent = take(accepted(), contextOf(TIME, isoDate('2026-04-16')), (now, context) =>
    lapse(now, context, { step: 'note-silence', touchedOn: MONDAY }),
  )
  deepEqual(opinionsOf(silent.now), { guard: 'silent', watch: 'silent' })
  const objecting = take(silent, contextOf(GUARD), (now, context) =>
    answer(now, context, { step: 'give-opinion', objects: true, reason: 'A danger.' }),
  )
  deepEqual(opinionsOf(objecting.now), { guard: 'objection', watch: 'silent' })
})

const NOTICE = addMonths(MONDAY, 5)
const GONE = addMonths(MONDAY, 6)
const tick = (standing: Case['now'], on: IsoDate, touchedOn: IsoDate = MONDAY) =>
  stepOfTime(standing, contextOf(TIME, on), touchedOn)

test('an idle draft is announced, and goes the day after the day that was named', () => {
  const draft = begin()
  const first = tick(draft.now, NOTICE)
  ok(first?.ok && first.value.event.kind === 'lapse')
  equal(first.value.event.notice, GONE)
  const early = tick(draft.now, around(NOTICE)[0])
  ok(early && !early.ok && early.refusal.reason === 'nothing-idle')

  const announced = take(draft, contextOf(TIME, NOTICE), () => first)
  const wanted = ['nothing-idle', 'nothing-idle', 'discarded']
  around(GONE).forEach((on, index) => {
    const outcome = tick(announced.now, on)
    ok(outcome)
    equal(told(outcome), wanted[index])
  })
})

test('whoever writes in an announced draft has all the time anew', () => {
  const draft = begin()
  const announced = take(draft, contextOf(TIME, NOTICE), () => {
    const outcome = tick(draft.now, NOTICE)
    ok(outcome)
    return outcome
  })
  const touched = addMonths(NOTICE, 0)
  equal(noticeSince(announced.now, contextOf(TIME, GONE), touched), undefined)
  const outcome = tick(announced.now, addMonths(GONE, 1), touched)
  ok(outcome && !outcome.ok)
})

test('time takes no step of a case in which a person has to move', () => {
  equal(tick(submitted().now, isoDate('2027-01-01')), undefined)
  equal(tick(assessed({ EXP: 40, EDU: 25, ACH: 5 }).now, isoDate('2027-01-01')), undefined)
})

test('two people take back what time did, while its letters are still here', () => {
  const at = isoDate('2026-04-21')
  const there = lapsed(at)
  const asking = { step: 'ask-back', reason: 'The calendar was wrong.' }
  const back = { step: 'take-back', reason: '' }
  const by = (actor: typeof OFFICER) => contextOf(actor, at)

  equal(told(reopen(there.now, by(HEAD), back)), 'nothing-lapsed')
  equal(told(reopen(there.now, by(OFFICER), { ...asking, reason: ' ' })), 'reason-missing')
  equal(told(reopen(there.now, by(SIGNER), asking)), 'not-your-role')
  const asked = take(there, by(OFFICER), (now, context) => reopen(now, context, asking))
  equal(asked.now.state, 'closing-proposed')
  equal(told(reopen(asked.now, by(OFFICER), back)), 'another-person-must')
  const later = { ...by(HEAD), at: isoMoment('2026-04-22T05:00:00.000Z') }
  equal(told(reopen(asked.now, later, back)), 'letters-left')

  const done = take(asked, by(HEAD), (now, context) => reopen(now, context, back))
  deepEqual([done.now.state, done.now.stateSince], ['returned', at])
  equal(done.now.proposed, undefined)
  equal(done.now.lapsed, undefined)
  const soon = lapse(done.now, by(TIME), { step: 'propose-closing', touchedOn: at })
  equal(told(soon), 'not-yet-due', 'all the time begins anew')
})

test('a person who mends in time leaves nothing proposed behind', () => {
  const there = lapsed(isoDate('2026-04-21'))
  ok(there.now.proposed)
  equal(
    told(reopen(returned().now, contextOf(OFFICER), { step: 'ask-back', reason: 'x' })),
    'not-in-this-state',
  )
  equal(ANA.id, there.now.parties[0]?.id)
})
