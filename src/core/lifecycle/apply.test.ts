import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import { isoDate } from '#core/dated.ts'
import { discard, resubmit, submit, withdraw } from '#core/lifecycle/apply.ts'
import { returnForCorrection } from '#core/lifecycle/examine.ts'
import type { Mark } from '#core/lifecycle/application.ts'
import {
  accepted,
  ANA,
  assessed,
  begin,
  contextOf,
  drafted,
  fullAnswers,
  fullDocuments,
  OFFICER,
  official,
  recognised,
  submission,
  submitted,
  SYSTEM,
  take,
  told,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const BY_ANA = contextOf(ANA)
const FRIDAY = isoDate('2026-04-10')

const marks: readonly Mark[] = [
  { kind: 'field', block: 'person', item: 'p1', field: 'surname', note: 'Not as in the passport.' },
  { kind: 'document', document: 'passport', note: 'The foot of the page is cut off.' },
]

const returned = (): Case =>
  take(submitted(), contextOf(OFFICER), (application, context) =>
    returnForCorrection(application, context, { marks, explanation: 'Two things.' }),
  )

const named = (surname: string): Answers => ({
  ...fullAnswers,
  person: [{ id: 'p1', values: { ...fullAnswers['person']?.[0]?.values, surname } }],
})

const before = { answers: fullAnswers, documents: fullDocuments }
const scanned = [{ id: 'd9', kind: 'passport' }, fullDocuments[1]]
const correction = { type: TOY.type, before, fields: ['bridges', 'schools'], confirmed: [] }

test('submitting freezes number, law, field, answers and documents in one event', () => {
  const outcome = submit(begin().now, BY_ANA, submission())

  ok(outcome.ok)
  deepEqual(outcome.value, {
    action: 'submit',
    to: 'submitted',
    events: [
      {
        type: 'application-submitted',
        number: 'TOY-2026-000001',
        field: 'bridges',
        ruleSet: 'hash-of-rules',
        typeHash: 'hash-of-type',
        answers: fullAnswers,
        documents: ['d1', 'd2'],
      },
    ],
  })
})

test('only the applicant submits, only a draft, and only under rules that were taken over', () => {
  const stranger = official('joao', ['applicant'])
  const officerToo = official('ana', ['case-officer'])
  const cases = [
    [submit(begin().now, BY_ANA, submission()), 'submitted'],
    [submit(begin().now, contextOf(stranger), submission()), 'not-your-role'],
    [submit(begin().now, contextOf(OFFICER), submission()), 'not-your-role'],
    [submit(begin().now, contextOf(officerToo), submission()), 'not-your-role'],
    [submit(submitted().now, BY_ANA, submission()), 'not-in-this-state'],
    [submit(begin().now, BY_ANA, submission({ adopted: false })), 'policy-not-adopted'],
    [submit(begin().now, BY_ANA, submission({ answers: {} })), 'answers-missing'],
    [submit(begin().now, BY_ANA, submission({ documents: [] })), 'answers-missing'],
  ] as const
  deepEqual(
    cases.map(([outcome]) => told(outcome)),
    cases.map(([, wanted]) => wanted),
  )
})

test('what is missing is named, each block, field and document of its own', () => {
  const { languages: _, ...answers } = named('')

  const outcome = submit(begin().now, BY_ANA, submission({ answers, documents: [] }))

  ok(!outcome.ok && outcome.refusal.reason === 'answers-missing')
  deepEqual(outcome.refusal.gaps, [
    { kind: 'field', block: 'person', item: 'p1', field: 'surname', problem: 'missing' },
    { kind: 'block', block: 'languages' },
    { kind: 'document', document: 'passport' },
    { kind: 'document', document: 'diploma' },
  ])
})

test('a correction answers every mark, by mending it or by saying that it is right', () => {
  const now = returned().now
  const cases = [
    [{ answers: named('Ferreira Lopes'), documents: scanned }, [], 'submitted'],
    [{ answers: named('Ferreira Lopes'), documents: fullDocuments }, [], 'marks-open'],
    [before, ['person.p1.surname'], 'marks-open'],
    [before, ['person.p1.surname', 'document.passport'], 'submitted'],
    [{ answers: fullAnswers, documents: scanned }, ['person.p1.surname'], 'submitted'],
    [{ answers: named(''), documents: scanned }, [], 'answers-missing'],
    [{ answers: named('Ferreira Lopes'), documents: [fullDocuments[1]] }, [], 'answers-missing'],
    [{ answers: named('<Ferreira>'), documents: scanned }, [], 'answers-missing'],
  ] as const
  deepEqual(
    cases.map(([after, confirmed]) =>
      told(resubmit(now, BY_ANA, { ...correction, after, confirmed })),
    ),
    cases.map(([, , wanted]) => wanted),
  )
})

test('what nobody marked stays as it was submitted', () => {
  const answers = {
    ...named('Ferreira Lopes'),
    field: [{ id: 'f1', values: { field: 'schools' } }],
    languages: [{ id: 'l1', values: { language: 'az', level: 'c2' } }],
  }
  const documents = [...scanned, { id: 'd10', kind: 'reference' }]

  const outcome = resubmit(returned().now, BY_ANA, { ...correction, after: { answers, documents } })

  ok(!outcome.ok && outcome.refusal.reason === 'not-marked')
  deepEqual(
    [...outcome.refusal.places].sort(),
    ['document.reference', 'field.f1.field', 'languages.l1.language', 'languages.l1.level'].sort(),
  )
})

test('sent back, a case keeps its day of submission and its clock has stood still', () => {
  const back = take(returned(), contextOf(ANA, FRIDAY), (application, context) =>
    resubmit(application, context, {
      ...correction,
      after: { answers: named('Ferreira Lopes'), documents: scanned },
    }),
  ).now

  equal(back.state, 'submitted')
  equal(back.submittedOn, '2026-04-06')
  equal(back.stateSince, '2026-04-10')
  deepEqual(back.pauses, [{ from: '2026-04-06', until: '2026-04-10' }])
  deepEqual(back.marks, [])
  equal(back.returns, 1)
})

test('the applicant may withdraw until the decision is signed, and nobody else ever', () => {
  const points = { EXP: 50, EDU: 25, ACH: 5 }
  const cases = [
    [begin(), 'not-in-this-state'],
    [submitted(), 'withdrawn'],
    [returned(), 'withdrawn'],
    [accepted(), 'withdrawn'],
    [assessed(points), 'withdrawn'],
    [drafted(assessed(points)), 'withdrawn'],
    [recognised(), 'not-in-this-state'],
  ] as const
  deepEqual(
    cases.map(([{ now }]) => told(withdraw(now, BY_ANA))),
    cases.map(([, wanted]) => wanted),
  )
  equal(told(withdraw(submitted().now, contextOf(OFFICER))), 'not-your-role')
  equal(
    told(withdraw(submitted().now, contextOf(official('joao', ['applicant'])))),
    'not-your-role',
  )
})

test('withdrawn while it was returned, a case leaves no clock standing', () => {
  const { now } = take(returned(), contextOf(ANA, FRIDAY), withdraw)
  deepEqual(now.pauses, [{ from: '2026-04-06', until: '2026-04-10' }])
})

test('a draft is discarded by its owner or by the clock, and by no official', () => {
  equal(told(discard(begin().now, BY_ANA)), 'discarded')
  equal(told(discard(begin().now, contextOf(SYSTEM))), 'discarded')
  equal(told(discard(begin().now, contextOf(OFFICER))), 'not-your-role')
  equal(told(discard(submitted().now, BY_ANA)), 'not-in-this-state')
})
