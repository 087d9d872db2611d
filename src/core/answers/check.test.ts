import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Value, Values } from '#core/answers/answers.ts'
import { problemsOf, PROBLEMS, type Problem } from '#core/answers/check.ts'
import { isoDate } from '#core/dated.ts'
import { FIELD_KINDS, type FieldKind, type FormField } from '#core/policy/case-type.ts'
import { say } from '#test/toy-rules.ts'
import { block, field } from '#test/toy-types.ts'

const ON = isoDate('2026-04-06')
const AROUND = { type: { applicants: [] }, answers: {}, on: ON, fields: ['bridges'] }

const problemsWith = (asked: readonly FormField[], values: Values): readonly Problem[] =>
  problemsOf(block('any', asked), { id: 'it', values }, AROUND)

/** What is wrong with one answer to one question, or nothing. */
const wrong = (kind: FieldKind, value: Value, said: Partial<FormField> = {}) =>
  problemsWith([field('it', kind, said)], { it: value })[0]?.problem

const OPTIONS = [{ code: 'patent', label: say('Patent') }]

/** For each kind of question: an answer that may stand, and what is wrong with others. */
const CASES: Readonly<Record<FieldKind, readonly (readonly [Value, string | undefined])[]>> = {
  text: [
    ['Universidade do Porto, nº 3 (3.º)', undefined],
    ['bell\u0007', 'unreadable'],
    ['lost \uFFFD', 'unreadable'],
    ['half \uD800', 'unreadable'],
    ['mistaken \u0092', 'unreadable'],
    ['private \uE000', 'unreadable'],
    [['a', 'list'], 'not-an-option'],
  ],
  'long-text': [
    ['two\nlines', undefined],
    ['a'.repeat(2000), undefined],
    ['a'.repeat(2001), 'too-long'],
    ['bell\u0007', 'unreadable'],
  ],
  name: [
    ['Ferreira', undefined],
    ['王', undefined],
    ['王小明', undefined],
    ['محمد عبد الله', undefined],
    ['O’Brien', undefined],
    ["D'Angelo", undefined],
    ['Ə', undefined],
    ['Nəsibə', undefined],
    ['ə'.repeat(200), undefined],
    ['ə'.repeat(201), 'too-long'],
    ['𐐀'.repeat(200), undefined],
    ['𐐀'.repeat(201), 'too-long'],
    ['Richard 3rd', undefined],
    ['<b>', 'not-in-a-name'],
    ['Ana 🙂', 'not-in-a-name'],
    ['-', 'no-letter'],
    ['42', 'no-letter'],
  ],
  'machine-name': [
    ['FERREIRA<LOPES', undefined],
    ['FERREIRA LOPES', undefined],
    ['A'.repeat(39), undefined],
    ['A'.repeat(40), 'too-long'],
    ['Ferreira', 'not-machine-letters'],
    ['FERREIRA<<ANA', 'not-machine-letters'],
  ],
  'document-number': [
    ['C01X00T47', undefined],
    ['C01X00T478', 'too-long'],
    ['С01X00T47', 'not-a-document-number'],
    ['c01x00t47', 'not-a-document-number'],
    ['AB 123', 'not-a-document-number'],
  ],
  date: [
    ['1987-03-27', undefined],
    ['29/2/1987', 'no-such-day'],
    ['/3/1987', 'part-missing'],
    ['1987-03', 'part-missing'],
    ['27/March of/1987', 'not-a-part'],
    ['27/3/87', 'year-too-short'],
    ['1899-12-31', 'too-long-ago'],
    ['none', 'not-a-part'],
  ],
  'partial-date': [
    ['1987-03-27', undefined],
    ['1987-03', undefined],
    ['1987', undefined],
    ['//87', 'year-too-short'],
    ['/13/1987', 'not-a-part'],
    ['5//1987', 'part-missing'],
  ],
  month: [
    ['2012-01', undefined],
    ['/13/2012', 'not-a-part'],
    ['2012', 'part-missing'],
  ],
  country: [
    ['PRT', undefined],
    ['prt', 'not-an-option'],
    ['ATL', 'not-an-option'],
  ],
  countries: [
    [['PRT'], undefined],
    [['PRT', 'BRA', 'CPV', 'AGO', 'MOZ'], undefined],
    [['PRT', 'BRA', 'CPV', 'AGO', 'MOZ', 'TLS'], 'too-many'],
    [['PRT', 'ATL'], 'not-an-option'],
    [['XXA'], undefined],
    [['XXA', 'PRT'], 'stateless-and-citizen'],
  ],
  issuer: [
    ['PRT', undefined],
    ['UNO', undefined],
    ['ATL', 'not-an-option'],
  ],
  language: [
    ['az', undefined],
    ['AZ', 'not-an-option'],
  ],
  cefr: [
    ['c2', undefined],
    ['none', 'not-an-option'],
  ],
  education: [
    ['7', undefined],
    ['9', 'not-an-option'],
  ],
  occupation: [
    ['21', undefined],
    ['2', 'not-an-option'],
  ],
  field: [
    ['bridges', undefined],
    ['schools', 'not-an-option'],
  ],
  choice: [
    ['patent', undefined],
    ['toString', 'not-an-option'],
    [['patent'], 'not-an-option'],
  ],
  'yes-no': [
    ['yes', undefined],
    ['no', undefined],
    ['on', 'not-an-option'],
  ],
  email: [
    ['ana@example.pt', undefined],
    ['ana', 'not-an-email'],
  ],
  phone: [
    ['+351220408000', undefined],
    ['+2908999', undefined],
    ['+29089', 'phone-too-short'],
    ['+351123456789012345', 'phone-too-long'],
    ['+0123456789', 'no-such-country-code'],
    ['220408000', 'no-country-code'],
    ['+351 220 408 x12', 'not-in-a-phone'],
  ],
  link: [
    ['https://doi.org/10.1000/182', undefined],
    ['http://example.org', undefined],
    ['https://example', 'not-a-link'],
    ['javascript:alert(1)', 'not-a-link'],
    ['https://example.org/a b', 'not-a-link'],
    [`https://example.org/${'a'.repeat(480)}`, undefined],
    [`https://example.org/${'a'.repeat(481)}`, 'not-a-link'],
  ],
  'whole-number': [
    ['0', undefined],
    ['999999', undefined],
    ['1000000', 'not-a-number'],
    ['007', 'not-a-number'],
    ['-1', 'not-a-number'],
    ['1.5', 'not-a-number'],
  ],
  declaration: [
    ['yes', undefined],
    ['no', 'not-an-option'],
  ],
  consent: [
    ['yes', undefined],
    ['no', undefined],
    ['maybe', 'not-an-option'],
  ],
}

test('each kind of question takes what it asks for, and says what is wrong with the rest', () => {
  for (const kind of FIELD_KINDS) {
    const said = kind === 'choice' ? { options: OPTIONS } : {}
    for (const [value, problem] of CASES[kind]) {
      equal(wrong(kind, value, said), problem, `${kind}: ${String(value).slice(0, 40)}`)
    }
  }
})

test('an answer that must be given is missed, and one that may be left out is not', () => {
  const missing = [{ field: 'it', problem: 'missing' }]
  for (const kind of FIELD_KINDS) {
    for (const values of [{}, { it: '' }, { it: [] }]) {
      deepEqual(problemsWith([field('it', kind)], values), missing)
      deepEqual(problemsWith([field('it', kind, { required: false })], values), [])
    }
  }
})

test('a longest length and a largest number are the ones of the question, and are told', () => {
  const ten = { max: 10 }
  equal(wrong('text', 'a'.repeat(10), ten), undefined)
  deepEqual(problemsWith([field('it', 'text', ten)], { it: 'a'.repeat(11) }), [
    { field: 'it', problem: 'too-long', max: 10 },
  ])
  equal(wrong('text', 'a'.repeat(200)), undefined)
  equal(wrong('text', 'a'.repeat(201)), 'too-long')
  equal(wrong('whole-number', '10', ten), undefined)
  deepEqual(problemsWith([field('it', 'whole-number', ten)], { it: '11' }), [
    { field: 'it', problem: 'too-large', max: 10 },
  ])
  deepEqual(problemsWith([field('it', 'countries')], { it: Array(6).fill('PRT') }), [
    { field: 'it', problem: 'too-many', max: 5 },
  ])
})

test('a date in the past is not after today, and one in the future not before it', () => {
  const cases = [
    ['date', 'past', '2026-04-05', undefined],
    ['date', 'past', '2026-04-06', undefined],
    // In Auckland it may be the day after, and in Honolulu the day before.
    ['date', 'past', '2026-04-07', undefined],
    ['date', 'past', '2026-04-08', 'not-past'],
    ['date', 'future', '2026-04-04', 'not-future'],
    ['date', 'future', '2026-04-05', undefined],
    ['date', 'future', '2026-04-06', undefined],
    ['month', 'past', '2026-04', undefined],
    ['month', 'past', '2026-05', 'not-past'],
    ['month', 'future', '2026-04', undefined],
    ['month', 'future', '2026-03', 'not-future'],
    ['partial-date', 'past', '2026', undefined],
    ['partial-date', 'past', '2027', 'not-past'],
  ] as const
  for (const [kind, when, value, problem] of cases)
    equal(wrong(kind, value, { when }), problem, value)
})

test('nobody is born tomorrow, wherever that day has begun', () => {
  const born = { when: 'past', means: 'birth-date' } as const
  equal(wrong('partial-date', '2026-04-05', born), undefined)
  equal(wrong('partial-date', '2026-04-06', born), undefined)
  equal(wrong('partial-date', '2026-04', born), undefined)
  equal(wrong('partial-date', '2026-04-07', born), 'not-past')
})

test('what ends does not end before it began', () => {
  const span = [field('from', 'month'), field('to', 'month', { notBefore: [{ field: 'from' }] })]
  const cases = [
    [{ from: '2020-05', to: '2020-06' }, []],
    [{ from: '2020-05', to: '2020-05' }, []],
    [
      { from: '2020-05', to: '2020-04' },
      [
        {
          field: 'to',
          problem: 'before-other',
          other: { block: 'any', field: 'from', value: '2020-05' },
        },
      ],
    ],
    [
      { from: '/soon/2019', to: '2020-04' },
      [{ field: 'from', problem: 'not-a-part', part: 'month' }],
    ],
    [{ to: '2020-04' }, [{ field: 'from', problem: 'missing' }]],
  ] as const
  for (const [values, problems] of cases) deepEqual(problemsWith(span, values), problems)
})

test('a question that is not shown is not missed, nor its old answer held against anyone', () => {
  const asked = [
    field('stateless', 'yes-no'),
    field('citizenships', 'countries', { shownWhen: { field: 'stateless', is: ['no'] } }),
  ]
  deepEqual(problemsWith(asked, { stateless: 'yes' }), [])
  deepEqual(problemsWith(asked, { stateless: 'yes', citizenships: ['ATL'] }), [])
  deepEqual(problemsWith(asked, { stateless: 'no' }), [
    { field: 'citizenships', problem: 'missing' },
  ])

  const shownWhen = { block: 'person', field: 'citizenships', is: ['PRT', 'BRA'] }
  const far = block('far', [field('it', 'text', { shownWhen })])
  const answers = (citizenships: Value) => ({ person: [{ id: 'p1', values: { citizenships } }] })
  const cases = [
    [answers(['CPV', 'PRT']), 1],
    [answers('BRA'), 1],
    [answers(['CPV']), 0],
    [{}, 0],
  ] as const
  for (const [given, count] of cases) {
    equal(problemsOf(far, { id: 'it', values: {} }, { ...AROUND, answers: given }).length, count)
  }
})

test('a number that always has as many characters has no fewer and no more', () => {
  for (const [number, problem] of [
    ['5ABC12', 'not-so-long'],
    ['5ABC123', undefined],
    ['5ABC1234', 'not-so-long'],
    ['5АВС123', 'not-a-document-number'], // Cyrillic
  ] as const) {
    equal(wrong('document-number', number, { length: 7 }), problem, number)
  }
})

test('every problem that there is a sentence for is met by some answer', () => {
  const met = new Set(Object.values(CASES).flatMap((rows) => rows.map(([, problem]) => problem)))
  const elsewhere = [
    'missing',
    'machine-name-missing',
    'not-so-long',
    'date-and-without',
    'not-past',
    'not-future',
    'before-other',
    'before-held',
    'twice',
    'may-not-apply',
    'too-large',
    'not-own-case',
    'of-age',
  ]
  deepEqual(
    PROBLEMS.filter((problem) => !met.has(problem)),
    elsewhere.toSorted((one, other) => order(one) - order(other)),
  )
})

const order = (problem: string): number => PROBLEMS.findIndex((each) => each === problem)

test('a name in another script is asked for in the letters of the passport, with a suggestion', () => {
  const asked = [
    field('name', 'name'),
    field('letters', 'machine-name', { required: false, machineNameOf: 'name' }),
  ]
  for (const name of ['Ferreira', 'Đặng', 'Müller-Lüdenscheidt', 'King, Jr.', 'Əliyev', 'O’Neill'])
    deepEqual(problemsWith(asked, { name }), [], name)
  for (const [name, suggested] of [
    ['Щукина', 'SHCHUKINA'],
    ['Зеленський', 'ZELENSKII'],
    ['Хведар', 'KHVEDAR'],
    ['Ђорђе', 'DORDE'],
    ['Анна-Мария', 'ANNA MARIIA'],
    ['Ana Мария', 'ANA MARIIA'],
  ]) {
    const values = { name: name ?? '', letters: '' }
    const wanted = { field: 'letters', problem: 'machine-name-missing', suggested }
    deepEqual(problemsWith(asked, values), [wanted], name)
    const sent = { ...AROUND, who: { filedOn: ON } }
    deepEqual(problemsOf(block('any', asked), { id: 'it', values }, sent), [], 'as it was sent in')
  }
  const wanted = [{ field: 'letters', problem: 'machine-name-missing' }]
  for (const name of ['王', 'محمد', 'Χρήστος', 'გიორგი', 'Нұрсұлтан', 'Richard 3rd']) {
    deepEqual(problemsWith(asked, { name }), wanted, name)
    deepEqual(problemsWith(asked, { name, letters: 'AS PRINTED' }), [])
  }
})

test('a date that a document may lack is given or said to be absent, not both', () => {
  const without = say('It has no end date')
  const asked = [field('ends', 'date', { without, when: 'future' })]
  deepEqual(problemsWith(asked, { ends: 'none' }), [])
  deepEqual(problemsWith(asked, { ends: '2030-01-01' }), [])
  deepEqual(problemsWith(asked, { ends: '1/1/2030/none' }), [
    { field: 'ends', problem: 'date-and-without' },
  ])
  deepEqual(problemsWith([field('ends', 'date')], { ends: 'none' }), [
    { field: 'ends', problem: 'not-a-part', part: 'year' },
  ])
})

test('answers are held against those of other questions, wherever they stand', () => {
  const born = { block: 'person', field: 'born-on' }
  const jobs = block('jobs', [field('from', 'month', { notBefore: [born] })], { repeats: true })
  const person = (value: Value) => ({ person: [{ id: 'p1', values: { 'born-on': value } }] })
  const from = (value: string, answers = person('1987-03-27')) =>
    problemsOf(jobs, { id: 'j1', values: { from: value } }, { ...AROUND, answers })
  deepEqual(from('1987-03'), [], 'a month that the day lies in may be after it')
  deepEqual(from('1987-02'), [
    { field: 'from', problem: 'before-other', other: { ...born, value: '1987-03-27' } },
  ])
  deepEqual(from('1987-02', person('1987')), [], 'a year that the month lies in')
  deepEqual(from('1986-12', person('1987')).length, 1)
})

test('items that must differ do, and an item is not the same as itself', () => {
  const languages = block('languages', [field('language', 'language')], { differIn: 'language' })
  const item = (id: string, language: string) => ({ id, values: { language } })
  const answers = { languages: [item('l1', 'az'), item('l2', 'en')] }
  const beside = (one: ReturnType<typeof item>) =>
    problemsOf(languages, one, { ...AROUND, answers })
  deepEqual(beside(item('l1', 'az')), [])
  deepEqual(beside(item('l3', 'tr')), [])
  deepEqual(beside(item('l3', 'az')), [{ field: 'language', problem: 'twice' }])
  deepEqual(beside(item('l1', 'en')), [{ field: 'language', problem: 'twice' }])
})
