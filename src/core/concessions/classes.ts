import { addDays, ageOn, birthdayOf, type IsoDate } from '#core/dated.ts'
import { earliest, type PartialDate } from '#core/facts/partial-date.ts'
import type { Concessions, HolderClass } from '#core/policy/concessions.ts'

/** One of a family, as far as the law asks about them. */
export type Member = {
  readonly id: string
  /** What they are in the family; nothing of whoever holds the status that all rests on. */
  readonly role?: string
  /** Who was born in a year alone is as old as they can be. */
  readonly birthDate?: PartialDate
  readonly holds: readonly Holding[]
}

/** What somebody holds or held: from its first day to the last on which it was in force. */
export type Holding = {
  readonly kind: string
  readonly from: IsoDate
  readonly until: IsoDate
  /** By what is kept of the same person elsewhere: it counts, and its papers are there. */
  readonly apart?: true
}

/** What somebody holds on that day; of what was given again before its end, what ends last. */
export const lastingOn = <Held extends Holding>(
  holds: readonly Held[],
  on: IsoDate,
): readonly Held[] => {
  const held = holds.filter(({ from, until }) => from <= on && on <= until)
  return held.filter(
    (each) => !held.some(({ kind, until }) => kind === each.kind && until > each.until),
  )
}

/** Whom the law means by somebody on that day, and the last day on which it does. */
export type ClassHeld = { readonly code: string; readonly until?: IsoDate }

/** The class that somebody is in on that day; nothing where they are in none. */
export function classOn(
  member: Pick<Member, 'role' | 'birthDate'>,
  { classes }: Pick<Concessions, 'classes'>,
  on: IsoDate,
): ClassHeld | undefined {
  const held = classes.find((each) => isIn(member, each, on))
  if (held === undefined) return undefined
  const until = lastDayIn(member, held)
  return { code: held.code, ...(until === undefined ? {} : { until }) }
}

function isIn(
  { role, birthDate }: Pick<Member, 'role' | 'birthDate'>,
  { roles, ageFrom, ageBelow }: HolderClass,
  on: IsoDate,
): boolean {
  if (role === undefined || roles === undefined) return role === roles
  if (!roles.includes(role)) return false
  if (ageFrom === undefined && ageBelow === undefined) return true
  if (birthDate === undefined) return false
  const age = ageOn(earliest(birthDate), on)
  return age >= (ageFrom ?? 0) && age < (ageBelow ?? Infinity)
}

/** The day before the birthday on which somebody is in a class no longer. */
export function lastDayIn(
  { birthDate }: Pick<Member, 'birthDate'>,
  { ageBelow }: HolderClass,
): IsoDate | undefined {
  if (birthDate === undefined || ageBelow === undefined) return undefined
  return addDays(birthdayOf(earliest(birthDate), ageBelow), -1)
}

/** The classes that somebody is in from that day on, one after another, as they grow older. */
export function classesFrom(
  member: Pick<Member, 'role' | 'birthDate'>,
  concessions: Pick<Concessions, 'classes'>,
  on: IsoDate,
): readonly (ClassHeld & { readonly from: IsoDate })[] {
  const held: (ClassHeld & { readonly from: IsoDate })[] = []
  for (let day: IsoDate | undefined = on; day !== undefined;) {
    const next = classOn(member, concessions, day)
    if (next === undefined) break
    held.push({ ...next, from: day })
    day = next.until === undefined ? undefined : addDays(next.until, 1)
  }
  return held
}
