import { assert } from '#core/assert.ts'
import { endByTime, hasGiven, type StatusKind } from '#core/cases/statuses.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { OwnCase } from '#portal/own-case.ts'
import type { Given } from '#portal/own-cases.ts'
import type { House } from '#records/house.ts'
import { statusOf, type Status } from '#records/statuses.ts'
import type { HeldAs } from '#telling/case-words.ts'

/** What a case gave, and how that stands today. */
export type OwnStatus = {
  readonly status: Status
  readonly kind: StatusKind
  readonly isInForce: boolean
  readonly held: HeldAs
  /** The day on which it ended, where its holder may know of it. */
  readonly endedOn?: IsoDate
}

export async function ownStatus(
  tx: Tx,
  { policy }: Pick<House, 'policy'>,
  { found, context: { type }, taking: { on } }: OwnCase,
): Promise<OwnStatus | undefined> {
  if (!hasGiven(type, found.standing)) return undefined
  const status = await statusOf(tx, found.standing.id, found)
  if (!status) return undefined
  const kind = policy.statuses.get(status.kind)
  assert(kind !== undefined, `the kind of the status ${status.number} is kept`)
  const held = heldAs(kind, status, on)
  const endedOn = held.endedAs === undefined ? undefined : dayOfEnd(status, on)
  return {
    status,
    kind,
    isInForce: isInForce(status, on),
    held,
    ...(endedOn === undefined ? {} : { endedOn }),
  }
}

/** Its own last day, or that of the decision that ended it, unless that is kept from its holder. */
function dayOfEnd({ endedBy, validUntil }: Status, on: IsoDate): IsoDate | undefined {
  if (endedBy) return endedBy.on
  return validUntil < on ? validUntil : undefined
}

/** Whether a status holds on that day: after its last one it does not, before a job says so. */
export const isInForce = ({ state, validUntil }: Omit<Given, 'kind'>, on: IsoDate): boolean =>
  state === 'in-force' && on <= validUntil

/** How a status stands on that day, for its words. */
export function heldAs(kind: StatusKind, given: Omit<Given, 'kind'>, on: IsoDate): HeldAs {
  if (given.endedAs !== undefined) return { endedAs: given.endedAs }
  return on <= given.validUntil ? {} : { endedAs: endByTime(kind) }
}
