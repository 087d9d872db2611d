import { lastDayUnderAge } from '#core/cases/joining.ts'
import { addDays, birthdayOf, OF_AGE, type IsoDate } from '#core/dated.ts'
import { earliest, latest, type PartialDate } from '#core/facts/partial-date.ts'

/**
 * Somebody for whom others acted as for a child is of age, and goes on as the same person: from
 * when they may be asked to, and by what it is proved that it is they.
 */

/** So many days before it somebody may be invited already; provisional. */
const INVITED_EARLY_DAYS = 56

/** How somebody stands to the day on which they are of age. */
export type Coming = 'later' | 'soon' | 'of-age'

/** Soon is what is near enough to be invited for. */
export function comingOfAge(ofAgeOn: IsoDate, on: IsoDate): Coming {
  if (on >= ofAgeOn) return 'of-age'
  return on >= addDays(ofAgeOn, -INVITED_EARLY_DAYS) ? 'soon' : 'later'
}

/** Whether whoever was born then comes of age on that day, as far as the date is known. */
export const isOfAgeOn = (birthDate: PartialDate, ofAgeOn: IsoDate): boolean =>
  birthdayOf(earliest(birthDate), OF_AGE) <= ofAgeOn &&
  ofAgeOn <= birthdayOf(latest(birthDate), OF_AGE)

/**
 * The last day on which others act for whoever is now said to have been born then. Nothing where
 * what was said before fits that too, nor where by that they are of age already.
 */
export function lastDayAnew(
  birthDate: PartialDate,
  { ofAgeOn, on }: { readonly ofAgeOn: IsoDate; readonly on: IsoDate },
): IsoDate | undefined {
  return isOfAgeOn(birthDate, ofAgeOn) ? undefined : lastDayUnderAge(earliest(birthDate), on)
}

/** The same by what was decided on, which can be long over: then nobody has acted since. */
export const lastDayDecided = (birthDate: PartialDate, ofAgeOn: IsoDate): IsoDate | undefined =>
  isOfAgeOn(birthDate, ofAgeOn) ? undefined : addDays(birthdayOf(earliest(birthDate), OF_AGE), -1)

/** Somebody as they were written down somewhere. */
export type WrittenDown = { readonly birthDate: PartialDate; readonly documentNumber: string }

/**
 * By which of what was written of somebody they are known: what fits the day on which they are of
 * age, and, where any of it names a document, that alone which does.
 */
export function knownBy(
  written: readonly WrittenDown[],
  ofAgeOn: IsoDate,
): { readonly asksDocument: boolean; readonly by: readonly WrittenDown[] } {
  const fitting = written.filter(({ birthDate }) => isOfAgeOn(birthDate, ofAgeOn))
  const documented = fitting.filter(({ documentNumber }) => documentNumber !== '')
  const asksDocument = documented.length > 0
  return { asksDocument, by: asksDocument ? documented : fitting }
}

/** A day as a paper that knows only its month or its year has it too. */
export const asWritten = (born: IsoDate): readonly string[] => [
  born,
  born.slice(0, 7),
  born.slice(0, 4),
]
