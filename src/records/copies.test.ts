import { equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { proposedCopy } from '#test/copies.ts'
import { decidedWith, type Forged } from '#test/forged-effects.ts'
import { house, type Applicant } from '#test/house.ts'

const to = (who: Applicant): Forged => ({
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
