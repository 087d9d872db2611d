import { timesOn, type Place } from '#core/appointments/places.ts'
import { addDays, dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { addWorkingDays, type Calendars } from '#core/deadlines/working-days.ts'

/** How many people are expected at a place at each moment. */
export type Taken = ReadonlyMap<IsoMoment, number>

/** What there is to choose from: a place, what is taken there, by which calendar, as of now. */
export type Choosing = {
  readonly place: Place
  readonly taken: Taken
  readonly calendars: Calendars
  readonly now: IsoMoment
  /** No earlier, whatever the place says. */
  readonly from?: IsoDate | undefined
}

/** A day with the times from which so many people can come one after another. */
export type FreeDay = { readonly day: IsoDate; readonly times: readonly IsoMoment[] }

/** The first and the last day that can be chosen as of a moment. */
export function daysOpen({ place, calendars, now, from }: Omit<Choosing, 'taken'>): {
  readonly from: IsoDate
  readonly until: IsoDate
} {
  const today = dayInBaku(now)
  const notice = addWorkingDays(today, place.noticeDays, calendars)
  return {
    from: from !== undefined && from > notice ? from : notice,
    until: addDays(today, place.aheadDays),
  }
}

/** Days with times that are still free for so many people, the earliest first. */
export function freeDays(choosing: Choosing, people: number): readonly FreeDay[] {
  const { from, until } = daysOpen(choosing)
  const days: FreeDay[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const { place, calendars, now } = choosing
    const all = timesOn(place, day, calendars)
    const times = all.filter((start) => start > now && seats(choosing, all, { start, people }))
    if (times.length > 0) days.push({ day, times })
  }
  return days
}

/**
 * When each of so many people comes, the first of them at that moment: as many at once as there is
 * room for, the others right after. Undefined where it is not free for all of them.
 */
export function seatedFrom(
  choosing: Choosing,
  start: IsoMoment,
  people: number,
): readonly IsoMoment[] | undefined {
  const { place, calendars, now } = choosing
  const { from, until } = daysOpen(choosing)
  const day = dayInBaku(start)
  if (start <= now || day < from || day > until) return undefined
  return seats(choosing, timesOn(place, day, calendars), { start, people })
}

function seats(
  { place, taken }: Choosing,
  all: readonly IsoMoment[],
  { start, people }: { readonly start: IsoMoment; readonly people: number },
): readonly IsoMoment[] | undefined {
  const at = all.indexOf(start)
  if (at < 0) return undefined
  const seated: IsoMoment[] = []
  for (let index = at; index < all.length && seated.length < people; index += 1) {
    const time = all[index]
    const free = time === undefined ? 0 : place.seats - (taken.get(time) ?? 0)
    // A family stays together: where a time in between is full, another beginning is chosen.
    if (time === undefined || free <= 0) return undefined
    const more = Math.min(free, people - seated.length)
    seated.push(...Array.from({ length: more }, () => time))
  }
  return seated.length === people ? seated : undefined
}
