import { minutesLater } from '#core/appointments/places.ts'
import { addDays, type IsoDate, type IsoMoment } from '#core/dated.ts'

/** Something at a place, for the calendar of whoever goes there. */
export type CalendarEvent = {
  readonly id: string
  readonly title: string
  readonly where: string
  readonly what: string
} & (
  | { readonly startsAt: IsoMoment; readonly minutes: number }
  /** Whole days, wherever one reads of them. */
  | { readonly from: IsoDate; readonly until: IsoDate }
)

/**
 * A calendar file by RFC 5545, which every phone opens. Times are in UTC, so that it needs no
 * description of a time zone; it names nobody, since it is read by more than whoever asked for it.
 */
export function calendarFile(events: readonly CalendarEvent[], writtenAt: IsoMoment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kecid//Dates//EN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@kecid`,
      `DTSTAMP:${inUtc(writtenAt)}`,
      ...timesOf(event),
      `SUMMARY:${escaped(event.title)}`,
      `LOCATION:${escaped(event.where)}`,
      `DESCRIPTION:${escaped(event.what)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** The end of whole days is the day after the last (3.6.1). */
const timesOf = (event: CalendarEvent): readonly string[] =>
  'minutes' in event
    ? [
        `DTSTART:${inUtc(event.startsAt)}`,
        `DTEND:${inUtc(minutesLater(event.startsAt, event.minutes))}`,
      ]
    : [
        `DTSTART;VALUE=DATE:${event.from.replaceAll('-', '')}`,
        `DTEND;VALUE=DATE:${addDays(event.until, 1).replaceAll('-', '')}`,
      ]

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
