import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import {
  groundsOffered,
  groundsThatHold,
  isUnscored,
  propose,
  sendBack,
} from '#core/cases/deciding.ts'
import { submit } from '#core/cases/filing.ts'
import type { Actor } from '#core/cases/roles.ts'
import { isoDate } from '#core/dated.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { permitType } from '#test/toy-permit.ts'
import { replacingType } from '#test/toy-replacing.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'
import {
  accepted,
  ANA,
  ANNULMENT,
  around,
  assessed,
  begin,
  contextOf,
  decided,
  drafted,
  fullAnswers,
  HEAD,
  HELD,
  lapsed,
  MONDAY,
  OFFICER,
  official,
  proposed,
  RECOGNISE,
  refusing,
  SIGNER,
  signed,
  submission,
  submitted,
  take,
  told,
  TOY,
  heldAs,
} from '#test/toy-case.ts'

const BY_OFFICER = contextOf(OFFICER)
const BY_SIGNER = contextOf(SIGNER)
const pointsOf = (sum: number) => ({ EXP: sum - 30, EDU: 25, ACH: 5 })

test('69 points refuse, 70 and 71 recognise, and 100 with an objection refuse', () => {
  const cases = [
    [assessed(pointsOf(69)), ['R1']],
    [assessed(pointsOf(70)), []],
    [assessed(pointsOf(71)), []],
    [assessed({ EXP: 50, EDU: 30, ACH: 20 }, true), ['R2']],
    [assessed(pointsOf(69), true), ['R1', 'R2']],
    [accepted(), []],
  ] as const
  for (const [{ now }, grounds] of cases) deepEqual(groundsThatHold(now, TOY), grounds)
})

test('what is proposed can only say what the case bears out', () => {
  const enough = assessed(pointsOf(70)).now
  const short = assessed(pointsOf(69)).now
  const objected = assessed({ EXP: 50, EDU: 30, ACH: 20 }, true).now
  const cases = [
    [enough, RECOGNISE, 'decision-drafted'],
    [enough, { ...RECOGNISE, grounds: ['R3'] }, 'ground-stands-against'],
    [enough, { ...RECOGNISE, reasoning: ' ' }, 'reasoning-missing'],
    [enough, { ...RECOGNISE, outcome: 'annulled' }, 'outcome-unknown'],
    [enough, { ...RECOGNISE, outcome: 'left-unexamined' }, 'outcome-unknown'],
    [enough, refusing(), 'ground-missing'],
    [enough, refusing('R9'), 'ground-unknown'],
    [enough, refusing('A1'), 'ground-unknown'],
    [enough, refusing('R1'), 'ground-does-not-hold'],
    [enough, refusing('R2'), 'ground-does-not-hold'],
    [enough, refusing('R3', 'R1'), 'ground-does-not-hold'],
    [enough, refusing('R4'), 'decision-drafted'],
    [short, RECOGNISE, 'ground-stands-against'],
    [short, refusing('R4'), 'ground-stands-against'],
    [short, refusing('R1'), 'decision-drafted'],
    [objected, RECOGNISE, 'ground-stands-against'],
    [objected, refusing('R2'), 'decision-drafted'],
  ] as const
  for (const [now, draft, wanted] of cases) {
    equal(told(proposed(draft)(now, BY_OFFICER)), wanted, JSON.stringify(draft))
  }
  equal(told(proposed(RECOGNISE)(enough, BY_SIGNER)), 'not-your-role')
})

test('where no ground holds by objection, one refuses nothing and stands against nothing', () => {
  const { grounds } = TOY.procedure
  const procedure = { ...TOY.procedure, grounds: grounds.filter(({ code }) => code !== 'R2') }
  const outcomes = TOY.type.outcomes.map((each) =>
    each.code === 'recognised' ? { ...each, needs: [{ test: 'scored' } as const] } : each,
  )
  const law = { ...TOY, procedure, type: { ...TOY.type, outcomes } }
  const { now } = assessed({ EXP: 50, EDU: 30, ACH: 20 }, true)
  const by = contextOf(OFFICER, MONDAY, law)
  deepEqual(groundsThatHold(now, law), [])
  equal(told(proposed(RECOGNISE)(now, by)), 'decision-drafted')
  equal(told(proposed(refusing('R2'))(now, by)), 'ground-unknown')
  equal(told(proposed(refusing('R4'))(now, by)), 'decision-drafted', 'what an official chose does')
  const offered = groundsOffered(now, by, 'refusal')
  ok(offered.every(({ follows }) => !follows))
})

test('before scoring nothing is given, and only some grounds refuse', () => {
  const { now } = submitted()
  equal(isUnscored(now, TOY), true)
  const cases = [
    [RECOGNISE, 'not-before-scoring'],
    [refusing('R4'), 'not-before-scoring'],
    [refusing('R3'), 'decision-drafted'],
  ] as const
  for (const [draft, wanted] of cases) equal(told(proposed(draft)(now, BY_OFFICER)), wanted)
})

test('a ground that an answer contradicts cannot be proposed, and the refusal names why', () => {
  const { now } = submitted()
  const outcome = proposed(refusing('R5'))(now, BY_OFFICER)
  ok(!outcome.ok && outcome.refusal.reason === 'ground-contradicted')
  deepEqual(outcome.refusal.test, { test: 'age-at-least', years: 18 })
  const [person] = fullAnswers['person'] ?? []
  ok(person)
  const values = { ...person.values, 'born-on': '2010-01-01' }
  const young = { ...fullAnswers, person: [{ ...person, values }] }
  const child = submitted(MONDAY, { answers: young }).now
  equal(told(proposed(refusing('R5'))(child, BY_OFFICER)), 'decision-drafted')
})

test('a ground that several things contradict cannot be proposed where one of them does', () => {
  const { now } = submitted()
  const grounds = TOY.procedure.grounds.map((ground) =>
    ground.code === 'R5'
      ? {
          ...ground,
          unless: [
            { test: 'younger-than', years: 18 },
            { test: 'answers', meaning: 'birth-date', is: ['1987-03-27'] },
          ] as const,
        }
      : ground,
  )
  const context = contextOf(OFFICER, MONDAY, { ...TOY, procedure: { ...TOY.procedure, grounds } })
  const saying = (bornOn: string) => {
    const [person] = fullAnswers['person'] ?? []
    ok(person)
    const values = { ...person.values, 'born-on': bornOn }
    const answers = { ...fullAnswers, person: [{ ...person, values }] }
    const outcome = proposed(refusing('R5'))(submitted(MONDAY, { answers }).now, context)
    if (outcome.ok) return 'decision-drafted'
    return outcome.refusal.reason === 'ground-contradicted' && outcome.refusal.test.test
  }
  equal(told(proposed(refusing('R3'))(now, context)), 'decision-drafted')
  equal(saying('2010-01-01'), 'younger-than')
  equal(saying('1987-03-27'), 'answers')
  equal(saying('1987-03-28'), 'decision-drafted')
})

test('who names another citizenship can be refused as a citizen, and who is of age not as a child', () => {
  const { now } = submitted()
  const file = readFileSync(join(FROZEN_POLICY, 'procedures', 'az-nk-99-2025.yaml'), 'utf8')
  const { grounds } = parse(file) as Procedure
  const law = { ...TOY, procedure: { ...TOY.procedure, grounds } }
  const context = contextOf(OFFICER, MONDAY, law)
  equal(told(proposed(refusing('R6'))(now, context)), 'ground-contradicted')
  equal(told(proposed(refusing('R7'))(now, context)), 'decision-drafted')
})

test('grounds are offered as the case stands: fixed where they follow, barred where contradicted', () => {
  const codes = (now: ReturnType<typeof submitted>['now']) =>
    groundsOffered(now, contextOf(OFFICER), 'refusal').map(
      ({ ground, follows, contradictedBy }) =>
        `${ground.code}${follows ? '!' : ''}${contradictedBy ? '-' : ''}`,
    )
  deepEqual(codes(submitted().now), ['R3', 'R5-'])
  deepEqual(codes(assessed(pointsOf(69)).now), ['R1!', 'R3', 'R4', 'R5-'])
  deepEqual(codes(assessed(pointsOf(70)).now), ['R3', 'R4', 'R5-'])
})

test('everybody whom a case is about has a proposal, and nobody two', () => {
  const { now } = assessed(pointsOf(70))
  const two = {
    ...now,
    parties: [...now.parties, { id: 'bruno', role: 'applicant', isSubject: true }],
  }
  const of = (subject: string) => ({ subject, ...RECOGNISE })
  const say = (...subjects: string[]) =>
    told(propose(two, BY_OFFICER, { step: 'draft-decision', proposals: subjects.map(of) }))
  equal(say('ana', 'bruno'), 'decision-drafted')
  for (const subjects of [[], ['ana'], ['ana', 'ana'], ['ana', 'bruno', 'carla']]) {
    equal(say(...subjects), 'not-every-subject')
  }
})

test('a draft that is sent back goes to where it was proposed, with the reason', () => {
  const late = drafted(assessed(pointsOf(70)))
  const early = drafted(submitted(), refusing('R3'))
  const said = { step: 'send-back', reason: 'Too thin.' }
  equal(told(sendBack(late.now, BY_SIGNER, said)), 'awaiting-decision')
  equal(told(sendBack(early.now, contextOf(HEAD), said)), 'submitted')
  equal(told(sendBack(late.now, BY_SIGNER, { ...said, reason: ' ' })), 'reason-missing')
  equal(told(sendBack(late.now, BY_OFFICER, said)), 'not-your-role')
})

test('what was sent back stands proposed no more, and is told of until something else is', () => {
  const there = drafted(assessed(pointsOf(70)))
  const said = { step: 'send-back', reason: 'Too thin.' }
  const back = take(there, contextOf(HEAD), (now, context) => sendBack(now, context, said))
  const { sentBack } = back.now
  equal(back.now.proposed, undefined)
  deepEqual(sentBack?.proposed, there.now.proposed)
  deepEqual([sentBack?.role, sentBack?.on, sentBack?.reason], ['head', MONDAY, 'Too thin.'])
  const anew = drafted(back)
  ok(anew.now.proposed)
  equal(anew.now.sentBack, undefined)
})

test('somebody else decides than whoever proposed, whatever the type says', () => {
  const there = drafted(assessed(pointsOf(70)))
  equal(told(decided()(there.now, BY_SIGNER)), 'decided')
  equal(told(decided('sign', false)(there.now, BY_SIGNER)), 'policy-not-adopted')
  const both = official('officer', ['case-officer', 'signer'])
  equal(told(decided()(there.now, contextOf(both))), 'another-person-must')
  const steps = TOY.type.steps.map((step) => {
    if (step.code !== 'sign') return step
    const { notBy: _, ...rest } = step
    return rest
  })
  const lax = { ...contextOf(both), type: { ...TOY.type, steps } }
  equal(told(decided()(there.now, lax)), 'another-person-must')
  const { decided: said, state } = signed(there).now
  equal(state, 'decided')
  deepEqual(said?.decisions, [
    { subject: 'ana', outcome: 'recognised', record: 'f'.repeat(64), grounds: [] },
  ])
})

test('what time proposed one person decides, after the notice has run out', () => {
  const there = lapsed(isoDate('2026-04-21'))
  const wanted = ['not-yet-due', 'not-yet-due', 'decided']
  around('2026-04-28').forEach((on, index) => {
    equal(told(decided('close-unexamined')(there.now, contextOf(OFFICER, on))), wanted[index])
  })
  const closed = take(there, contextOf(OFFICER, isoDate('2026-05-04')), decided('close-unexamined'))
  equal(closed.now.decided?.decisions[0]?.outcome, 'left-unexamined')
})

const annulling = (...grounds: string[]) => ({
  outcome: 'annulled',
  grounds,
  reasoning: 'Found later.',
})
const propose1 = (ground: string) =>
  take(
    begin(ANNULMENT),
    contextOf(OFFICER, MONDAY, ANNULMENT),
    proposed(annulling(ground), 'propose-annulment'),
  )

test('a status is taken after the hearing where the ground asks for one, else at once', () => {
  const wanted = ['not-yet-due', 'not-yet-due', 'decided']
  around('2026-04-20').forEach((on, index) => {
    const by = contextOf(SIGNER, on, ANNULMENT)
    equal(told(decided('annul')(propose1('A1').now, by)), wanted[index])
    equal(told(decided('annul')(propose1('A2').now, by)), 'decided')
  })
})

test('what has ended meanwhile is not taken', () => {
  const ended = { ...ANNULMENT, status: { ...HELD, inForce: false } }
  const by = contextOf(SIGNER, MONDAY, ended)
  equal(told(decided('annul')(propose1('A2').now, by)), 'does-not-hold')
})

test('what an outcome needs of what the case is about is asked again as it is decided', () => {
  const status = { ...HELD, until: isoDate('2031-01-01') }
  const law = { type: replacingType, procedure: comfortProcedure, status }
  const by = (who: Actor, now: object = {}) => ({
    ...contextOf(who, MONDAY, law),
    status: { ...status, ...now },
  })
  const { now } = submitted()
  const filed = { now: { ...now, type: replacingType.code }, history: [] }
  const put = take(filed, by(OFFICER), proposed(RECOGNISE))
  equal(told(decided()(put.now, by(SIGNER))), 'decided')
  const gone = [{ inForce: false }, { until: isoDate('2026-03-01') }]
  for (const each of gone) equal(told(decided()(put.now, by(SIGNER, each))), 'does-not-hold')
  const refusal = take(filed, by(OFFICER), proposed(refusing('C1')))
  equal(told(decided()(refusal.now, by(SIGNER, { inForce: false }))), 'decided')
})

test('a type without points gives what it gives, and refuses on its own grounds', () => {
  const law = { type: comfortType, procedure: comfortProcedure }
  const { now } = submitted()
  const filed = { ...now, type: comfortType.code }
  const by = contextOf(OFFICER, MONDAY, law)
  equal(isUnscored(filed, law), false)
  equal(told(proposed(RECOGNISE)(filed, by)), 'decision-drafted')
  equal(told(proposed(refusing('C1'))(filed, by)), 'decision-drafted')
  equal(told(proposed(refusing('R3'))(filed, by)), 'ground-unknown')
  equal(ANA.id, filed.parties[0]?.id)
})

test('what is given is proposed and decided only while there is what it rests on', () => {
  const law = { type: permitType, procedure: comfortProcedure }
  const base = heldAs('applicant')
  const by = (who: Actor, ...held: readonly (typeof base)[]) => ({
    ...contextOf(who, MONDAY, law),
    held,
  })
  const answers = {
    person: [{ id: 'p1', values: { surname: 'Ferreira' } }],
    purpose: [{ id: 'u1', values: { purpose: 'To stay.' } }],
  }
  const filed = take(begin(law), by(ANA), (standing, context) =>
    submit(standing, context, submission({ answers })),
  )
  const draft = { outcome: 'recognised', grounds: [], reasoning: 'She may stay.' }
  const test = { test: 'holds', role: 'applicant', status: 'recognition' }
  const refused = { ok: false, refusal: { reason: 'does-not-hold', test } }

  for (const held of [[], [{ ...base, role: 'sponsor' }], [{ ...base, kind: 'permit' }]]) {
    deepEqual(proposed(draft)(filed.now, by(OFFICER, ...held)), refused)
  }
  const put = take(filed, by(OFFICER, base), proposed(draft))
  deepEqual(decided()(put.now, by(SIGNER)), refused)
  equal(told(decided()(put.now, by(SIGNER, base))), 'decided')
})
