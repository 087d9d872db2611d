import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import { nextText, whoseTurn } from '#telling/next.ts'
import { frozen } from '#test/calendars.ts'
import { toyType } from '#test/toy-types.ts'

const type = toyType
const HERE = { on: isoDate('2026-04-06'), calendars: frozen, language: 'en' } as const
const next = (said: Omit<Parameters<typeof nextText>[0], 'type'>, on = HERE.on) =>
  nextText({ type, ...said }, { ...HERE, on })

test('whoever has to move is named, with the day and how late it is', () => {
  equal(next({ state: 'submitted' }), 'Next to act: Case officer.')
  const late = { state: 'submitted', dueOn: isoDate('2026-04-09') }
  equal(next(late), 'Next to act: Case officer, by Thursday 9 April 2026.')
  equal(
    next({ ...late, late: '2 days late' }),
    'Next to act: Case officer, by Thursday 9 April 2026 (2 days late).',
  )
})

test('of those who were asked, whoever has not answered is named', () => {
  const turn = (owed: Readonly<Record<string, boolean>>) =>
    whoseTurn({ type, state: 'in-assessment', owed }, 'en')

  equal(turn({ score: true, 'give-opinion': true }), 'Scoring expert')
  equal(turn({ score: false, 'give-opinion': true }), 'Officer of a body asked for its opinion')
})

test('who may not know who has answered reads that others were asked, in every language', () => {
  const said = LANGUAGES.map((language) => whoseTurn({ type, state: 'in-assessment' }, language))

  equal(said[LANGUAGES.indexOf('en')], 'State bodies that were asked')
  equal(new Set(said).size, LANGUAGES.length)
})

test('what was decided against somebody can be contested, each way until its own last day', () => {
  const contest = {
    deliveredOn: isoDate('2026-04-06'),
    councilUntil: isoDate('2026-05-06'),
    courtUntil: isoDate('2026-05-11'),
  }
  const told = (on: string) => next({ state: 'decided', contest }, isoDate(on))

  for (const day of ['2026-05-05', '2026-05-06']) {
    match(told(day), /Council until Wednesday 6 May 2026\. .*until Monday 11 May 2026\.$/)
  }
  for (const day of ['2026-05-07', '2026-05-11']) {
    equal(told(day), 'A claim in court is possible until Monday 11 May 2026.')
  }
  equal(told('2026-05-12'), 'The case has ended. Nobody has to do anything.')
})

test('where nothing can be done any more, nobody is waited for', () => {
  equal(next({ state: 'decided' }), 'The case has ended. Nobody has to do anything.')
})
