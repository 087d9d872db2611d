import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { draftDecision, groundsThatHold, sendBack, sign } from '#core/lifecycle/decide.ts'
import { comfortRules } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'
import {
  accepted,
  ANA,
  assessed,
  contextOf,
  drafted,
  MONDAY,
  OFFICER,
  official,
  RECOGNISE,
  refusing,
  SIGNER,
  signed,
  submitted,
  take,
  told,
  TOY,
} from '#test/toy-case.ts'

const BY_OFFICER = contextOf(OFFICER)
const BY_SIGNER = contextOf(SIGNER)
const SEAL = { record: 'f'.repeat(64), adopted: true }

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
  for (const [{ now }, grounds] of cases) deepEqual(groundsThatHold(now, TOY.rules), grounds)
})

test('a draft can only say what the case bears out', () => {
  const enough = assessed(pointsOf(70)).now
  const short = assessed(pointsOf(69)).now
  const objected = assessed({ EXP: 50, EDU: 30, ACH: 20 }, true).now
  const cases = [
    [enough, RECOGNISE, 'decision-drafted'],
    [enough, { ...RECOGNISE, grounds: ['R3'] }, 'ground-stands-against'],
    [enough, { ...RECOGNISE, reasoning: ' ' }, 'reasoning-missing'],
    [enough, { ...RECOGNISE, grounds: ['R9'] }, 'ground-unknown'],
    [enough, { ...RECOGNISE, grounds: ['A1'] }, 'ground-unknown'],
    [enough, refusing(), 'ground-missing'],
    [enough, refusing('R1'), 'ground-does-not-hold'],
    [enough, refusing('R2'), 'ground-does-not-hold'],
    [enough, refusing('R3', 'R1'), 'ground-does-not-hold'],
    [enough, refusing('A1'), 'ground-unknown'],
    [enough, refusing('R4'), 'decision-drafted'],
    [short, RECOGNISE, 'ground-stands-against'],
    [short, refusing('R4'), 'ground-stands-against'],
    [short, refusing('R1'), 'decision-drafted'],
    [short, refusing('R1', 'R4'), 'decision-drafted'],
    [objected, RECOGNISE, 'ground-stands-against'],
    [objected, refusing('R2'), 'decision-drafted'],
    [objected, refusing('R1', 'R2'), 'ground-does-not-hold'],
    [objected, { ...refusing('R2'), reasoning: '' }, 'reasoning-missing'],
  ] as const
  for (const [now, draft, wanted] of cases) {
    equal(told(draftDecision(now, BY_OFFICER, draft)), wanted, JSON.stringify(draft))
  }
})

test('before scoring a case can only be refused, on a ground that may come so early', () => {
  const cases = [
    [RECOGNISE, 'not-before-scoring'],
    [refusing('R3'), 'decision-drafted'],
    [refusing('R4'), 'not-before-scoring'],
    [refusing('R3', 'R4'), 'not-before-scoring'],
    [refusing('R1'), 'ground-does-not-hold'],
    [refusing('R2'), 'ground-does-not-hold'],
  ] as const
  for (const [draft, wanted] of cases) {
    equal(told(draftDecision(submitted().now, BY_OFFICER, draft)), wanted)
  }
})

test('nothing is drafted while bodies are still scoring, nor by anybody but a case officer', () => {
  const { now } = assessed(pointsOf(70))
  equal(told(draftDecision(accepted().now, BY_OFFICER, RECOGNISE)), 'not-in-this-state')
  equal(told(draftDecision(now, BY_SIGNER, RECOGNISE)), 'not-your-role')
  equal(told(draftDecision(now, contextOf(ANA), RECOGNISE)), 'not-your-role')
})

test('what is sent back goes where it came from, with a reason', () => {
  const late = drafted(assessed(pointsOf(70)))
  const early = drafted(submitted(), refusing('R3'))
  const head = official('head', ['head'])
  equal(told(sendBack(late.now, BY_SIGNER, 'The reasons are thin.')), 'awaiting-decision')
  equal(told(sendBack(early.now, contextOf(head), 'Is that so?')), 'submitted')
  equal(told(sendBack(late.now, BY_SIGNER, '\t')), 'reason-missing')
  equal(told(sendBack(late.now, BY_OFFICER, 'Again.')), 'not-your-role')
  equal(told(sendBack(submitted().now, BY_SIGNER, 'Again.')), 'not-in-this-state')
})

test('the signer signs the outcome that was drafted and the record that was shown', () => {
  const outcome = sign(drafted(assessed(pointsOf(70))).now, BY_SIGNER, SEAL)
  deepEqual(outcome.ok && outcome.value, {
    action: 'sign',
    to: 'recognised',
    events: [{ type: 'decision-signed', outcome: 'recognised', record: SEAL.record }],
  })
  const refused = signed(drafted(assessed(pointsOf(69)), refusing('R1')))
  equal(refused.now.state, 'refused')
  deepEqual(refused.now.decided, { outcome: 'refused', on: MONDAY })
})

test('whoever drafted does not sign, also when another signer had sent it back', () => {
  const both = official('both', ['case-officer', 'signer'])
  const other = official('other', ['case-officer', 'signer'])
  const draft = (by: typeof both) => (before: ReturnType<typeof assessed>) =>
    take(before, contextOf(by), (now, context) => draftDecision(now, context, RECOGNISE))
  const back = (before: ReturnType<typeof assessed>) =>
    take(before, BY_SIGNER, (now, context) => sendBack(now, context, 'Once more.'))

  const first = draft(both)(assessed(pointsOf(70)))
  const refusal = sign(first.now, contextOf(both), SEAL)
  deepEqual(!refusal.ok && refusal.refusal, {
    reason: 'another-person-must',
    action: 'draft-decision',
  })
  equal(told(sign(first.now, contextOf(other), SEAL)), 'recognised')

  const again = draft(both)(back(first))
  equal(told(sign(again.now, contextOf(both), SEAL)), 'another-person-must')

  const redrafted = draft(other)(back(first))
  equal(redrafted.now.draft?.by, 'other')
  equal(told(sign(redrafted.now, contextOf(other), SEAL)), 'another-person-must')
})

test('nothing is signed under rules that nobody took over, nor without the role', () => {
  const { now } = drafted(assessed(pointsOf(70)))
  equal(told(sign(now, BY_SIGNER, { ...SEAL, adopted: false })), 'policy-not-adopted')
  equal(told(sign(now, contextOf(official('head', ['head'])), SEAL)), 'not-your-role')
  equal(told(sign(submitted().now, BY_SIGNER, SEAL)), 'not-in-this-state')
})

test('a type without criteria is decided and sent back along its own shorter table', () => {
  const law = { type: comfortType, rules: comfortRules }
  const { draft: _, ...open } = drafted(assessed(pointsOf(70))).now
  const now = {
    ...open,
    state: 'awaiting-decision',
    scorers: {},
    scores: {},
    opinions: {},
  } as const
  const context = contextOf(OFFICER, MONDAY, law)

  const outcome = draftDecision(now, context, RECOGNISE)
  ok(outcome.ok)
  const after = { history: [], now }
  const then = take(after, context, (each, here) => draftDecision(each, here, RECOGNISE))
  const signing = contextOf(SIGNER, MONDAY, law)
  equal(told(sendBack(then.now, signing, 'Why?')), 'awaiting-decision')
  equal(told(sign(then.now, signing, SEAL)), 'recognised')
})
