import { isoDate, type IsoDate } from '#core/dated.ts'

/** Every reason for which a day is off work by itself: holidays, mourning and elections. */
export const HOLIDAY_CODES = [
  'new-year',
  'mourning-day',
  'womens-day',
  'novruz',
  'ramazan',
  'qurban',
  'victory-over-fascism',
  'independence',
  'salvation',
  'armed-forces',
  'victory',
  'flag',
  'solidarity',
  'election',
] as const

/** One of the reasons for which a day is off work. */
export type HolidayCode = (typeof HOLIDAY_CODES)[number]

/** A day that is off work by itself, whatever weekday it is. */
export type Holiday = { readonly on: IsoDate; readonly code: HolidayCode }

/** labour-code/105; the Cabinet set Novruz to these five days in 2025 and in 2026. */
const YEARLY = [
  ['01-01', 'new-year'],
  ['01-02', 'new-year'],
  ['01-20', 'mourning-day'],
  ['03-08', 'womens-day'],
  ['03-20', 'novruz'],
  ['03-21', 'novruz'],
  ['03-22', 'novruz'],
  ['03-23', 'novruz'],
  ['03-24', 'novruz'],
  ['05-09', 'victory-over-fascism'],
  ['05-28', 'independence'],
  ['06-15', 'salvation'],
  ['06-26', 'armed-forces'],
  ['11-08', 'victory'],
  ['11-09', 'flag'],
  ['12-31', 'solidarity'],
] as const satisfies readonly (readonly [string, HolidayCode])[]

/** The holidays that fall on the same days every year, in order; Ramazan and Qurban move. */
export function yearlyHolidays(year: number): readonly Holiday[] {
  const written = String(year).padStart(4, '0')
  return YEARLY.map(([day, code]) => ({ on: isoDate(`${written}-${day}`), code }))
}
