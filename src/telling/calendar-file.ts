import { minutesLater } from '#core/appointments/places.ts'
import type { IsoMoment } from '#core/dated.ts'

/** Something at a place, for the calendar of whoever goes there. */
export type CalendarEvent = {
  readonly id: string
  readonly title: string
  readonly where: string
  readonly what: string
  readonly startsAt: IsoMoment
  readonly minutes: number
}

/**
 * A calendar file by RFC 5545, which every phone opens. Times are in UTC, so that it needs no
 * description of a time zone; it names nobody, since it is read by more than whoever asked for it.
 */
export function calendarFile(events: readonly CalendarEvent[], writtenAt: IsoMoment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kecid//Visits//EN',
    ...events.flatMap(({ id, title, where, what, startsAt, minutes }) => [
      'BEGIN:VEVENT',
      `UID:${id}@kecid`,
      `DTSTAMP:${inUtc(writtenAt)}`,
      `DTSTART:${inUtc(startsAt)}`,
      `DTEND:${inUtc(minutesLater(startsAt, minutes))}`,
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(where)}`,
      `DESCRIPTION:${escaped(what)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** 20261203T051000Z */
const inUtc = (moment: IsoMoment): string => `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Text of a value (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, String.raw`\n`)

const LINE_BYTES_MAX = 75

/** No line is longer than 75 bytes, nor broken within a letter (3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let [current, bytes] = ['', 0]
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (bytes + size > LINE_BYTES_MAX) {
      lines.push(current)
      ;[current, bytes] = [' ', 1]
    }
    current += letter
    bytes += size
  }
  return [...lines, current].join('\r\n')
}
