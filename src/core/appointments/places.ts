import {
  BAKU_OFFSET_HOURS,
  dayInBaku,
  isoMoment,
  weekday,
  type IsoDate,
  type IsoMoment,
} from '#core/dated.ts'
import { isWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { unless, unseenBases, type PolicyProblem } from '#core/policy/problem.ts'

/** Days of the week by the name that a document gives them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Weekday = (typeof WEEKDAYS)[number]

/** From one time of day to another, in Baku. */
export type Hours = { readonly from: string; readonly until: string }

/** Where people appear in person, and when there is room for them: data of the Service. */
export type Place = Grounded<{
  readonly code: string
  readonly title: Words
  readonly address: Words
  /** What people come there for, by the codes that types ask by. */
  readonly serves: readonly string[]
  /** On which days of the week it is open; on none of them where it is a day off. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly Hours[]>>>
  /** How long one visit is, and how many people are seen at once. */
  readonly minutes: number
  readonly seats: number
  /** A time can be chosen from so many working days on, and so many days ahead. */
  readonly noticeDays: number
  readonly aheadDays: number
}>

/** The place that goes by this code, where there still is one. */
export const placeOf = (places: readonly Place[], code: string): Place | undefined =>
  places.find((place) => place.code === code)

/** When visits begin there on a day, the earliest first; never on a day off. */
export function timesOn(place: Place, day: IsoDate, calendars: Calendars): readonly IsoMoment[] {
  const name = WEEKDAYS[weekday(day) - 1]
  if (name === undefined || !isWorkingDay(day, calendars)) return []
  return (place.hours[name] ?? []).flatMap(({ from, until }) => {
    const [begin, end] = [minutesIn(from), minutesIn(until)]
    const times = Math.max(0, Math.floor((end - begin) / place.minutes))
    return Array.from({ length: times }, (_, index) =>
      minuteInBaku(day, begin + index * place.minutes),
    )
  })
}

/** Whether a visit can begin there at that moment, as hours and the calendar stand now. */
export const isOpenAt = (place: Place, startsAt: IsoMoment, calendars: Calendars): boolean =>
  timesOn(place, dayInBaku(startsAt), calendars).includes(startsAt)

/** The time of day in Baku, as a clock there shows it. */
export function timeInBaku(moment: IsoMoment): string {
  const hour = (Number(moment.slice(11, 13)) + BAKU_OFFSET_HOURS) % 24
  return `${String(hour).padStart(2, '0')}:${moment.slice(14, 16)}`
}

/** So many minutes later on the same day. */
export const minutesLater = (moment: IsoMoment, minutes: number): IsoMoment =>
  minuteInBaku(dayInBaku(moment), minutesIn(timeInBaku(moment)) + minutes)

const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** A place is not open before four in the morning, when the day is another in UTC. */
const EARLIEST = BAKU_OFFSET_HOURS * 60

function minuteInBaku(day: IsoDate, minutes: number): IsoMoment {
  const pad = (number: number) => String(number).padStart(2, '0')
  const inUtc = minutes - EARLIEST
  return isoMoment(`${day}T${pad(Math.floor(inUtc / 60))}:${pad(inUtc % 60)}:00.000Z`)
}

/** What a place must mean, so that nobody is sent where nobody is. */
export function problemsOfPlace(place: Place, laws: Laws): readonly PolicyProblem[] {
  const { hours, minutes, serves, noticeDays, aheadDays } = place
  const repeated = serves.filter((code, index) => serves.indexOf(code) !== index)
  return [
    ...unseenBases(place, laws),
    ...repeated.map((code) => ({ path: ['serves'], reason: `${code} is named twice` })),
    ...unless(
      Object.values(hours).some((each) => each.length > 0),
      ['hours'],
      'it is open on no day',
    ),
    ...unless(noticeDays < aheadDays, ['noticeDays'], 'no day is left to choose'),
    ...WEEKDAYS.flatMap((name) =>
      (hours[name] ?? []).flatMap(({ from, until }, index) => {
        const path = ['hours', name, index]
        const before = hours[name]?.[index - 1]
        return [
          ...unless(minutesIn(from) >= EARLIEST, path, 'nobody is seen before four'),
          ...unless(minutesIn(until) - minutesIn(from) >= minutes, path, 'no visit fits'),
          ...unless(before === undefined || before.until <= from, path, 'hours overlap'),
        ]
      }),
    ),
  ]
}
