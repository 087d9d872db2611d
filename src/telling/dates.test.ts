import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'
import { LANGUAGES } from '#core/language.ts'
import {
  formatCountedDay,
  formatDate,
  formatMomentInBaku,
  formatPartialDate,
  withDaysInWords,
} from '#telling/dates.ts'
import { frozen as calendars } from '#test/calendars.ts'

function partial(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error(`"${text}" is no date`)
  return text
}

test('a day is written in full in the order of its language', () => {
  const day = isoDate('2026-12-10')
  deepEqual(
    LANGUAGES.map((language) => formatDate(day, language)),
    [
      '10 dekabr 2026-cı il, cümə axşamı',
      '10 Aralık 2026 Perşembe',
      'Thursday 10 December 2026',
      'четверг, 10 декабря 2026 года',
    ],
  )
  deepEqual(
    LANGUAGES.map((language) => formatDate(day, language, 'plain')),
    ['10 dekabr 2026-cı il', '10 Aralık 2026', '10 December 2026', '10 декабря 2026 года'],
  )
  equal(formatDate(isoDate('1987-03-01'), 'en', 'plain'), '1 March 1987')
})

test('days in what a system wrote are said in words, and what only looks like one stays', () => {
  const cases = [
    ['2026-11-03 – 2026-12-03', '3 November 2026 – 3 December 2026'],
    ['AZE0000001, 2026-12-05', 'AZE0000001, 5 December 2026'],
    ['2026-02-30, HQM-2026-11-03, 2026-11-03-1', '2026-02-30, HQM-2026-11-03, 2026-11-03-1'],
    ['', ''],
  ] as const
  for (const [text, words] of cases) equal(withDaysInWords(text, 'en'), words)
  equal(withDaysInWords('2026-12-05', 'az'), '5 dekabr 2026-cı il')
})

test('a date is written as far as it is known', () => {
  const cases = [
    ['2026', ['2026-cı il', '2026', '2026', '2026 год']],
    ['2026-05', ['2026-cı ilin may ayı', 'Mayıs 2026', 'May 2026', 'май 2026 года']],
    ['2026-05-09', ['9 may 2026-cı il', '9 Mayıs 2026', '9 May 2026', '9 мая 2026 года']],
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
      const words = formatPartialDate(partial(on.slice(0, 7)), language).split(' ')
      const alone = words[language === 'az' ? 2 : 0]

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
    ['2026-11-22T19:59:59.999Z', '22 November 2026, 23:59 (Baku time)'],
    ['2026-11-22T20:00:00.000Z', '23 November 2026, 00:00 (Baku time)'],
    ['2026-12-31T21:05:00.000Z', '1 January 2027, 01:05 (Baku time)'],
  ] as const
  deepEqual(
    cases.map(([moment]) => [moment, formatMomentInBaku(isoMoment(moment), 'en')]),
    cases,
  )
  const morning = isoMoment('2026-11-22T06:30:00.000Z')
  deepEqual(
    LANGUAGES.map((language) => formatMomentInBaku(morning, language)),
    [
      '22 noyabr 2026-cı il, 10:30 (Bakı vaxtı ilə)',
      '22 Kasım 2026, 10:30 (Bakü saatiyle)',
      '22 November 2026, 10:30 (Baku time)',
      '22 ноября 2026 года, 10:30 (по бакинскому времени)',
    ],
  )
})

test('an Azerbaijani year takes the ending of its last spoken word', () => {
  // On, bir, iki, üç, dörd, beş, altı, yeddi, səkkiz, doqquz after iyirmi, otuz and qırx.
  const endings = {
    ci: [2020, 2021, 2022, 2025, 2027, 2028, 2031, 2032, 2035, 2037, 2038, 2041, 2042, 2045],
    cü: [2023, 2024, 2033, 2034, 2043, 2044],
    cı: [2026, 2036, 2040, 2046],
    cu: [2029, 2030, 2039, 2049],
  } as const
  const rest = {
    ci: [2047, 2048, 2000, 1970, 1985],
    cü: [1900],
    cı: [1960, 1990],
    cu: [2010, 1999],
  }
  for (const [ending, years] of [...Object.entries(endings), ...Object.entries(rest)]) {
    for (const year of years) {
      equal(formatDate(isoDate(`${year}-12-10`), 'az', 'plain'), `10 dekabr ${year}-${ending} il`)
    }
  }
})

test('a day counted by a calendar that may change says so, and what it leaves out', () => {
  const told = (day: string, remark: 'sentence' | 'word' = 'sentence') =>
    formatCountedDay(isoDate(day), { language: 'en', calendars, style: 'plain', remark })
  equal(told('2026-12-30'), '30 December 2026')
  equal(
    told('2027-01-05'),
    '5 January 2027 (the calendar for that year is not official yet, so the day may change)',
  )
  equal(
    told('2028-01-05'),
    '5 January 2028 (there is no calendar for that year yet, Ramazan and Qurban are not counted, so the day may change)',
  )
  equal(told('2027-01-05', 'word'), '5 January 2027 (provisional)')
  for (const language of LANGUAGES) {
    const around = { language, calendars, style: 'full' } as const
    match(formatCountedDay(isoDate('2028-01-05'), around), /Ramazan|Рамазан/)
  }
})
