import type { ActorId, Standing } from '#core/cases/standing.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/**
 * A type as it is asked of one subject: the questions and documents that somebody in their role is
 * asked for. The rest of it is the same.
 */
export function askedOf(
  type: CaseType,
  { parties }: Pick<Standing, 'parties'>,
  subject: ActorId,
): CaseType {
  if (type.subjects === undefined) return type
  const roles = parties.filter(({ id, isSubject }) => isSubject && id === subject)
  const isAsked = ({ of }: { readonly of?: readonly string[] }) =>
    of === undefined || roles.some(({ role }) => of.includes(role))
  return {
    ...type,
    blocks: type.blocks.filter(isAsked),
    applicants: type.applicants.filter(isAsked),
    checklist: type.checklist.filter(isAsked),
  }
}
