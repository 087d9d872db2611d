import { aboutStatuses } from '#core/cases/contesting.ts'
import { mayBegin } from '#core/cases/may.ts'
import { hasGiven, type StatusKind } from '#core/cases/statuses.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, typeOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { OpenCase } from '#office/open-case.ts'
import { contextIn } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import type { LiesThere } from '#records/lies-there.ts'
import { IN_FORCE } from '#records/statuses.ts'
import { statusSeen, type StatusSeen } from './queries.ts'

/**
 * What hangs together with a case: the status that it gave or is about, and what else is about
 * that.
 */
export type Around = {
  readonly status: StatusSeen
  readonly kind: StatusKind
  /** That of what it rests on. */
  readonly baseKind?: StatusKind
  readonly cases: readonly OtherCase[]
  /** Types of case that whoever looks may begin about it. */
  readonly mayOpen: readonly CaseType[]
}

type OtherCase = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly outcome?: string
  readonly there?: LiesThere
  readonly type: CaseType
  readonly ended: boolean
}

export async function aroundOf(
  tx: Tx,
  { policy }: Pick<House, 'policy'>,
  open: OpenCase,
): Promise<Around | undefined> {
  const { standing, partyId, several } = open.found
  const { id, about } = standing
  const given = several ? { caseId: id, holder: partyId } : { caseId: id }
  if (about === undefined && !hasGiven(open.law.type, standing)) return undefined
  const status = await statusSeen(tx, about === undefined ? given : { number: about })
  const kind = status && policy.statuses.get(status.kind)
  if (!status || !kind) return undefined
  const cases = status.cases.map(({ type: code, typeHash, ...rest }) => {
    const law = { type: code, state: rest.state, ...(typeHash === undefined ? {} : { typeHash }) }
    return { ...rest, type: typeOf(policy, law) }
  })
  const mayOpen = about === undefined ? openable({ policy }, open, { status, cases }) : []
  const baseKind = status.base && policy.statuses.get(status.base.kind)
  return {
    status,
    kind,
    ...(baseKind === undefined ? {} : { baseKind }),
    cases: cases.filter((each) => each.id !== id),
    mayOpen,
  }
}

/** Cases about a status are begun from the one that gave it. */
function openable(
  { policy }: Pick<House, 'policy'>,
  { taking }: OpenCase,
  { status, cases }: Pick<Around, 'status' | 'cases'>,
): readonly CaseType[] {
  const known = {
    number: status.number,
    kind: status.kind,
    inForce: status.state === IN_FORCE,
    until: status.validUntil,
  }
  const party = {
    open: cases.filter(({ ended }) => !ended).map(({ type }) => type.code),
    holds: [status.kind],
  }
  return descriptionsInForce(policy, taking.on).flatMap((description) => {
    if (!aboutStatuses(description.type.begins).includes(status.kind)) return []
    const law = contextIn({ status: known }, { ...taking, description })
    return mayBegin(law, { roles: taking.by.roles, party }).ok ? [description.type] : []
  })
}
