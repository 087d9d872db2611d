import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import { amount, fileSize, pointsOfMost, yearsAndMonths } from '#telling/amounts.ts'

test('a noun has the form that its number asks for', () => {
  const cases = [
    [0, '0 points', '0 баллов'],
    [1, '1 point', '1 балл'],
    [2, '2 points', '2 балла'],
    [5, '5 points', '5 баллов'],
    [11, '11 points', '11 баллов'],
    [21, '21 points', '21 балл'],
    [22, '22 points', '22 балла'],
  ] as const
  for (const [count, english, russian] of cases) {
    equal(amount(count, 'points', 'en'), english)
    equal(amount(count, 'points', 'ru'), russian)
    equal(amount(count, 'points', 'az'), `${count} bal`)
    equal(amount(count, 'points', 'tr'), `${count} puan`)
  }
})

test('every unit has words in every language', () => {
  for (const language of LANGUAGES) {
    for (const unit of TERM_UNITS) equal(/^5 \p{L}/u.test(amount(5, unit, language)), true)
  }
})

test('months are said in years and months, and none are said as none', () => {
  const cases = [
    [0, '0 months', '0 месяцев'],
    [1, '1 month', '1 месяц'],
    [11, '11 months', '11 месяцев'],
    [12, '1 year', '1 год'],
    [13, '1 year 1 month', '1 год 1 месяц'],
    [100, '8 years 4 months', '8 лет 4 месяца'],
    [180, '15 years', '15 лет'],
  ] as const
  for (const [months, english, russian] of cases) {
    equal(yearsAndMonths(months, 'en'), english)
    equal(yearsAndMonths(months, 'ru'), russian)
  }
  equal(yearsAndMonths(100, 'az'), '8 il 4 ay')
  equal(yearsAndMonths(100, 'tr'), '8 yıl 4 ay')
})

test('points stand beside the most that there can be', () => {
  deepEqual(
    LANGUAGES.map((language) => pointsOfMost(14, 21, language)),
    ['14 bal (ən çoxu 21)', '14 puan (en fazla 21)', '14 of 21 points', '14 из 21 балла'],
  )
  equal(pointsOfMost(1, 35, 'ru'), '1 из 35 баллов')
  equal(pointsOfMost(1, 1, 'en'), '1 of 1 point')
})

test('a file is as large as a reader of that language writes it', () => {
  const cases = [
    [1, '1 kB', '1 кБ'],
    [339_700, '340 kB', '340 кБ'],
    [1_000_000, '1 MB', '1 МБ'],
    [1_549_000, '1.5 MB', '1,5 МБ'],
  ] as const
  for (const [bytes, english, russian] of cases) {
    equal(fileSize(bytes, 'en').replace('\u00a0', ' '), english)
    equal(fileSize(bytes, 'ru').replace('\u00a0', ' '), russian)
  }
})
