import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { readDate } from '#core/facts/written-date.ts'

test('a sign that joins no parts of a date is never left out in reading it', () => {
  const cases = [
    ['27', '04', '1987', '1987-04-27'],
    ['27', 'IV', '1987', '1987-04-27'],
    ['27', 'апр.', '1987', '1987-04-27'],
    ['27', 'Apr', '1987', '1987-04-27'],
    ['27', 'april', '1987', '1987-04-27'],
    ['27', 'nisan', '1987', '1987-04-27'],
    ['27', '/4/', '1987', '1987-04-27'],
    ['27-', '4-', '1987', '1987-04-27'],
    ['27', '?!x', '1987', 'not-a-part month'],
    ['27', '-IV-', '1987', 'not-a-part month'],
    ['27', '−4', '1987', 'not-a-part month'],
    ['27', 'IV?', '1987', 'not-a-part month'],
    ['', '?!x', '1985', 'not-a-part month'],
    ['-1', '3', '1987', 'not-a-part day'],
    ['+1', '3', '1987', 'not-a-part day'],
    ['-XX', 'XX', '1985', 'not-a-part day'],
    ['27', '3', '-1987', 'not-a-part year'],
    ['-27.03.1987', '', '', 'not-a-part day'],
    ['27', '?', '1987', 'part-missing month'],
    ['?', '--', '1987', '1987'],
  ] as const
  for (const [day, month, year, became] of cases) {
    const reading = readDate({ day, month, year }, 'year')
    const read = reading.ok ? reading.date : `${reading.problem} ${reading.part}`
    deepEqual([day, month, year, read], [day, month, year, became])
  }
})
