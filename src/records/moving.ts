import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { move } from '#core/cases/moving.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import type { IsoMoment } from '#core/dated.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { nowIn, recordStep } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import { readCase, unlessErased } from '#records/read-case.ts'

/**
 * Cases that a newer version of their type takes over, each in a transaction of its own: whoever
 * writes another waits for nothing, and where it stops, the next run goes on.
 */

/** A page of those that are to move. */
export async function casesToMove(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases_to_move(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Nothing happens where it has moved meanwhile, was decided, or is being written. */
export async function moveCase(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, now }: { readonly id: string; readonly now: IsoMoment },
): Promise<void> {
  const { rows } = await sql<{ typeHash: string | null }>`
    select hold_to_move(${id}::uuid) as type_hash`.execute(tx)
  const typeHash = rows[0]?.typeHash
  if (typeHash === null || typeHash === undefined) return
  const held = await readCase(tx, keys, id).catch(unlessErased)
  if (held === undefined) return
  const { standing } = held
  const [was, type] = [policy.types.get(standing.typeHash ?? ''), policy.types.get(typeHash)]
  assert(was !== undefined && type !== undefined, `both versions of ${standing.type} are kept`)
  const step = move(standing, was, { type, typeHash })
  assert(step !== undefined, `the database holds the same of what moves where`)
  const { at, on } = nowIn(held, now)
  const description = descriptionOf(policy, { ...standing, typeHash, state: step.to }, on)
  await recordStep(tx, held, step, {
    by: THE_SYSTEM,
    at,
    on,
    description,
    calendars: policy.calendars,
  })
}

const THE_SYSTEM: Actor = { id: SYSTEM, roles: [SYSTEM] }
