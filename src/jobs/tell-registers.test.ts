import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { NO_ID } from '#core/id.ts'
import type { Content } from '#exchange/content.ts'
import { askDue } from '#exchange/work.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { statusChanges } from '#records/status-changes.ts'
import { exchangeOf, policyTellingRegisters } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { ENGINEER, signedCase } from '#test/signed-case.ts'

const DAY_MS = 24 * 3_600_000

/** A register that knows what it was told, and which can be down. */
function registerOf(here: TestHouse) {
  const told: Content[] = []
  const known = { isDown: false }
  const exchange = exchangeOf(here, (content) => {
    if (known.isDown) return 'cut'
    told.push(content)
    return { result: 'written', record: `R-${told.length}` }
  })
  const tell = async () => {
    await here.runJobs()
    return askDue(exchange)
  }
  return { told, known, tell }
}

const statesOf = (told: readonly Content[]) =>
  told.map(({ recognition }) =>
    typeof recognition === 'object' && 'state' in recognition ? recognition['state'] : undefined,
  )

test('a register is told of a recognition once, and of its end after that', async (t) => {
  const here = await house(t, { policy: policyTellingRegisters(t) })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana, { answers: withPassport() })
  const { told, tell } = registerOf(here)

  equal(await tell(), 1)
  await tell()
  deepEqual(statesOf(told), ['valid'])
  const { recognition, person } = told[0] ?? {}
  deepEqual(typeof person === 'object' && 'surname' in person && person['surname'], 'Ferreira')
  deepEqual(
    typeof recognition === 'object' && 'number' in recognition && recognition['number'],
    'HQM-S-2026-000123',
  )

  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()
  await tell()
  deepEqual(statesOf(told), ['valid', 'ended'])
})

test('a register that was down for a day is told all of it then, in its order', async (t) => {
  const here = await house(t, { policy: policyTellingRegisters(t) })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana, { answers: withPassport() })
  const { told, known, tell } = registerOf(here)
  known.isDown = true
  await tell()
  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()
  await tell()
  deepEqual(told, [])

  known.isDown = false
  here.clock.set(later(here.clock.now(), DAY_MS))
  await tell()
  deepEqual(statesOf(told), ['valid', 'ended'])
})

test('what cannot be told keeps no other waiting, and no job at it for ever', async (t) => {
  const here = await house(t, { policy: policyTellingRegisters(t) })
  await signedCase(here, await here.signedUpApplicant())
  const [first] = await inTransaction(here.faces.jobs.db, (tx) => statusChanges(tx, BEFORE_ALL))
  const later = await inTransaction(here.faces.jobs.db, (tx) =>
    statusChanges(tx, first ?? BEFORE_ALL),
  )
  deepEqual([first !== undefined, later], [true, []], 'a moment is not cut where it is compared')
})

const BEFORE_ALL = { id: NO_ID, changedAt: '-infinity' }

const withPassport = () => ({
  ...ENGINEER,
  document: (ENGINEER['document'] ?? []).map((item) => ({
    ...item,
    values: { ...item.values, 'issuing-country': 'PRT' },
  })),
})
