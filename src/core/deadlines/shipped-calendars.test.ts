import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isIsoDate, isoDate, yearOf } from '#core/dated.ts'
import { HOLIDAY_CODES, yearlyHolidays } from '#core/deadlines/holidays.ts'
import { isWeekend, transfer } from '#core/deadlines/transfer.ts'
import { workingDaysInYear } from '#core/deadlines/working-days.ts'
import { calendarDocuments, calendarsOf, YEARS } from '#test/calendars.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'

const documents = calendarDocuments(SHIPPED_POLICY)
const shipped = calendarsOf(documents)

test('the calendars of 2025 and 2026 are official, that of 2027 is provisional', () => {
  const said = documents.map(({ year, provisional, official }) => [year, provisional, official])
  deepEqual(said, [
    [2025, false, 'production-calendar-2025'],
    [2026, false, 'production-calendar-2026'],
    [2027, true, undefined],
  ])
})

test('the years have as many working days as their production calendars say', () => {
  const totals = YEARS.map((year) => workingDaysInYear(year, shipped))
  deepEqual(totals, [239, 241, 241])
})

test('the rest days of a calendar are those that its holidays give, and those by decision', () => {
  for (const { year, holidays, restDays } of documents) {
    const lastDayBefore = { on: isoDate(`${year - 1}-12-31`), code: 'solidarity' } as const
    const given = transfer([
      lastDayBefore,
      ...holidays.map(({ on, code }) => ({ on: isoDate(on), code })),
    ])

    const transferred = restDays.filter(({ because }) => because !== 'decision')
    deepEqual(
      transferred.map(({ on, of, because }) => ({ on, of, because })),
      given.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    )
  }
})

test('only decisions of the Cabinet depart from what the holidays give', () => {
  const decided = documents.map(({ restDays, workedDays }) => ({
    off: restDays.filter(({ because }) => because === 'decision').map(({ on }) => on),
    worked: workedDays.map(({ on }) => on),
  }))
  deepEqual(decided, [
    { off: ['2025-01-03', '2025-03-27', '2025-03-28'], worked: ['2025-03-10', '2025-04-01'] },
    { off: [], worked: [] },
    { off: [], worked: [] },
  ])
})

test('every calendar has every holiday that falls on the same days each year', () => {
  for (const { year, holidays } of documents) {
    const dated = new Map(holidays.map(({ on, code }) => [`${on} ${code}`, true]))
    for (const { on, code } of yearlyHolidays(year)) ok(dated.has(`${on} ${code}`), on)
    for (const code of ['ramazan', 'qurban']) {
      equal(holidays.filter((holiday) => holiday.code === code).length, 2, `${code} ${year}`)
    }
  }
})

test('a calendar names only days of its year, in order, and reasons that exist', () => {
  for (const { year, holidays, restDays, workedDays } of documents) {
    for (const list of [holidays, restDays, workedDays]) {
      const days = list.map(({ on }) => on)
      deepEqual(days, days.toSorted())
      ok(days.every((on) => isIsoDate(on) && yearOf(on) === year))
    }
    ok(restDays.every(({ on }) => !isWeekend(isoDate(on))))
    ok(holidays.every(({ code }) => HOLIDAY_CODES.includes(code)))
  }
})

test('every property of a calendar rests on an act or says that it is provisional', () => {
  const known = /^(provisional|labour-code\/105|production-calendar-202[56]|nk-362-2025)$/
  for (const document of documents) {
    const entries = [document, ...document.holidays, ...document.restDays, ...document.workedDays]
    for (const { basis, ...properties } of entries) {
      ok(Object.values(basis).every((value) => known.test(value)))
      if (basis['*'] === undefined) deepEqual(Object.keys(basis), Object.keys(properties))
      else deepEqual(basis, { '*': 'provisional' })
    }
  }
})
