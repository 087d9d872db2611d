import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { decide } from '#core/cases/deciding.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { inTransaction, json } from '#platform/database.ts'
import { contextIn, recordEvent } from '#records/cases.ts'
import { hashesOf } from '#records/decisions.ts'
import { holdCase } from '#records/read-case.ts'
import { recordsNow } from '#records/records-now.ts'
import type { TestHouse } from '#test/house.ts'

/** An effect as whoever forges one says it to the database. */
export type Forged = {
  readonly effect: string
  readonly target: string
  readonly due_on?: string
  readonly status?: Readonly<Record<string, string>>
  readonly correction?: { readonly id: string; readonly sealed: string }
}

/** Decides what stands proposed, and says of the decision that it causes this. */
export async function decidedWith({ owned }: TestHouse, id: string, effect: Forged): Promise<void> {
  const { clock, keys, policy, db } = owned
  await inTransaction(db, async (tx) => {
    const held = await holdCase(tx, keys, id)
    assert(held !== undefined, 'the case is there')
    const [at, on] = [clock.now(), clock.today()]
    const description = descriptionOf(policy, held.standing, on)
    const by = { id: randomUUID(), roles: ['signer'] }
    const taking = { by, at, on, description, calendars: policy.calendars }
    const records = hashesOf(await recordsNow(tx, owned, { held, taking }))
    const context = contextIn(held, taking)
    const step = decide(held.standing, context, { step: 'sign', records, adopted: true })
    assert(step.ok, 'it can be decided')
    const { event } = await recordEvent(tx, held, step.value, taking)
    const decision = {
      id: randomUUID(),
      case_id: id,
      subject: held.partyId,
      outcome: held.standing.proposed?.proposals[0]?.outcome,
      record_sealed: '',
      record_hash: 'a'.repeat(64),
      decided_on: on,
      decided_by: event.id,
    }
    await sql`select record_decision(${json(decision)}, ${json([effect])})`.execute(tx)
  })
}
