import { assert } from '#core/assert.ts'
import { contestOf, deemedOn } from '#core/cases/appeal.ts'
import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import type { StepCode } from '#core/cases/life.ts'
import { mayAs, untold, type StepRefusal } from '#core/cases/may.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import type { Decided } from '#core/cases/happenings.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Means, Telling } from '#core/cases/told.ts'
import type { IsoDate } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { basisOf, isProvisional } from '#core/policy/basis.ts'
import { termOf } from '#core/policy/procedure.ts'

/** Why it is not recorded that somebody was told. */
export type TellRefusal =
  StepRefusal | { readonly reason: 'told-outside'; readonly from: IsoDate; readonly until: IsoDate }

/** That a decision was handed over, as an official records it: how, and on which day. */
export type HandedOver = { readonly means: 'post' | 'in-person'; readonly on: IsoDate }

/**
 * Somebody is told of what was decided: by opening it, or by having it handed over, and at the
 * latest on the day on which the procedure deems it so. What was decided about several is told of
 * at once.
 */
export function tell(
  standing: Standing,
  context: Context,
  { step, handed }: { readonly step: StepCode; readonly handed?: HandedOver },
): Outcome<Step, TellRefusal> {
  const allowed = mayAs(context, 'tell', { step, standing })
  if (!allowed.ok) return allowed
  const { role } = allowed.value
  const { decided } = standing
  assert(decided !== undefined, 'what is told was decided')
  const latest = deemedOn(context, decided.on)
  if (role === SYSTEM && context.on <= latest) {
    return refuse({ reason: 'not-yet-due', dueOn: latest })
  }
  assert(!isOfficeRole(role) || handed !== undefined, 'an official says how it was handed over')
  const { on, means } = handed ?? { on: context.on, means: 'account' as const }
  if (on < decided.on || on > context.on) {
    return refuse({ reason: 'told-outside', from: decided.on, until: context.on })
  }
  const isOwn = role !== SYSTEM && !isOfficeRole(role)
  const how = role === SYSTEM || on > latest ? DEEMED : { means }
  const tellings = untold(standing, role, context.by.id).map((decision): Telling & Of =>
    tellingOf(decision, context, {
      ...how,
      on: how === DEEMED ? latest : on,
      party: isOwn ? context.by.id : decision.subject,
      decidedOn: decided.on,
    }),
  )
  return agree(stepIn(allowed.value, standing.state, { kind: 'tell', tellings }))
}

type Of = { readonly subject: string }

const DEEMED = { means: 'deemed' } as const

type Told = {
  readonly means: Means
  readonly on: IsoDate
  readonly party: string
  readonly decidedOn: IsoDate
}

function tellingOf(
  { subject, record, outcome }: Decided,
  context: Context,
  { means, on, party, decidedOn }: Told,
): Telling & Of {
  const contest = contestOf(context, { outcome, decidedOn, told: { on } })
  const delivery = termOf(context.procedure, 'delivery')
  const isOurs = delivery !== undefined && isProvisional(basisOf(delivery, 'length'))
  const { councilUntil: council, courtUntil: court } = contest?.days ?? {}
  return {
    subject,
    record,
    party,
    means,
    on,
    isProvisional: means === 'deemed' && isOurs,
    ...(council === undefined || court === undefined ? {} : { until: { council, court } }),
  }
}

/** When and how a decision was told first, as far as it was. */
export const toldOf = ({ tellings }: Pick<Standing, 'tellings'>, record: string) =>
  tellings
    .filter((told) => told.record === record)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]
