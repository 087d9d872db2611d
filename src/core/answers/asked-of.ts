import type { Who } from '#core/answers/check.ts'
import type { Around, Held } from '#core/cases/context.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** A type as it is asked of one subject. */
export const askedOf = (
  type: CaseType,
  { parties }: Pick<Standing, 'parties'>,
  subject: ActorId,
): CaseType =>
  askedIn(
    type,
    parties.flatMap(({ id, isSubject, role }) => (isSubject && id === subject ? [role] : [])),
  )

/**
 * A type as it is asked of somebody in these roles: with the questions and documents that they are
 * asked for. The rest of it is the same.
 */
export function askedIn(type: CaseType, roles: readonly Role[]): CaseType {
  if (type.subjects === undefined) return type
  const isAsked = ({ of }: { readonly of?: readonly Role[] }) =>
    of === undefined || roles.some((role) => of.includes(role))
  return {
    ...type,
    blocks: type.blocks.filter(isAsked),
    applicants: type.applicants.filter(isAsked),
    checklist: type.checklist.filter(isAsked),
  }
}

/** What is known of one whom a case is about, as their answers are held against it. */
export function whoIs(
  { roles, outcomes }: Pick<CaseType, 'roles' | 'outcomes'>,
  {
    standing,
    ownCases,
    held = [],
  }: Pick<Around, 'ownCases' | 'held'> & { readonly standing: Standing },
  subject: ActorId,
): Who {
  const { parties, filedOn } = standing
  const theirs = parties.filter(({ id, left }) => id === subject && left !== true)
  const isChild = roles.some(
    ({ code, comes, relation }) =>
      comes === 'represented' && relation === 'child' && theirs.some(({ role }) => role === code),
  )
  return {
    isChild,
    goesOnFrom: goesOnFrom(
      outcomes,
      held.filter(({ holder }) => holder === subject),
    ),
    ...(filedOn === undefined ? {} : { filedOn }),
    ...(ownCases === undefined ? {} : { ownCases: ownCases.map(({ number }) => number) }),
  }
}

/**
 * By what is asked for the last day of something that then goes on: the last day of what they hold
 * of that kind.
 */
function goesOnFrom(
  outcomes: CaseType['outcomes'],
  held: readonly Held[],
): Readonly<Partial<Record<Meaning, IsoDate>>> {
  const days: Partial<Record<Meaning, IsoDate>> = {}
  for (const effect of outcomes.flatMap(({ effects }) => effects)) {
    const asked = effect.effect === 'issue' ? effect.for?.after : undefined
    for (const { kind, until } of asked === undefined ? [] : held) {
      const isOfKind = effect.effect === 'issue' && kind === effect.status
      if (asked !== undefined && isOfKind) days[asked] = latestOf(until, days[asked])
    }
  }
  return days
}

const latestOf = (one: IsoDate, other: IsoDate | undefined): IsoDate =>
  other !== undefined && other > one ? other : one
