import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { timeLeft } from '#office/time-left.ts'
import { calendars } from '#test/toy-case.ts'
import { toyProcedure } from '#test/toy-rules.ts'

test('a day is due today on that day alone, whether it is a day of work or not', () => {
  const around = { calendars, procedure: toyProcedure, language: 'en' } as const
  const on = (today: string, dueOn: string) =>
    timeLeft(isoDate(dueOn), 'decision', { ...around, today: isoDate(today) }).text
  const sunday = '2026-04-12'
  deepEqual(
    ['2026-04-10', '2026-04-11', sunday, '2026-04-13'].map((today) => on(today, sunday)),
    ['0 working days left (soon)', '0 working days left (soon)', 'Due today', '1 working day late'],
  )
})
