import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  offerOf,
  offersLeft,
  offersOf,
  saidOtherwise,
  sparedBy,
  type Ahead,
} from '#core/answers/ahead.ts'
import type { Answers, Values } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { problemsOf } from '#core/answers/check.ts'
import { askedDocuments, gapsIn } from '#core/answers/gaps.ts'
import { isoDate, isoMoment } from '#core/dated.ts'
import type { Said } from '#core/cases/consulted.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { fullAnswers } from '#test/toy-case.ts'
import { block, field, toyType } from '#test/toy-types.ts'

const AT = isoMoment('2026-04-06T08:00:00.000Z')

const DEGREES = block(
  'education',
  [
    field('level', 'education', { means: 'degree-level' }),
    field('school', 'text', { means: 'school' }),
    field('subject', 'text', { means: 'degree-subject' }),
    field('in-field', 'yes-no'),
    field('why', 'text', { means: 'differs-from-register' }),
  ],
  { repeats: true, itemsMin: 0, itemsMax: 5 },
)
const PERSON = block('person', [
  field('surname', 'name', { means: 'surname' }),
  field('born-on', 'partial-date', { means: 'birth-date' }),
  field('citizenships', 'countries', { means: 'citizenships' }),
  field('phone', 'phone', { means: 'phone' }),
  field('why', 'text', { means: 'differs-from-register' }),
])

const said = (...says: readonly Said[]): Ahead => ({
  ...ASKED,
  answer: { result: 'found', fits: true, says, at: AT },
})
const ASKED: Ahead = {
  system: 'toy-registers',
  service: 'diploma',
  askedAt: AT,
  told: { surname: 'Ferreira', 'birth-date': '1987' },
  confirms: ['surname', 'birth-date', 'citizenships', 'degree-level', 'school', 'degree-subject'],
}
const MASTER = { 'degree-level': '7', school: 'Atlantic', 'degree-subject': 'Bridges' }
const DOCTOR = { 'degree-level': '8', school: 'Tagus', 'degree-subject': 'Tunnels' }
const written: Values = { level: '7', school: 'Atlantic', subject: 'Bridges', 'in-field': 'yes' }
const item = (values: Values) => ({ id: 'e1', values })

test('a form begins with what a register says, and what it does not say with what it was told', () => {
  const full = { surname: 'Ferreira Lopes', 'birth-date': '1987-03-27', citizenships: 'PRT' }
  const from = said({ ...full, phone: '+351912345678' })

  deepEqual(offerOf(PERSON, [from]), {
    values: { surname: 'Ferreira Lopes', 'born-on': '1987-03-27', citizenships: ['PRT'] },
    from: [from],
  })
  deepEqual(offerOf(PERSON, [ASKED]), {
    values: { surname: 'Ferreira', 'born-on': '1987' },
    from: [],
  })
  deepEqual(offerOf(PERSON, []), { values: {}, from: [] })
  const two = said(full, { surname: 'Somebody' })
  equal(offerOf(PERSON, [two]).values['surname'], 'Ferreira', 'of two it is not known which')
})

test('of a list each thing is offered until it is written down, by most of what is known of it', () => {
  const from = said(MASTER, DOCTOR)
  deepEqual(
    offersOf(DEGREES, [from]).map(({ values }) => values['school']),
    ['Atlantic', 'Tagus'],
  )
  const left = (values: Values) => offersLeft(DEGREES, [item(values)], [from])
  deepEqual(
    left(written).map(({ place }) => place),
    [1],
  )
  deepEqual(
    left({ ...written, level: '8' }).map(({ place }) => place),
    [1],
  )
  deepEqual(
    left({ level: '7' }).map(({ place }) => place),
    [0, 1],
  )
})

test('what a register says otherwise is known by question, and only of the same thing', () => {
  const codes = (values: Values, ahead: readonly Ahead[]) =>
    saidOtherwise(DEGREES, values, ahead).map(({ field: { code }, says }) => [code, says])

  deepEqual(codes(written, [said(MASTER)]), [])
  deepEqual(codes({ ...written, level: '8' }, [said(MASTER)]), [['level', '7']])
  deepEqual(codes({ ...written, school: 'ATLANTIC' }, [said(MASTER)]), [], 'the letters A to Z')
  deepEqual(codes(written, [said(DOCTOR)]), [], 'it need not know a second degree')
  deepEqual(codes({ ...written, level: '8' }, [ASKED]), [], 'it has not answered')
  const born = saidOtherwise(PERSON, { 'born-on': '1988' }, [said({ 'birth-date': '1987-03-27' })])
  deepEqual(
    born.map(({ says }) => says),
    ['1987-03-27'],
  )
})

test('whoever corrects a register says why, and nobody else is asked', () => {
  const around = { type: toyType, answers: {}, on: isoDate('2026-04-06'), fields: [] }
  const problems = (values: Values, ahead: readonly Ahead[]) =>
    problemsOf(DEGREES, item(values), { ...around, ahead })
  const changed = { ...written, level: '8' }

  deepEqual(problems(written, [said(MASTER)]), [])
  deepEqual(problems(changed, [said(MASTER)]), [{ field: 'why', problem: 'missing' }])
  deepEqual(problems({ ...changed, why: 'It is newer.' }, [said(MASTER)]), [])
  deepEqual(problems(changed, []), [])
  const shown = (values: Values) =>
    shownFields(DEGREES, { answers: {} }, values).map(({ code }) => code)
  equal(shown(changed).includes('why'), false)
  equal(shown({ ...changed, why: 'It is newer.' }).includes('why'), true, 'what was said is read')
})

const [passport, ...others] = toyType.checklist
const RULE = { ...passport, code: 'degree-paper', whenAny: 'education', confirmedBy: 'diploma' }
const type = { ...toyType, blocks: [DEGREES], checklist: [RULE, ...others] } as CaseType
const answers = (...values: readonly Values[]): Answers => ({
  ...fullAnswers,
  education: values.map((each, index) => ({ id: `e${index}`, values: each })),
})

test('a document is not asked for where the register says the same of all of it', () => {
  const spared = (ahead: readonly Ahead[], ...values: readonly Values[]) =>
    sparedBy(RULE, { type, answers: answers(...values), ahead })

  equal(spared([said(MASTER)], written), 'confirmed')
  equal(spared([said(MASTER)], { ...written, level: '8' }), undefined)
  equal(spared([said(MASTER)], written, { level: '8', school: 'Tagus' }), undefined, 'one of two')
  equal(spared([said(MASTER, DOCTOR)], written), 'confirmed', 'it may know more')
  equal(spared([said()], written), undefined, 'it knows nothing')
  equal(spared([ASKED], written), 'awaited')
  equal(spared([{ ...ASKED, outcome: 'unreachable' }], written), 'awaited')
  equal(spared([{ ...ASKED, outcome: 'refused' }], written), undefined)
  equal(spared([{ ...ASKED, outcome: 'unintelligible' }], written), undefined)
  const { 'degree-level': _level, ...unsaid } = MASTER
  equal(spared([said(unsaid)], written), undefined, 'of the level it says nothing')
  equal(spared([{ ...ASKED, service: 'other' }], written), undefined)
  equal(spared([], written), undefined)
})

test('a copy of a passport is spared where the register says all that it confirms, of whom it was told', () => {
  const paper = block('document', [
    field('number', 'text', { means: 'document-number' }),
    field('until', 'date', { means: 'document-expires-on' }),
  ])
  const rule = { ...RULE, code: 'passport-copy', whenAny: 'document', confirmedBy: 'identity' }
  const told = { surname: 'Ferreira', 'birth-date': '1987-03-27', 'document-number': 'CD1' }
  const says = { ...told, citizenships: 'PRT', 'document-expires-on': '2033-02-02' }
  const confirms = Object.keys(says) as Ahead['confirms']
  const fits: Ahead = {
    ...ASKED,
    service: 'identity',
    told,
    confirms,
    answer: { result: 'valid', fits: true, says: [says], at: AT },
  }
  const person = { surname: 'Ferreira', 'born-on': '1987-03-27', citizenships: ['PRT'] }
  const spared = (ahead: Ahead, changed: { person?: Values; document?: Values } = {}) =>
    sparedBy(rule, {
      type: { blocks: [PERSON, paper] },
      answers: {
        person: [item({ ...person, ...changed.person })],
        document: [item({ number: 'CD1', until: '2033-02-02', ...changed.document })],
      },
      ahead: [ahead],
    })
  const saying = (answer: Partial<Ahead['answer'] & object>): Ahead => ({
    ...fits,
    ...(fits.answer ? { answer: { ...fits.answer, ...answer } } : {}),
  })

  equal(spared(fits), 'confirmed')
  equal(spared(saying({ result: 'lost', fits: false })), undefined, 'it is not valid')
  equal(spared(fits, { document: { until: '2034-02-02' } }), undefined)
  equal(spared(fits, { person: { citizenships: ['BRA'] } }), undefined, 'of another part as well')
  equal(spared({ ...fits, told: { ...told, surname: 'Costa' } }), undefined, 'told of another')
  const { citizenships: _unsaid, ...less } = says
  equal(spared(saying({ says: [less] })), undefined, 'of the citizenship it says nothing')
})

test('what is spared is no gap, and the rest of the checklist is asked as before', () => {
  const kinds = (ahead: readonly Ahead[]) =>
    gapsIn(type, {
      answers: answers(written),
      documents: [],
      on: isoDate('2026-04-06'),
      fields: [],
      ahead,
    }).flatMap((gap) => (gap.kind === 'document' ? [gap.document] : []))

  equal(kinds([]).includes('degree-paper'), true)
  equal(kinds([said(MASTER)]).includes('degree-paper'), false)
  equal(kinds([ASKED]).includes('degree-paper'), false)
  const asked = askedDocuments(type, answers(written), [ASKED])
  deepEqual(
    asked.flatMap(({ rule, spared }) => (spared ? [[rule.code, spared]] : [])),
    [['degree-paper', 'awaited']],
  )
})
