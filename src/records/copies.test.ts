import { equal, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { decide } from '#core/cases/deciding.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { inTransaction, json } from '#platform/database.ts'
import { contextIn, recordEvent } from '#records/cases.ts'
import { hashesOf } from '#records/decisions.ts'
import { holdCase } from '#records/read-case.ts'
import { recordsNow } from '#records/records-now.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { proposedCopy } from '#test/copies.ts'

type Effect = { readonly effect: string; readonly target: string; readonly due_on: string }

/** Decides what stands proposed, and says of the decision that it causes this. */
async function decidedWith({ owned }: TestHouse, id: string, effect: Effect): Promise<void> {
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
    const { outcome } = held.standing.proposed?.proposals[0] ?? {}
    const decision = {
      id: randomUUID(),
      case_id: id,
      subject: held.partyId,
      outcome,
      record_sealed: '',
      record_hash: 'a'.repeat(64),
      decided_on: on,
      decided_by: event.id,
    }
    await sql`select record_decision(${json(decision)}, ${json([effect])})`.execute(tx)
  })
}

const to = (who: Applicant): Effect => ({
  effect: 'disclose',
  target: who.account.partyId,
  due_on: '2026-04-01',
})

test('a decision discloses to nobody but whom it is about, and only where its outcome does', async (t) => {
  const kecid = await house(t)
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const id = await proposedCopy(kecid, ana, { outcome: 'given' })
  const refused = await proposedCopy(kecid, bo, { outcome: 'not-given', grounds: 'A1' })

  await rejects(decidedWith(kecid, id, to(bo)), /nobody else is to disclose/)
  await rejects(decidedWith(kecid, refused, to(bo)), /the outcome does not disclose/)
  await rejects(decidedWith(kecid, id, { ...to(ana), effect: 'erase' }), /does not erase/)
  await decidedWith(kecid, id, to(ana))

  const effects = await kecid.db
    .selectFrom('effect')
    .select(['effect', 'target', 'state'])
    .execute()
  equal(
    JSON.stringify(effects),
    JSON.stringify([{ effect: 'disclose', target: ana.account.partyId, state: 'done' }]),
  )
})
