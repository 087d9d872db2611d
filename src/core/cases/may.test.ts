import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isFor, may, mayBegin, stepHere, stepsFor } from '#core/cases/may.ts'
import { holdingOn, holdingsIn, type PartyKnown } from '#core/cases/holds.ts'
import { stepOf } from '#core/cases/life.ts'
import { isoDate } from '#core/dated.ts'
import {
  accepted,
  ANA,
  ANNULMENT,
  assessed,
  begin,
  contextOf,
  HELD,
  lapsed,
  MONDAY,
  OFFICER,
  official,
  returned,
  SIGNER,
  submitted,
  TIME,
  TOY,
  type Case,
} from '#test/toy-case.ts'
import { beginnersType, forOthersType } from '#test/toy-beginners.ts'
import { toyDelay } from '#test/toy-complaint.ts'

const codes = ({ now }: Case, by = OFFICER, on = MONDAY) =>
  stepsFor(contextOf(by, on), now).map(({ rule }) => rule.code)

test('a menu holds what the type, the roles and the day allow, and nothing else', () => {
  deepEqual(codes(begin(), ANA), ['discard', 'submit'])
  deepEqual(codes(begin()), [])
  deepEqual(codes(submitted()), ['accept', 'return', 'draft-decision'])
  deepEqual(codes(submitted(), ANA), ['withdraw'])
  deepEqual(codes(returned(), TIME), [])
  deepEqual(codes(returned(), TIME, isoDate('2026-04-21')), ['propose-closing'])
  const closing = lapsed(isoDate('2026-04-21'))
  deepEqual(codes(closing, OFFICER, isoDate('2026-04-28')), ['ask-back', 'take-back'])
  ok(codes(closing, OFFICER, isoDate('2026-04-29')).includes('close-unexamined'))
})

test('a role of a case is whoever has it there, and an official of it is none of its officials', () => {
  const { now } = submitted()
  const withdraw = (id: string) => may(contextOf(official(id, ['applicant'])), 'withdraw', now)
  equal(withdraw('ana').ok, true)
  equal(withdraw('bruno').ok, false)
  const own = contextOf(official('ana', ['case-officer', 'system']))
  for (const step of ['accept', 'return', 'draft-decision']) {
    const outcome = may(own, step, now)
    ok(!outcome.ok && outcome.refusal.reason === 'not-your-role')
  }
})

test('what is allowed says in which role, from which day, and by which', () => {
  const closing = lapsed(isoDate('2026-04-21'))
  const outcome = may(contextOf(OFFICER, isoDate('2026-05-04')), 'close-unexamined', closing.now)
  ok(outcome.ok)
  deepEqual(
    [outcome.value.role, outcome.value.earliest, outcome.value.latest],
    ['case-officer', '2026-04-29', '2026-04-28'],
  )
  const early = may(contextOf(OFFICER, isoDate('2026-04-28')), 'close-unexamined', closing.now)
  deepEqual(early, { ok: false, refusal: { reason: 'not-yet-due', dueOn: '2026-04-28' } })
})

test('a step off the table, or unknown, is none', () => {
  const by = contextOf(OFFICER)
  for (const step of ['sign', 'rob', '', 'constructor']) {
    const outcome = may(by, step, submitted().now)
    deepEqual(outcome, { ok: false, refusal: { reason: 'not-in-this-state', state: 'submitted' } })
  }
})

test('what may be done so often is not offered once it was', () => {
  const { now } = accepted()
  ok(codes({ history: [], now }).includes('extend'))
  equal(codes({ history: [], now: { ...now, extended: [MONDAY] } }).includes('extend'), false)
  const sent = submitted().now
  equal(codes({ history: [], now: { ...sent, returns: 2 } }).includes('return'), false)
})

test('the step of a kind is the one that leads on from here, for whoever asks first', () => {
  equal(stepHere(contextOf(ANA), begin().now, 'file')?.code, 'submit')
  equal(stepHere(contextOf(ANA), returned().now, 'file')?.code, 'resubmit')
  equal(stepHere(contextOf(ANA), accepted().now, 'file'), undefined)
  equal(stepHere(contextOf(SIGNER), accepted().now, 'answer')?.code, 'score')
  const rule = stepOf(TOY.type, 'give-opinion')
  ok(rule)
  equal(isFor(rule, official('g', ['objection-officer'], 'guard'), accepted().now), true)
  equal(isFor(rule, OFFICER, accepted().now), false)
  equal(isFor(rule, ANA, assessed({ EXP: 1, EDU: 1, ACH: 1 }).now), false)
})

test('whoever took part in what is complained of neither proposes nor decides about it', () => {
  const of = { id: 'case-1', type: 'recognition', number: 'TOY-2026-000002', state: 'submitted' }
  const earlier = { of, tookPart: [OFFICER.id] }
  const decision = { id: 'decision-1', outcome: 'refused', decidedOn: MONDAY, inForce: true }
  const { now } = submitted()
  for (const about of [
    { contested: { ...earlier, ...decision } },
    { undecided: { ...earlier, isUndecided: true } },
  ]) {
    const by = (who: typeof OFFICER) => ({ ...contextOf(who), ...about })
    const outcome = may(by(OFFICER), 'draft-decision', now)
    deepEqual(outcome, { ok: false, refusal: { reason: 'took-part' } })
    equal(may(by(OFFICER), 'accept', now).ok, true)
    equal(may(by(official('other', ['case-officer'])), 'draft-decision', now).ok, true)
  }
})

test('whether one may begin is a rule of the type', () => {
  const free: PartyKnown = { open: [], holds: ['recognition'] }
  const say = (roles: readonly string[], party = free, status = HELD) => {
    const outcome = mayBegin({ ...contextOf(OFFICER, MONDAY, ANNULMENT), status }, { roles, party })
    return outcome.ok ? 'yes' : outcome.refusal.reason
  }
  equal(say(['case-officer']), 'yes')
  equal(say(['signer']), 'not-your-role')
  equal(say(['holder']), 'not-your-role')
  equal(say(['case-officer'], free, { ...HELD, inForce: false }), 'does-not-hold')
  equal(say(['case-officer'], { ...free, open: ['annulment'] }), 'stands-against')
  equal(say(['case-officer'], { ...free, open: ['recognition'] }), 'yes')
  const own = mayBegin(contextOf(ANA), { roles: ['applicant'], party: { open: [], holds: [] } })
  equal(own.ok, true)
})

test('a complaint that nothing was decided begins once that is late, and only while it is so', () => {
  const of = { id: 'case-1', type: 'recognition', number: 'TOY-2026-000002', state: 'submitted' }
  const say = (isUndecided: boolean, asked: { readonly overdue?: boolean }) => {
    const undecided = { of, tookPart: [], isUndecided }
    const context = { ...contextOf(ANA), type: toyDelay, undecided }
    const party = { open: [], holds: [] }
    const outcome = mayBegin(context, { roles: ['applicant'], party, ...asked })
    return outcome.ok || (outcome.refusal.reason === 'does-not-hold' && outcome.refusal.test.test)
  }
  equal(say(true, { overdue: true }), true)
  equal(say(true, { overdue: false }), 'overdue')
  equal(say(true, {}), 'overdue')
  equal(say(false, { overdue: true }), 'nothing-decided')
})

test('somebody begins in the first role that fits them, and is told all that would do', () => {
  const context = { ...contextOf(ANA), type: beginnersType }
  const say = (holds: readonly string[], more: Partial<PartyKnown> = {}) => {
    const party = { open: [], holds, ...more }
    const outcome = mayBegin(context, { roles: ['applicant', 'member'], party })
    if (outcome.ok) return outcome.value.role
    const { refusal } = outcome
    if (refusal.reason !== 'does-not-hold') return refusal.reason
    return [refusal.test, ...(refusal.or ?? [])].flatMap(holdingsIn).map(({ status }) => status)
  }
  equal(say(['recognition']), 'applicant')
  equal(say(['permit']), 'member')
  equal(say(['lasting']), 'member', 'one of several kinds will do')
  equal(say(['permit', 'recognition']), 'applicant')
  deepEqual(say([]), ['recognition', 'permit', 'lasting'])
  equal(say(['permit'], { open: [beginnersType.code] }), 'stands-against')
  const alone = mayBegin(context, { roles: ['member'], party: { open: [], holds: [] } })
  equal(alone.ok || 'or' in alone.refusal, false, 'whoever has one role lacks one thing')
})

test('for somebody alone it is begun by what they hold, and not by what whoever acts for them does', () => {
  const context = { ...contextOf(ANA), type: forOthersType }
  const say = (holds: readonly string[], open: readonly string[] = []) => {
    const outcome = mayBegin(context, { roles: ['minor'], party: { open, holds } })
    return outcome.ok ? outcome.value.role : outcome.refusal.reason
  }
  equal(say(['permit']), 'minor')
  equal(say([]), 'does-not-hold')
  equal(say(['permit'], [forOthersType.code]), 'stands-against')
  const self = mayBegin(context, { roles: ['applicant', 'member'], party: { open: [], holds: [] } })
  equal(self.ok, false, 'nobody begins for themselves by that')
})

test('what time alone is missing for is refused with the day on which it can be begun', () => {
  const { begins } = beginnersType
  const when = [{ test: 'held-for', statuses: ['permit', 'lasting'], years: 2 }] as const
  const against = [{ test: 'holds-any', of: [{ status: 'stay' }, { status: 'lasting' }] }] as const
  const as = [...(begins.as ?? []).slice(0, 1), { role: 'member', when }]
  const type = { ...beginnersType, begins: { ...begins, as, unless: against } }
  const of = (kind: string, from: string, until: string) => ({
    kind,
    from: isoDate(from),
    until: isoDate(until),
  })
  const on = (day: string, ...held: readonly ReturnType<typeof of>[]) => {
    const context = { ...contextOf(ANA), type, on: isoDate(day) }
    const party = { open: [], ...holdingOn(held, context.on) }
    const outcome = mayBegin(context, { roles: ['applicant', 'member'], party })
    if (outcome.ok) return outcome.value.role
    const { refusal } = outcome
    if (refusal.reason === 'stands-against') return refusal.held
    return refusal.reason === 'does-not-hold' ? refusal.from?.on : refusal.reason
  }
  const first = of('permit', '2026-03-02', '2027-03-01')
  const next = of('permit', '2027-03-02', '2029-03-01')
  equal(on('2028-03-01', first, next), '2028-03-02', 'the day before')
  equal(on('2028-03-02', first, next), 'member')
  equal(on('2028-03-03', first, next), 'member')
  equal(on('2027-01-01', first), '2028-03-02', 'what ends before has to be extended')
  equal(on('2028-03-02', first, of('permit', '2027-03-03', '2029-03-01')), '2029-03-03', 'a gap')
  equal(on('2029-03-02', first, next), undefined, 'what has ended is held for no time')
  const lasting = of('lasting', '2028-06-01', '2033-05-31')
  const recognised = of('recognition', '2026-01-12', '2031-01-11')
  equal(on('2028-06-01', first, next, lasting), 'lasting', 'it stands against it by its name')
  equal(on('2028-06-01', first, next, recognised, of('stay', '2028-05-01', '2028-07-01')), 'stay')
  equal(on('2028-05-31', first, next, lasting), 'member', 'before it is held it does not')
})
