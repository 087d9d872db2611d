import type { ActorId } from '#core/cases/happenings.ts'
import { RELATIONS, type Life, type Relation } from '#core/cases/life.ts'
import { consentsFor } from '#core/cases/people.ts'
import type { Standing } from '#core/cases/standing.ts'

/** How somebody whom a case is about is tied to another in it, and to whom. */
export type Tie = {
  readonly relation: Relation
  /** The first person of the case; of whoever began without them, who consents, once they came. */
  readonly to?: ActorId
}

type Tied = {
  readonly id: ActorId
  /** What they say themselves that they are, where their role does not. */
  readonly answered?: string | undefined
}

/**
 * As their roles say. Of whoever is first, and where the first has left, nothing; who began in
 * another role is tied to whoever consents to that, and may say who that is before they come.
 */
export function tieIn(
  { roles, begins }: Pick<Life, 'roles' | 'begins'>,
  { parties }: Pick<Standing, 'parties'>,
  { id, answered }: Tied,
): Tie | undefined {
  const here = parties.filter(({ left }) => left !== true)
  const subjects = here.filter(({ isSubject }) => isSubject)
  const role = roles.find(({ code }) =>
    subjects.some((each) => each.id === id && each.role === code),
  )
  if (role === undefined || role === roles[0]) return undefined
  const consenting = role.comes === undefined ? consentsFor({ roles, begins }, [role.code]) : []
  const to =
    role.comes === undefined
      ? here.find((each) => consenting.some(({ code }) => code === each.role))?.id
      : subjects.find((each) => each.role === roles[0]?.code)?.id
  const relation =
    role.relation ??
    (consenting.length > 0 ? RELATIONS.find((each) => each === answered) : undefined)
  if (relation === undefined || (to === undefined && consenting.length === 0)) return undefined
  return { relation, ...(to === undefined ? {} : { to }) }
}
