import { aboutStatuses } from '#core/cases/contesting.ts'
import { descriptionsInForce, type Policy } from '#core/policy/policy.ts'
import { wayBy, type About, type Way } from '#portal/contest-ways.ts'
import type { OwnCase } from '#portal/own-case.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import type { OwnStatus } from '#portal/own-status.ts'
import { IN_FORCE } from '#records/statuses.ts'

type Held = Pick<About, 'cases'> & {
  readonly own: OwnCase
  readonly held: OwnStatus
}

/** All that its holder can begin about a status, by what is in force that day. */
export function waysAboutHeld(policy: Policy, { own, held, cases }: Held): readonly Way[] {
  const { number, kind, state, validUntil: until } = held.status
  const around = { status: { number, kind, inForce: state === IN_FORCE, until } }
  return descriptionsInForce(policy, own.context.on)
    .filter(({ type }) => aboutStatuses(type.begins).includes(kind))
    .flatMap((description) => wayBy(description, { own, cases, around, holds: [kind] }))
}

type Around = {
  readonly own: OwnCase
  readonly held: OwnStatus | undefined
  /** All that they have. */
  readonly cases: readonly ListedCase[]
}

/** Those about what they hold, and what they can begin about it; nothing where they hold none. */
export function aroundHeld(policy: Policy, { own, held, cases }: Around) {
  if (held === undefined) return { about: [], ways: [] }
  const about = cases.filter((each) => each.about === held.status.number)
  const listed = about.map(({ id, stage, type, number = null }) => {
    return { id, stage, number, type: type.code }
  })
  return { about, ways: waysAboutHeld(policy, { own, held, cases: listed }) }
}
