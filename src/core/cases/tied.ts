import type { ActorId } from '#core/cases/happenings.ts'
import type { Life, Relation } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'

/** How somebody whom a case is about is tied to the first person of it. */
export type Tie = { readonly relation: Relation; readonly first: ActorId }

/** As their roles say; of whoever is first, and where that one has left, nothing. */
export function tieIn(
  { roles }: Pick<Life, 'roles'>,
  { parties }: Pick<Standing, 'parties'>,
  id: ActorId,
): Tie | undefined {
  const here = parties.filter(({ isSubject, left }) => isSubject && left !== true)
  const first = here.find(({ role }) => role === roles[0]?.code)?.id
  const relation = roles.find(
    (role) => role.relation && here.some((each) => each.id === id && each.role === role.code),
  )?.relation
  return first === undefined || relation === undefined ? undefined : { relation, first }
}
