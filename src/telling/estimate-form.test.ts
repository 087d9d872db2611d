import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { parseEstimate } from '#telling/estimate-form.ts'
import { toyScoring } from '#test/toy-rules.ts'

const parsed = (typed: Readonly<Record<string, string>>) =>
  parseEstimate(toyScoring, (box) => typed[box])

test('a form that was not sent is a question, and one that is empty knows nothing', () => {
  equal(parsed({}).asked, false)
  const empty = parsed({ 'months-years': '', 'months-months': '', level: '', patents: ' ' })
  equal(empty.asked, true)
  deepEqual([empty.facts, empty.errors], [{}, []])
})

test('a form that is only shown in another language keeps what is typed and is not judged', () => {
  const form = parsed({ patents: 'x', level: '7', 'in-another-language': 'ru' })
  deepEqual([form.asked, form.errors], [false, []])
  deepEqual([form.typed['patents'], form.typed['level']], ['x', '7'])
})

test('years and months make months, and one of them is enough', () => {
  const cases = [
    ['8', '4', 100],
    ['8', '', 96],
    ['', '4', 4],
    ['0', '0', 0],
    ['15', '0', 180],
    ['14', '12', 180],
  ] as const
  for (const [years, months, expected] of cases) {
    deepEqual(parsed({ 'months-years': years, 'months-months': months }).facts, {
      months: expected,
    })
  }
})

test('what cannot be counted is an error beside its box, and is never guessed', () => {
  const cases = [
    [{ 'months-years': 'x', 'months-months': '1' }, 'months-years', 'not-a-number'],
    [{ 'months-years': '1', 'months-months': '1.5' }, 'months-months', 'not-a-number'],
    [{ 'months-years': '15', 'months-months': '1' }, 'months-years', 'too-large'],
    [{ patents: '-1' }, 'patents', 'not-a-number'],
    [{ patents: '1e3' }, 'patents', 'not-a-number'],
    [{ patents: '51' }, 'patents', 'too-large'],
    [{ patents: '9'.repeat(10_000) }, 'patents', 'not-a-number'],
    [{ level: '9' }, 'level', 'not-an-option'],
    [{ language: 'C1' }, 'language', 'not-an-option'],
    [{ language: '__proto__' }, 'language', 'not-an-option'],
  ] as const
  for (const [typed, box, problem] of cases) {
    const { errors, facts } = parsed(typed)
    deepEqual(
      errors.map((error) => [error.box, error.problem]),
      [[box, problem]],
    )
    deepEqual(facts, {})
  }
})

test('a level that is no knowledge at all may be chosen', () => {
  deepEqual(parsed({ language: 'none', level: 'none' }).facts, { language: 'none', level: 'none' })
})
