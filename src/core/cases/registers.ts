import { askableThere, isOut } from '#core/cases/away.ts'
import { isAwaited, type Consulted, type Found } from '#core/cases/consulted.ts'
import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { BodyCode } from '#core/policy/procedure.ts'
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
    body,
    found,
  }: {
    readonly step: StepCode
    readonly service: string
    /** The body whose opinion it is. */
    readonly body?: BodyCode
    readonly found: Found
  },
): Outcome<Step, ConfirmRefusal> {
  const allowed = mayAs(context, 'confirm', { step, standing })
  if (!allowed.ok) return allowed
  const isAsked = standing.registers.some(
    (each) => each.service === service && each.subject === found.subject && each.body === body,
  )
  if (!isAsked) return refuse({ reason: 'not-asked' })
  const whose = body === undefined ? {} : { body }
  const event = { kind: 'confirm', service, ...whose, found: [found] } as const
  return agree(stepIn(allowed.value, standing.state, event))
}

/** Why a register is not asked for an official. */
export type ConsultRefusal =
  | StepRefusal
  | { readonly reason: 'purpose-missing' }
  /** The step asks no such service, or the case is not about them. */
  | { readonly reason: 'not-to-be-asked' }
  /** It has the same question already, by whoever it is asked. */
  | { readonly reason: 'waits-already' }

/** What an official wants to know of whom, by which service, and what for. */
export type Wanting = {
  readonly service: string
  readonly subject: ActorId
  readonly purpose: string
}

type AskingThere = {
  readonly rule: Extract<ReturnType<typeof mayAs>, { readonly ok: true }>['value']
  readonly subject: ActorId
  readonly service: string
  readonly purpose: string
}

/** The system that examines the case says how it stands; where nothing arrived, it is sent anew. */
function consultThere(
  standing: Standing,
  { on }: Context,
  { rule, subject, service, purpose }: AskingThere,
): Outcome<Step, ConsultRefusal> {
  const known = standing.away.find((each) => each.subject === subject && each.service === service)
  if (known === undefined || !isOut(known)) return refuse({ reason: 'not-to-be-asked' })
  const does = askableThere(known, on)
  if (does === undefined) return refuse({ reason: 'waits-already' })
  const consults = [{ subject, service, does }]
  return agree(stepIn(rule, standing.state, { kind: 'consult', consults, purpose }))
}

/**
 * An official has a register asked about one subject, beyond what the type asks by itself. The case
 * stays where it is; without a purpose nothing is asked, and nothing twice while it waits.
 */
export function consult(
  standing: Standing,
  context: Context,
  { step, service, subject, purpose }: Wanting & { readonly step: StepCode },
): Outcome<Step, ConsultRefusal> {
  const allowed = mayAs(context, 'consult', { step, standing })
  if (!allowed.ok) return allowed
  const { rule } = allowed.value
  const { examinedBy } = context.type
  const isOffered = rule.there === true ? service === examinedBy : rule.registers.includes(service)
  if (!isOffered || !subjectsOf(standing).includes(subject)) {
    return refuse({ reason: 'not-to-be-asked' })
  }
  if (purpose.trim() === '') return refuse({ reason: 'purpose-missing' })
  if (rule.there === true) {
    return consultThere(standing, context, { rule: allowed.value, subject, service, purpose })
  }
  const waits = standing.registers.some(
    (each) => each.service === service && each.subject === subject && isAwaited(each),
  )
  if (waits) return refuse({ reason: 'waits-already' })
  const consults = [{ subject, service }]
  return agree(stepIn(allowed.value, standing.state, { kind: 'consult', consults, purpose }))
}
