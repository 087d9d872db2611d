import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { mayBegin } from '#core/cases/may.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isLanguage } from '#core/language.ts'
import { descriptionInForce } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { beginCase, contextIn, type Taking } from '#records/cases.ts'
import type { House } from '#records/house.ts'

/**
 * What is caused elsewhere by a decision, or by a status that has had its time: it waits in a row
 * of its own, and is carried out in one transaction with the note that it was.
 */

/** A page of what waits, in an order that means nothing. */
export async function waitingEffects(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from effects_waiting(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A status that rests on one that is gone, and what a case about it has to know of its holder. */
type Resting = {
  /** The event that decided; none where time did. */
  readonly cause: string | null
  readonly number: string
  readonly kind: string
  readonly inForce: boolean
  readonly untilOn: string
  readonly holder: string
  readonly language: string
  readonly openTypes: readonly string[]
}

type When = { readonly at: IsoMoment; readonly on: IsoDate }

/** Nothing happens where it was carried out meanwhile, or where what it is about has ended. */
export async function carryOut(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, at, on }: When & { readonly id: string },
): Promise<void> {
  const { rows } = await sql<Resting>`select * from take_effect(${id}::uuid)`.execute(tx)
  const [resting] = rows
  if (!resting) return
  const { cause, number: status, holder: partyId, language } = resting
  const opens = policy.statuses.get(resting.kind)?.whenGone?.open
  const description = opens === undefined ? undefined : descriptionInForce(policy, opens, on)
  const role = description?.type.roles[0]?.code
  assert(
    description !== undefined && role !== undefined,
    `the loader saw to it that a case is opened about each ${resting.kind}`,
  )
  const { calendars } = policy
  const caused = cause === null ? {} : { cause }
  const taking = { by: THE_SYSTEM, at, on, description, calendars, ...caused }
  if (!mayOpen(resting, taking)) return
  const reader = { partyId, language: isLanguage(language) ? language : 'en' }
  await beginCase(tx, keys, { reader, about: { partyId, role }, status }, taking)
}

/** Somebody may have begun the same meanwhile. */
function mayOpen(resting: Resting, taking: Taking): boolean {
  const { number, inForce, untilOn, kind, openTypes: open } = resting
  const status = { number, inForce, until: isoDate(untilOn) }
  const party = { open, holds: [kind] }
  return mayBegin(contextIn({ status }, taking), { roles: taking.by.roles, party }).ok
}

const THE_SYSTEM: Actor = { id: SYSTEM, roles: [SYSTEM] }
