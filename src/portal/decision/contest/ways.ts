import { aboutDecisionsOf } from '#core/cases/contesting.ts'
import { outcomeOf, type StepRule } from '#core/cases/life.ts'
import { mayBegin, type BeginRefusal } from '#core/cases/may.ts'
import type { Context, DecisionKnown } from '#core/cases/context.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionInForce, type Description, type Policy } from '#core/policy/policy.ts'
import { ownRoles } from '#portal/offers.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { contextIn } from '#records/cases.ts'
import type { Decision } from '#records/decisions.ts'

/** A case that a person can begin about a decision, or goes on with. */
export type Way = {
  readonly description: Description
  /** The step that begins it: its words are on the button. */
  readonly begin: StepRule
  /** One of theirs about this decision that has not ended. */
  readonly open?: { readonly id: string; readonly number: string | null }
  readonly refusal?: BeginRefusal
}

/** All that can be begun about this decision, by what is in force that day. */
export function waysToContest(
  policy: Policy,
  { own, decision }: { readonly own: OwnCase; readonly decision: Decision },
): readonly Way[] {
  const { on, type: decided } = own.context
  const codes = new Set([...policy.types.current.values()].map(({ code }) => code))
  const descriptions = [...codes].flatMap((code) => descriptionInForce(policy, code, on) ?? [])
  const about = descriptions.filter(({ type: { begins } }) =>
    aboutDecisionsOf(begins).includes(decided.code),
  )
  const open = decision.contests.filter(
    (each) => each.decision === decision.id && each.stage !== 'ended',
  )
  return about.flatMap((description) => wayBy(description, { own, decision, open }))
}

type Around = {
  readonly own: OwnCase
  readonly decision: Decision
  readonly open: Decision['contests']
}

function wayBy(description: Description, around: Around): readonly Way[] {
  const { type } = description
  const roles = ownRoles(type.begins)
  const begin = type.steps.find(({ kind }) => kind === 'begin')
  if (begin === undefined || roles.length === 0) return []
  const open = around.open.find((each) => each.type === type.code)
  const allowed = mayBegin(aboutDecision(description, around), {
    roles,
    party: { open: around.open.map((each) => each.type), holds: [] },
    favourable: isFavourable(around.own.context.type, around.decision),
  })
  return [
    {
      description,
      begin,
      ...(open === undefined ? {} : { open }),
      ...(allowed.ok ? {} : { refusal: allowed.refusal }),
    },
  ]
}

/** As the case about it would stand once it began. */
function aboutDecision(description: Description, { own, decision }: Around): Context {
  const { id, record, decidedOn, setAsideOn } = decision
  const { standing } = own.found
  const contested: DecisionKnown = {
    id,
    outcome: record.outcome,
    decidedOn,
    inForce: setAsideOn === undefined,
    tookPart: [],
    of: {
      id: standing.id,
      type: standing.type,
      number: record.number,
      state: standing.state,
    },
  }
  return contextIn({ contested }, { ...own.taking, description })
}

const isFavourable = (type: CaseType, { record }: Decision): boolean =>
  outcomeOf(type, record.outcome)?.favourable === true
