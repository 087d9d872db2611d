import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { askDue, type Exchange } from '#exchange/work.ts'
import { waysOf } from '#main/exchange.ts'
import { ANA, isList, submitted } from '#test/ana.ts'
import { confirmedIn, messagesOf, questionsLeft, statesOf, takeAnswers } from '#test/asking.ts'
import { exchangeOf, policyAskingStandIns } from '#test/consulting.ts'
import { standIns } from '#test/environments.ts'
import { house, type TestHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'

/**
 * The exchange as it runs: by every protocol, over a wire with certificates on both sides, with the
 * registers of the demonstration.
 */
const ALL = ['entry-restrictions', 'identity-document', 'diploma', 'match-person'] as const
const NOW = isoMoment('2026-11-27T08:00:00.000Z')

async function housed(t: TestContext) {
  const here = await house(t, { policy: policyAskingStandIns(t, ALL), at: NOW })
  const registers = await standIns(t)
  const { jobs } = here.faces
  const ways = waysOf(registers.configuration.exchange, {
    log: jobs.log,
    systems: () => jobs.policy.systems,
  })
  const exchange: Exchange = { ...exchangeOf(here, () => 'cut'), ways }
  return { here, exchange, ...registers }
}

const outcomesOf = async (here: TestHouse) =>
  (await messagesOf(here)).map(({ service, driver, outcome, code }) =>
    [service, driver, outcome, code ?? ''].join(' ').trim(),
  )

test('every register is asked by its own protocol, over a wire with certificates', async (t) => {
  const { here, exchange } = await housed(t)
  const { id } = await submitted(await here.signedUpApplicant())
  await questionsLeft(here)

  equal(await askDue(exchange), 4)

  deepEqual((await outcomesOf(here)).toSorted(), [
    'diploma bridge answered',
    'entry-restrictions xroad-soap answered',
    'identity-document xroad-soap answered',
    'match-person xroad-rest answered',
  ])
  const messages = await messagesOf(here)
  ok(
    messages.some(({ requestId }) => requestId !== null),
    'by which they find it in their log',
  )
  await takeAnswers(here)
  deepEqual(new Set(await statesOf(here, id)), new Set(['taken']))
})

test('with every register down one applies all the same, and is asked about once they are back', async (t) => {
  const { here, exchange, state } = await housed(t)
  for (const system of ['entry-exit', 'identity', 'education', 'migration'] as const) {
    state.setMode(system, 'down')
  }
  const { id, number } = await submitted(await here.signedUpApplicant())
  match(number, /^HQM-/)
  await questionsLeft(here)
  await askDue(exchange)
  deepEqual(
    new Set((await messagesOf(here)).map(({ outcome }) => outcome)),
    new Set(['unreachable']),
  )
  deepEqual(new Set(await statesOf(here, id)), new Set(['waiting']))

  for (const system of ['entry-exit', 'identity', 'education', 'migration'] as const) {
    state.setMode(system, 'normal')
  }
  here.clock.advance(60_000)
  await askDue(exchange)
  await takeAnswers(here)
  deepEqual(new Set(await statesOf(here, id)), new Set(['taken']))
})

/** Numbers of travel documents at which the stand-ins do what registers do on bad days. */
const BAD_DAYS = {
  ZZ0000902: 'unintelligible',
  ZZ0000903: 'unintelligible',
  ZZ0000906: 'not answered',
  ZZ0000907: 'not answered',
  ZZ0000908: 'not answered',
  ZZ0000909: 'not answered',
} as const

const passportOf = (number: string): Form => {
  const { document } = ANA
  ok(document !== undefined && !isList(document))
  return { ...document, number }
}

test('whatever a register sends that was not agreed is logged, and believed by nobody', async (t) => {
  const { here, exchange } = await housed(t)
  for (const [number, outcome] of Object.entries(BAD_DAYS)) {
    const forms = { ...ANA, document: passportOf(number) }
    const { id } = await submitted(await here.signedUpApplicant(), { forms })
    await questionsLeft(here)
    await askDue(exchange)
    await takeAnswers(here)
    const messages = (await messagesOf(here)).filter(({ caseId }) => caseId === id)
    for (const { service, outcome: came } of messages) {
      const isAsAgreed = outcome === 'unintelligible' ? came === outcome : came !== 'answered'
      ok(isAsAgreed, `${number} ${service}: ${came}`)
    }
    equal(await confirmedIn(here, id), 0, number)
    here.clock.advance(3_600_000)
    await here.db.updateTable('systemState').set({ failures: 0, openUntil: null }).execute()
  }
})
