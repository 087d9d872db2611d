import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import { valuesOf } from '#core/answers/answers.ts'
import { blockOf, chosenField, fieldOf, shownFields } from '#core/answers/asked.ts'
import {
  askedDocuments,
  gapsIn,
  gapsInBlock,
  nextToAnswer,
  promisedDocuments,
} from '#core/answers/gaps.ts'
import { isoDate } from '#core/dated.ts'
import type { Block } from '#core/policy/case-type.ts'
import { fullAnswers, fullDocuments } from '#test/toy-case.ts'
import { block, comfortType, field, toyType } from '#test/toy-types.ts'

const AROUND = { on: isoDate('2026-04-06'), fields: ['bridges'] }
const filled = (answers: Answers) => ({ ...AROUND, answers, documents: fullDocuments })

/** Education may stay empty; the paper of a stateless person hangs on what they say. */
const TOLD = ['passport certain', 'diploma by-answer', 'stateless-paper by-answer']

const stateless: Answers = {
  ...fullAnswers,
  person: [
    { id: 'p1', values: { surname: 'Ferreira', 'born-on': '1987-03-27', stateless: 'yes' } },
  ],
}

test('a full application has no gaps', () => {
  deepEqual(gapsIn(toyType, filled(fullAnswers)), [])
})

test('an empty one lacks every block, and the documents that everybody sends', () => {
  deepEqual(gapsIn(toyType, { ...filled({}), documents: [] }), [
    ...toyType.blocks.map(({ code }) => ({ kind: 'block', block: code })),
    { kind: 'document', document: 'passport' },
  ])
})

test('a block answered with none is answered, and one that was never opened is not', () => {
  const { achievements: _, ...rest } = fullAnswers
  deepEqual(gapsIn(toyType, filled({ ...rest, achievements: [] })), [])
  deepEqual(gapsIn(toyType, filled(rest)), [{ kind: 'block', block: 'achievements' }])
})

test('a block has as many items as it asks for, at least and at most', () => {
  const several: Block = block('kin', [field('name', 'name')], {
    repeats: true,
    itemsMin: 1,
    itemsMax: 2,
  })
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `k${index}`, values: { name: 'Bea' } }))
  for (const [count, gaps] of [
    [0, 1],
    [1, 0],
    [2, 0],
    [3, 1],
  ] as const) {
    equal(gapsInBlock(several, { ...filled({ kin: items(count) }), type: toyType }).length, gaps)
  }
})

test('a gap in a list names the item that it is in', () => {
  const languages = [
    { id: 'l1', values: { language: 'az', level: 'c1' } },
    { id: 'l2', values: { language: 'xx' } },
  ]
  deepEqual(gapsIn(toyType, filled({ ...fullAnswers, languages })), [
    { kind: 'field', block: 'languages', item: 'l2', field: 'language', problem: 'not-an-option' },
    { kind: 'field', block: 'languages', item: 'l2', field: 'level', problem: 'missing' },
  ])
})

test('the checklist is fitted to the answers', () => {
  const asked = (answers: Answers) =>
    askedDocuments(toyType, answers).map(
      ({ rule, isRequired }) => `${rule.code}${isRequired ? '' : ' optional'}`,
    )
  deepEqual(asked({}), ['passport', 'reference optional', 'stateless-paper optional'])
  deepEqual(asked({ education: [] }), [
    'passport',
    'reference optional',
    'stateless-paper optional',
  ])
  deepEqual(asked(fullAnswers), [
    'passport',
    'diploma',
    'reference optional',
    'stateless-paper optional',
  ])
  deepEqual(asked(stateless), ['passport', 'diploma', 'reference optional', 'stateless-paper'])
})

test('what is told before anybody answers holds all that can be asked, and says by what', () => {
  const told = promisedDocuments(toyType).map(({ rule, need }) => `${rule.code} ${need}`)
  deepEqual(told, TOLD)
  const blocks = toyType.blocks.map((each) => ({ ...each, itemsMin: 1 }))
  const filledIn = promisedDocuments({ ...toyType, blocks }).filter(
    ({ need }) => need === 'certain',
  )
  deepEqual(
    filledIn.map(({ rule }) => rule.code),
    ['passport', 'diploma'],
  )
  for (const answers of [{}, { education: [] }, fullAnswers, stateless]) {
    const asked = askedDocuments(toyType, answers).filter(({ isRequired }) => isRequired)
    for (const { rule } of asked) ok(told.some((each) => each.startsWith(`${rule.code} `)))
  }
  const [passport, ...others] = toyType.checklist
  const toldIf = (brings: 'register' | 'reply') =>
    promisedDocuments({
      ...toyType,
      checklist: [...(passport ? [{ ...passport, brings }] : []), ...others],
    }).map(({ rule, need }) => `${rule.code} ${need}`)
  deepEqual(toldIf('register'), ['passport known', ...TOLD.slice(1)])
  deepEqual(toldIf('reply'), TOLD.slice(1))
})

test('a document that became required is a gap until it is there', () => {
  const paper = { id: 'd3', kind: 'stateless-paper' }
  deepEqual(gapsIn(toyType, filled(stateless)), [{ kind: 'document', document: 'stateless-paper' }])
  const documents = [...fullDocuments, paper]
  deepEqual(gapsIn(toyType, { ...filled(stateless), documents }), [])
})

test('what a register has or the house holds is not asked of the person, and is no gap', () => {
  for (const brings of ['register', 'held'] as const) {
    const [passport, ...others] = toyType.checklist
    const type = {
      ...toyType,
      checklist: [...(passport ? [{ ...passport, brings }] : []), ...others],
    }
    const asked = askedDocuments(type, fullAnswers).map(({ rule }) => rule.code)
    deepEqual(asked, ['diploma', 'reference', 'stateless-paper'], brings)
    const documents = fullDocuments.filter(({ kind }) => kind !== passport?.code)
    deepEqual(gapsIn(type, { ...filled(fullAnswers), documents }), [], brings)
  }
})

test('the field of activity is the answer to the one question that asks for it', () => {
  equal(chosenField(toyType, fullAnswers), 'bridges')
  equal(chosenField(toyType, {}), undefined)
  equal(chosenField(toyType, { field: [{ id: 'f1', values: { field: ['bridges'] } }] }), undefined)
  equal(chosenField(comfortType, fullAnswers), undefined)
})

test('the next to answer is the nearest with a gap behind it, then before it, and never itself', () => {
  const { person: _person, languages: _languages, ...rest } = fullAnswers
  const from = (code: string, answers: Answers) => {
    const here = blockOf(toyType, code)
    ok(here)
    return nextToAnswer(toyType, { ...AROUND, answers }, here)?.code
  }
  equal(from('person', rest), 'languages')
  equal(from('languages', rest), 'person')
  equal(from('languages', { ...fullAnswers, languages: [] }), undefined)
  equal(from('person', fullAnswers), undefined)
})

test('blocks, fields and answers are found by their codes, or are not there', () => {
  const person = blockOf(toyType, 'person')
  equal(person && fieldOf(person, 'surname')?.kind, 'name')
  equal(person && fieldOf(person, 'gone'), undefined)
  equal(blockOf(toyType, 'gone'), undefined)
  equal(valuesOf(fullAnswers, 'person')['surname'], 'Ferreira')
  deepEqual(valuesOf(fullAnswers, 'languages'), {})
  deepEqual(valuesOf(fullAnswers, 'gone'), {})
})

test('a question is shown by what was answered beside it', () => {
  const person = blockOf(toyType, 'person')
  const shown = (answers: Answers) =>
    person && shownFields(person, { answers }, valuesOf(answers, 'person')).map(({ code }) => code)
  deepEqual(shown(fullAnswers), [
    'surname',
    'given-names',
    'paper',
    'born-on',
    'stateless',
    'citizenships',
  ])
  deepEqual(shown(stateless), ['surname', 'given-names', 'paper', 'born-on', 'stateless'])
  deepEqual(shown({}), ['surname', 'given-names', 'paper', 'born-on', 'stateless'])
})
