import { roomFor, waysIn, type WayIn } from '#core/cases/joining.ts'
import { rolesIn, type Context } from '#core/cases/context.ts'
import type { CaseRole } from '#core/cases/life.ts'
import { may } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'

/** By which roles somebody can still be let into a case by whoever acts, or why by none. */
export type Ways =
  | { readonly ways: readonly WayIn[]; readonly why?: undefined }
  | { readonly ways: readonly []; readonly why: 'full' | 'closed' }

/** Whoever began a case invites to it; whoever may take the step brings somebody along. */
export function waysFor(
  context: Context,
  standing: Standing,
  comes: 'invited' | 'represented',
): Ways {
  const { type, by } = context
  const began = rolesIn(standing, by.id).filter((role) => type.begins.by.includes(role))
  const open = waysIn(type, standing.state).filter(
    ({ role, rule }) =>
      role.comes === comes &&
      (comes === 'invited' ? mayLetIn(role, began) : may(context, rule.code, standing).ok),
  )
  if (open.length === 0) return { ways: [], why: 'closed' }
  const ways = open.filter(({ role }) => roomFor(context, standing, role).ok)
  return ways.length === 0 ? { ways: [], why: 'full' } : { ways }
}

const mayLetIn = ({ letInBy }: CaseRole, began: readonly Role[]): boolean =>
  began.some((role) => letInBy === undefined || letInBy.includes(role))
