import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import {
  begin,
  end,
  isDraft,
  resubmit,
  submit,
  type CorrectionOf,
  type SentBeside,
} from '#core/cases/filing.ts'
import type { Held } from '#core/cases/context.ts'
import { fold } from '#core/cases/folding.ts'
import { everFiled, lastFiled } from '#core/cases/standing.ts'
import { addDays, isoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { toyType } from '#test/toy-types.ts'
import {
  ANA,
  ANNULMENT,
  begin as begun,
  contextOf,
  fullAnswers,
  fullDocuments,
  heldAs,
  HELD,
  MONDAY,
  OFFICER,
  official,
  returned,
  SIGNER,
  submission,
  submitted,
  take,
  told,
  TOY,
} from '#test/toy-case.ts'

const BY_ANA = contextOf(ANA)

test('of what somebody has one at a time a second is not sent in, whoever else may have sent the first', () => {
  const { now } = begun()
  const theirs = { id: 'another', number: 'TOY-2026-000009' }
  const sends = (begins: Partial<CaseType['begins']>, beside?: SentBeside) => {
    const type = { ...toyType, begins: { ...toyType.begins, ...begins } }
    const step = submit(now, contextOf(ANA, MONDAY, { ...TOY, type }), submission({ beside }))
    return step.ok || step.refusal
  }
  const unless = [{ test: 'same-type-open' }] as const
  deepEqual(sends({ unless }, { theirs }), { reason: 'sent-beside', theirs })
  deepEqual(sends({ unless }, {}), { reason: 'sent-beside' })
  equal(sends({ unless }), true)
  equal(sends({ unless: [] }, { theirs }), true, 'where there may be several')
  equal(
    sends({ unless, about: { self: true } as never }, { theirs }),
    true,
    'it is about another thing',
  )
})

test('a case begins with its parties, and a stranger begins none', () => {
  const parties = [{ id: 'ana', role: 'applicant', isSubject: true }]
  const step = begin(BY_ANA, { parties })
  deepEqual([step.code, step.to, step.role], ['begin', 'draft', 'applicant'])
  deepEqual(step.event, { kind: 'begin', type: 'recognition', parties })
  throws(() => begin(contextOf(official('bob', [])), { parties }), /may/)

  const { now } = begun(ANNULMENT)
  deepEqual([now.state, now.about, now.number], ['opened', HELD.number, 'ANN-2026-000001'])
})

test('sending in freezes what was answered, pins the law and starts the clock, or does nothing', () => {
  const { now } = begun()
  equal(isDraft(now, toyType), true)
  const cases = [
    [submission(), 'submitted'],
    [submission({ adopted: false }), 'policy-not-adopted'],
    [submission({ answers: { ...fullAnswers, person: [] } }), 'answers-missing'],
    [submission({ documents: [] }), 'answers-missing'],
  ] as const
  for (const [said, wanted] of cases) equal(told(submit(now, BY_ANA, said)), wanted)
  equal(told(submit(now, contextOf(OFFICER), submission())), 'not-your-role')
  equal(told(submit(submitted().now, BY_ANA, submission())), 'not-in-this-state')
  const again = submission({ step: 'resubmit' })
  equal(told(submit(returned().now, BY_ANA, again)), 'not-in-this-state', 'no second number')
  equal(told(resubmit(now, BY_ANA, correction({ step: 'submit' }))), 'not-in-this-state')

  const after = submitted().now
  deepEqual(
    [after.number, after.field, after.typeHash, after.procedure, after.scoring, after.filedOn],
    ['TOY-2026-000001', 'bridges', 'hash-of-type', 'hash-of-procedure', 'hash-of-scoring', MONDAY],
  )
  equal(isDraft(after, toyType), false)
  deepEqual(lastFiled(after)?.documents, ['d1', 'd2'])
})

test('nobody sends in that what they hold, and ask to go on, ends before it does', () => {
  const type: CaseType = {
    ...toyType,
    blocks: toyType.blocks.map((block) => ({
      ...block,
      fields: block.fields.map((each) =>
        each.means === 'birth-date' ? { ...each, means: 'stay-ends' as const } : each,
      ),
    })),
    outcomes: toyType.outcomes.map((outcome) => ({
      ...outcome,
      effects: outcome.effects.map((effect) =>
        effect.effect === 'issue' ? { ...effect, for: { after: 'stay-ends' as const } } : effect,
      ),
    })),
  }
  const { now } = begun({ ...TOY, type })
  const born = fullAnswers['person']?.[0]?.values['born-on']
  ok(typeof born === 'string')
  const sent = (held: Held) =>
    submit(now, { ...contextOf(ANA, MONDAY, { ...TOY, type }), held: [held] }, submission())
  const before = isoDate(born)
  equal(told(sent({ ...heldAs('applicant'), until: before })), 'submitted')
  const said = sent({ ...heldAs('applicant'), until: addDays(before, 1) })
  ok(!said.ok && said.refusal.reason === 'answers-missing')
  deepEqual(
    said.refusal.gaps.map((gap) => gap.kind === 'field' && [gap.field, gap.problem, gap.until]),
    [['born-on', 'before-held', addDays(before, 1)]],
  )
  const others = [heldAs('applicant', 'recognition', 'ben'), heldAs('applicant', 'permit')]
  deepEqual(
    others.map((held) => told(sent(held))),
    ['submitted', 'submitted'],
    'what somebody else holds, or of another kind',
  )
})

const scan = { id: 'd9', kind: 'passport' }
const other = fullDocuments.filter(({ kind }) => kind !== 'passport')
const before = { answers: fullAnswers, documents: fullDocuments }
const correction = ({
  step = 'resubmit',
  ...said
}: Partial<CorrectionOf> & { readonly step?: string } = {}) => ({
  step,
  corrections: [
    {
      subject: 'ana',
      before,
      after: { answers: fullAnswers, documents: [...other, scan] },
      confirmed: ['person.p1.surname'],
      ...said,
    },
  ],
})

test('only what was marked may change, and each mark is mended or said to be right', () => {
  const { now } = returned()
  const changed = {
    ...fullAnswers,
    field: [{ id: 'f1', values: { field: 'schools' } }],
  }
  const cases = [
    [correction(), 'submitted'],
    [correction({ confirmed: [] }), 'marks-open'],
    [correction({ after: before }), 'marks-open'],
    [correction({ after: { answers: changed, documents: [...other, scan] } }), 'not-marked'],
    [correction({ after: { answers: fullAnswers, documents: other } }), 'answers-missing'],
  ] as const
  for (const [said, wanted] of cases) equal(told(resubmit(now, BY_ANA, said)), wanted)
})

test('every round is kept, with what was asked before it and what was said to be right', () => {
  const there = take(returned(), BY_ANA, (now, context) => resubmit(now, context, correction()))
  const [first, second] = there.now.filings
  deepEqual([first?.marks, first?.confirmed], [[], []])
  deepEqual(
    second?.marks.map(({ kind }) => kind),
    ['document', 'field'],
  )
  deepEqual(second?.confirmed, ['person.p1.surname'])
  deepEqual(everFiled(there.now), ['d1', 'd2', 'd2', 'd9'])
  deepEqual(there.now.marks, [])
  deepEqual(fold('toy-1', there.history), there.now)
})

test('what ends without a decision is ended by whoever may, and with a reason where the type asks', () => {
  equal(told(end(submitted().now, BY_ANA, { step: 'withdraw' })), 'withdrawn')
  equal(told(end(submitted().now, contextOf(OFFICER), { step: 'withdraw' })), 'not-your-role')
  equal(told(end(begun().now, BY_ANA, { step: 'discard' })), 'discarded')
  const { now } = begun(ANNULMENT)
  const by = contextOf(SIGNER, MONDAY, ANNULMENT)
  equal(told(end(now, by, { step: 'drop-annulment' })), 'reason-missing')
  equal(told(end(now, by, { step: 'drop-annulment', reason: ' ' })), 'reason-missing')
  equal(told(end(now, by, { step: 'drop-annulment', reason: 'A mistake.' })), 'dropped')
})
