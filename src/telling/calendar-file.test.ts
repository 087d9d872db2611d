import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { calendarFile, type CalendarEvent } from '#telling/calendar-file.ts'

const event: CalendarEvent = {
  id: '0b8f6f6e-6f0e-4d5d-9d5b-2f3f5b8a3c11',
  title: 'Barmaq izləri; vəsiqə, birinci dəfə',
  where: 'Toy street 1, Baku',
  what: 'Bring your passport.\nAnd yourself.',
  startsAt: isoMoment('2026-12-03T05:10:00.000Z'),
  minutes: 20,
}

const WRITTEN = isoMoment('2026-11-28T08:00:00.000Z')

/** As a reader of calendars takes the lines together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('a visit in a calendar says when it begins and ends, in UTC', () => {
  const lines = unfolded(calendarFile([event], WRITTEN))
  ok(lines.includes('DTSTART:20261203T051000Z'))
  ok(lines.includes('DTEND:20261203T053000Z'))
  ok(lines.includes('DTSTAMP:20261128T080000Z'))
  equal(lines.at(-1), '', 'the last line is ended as well')
})

test('what has a meaning in the format is escaped', () => {
  const lines = unfolded(calendarFile([event], WRITTEN))
  ok(lines.includes(String.raw`SUMMARY:Barmaq izləri\; vəsiqə\, birinci dəfə`))
  ok(lines.includes(String.raw`DESCRIPTION:Bring your passport.\nAnd yourself.`))
})

test('no line is longer than 75 bytes, and no letter is broken', () => {
  const long = 'ə'.repeat(200)
  const text = calendarFile([{ ...event, what: long }], WRITTEN)
  for (const line of text.split('\r\n')) ok(Buffer.byteLength(line) <= 75, line)
  ok(unfolded(text).includes(`DESCRIPTION:${long}`))
})

test('each line ends as the format wants, and several visits are in one calendar', () => {
  const text = calendarFile([event, { ...event, id: 'other' }], WRITTEN)
  equal(text.replaceAll('\r\n', '').includes('\n'), false)
  deepEqual(
    unfolded(text).filter((line) => line.startsWith('UID:')),
    [`UID:${event.id}@kecid`, 'UID:other@kecid'],
  )
  match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
})
