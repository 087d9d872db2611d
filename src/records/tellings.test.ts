import { deepEqual, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import type { Telling } from '#core/cases/told.ts'
import { isoDate } from '#core/dated.ts'
import { assert } from '#core/assert.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { actingOn, inTransaction } from '#platform/database.ts'
import { nowIn, recordStep } from '#records/cases.ts'
import { holdCase } from '#records/read-case.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

/** What a portal would record that asks nobody whether it may. */
async function forged(
  { faces: { portal } }: TestHouse,
  ana: Applicant,
  { id, said }: { readonly id: string; readonly said: Partial<Telling> },
): Promise<void> {
  const { policy, keys, clock } = portal
  const db = actingOn(portal.db, { token: ana.cookies.get('kecid') ?? '', at: clock.now() })
  await inTransaction(db, async (tx) => {
    const held = await holdCase(tx, keys, id)
    assert(held !== undefined, 'the case is theirs')
    const { standing } = held
    const now = nowIn(held, clock.now())
    const telling: Telling = {
      record: standing.decided?.decisions[0]?.record ?? '',
      party: held.partyId,
      means: 'account',
      on: now.on,
      isProvisional: false,
      ...said,
    }
    const step = {
      code: 'tell',
      role: 'applicant',
      to: standing.state,
      event: { kind: 'tell', tellings: [telling] },
    } as const
    const description = descriptionOf(policy, standing, now.on)
    const by = { id: held.partyId, roles: [] }
    await recordStep(tx, held, step, { ...now, by, description, calendars: policy.calendars })
  })
}

test('a telling is of a decision of that case, of a day since, and of whoever tells it', async (t) => {
  const here = await house(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await caseIn('recognised', here, ana)
  const others = await caseIn('refused', here, ben)
  const { recordHash } = await here.db
    .selectFrom('decision')
    .select('recordHash')
    .where('caseId', '=', others)
    .executeTakeFirstOrThrow()
  const tellings = () => here.db.selectFrom('telling').select(['party', 'toldOn']).execute()

  for (const said of [
    { record: recordHash },
    { record: 'f'.repeat(64) },
    { party: ben.account.partyId },
    { on: isoDate('2026-03-01') },
    { on: isoDate('2026-03-03') },
  ]) {
    await rejects(forged(here, ana, { id, said }), /people are told of decisions about them/)
  }
  await rejects(forged(here, ana, { id: others, said: {} }), /the case is theirs/)
  deepEqual(await tellings(), [])

  await forged(here, ana, { id, said: {} })
  deepEqual(await tellings(), [{ party: ana.account.partyId, toldOn: '2026-03-02' }])
  await rejects(forged(here, ana, { id, said: {} }), /telling_decision/)
})
