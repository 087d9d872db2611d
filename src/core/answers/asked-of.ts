import type { Who } from '#core/answers/check.ts'
import type { Around } from '#core/cases/context.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { CaseType } from '#core/policy/case-type.ts'

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
  { roles }: Pick<CaseType, 'roles'>,
  { standing: { parties }, ownCases }: Pick<Around, 'ownCases'> & { readonly standing: Standing },
  subject: ActorId,
): Who {
  const theirs = parties.filter(({ id, left }) => id === subject && left !== true)
  const isChild = roles.some(
    ({ code, comes, relation }) =>
      comes === 'represented' && relation === 'child' && theirs.some(({ role }) => role === code),
  )
  return {
    isChild,
    ...(ownCases === undefined ? {} : { ownCases: ownCases.map(({ number }) => number) }),
  }
}
