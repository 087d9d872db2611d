import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { renderLetter, type KeptLetter } from '#telling/letters.ts'
import { toyType } from '#test/toy-types.ts'

const words = (text: string) => ({ az: text, tr: text, en: text, ru: text })

const TYPE = {
  ...toyType,
  letters: [
    {
      code: 'back',
      on: 'return',
      subject: words('Mend {number}'),
      body: words('Hello,\n\nBy {dueOn}.\n\n{link}\n'),
      basis: { '*': 'provisional' },
    },
    {
      code: 'got',
      on: 'submit',
      subject: words('We have {number}'),
      body: words('Answer by {dueOn}; {unknown} stays.'),
      basis: { '*': 'provisional' },
    },
  ],
} as const

const letter = (code: string, values: Partial<KeptLetter['values']> = {}): KeptLetter => ({
  code,
  language: 'en',
  values: {
    number: 'TOY-2026-000001',
    dueOn: '2026-04-09',
    stepDueOn: '2026-03-17',
    application: 'c0ffee',
    provisional: [],
    ...values,
  },
})
const HERE = { portalUrl: 'https://portal.example' } as const

test('a letter has its values in their places, paragraph by paragraph', () => {
  deepEqual(renderLetter(TYPE, letter('back'), HERE), {
    subject: 'Mend TOY-2026-000001',
    paragraphs: [
      'Hello,',
      'By Tuesday 17 March 2026.',
      'https://portal.example/en/applications/c0ffee',
    ],
  })
})

test('the date is the reader’s where the reader must act, and the answer’s everywhere else', () => {
  const text = renderLetter(TYPE, letter('got'), HERE)

  deepEqual(text.paragraphs, ['Answer by Thursday 9 April 2026; {unknown} stays.'])
})

test('a date of a year without an official calendar says so, right after it is told', () => {
  const open = (on: 'dueOn' | 'stepDueOn') =>
    renderLetter(TYPE, letter('back', { stepDueOn: '2027-01-05', provisional: [on] }), HERE)

  deepEqual(open('stepDueOn').paragraphs.slice(1, 3), [
    'By Tuesday 5 January 2027.',
    'This date falls in a year whose calendar is not official yet, so it may change.',
  ])
  equal(open('dueOn').paragraphs.length, 3, 'only where that is the date that is told')
})

test('a value is never read as a place for another value', () => {
  const text = renderLetter(TYPE, letter('got', { number: '{link}' }), HERE)

  equal(text.subject, 'We have {link}')
})

test('a letter reads in every language, with its dates and its link in that language', () => {
  for (const language of LANGUAGES) {
    const { paragraphs } = renderLetter(TYPE, letter('back'), { ...HERE, language })
    equal(paragraphs[2], `https://portal.example/${language}/applications/c0ffee`)
  }
  ok(
    renderLetter(TYPE, letter('back'), { ...HERE, language: 'az' }).paragraphs[1]?.includes(
      '17 mart',
    ),
  )
})

test('a date that is not known is left out, and an unknown letter is a fault', () => {
  deepEqual(renderLetter(TYPE, letter('got', { dueOn: '' }), HERE).paragraphs, [
    'Answer by ; {unknown} stays.',
  ])
  throws(() => renderLetter(TYPE, letter('never'), HERE), /never/)
})
