import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'
import { LANGUAGES } from '#core/language.ts'
import { formatDate, formatMomentInBaku, formatPartialDate } from '#telling/dates.ts'

function partial(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error(`"${text}" is no date`)
  return text
}

test('a day is written in full in the order of its language', () => {
  const day = isoDate('2026-12-10')
  deepEqual(
    LANGUAGES.map((language) => formatDate(day, language)),
    [
      '10 dekabr 2026, cümə axşamı',
      '10 Aralık 2026 Perşembe',
      'Thursday 10 December 2026',
      'четверг, 10 декабря 2026 года',
    ],
  )
  deepEqual(
    LANGUAGES.map((language) => formatDate(day, language, 'plain')),
    ['10 dekabr 2026', '10 Aralık 2026', '10 December 2026', '10 декабря 2026 года'],
  )
  equal(formatDate(isoDate('1987-03-01'), 'en', 'plain'), '1 March 1987')
})

test('a date is written as far as it is known', () => {
  const cases = [
    ['2026', ['2026', '2026', '2026', '2026 год']],
    ['2026-05', ['may 2026', 'Mayıs 2026', 'May 2026', 'май 2026 года']],
    ['2026-05-09', ['9 may 2026', '9 Mayıs 2026', '9 May 2026', '9 мая 2026 года']],
  ] as const
  deepEqual(
    cases.map(([text]) => [
      text,
      LANGUAGES.map((language) => formatPartialDate(partial(text), language)),
    ]),
    cases,
  )
})

function named(language: string, options: Intl.DateTimeFormatOptions, on: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  const parts = format.formatToParts(new Date(on))
  return parts.find(({ type }) => type === 'month' || type === 'weekday')?.value ?? ''
}

test('months have the names that the runtime knows, after a day and alone', () => {
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month += 1) {
      const on = `2026-${String(month).padStart(2, '0')}-15`
      const withDay = formatDate(isoDate(on), language, 'plain').split(' ')[1]
      const alone = formatPartialDate(partial(on.slice(0, 7)), language).split(' ')[0]

      equal(withDay, named(language, { day: 'numeric', month: 'long' }, on))
      equal(alone, named(language, { month: 'long' }, on))
    }
  }
})

test('weekdays have the names that the runtime knows', () => {
  for (const language of LANGUAGES) {
    for (let day = 10; day < 17; day += 1) {
      const on = isoDate(`2026-12-${day}`)
      const plain = formatDate(on, language, 'plain')
      const weekday = formatDate(on, language).replace(plain, '').replace(',', '').trim()

      equal(weekday, named(language, { weekday: 'long' }, on))
    }
  }
})

test('a moment is told by the clock in Baku, where the day begins four hours before UTC', () => {
  const cases = [
    ['2026-11-22T19:59:59.999Z', '22 November 2026, 23:59'],
    ['2026-11-22T20:00:00.000Z', '23 November 2026, 00:00'],
    ['2026-12-31T21:05:00.000Z', '1 January 2027, 01:05'],
  ] as const
  deepEqual(
    cases.map(([moment]) => [moment, formatMomentInBaku(isoMoment(moment), 'en')]),
    cases,
  )
})
