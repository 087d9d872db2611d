import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import {
  type Act,
  languagesOf,
  mayAct,
  mayWrite,
  pairFor,
  type FrequentQuestion,
  type Doer,
  type NextText,
  type ShownText,
} from '#core/promotion/frequent-questions.ts'
import { judgeFrequentQuestion, reasonFault } from '#core/promotion/judge-frequent-question.ts'

const pair = { question: 'May my spouse work?', answer: 'Yes.' }
const text = {
  said: { en: pair },
  audience: 'mission',
  law: {},
  lawOn: isoDate('2026-03-02'),
} as const
const at = isoMoment('2026-03-02T06:00:00.000Z')
const waiting: NextText = { ...text, stands: 'waiting', by: 'one', at }
const shown: ShownText = { ...text, by: 'one', shownBy: 'two', shownAt: at }
const of = (texts: Partial<FrequentQuestion>): FrequentQuestion => ({
  id: 'q',
  mission: 'ankara',
  version: 1,
  ...texts,
})

const DOERS: Readonly<Record<string, Doer>> = {
  writer: { id: 'one', mission: 'ankara', isMinistry: false },
  colleague: { id: 'two', mission: 'ankara', isMinistry: false },
  ministry: { id: 'three', isMinistry: true },
  other: { id: 'four', mission: 'lisbon', isMinistry: false },
}
const around = { isMissionOpen: true, law: new Map() }

const said = (question: FrequentQuestion, act: Act, more: Partial<typeof around> = {}) =>
  Object.values(DOERS).map((doer) => {
    const outcome = mayAct(question, act, { doer, around: { ...around, ...more } })
    return outcome.ok ? 'yes' : outcome.refusal
  })

test('another than whoever wrote it shows it, and the ministry what all missions tell', () => {
  const own = of({ next: waiting })
  const all = of({ next: { ...waiting, audience: 'all' } })
  for (const act of ['show', 'send-back'] as const) {
    deepEqual(said(own, act), ['second-person', 'yes', 'yes', 'not-theirs'])
    deepEqual(said(all, act), ['second-person', 'ministry', 'yes', 'not-theirs'])
    for (const stands of ['draft', 'sent-back'] as const) {
      const nothing = ['nothing-there', 'nothing-there', 'nothing-there', 'not-theirs']
      deepEqual(said(of({ next: { ...waiting, stands } }), act), nothing)
    }
  }
})

test('nothing is shown by a law that is not in force, nor of a mission that is closed', () => {
  const law = new Map([['procedure x', { hash: 'other', from: isoDate('2026-03-03') }]])
  const own = of({ next: waiting })
  deepEqual(said(own, 'show', { law }).slice(1, 3), ['law-changed', 'law-changed'])
  deepEqual(said(own, 'show', { isMissionOpen: false })[1], 'mission-closed')
  deepEqual(said(own, 'send-back', { law, isMissionOpen: false })[1], 'yes')
})

test('one person takes down what is shown, whatever else is so', () => {
  const both = of({ shown, next: waiting })
  deepEqual(said(both, 'take-down', { isMissionOpen: false }), ['yes', 'yes', 'yes', 'not-theirs'])
  deepEqual(said(of({ next: waiting }), 'take-down')[0], 'nothing-there')
})

test('what is not shown is removed by its mission, and deleted where nothing is shown', () => {
  deepEqual(said(of({ next: waiting }), 'remove'), ['yes', 'yes', 'not-theirs', 'not-theirs'])
  deepEqual(said(of({ shown }), 'remove')[0], 'nothing-there')
  deepEqual(said(of({ past: shown }), 'forget').slice(0, 3), ['yes', 'yes', 'yes'])
  for (const texts of [{ past: shown, next: waiting }, { shown }]) {
    deepEqual(said(of(texts), 'forget')[0], 'nothing-there')
  }
})

test('a mission that is open writes its own', () => {
  const may = (doer: Doer | undefined, isMissionOpen = true) => {
    const outcome = mayWrite(of({}), doer ?? { id: '', isMinistry: false }, { isMissionOpen })
    return outcome.ok ? 'yes' : outcome.refusal
  }
  equal(may(DOERS['colleague']), 'yes')
  equal(may(DOERS['colleague'], false), 'mission-closed')
  for (const name of ['ministry', 'other']) equal(may(DOERS[name]), 'not-theirs')
})

test('whoever reads is told in their language, or else in one that there is', () => {
  const turkish = { ...pair, answer: 'Evet.' }
  const languageFor = (language: Language, told: Parameters<typeof pairFor>[0]) =>
    pairFor(told, language)?.language
  equal(languageFor('tr', { tr: turkish, en: pair }), 'tr')
  equal(languageFor('ru', { tr: turkish, en: pair }), 'en')
  equal(languageFor('ru', { tr: turkish }), 'tr')
  equal(languageFor('ru', {}), undefined)
  deepEqual(languagesOf({ en: pair, az: pair }), ['az', 'en'])
})

const EMPTY = { question: '', answer: '' }
const typed = (pairs: Partial<Record<Language, typeof EMPTY>>, audience = 'mission') => ({
  pairs: { az: EMPTY, tr: EMPTY, en: EMPTY, ru: EMPTY, ...pairs },
  audience,
})
const faultsIn = (...judging: Parameters<typeof judgeFrequentQuestion>) => {
  const judged = judgeFrequentQuestion(...judging)
  return judged.ok ? judged.said : Object.fromEntries(judged.faults)
}

test('a language is written whole or left out, and one is of those that the mission answers in', () => {
  deepEqual(faultsIn(typed({ en: pair }), ['tr', 'en']), { en: pair })
  deepEqual(faultsIn(typed({}), ['tr']), { 'question-tr': 'none' })
  deepEqual(faultsIn(typed({ ru: pair }), ['tr', 'en']), { 'question-tr': 'none' })
  deepEqual(faultsIn(typed({ en: pair, ru: { ...pair, answer: '' } }), ['en']), {
    'answer-ru': 'missing',
  })
  deepEqual(faultsIn(typed({ en: pair }, 'everybody'), ['en']), { audience: 'missing' })
})

test('what is too long, cannot be read or may be somebody’s is no answer', () => {
  const rows = [
    ['a'.repeat(3000), undefined],
    ['a'.repeat(3001), 'too-long'],
    ['\uFFFD', 'unreadable'],
    ['Write to ana@example.com', 'somebodys'],
    ['As we told you in QST-2026-000012', 'somebodys'],
    ['Call 994125656118', 'somebodys'],
    ['Decision No. 99 of 4.3.2025, 1,000,000 manat, in 20 working days', undefined],
    ['@ the embassy, at 10:00', undefined],
  ] as const
  for (const [answer, fault] of rows) {
    const found = faultsIn(typed({ en: { ...pair, answer } }), ['en'])
    deepEqual(
      found,
      fault ? { 'answer-en': fault } : { en: { ...pair, answer } },
      answer.slice(0, 40),
    )
  }
  deepEqual(
    ['', 'Since when?', 'x'.repeat(1001), 'Ana’s address ana@example.com stands in it'].map(
      reasonFault,
    ),
    ['missing', undefined, 'too-long', undefined],
  )
})
