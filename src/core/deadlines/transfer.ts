import { addDays, weekday, type IsoDate } from '#core/dated.ts'
import { type Holiday } from '#core/deadlines/holidays.ts'

/** Why a rest day was given: its holiday fell on a weekend, or on another holiday. */
export const TRANSFER_REASONS = ['weekend', 'two-holidays'] as const
type TransferReason = (typeof TRANSFER_REASONS)[number]

/** A day off work in place of a holiday that fell on a day already off. */
export type RestDay = {
  readonly on: IsoDate
  readonly of: IsoDate
  readonly because: TransferReason
}

/** Saturday and Sunday are the days of rest of the five-day week. */
export const isWeekend = (date: IsoDate): boolean => weekday(date) > 5

/**
 * The rest days that holidays give (labour-code/105): one for each day of holiday on a weekend,
 * then one for each day of Ramazan or Qurban that is another holiday too, always the next day not
 * yet off. A rest day may lie in the year after its holiday: 31 December gives one in January.
 */
export function transfer(holidays: readonly Holiday[]): readonly RestDay[] {
  const off = new Set(holidays.map(({ on }) => on))
  const give = (because: TransferReason) => (of: IsoDate) => {
    const on = nextNotOff(of, off)
    off.add(on)
    return { on, of, because }
  }
  return [
    ...onWeekend(holidays).map(give('weekend')),
    ...onAnother(holidays).map(give('two-holidays')),
  ]
}

/** 20 January is a day of mourning, no holiday: nothing is given in its place. */
function onWeekend(holidays: readonly Holiday[]): readonly IsoDate[] {
  const days = holidays.filter(({ on, code }) => code !== 'mourning-day' && isWeekend(on))
  return [...new Set(days.map(({ on }) => on))].sort()
}

function onAnother(holidays: readonly Holiday[]): readonly IsoDate[] {
  const moving = holidays.filter(({ code }) => code === 'ramazan' || code === 'qurban')
  return moving
    .filter(({ on, code }) => holidays.some((other) => other.on === on && other.code !== code))
    .map(({ on }) => on)
    .sort()
}

function nextNotOff(date: IsoDate, off: ReadonlySet<IsoDate>): IsoDate {
  let next = addDays(date, 1)
  while (isWeekend(next) || off.has(next)) next = addDays(next, 1)
  return next
}
