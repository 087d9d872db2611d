import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answers, Values } from '#core/answers/answers.ts'
import { keyOfMark, openMarks, unmarkedChanges, type Correction } from '#core/answers/correction.ts'
import type { Mark } from '#core/cases/happenings.ts'
import { fullAnswers, fullDocuments } from '#test/toy-case.ts'

const surname: Mark = {
  subject: 'ana',
  kind: 'field',
  block: 'person',
  item: 'p1',
  field: 'surname',
  note: 'Not as in the passport.',
}
const passport: Mark = {
  subject: 'ana',
  kind: 'document',
  document: 'passport',
  note: 'Too dark.',
}
const MARKS = [surname, passport]

const filed = { answers: fullAnswers, documents: fullDocuments }

const correction = (said: Partial<Correction['after']>, confirmed: readonly string[] = []) => ({
  before: filed,
  after: { ...filed, ...said },
  confirmed,
})

const person = (said: Values): Answers => ({
  ...fullAnswers,
  person: [{ id: 'p1', values: { ...fullAnswers['person']?.[0]?.values, ...said } }],
})

const scan = (...ids: readonly string[]) => [
  ...ids.map((id) => ({ id, kind: 'passport' })),
  { id: 'd2', kind: 'diploma' },
]

const open = (...args: Parameters<typeof correction>) =>
  openMarks(MARKS, correction(...args)).map(keyOfMark)
const unmarked = (...args: Parameters<typeof correction>) =>
  unmarkedChanges(MARKS, correction(...args))

test('a mark has one key, for a field of an item and for a kind of document', () => {
  equal(keyOfMark(surname), 'person.p1.surname')
  equal(keyOfMark(passport), 'document.passport')
})

test('a mark is open until its place is mended or said to be right', () => {
  deepEqual(open({}), ['person.p1.surname', 'document.passport'])
  deepEqual(open({ answers: person({ surname: 'Lopes' }) }), ['document.passport'])
  deepEqual(open({ documents: scan('d9') }), ['person.p1.surname'])
  deepEqual(open({ documents: scan('d9') }, ['person.p1.surname']), [])
  deepEqual(open({}, ['person.p1.surname', 'document.passport']), [])
  deepEqual(open({}, ['person.p1.born-on']), ['person.p1.surname', 'document.passport'])
})

test('another file, one more or one less mends a document, and the same files do not', () => {
  const [, diploma] = fullDocuments
  const cases = [
    [scan('d9'), true],
    [scan('d1', 'd9'), true],
    [[diploma], true],
    [scan('d1'), false],
    [[...scan('d1')].reverse(), false],
  ] as const
  for (const [documents, isMended] of cases) {
    equal(!open({ documents }).includes('document.passport'), isMended)
  }
})

test('only what was marked may change', () => {
  deepEqual(unmarked({ answers: person({ surname: 'Lopes' }), documents: scan('d9') }), [])
  deepEqual(unmarked({ answers: person({ stateless: 'yes' }) }), ['person.p1.stateless'])
  deepEqual(unmarked({ answers: person({ citizenships: ['PRT', 'BRA'] }) }), [
    'person.p1.citizenships',
  ])
  const documents = [...scan('d1'), { id: 'd8', kind: 'reference' }]
  deepEqual(unmarked({ documents }), ['document.reference'])
  deepEqual(unmarked({ documents: scan('d1').slice(0, 1) }), ['document.diploma'])
})

test('an item added, removed or put in the place of another is a change of all its fields', () => {
  const level = (id: string) => ({ id, values: { language: 'az', level: 'c1' } })
  const before = { ...filed, answers: { ...fullAnswers, languages: [level('l1')] } }
  const changes = (languages: Answers[string]) =>
    unmarkedChanges(MARKS, {
      ...correction({ answers: { ...fullAnswers, languages } }),
      before,
    })
  deepEqual(changes([level('l1')]), [])
  deepEqual(changes([]), ['languages.l1.language', 'languages.l1.level'])
  deepEqual(changes([level('l1'), level('l2')]), ['languages.l2.language', 'languages.l2.level'])
  equal(changes([level('l2')]).length, 4)
})

test('an answer left empty is the same as one never given', () => {
  deepEqual(unmarked({ answers: person({ nickname: '' }) }), [])
  deepEqual(unmarked({ answers: person({ others: [] }) }), [])
})

test('what was sent is the same as itself, whatever it is', () => {
  const values = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })),
  )
  const items = fc.array(fc.record({ id: fc.constantFrom('i1', 'i2'), values }), { maxLength: 2 })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('x', 'y'), items), (answers) => {
      const same = { before: { ...filed, answers }, after: { ...filed, answers } }
      deepEqual(unmarkedChanges([], { ...same, confirmed: [] }), [])
      equal(openMarks(MARKS, { ...same, confirmed: [] }).length, 2)
    }),
  )
})
