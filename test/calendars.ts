import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isoDate } from '#core/dated.ts'
import type { HolidayCode } from '#core/deadlines/holidays.ts'
import type { Calendar, Calendars } from '#core/deadlines/working-days.ts'
import { FROZEN_POLICY } from '#test/policies.ts'

type Entry = { on: string; basis: Record<string, string> }
type Document = {
  year: number
  provisional: boolean
  official?: string
  basis: Record<string, string>
  holidays: readonly (Entry & { code: HolidayCode })[]
  restDays: readonly (Entry & { of?: string; because: string })[]
  workedDays: readonly (Entry & { because: string })[]
}

export const YEARS = [2025, 2026, 2027] as const

export const calendarDocuments = (policy: string): readonly Document[] =>
  YEARS.map((year) => {
    const file = join(policy, 'calendars', `${year}.yaml`)
    return parse(readFileSync(file, 'utf8')) as Document
  })

const toCalendar = (document: Document): Calendar => ({
  year: document.year,
  provisional: document.provisional,
  official: document.official,
  holidays: document.holidays.map(({ on, code }) => ({ on: isoDate(on), code })),
  restDays: document.restDays.map(({ on }) => isoDate(on)),
  workedDays: document.workedDays.map(({ on }) => isoDate(on)),
})

export const calendarsOf = (documents: readonly Document[]): Calendars =>
  new Map(documents.map((document) => [document.year, toCalendar(document)]))

/** For every test of deadlines. */
export const frozen: Calendars = calendarsOf(calendarDocuments(FROZEN_POLICY))
