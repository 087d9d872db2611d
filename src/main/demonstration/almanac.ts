import { addDays, addYears, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import { later } from '#platform/calendar.ts'
import type { Story, When } from '#main/demonstration/story.ts'

/** Turns the days of the stories into days before the present one. */
export type Almanac = { readonly dayOf: (when: When) => IsoDate }

/** Yesterday is one working day ago, or the last working day before a day off. */
export function almanacOf(today: IsoDate, calendars: Calendars): Almanac {
  // For each base the working days before it, the nearest first, as far as they were asked for.
  const known = new Map<IsoDate, IsoDate[]>()
  const back = (base: IsoDate, count: number): IsoDate => {
    const days = known.get(base) ?? [base]
    known.set(base, days)
    while (days.length <= count) {
      let date = addDays(days.at(-1) ?? base, -1)
      while (!isWorkingDay(date, calendars)) date = addDays(date, -1)
      days.push(date)
    }
    return days[count] ?? base
  }
  return {
    dayOf: ({ years = 0, days = 0, workingDaysAgo = 0 }) =>
      back(addDays(addYears(today, -years), days), workingDaysAgo),
  }
}

/** Nine in the morning in Baku, when offices open. */
const OPENING = 'T05:00:00.000Z'
const MINUTE_MS = 60_000
const OFFICE_MINUTES = 8 * 60

/** A minute of the working day that differs from story to story, and is the same every time. */
const minuteOf = (story: number, act: number): number =>
  (story * 83 + act * 137 + story * act * 7) % OFFICE_MINUTES

/** The moments of all acts of a story, each after the one before it. */
export function momentsOf(
  { life }: Story,
  story: number,
  almanac: Almanac,
): readonly { readonly at: IsoMoment; readonly on: IsoDate }[] {
  let last: IsoMoment | undefined
  return life.map((act, index) => {
    const on = almanac.dayOf(act)
    const wanted = later(isoMoment(`${on}${OPENING}`), minuteOf(story, index) * MINUTE_MS)
    const earliest: IsoMoment | undefined = last && later(last, 6 * MINUTE_MS)
    const at = earliest !== undefined && earliest > wanted ? earliest : wanted
    last = at
    return { at, on }
  })
}
