import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import type { StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import { assignedTo, type Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'

/** Why a case does not become somebody's. */
export type AssignRefusal =
  | StepRefusal
  /** They have not that role today, or are a party of the case. */
  | { readonly reason: 'not-of-role' }
  /** It is theirs already, or nobody's. */
  | { readonly reason: 'already-so' }

/** The next move of a role becomes one official's by name, or, without one, anybody's again. */
export function assign(
  standing: Standing,
  context: Context,
  { step, to }: { readonly step: StepCode; readonly to?: ActorId },
): Outcome<Step, AssignRefusal> {
  const allowed = mayAs(context, 'assign', { step, standing })
  if (!allowed.ok) return allowed
  const { of } = allowed.value.rule
  if (assignedTo(standing, of) === to) return refuse({ reason: 'already-so' })
  const isFree = to === undefined || assignable(standing, context, of).includes(to)
  if (!isFree) return refuse({ reason: 'not-of-role' })
  const event = { kind: 'assign', of, ...(to === undefined ? {} : { to }) } as const
  return agree(stepIn(allowed.value, standing.state, event))
}

/** Whose a case can become: everybody who has the role today and is no party of it. */
export const assignable = (
  { parties }: Standing,
  { people = {} }: Pick<Context, 'people'>,
  of: string,
): readonly ActorId[] =>
  (people[of] ?? []).map(({ id }) => id).filter((id) => !parties.some((party) => party.id === id))
