import type { Consulted, Found } from '#core/cases/consulted.ts'
import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/** Which registers are asked of whom where this step begins a case, or sends it in. */
export const consultedBy = (
  { registers = [] }: Pick<CaseType, 'registers'>,
  standing: Pick<Standing, 'parties'>,
  step: StepCode,
): readonly Consulted[] =>
  registers
    .filter(({ on }) => on.includes(step))
    .flatMap(({ service, of, obligatory }) =>
      subjectsOf(standing)
        .filter((id) => of === undefined || rolesOf(standing, id).some((role) => of.includes(role)))
        .map((subject) => ({ subject, service, ...(obligatory ? { obligatory } : {}) })),
    )

const rolesOf = ({ parties }: Pick<Standing, 'parties'>, id: ActorId): readonly Role[] =>
  parties.filter((each) => each.id === id && each.isSubject).map(({ role }) => role)

/** Why what a register says is not taken to a case. */
export type ConfirmRefusal = StepRefusal | { readonly reason: 'not-asked' }

/** A register has answered about one subject; what it said before is replaced. */
export function confirm(
  standing: Standing,
  context: Context,
  {
    step,
    service,
    found,
  }: { readonly step: StepCode; readonly service: string; readonly found: Found },
): Outcome<Step, ConfirmRefusal> {
  const allowed = mayAs(context, 'confirm', { step, standing })
  if (!allowed.ok) return allowed
  const isAsked = standing.registers.some(
    (each) => each.service === service && each.subject === found.subject,
  )
  if (!isAsked) return refuse({ reason: 'not-asked' })
  return agree(stepIn(allowed.value, standing.state, { kind: 'confirm', service, found: [found] }))
}
