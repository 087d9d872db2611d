import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import type { Exchanged } from '#exchange/driver.ts'
import { SERVICES } from '#exchange/services/all.ts'
import {
  askedAt,
  namedRegisters,
  servicesAt,
  standInRegisters,
  standIns,
  type Registers,
} from '#test/environments.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'

/**
 * Each service as its contract has it: of the stand-ins always, and of the registers of a test
 * environment where KECID_TEST_SYSTEMS names them. What only stand-ins do is no part of this.
 */
type Open = (t: TestContext) => Registers | Promise<Registers>

const named = namedRegisters()
const EVERYWHERE: readonly (readonly [where: string, open: Open])[] = [
  ['the stand-ins', standInRegisters],
  ...(named ? [['the registers that were named', () => named] as const] : []),
]

function contentOf(exchanged: Exchanged) {
  ok(exchanged.outcome === 'answered', JSON.stringify(exchanged))
  return exchanged.content
}

/** Somebody of whom no register knows anything. */
const NOBODY = { surname: 'Nobody', 'birth-date': '1901-01-01', 'document-number': 'NB0000001' }

for (const [where, open] of EVERYWHERE) {
  test(`every service of ${where} answers as agreed, about whom it was asked`, async (t) => {
    const registers = await open(t)
    const services = servicesAt(registers)
    ok(services.length > 0, 'something is connected')
    for (const each of services) {
      const { code } = each.service.contract
      const { exchanged, content } = await askedAt(registers, each, {
        question: registers.somebody,
      })
      const answer = contentOf(exchanged)
      notEqual(each.service.read(answer, content, registers.somebody).as, 'other-person', code)
      const { receipt } = exchanged
      ok(receipt.requestHash ?? receipt.requestId, `${code}: by which its owner finds it again`)
    }
  })

  test(`that nothing is known of somebody is an answer of ${where}, and no fault`, async (t) => {
    const registers = await open(t)
    for (const each of servicesAt(registers)) {
      if (each.service.contract.isWrite) continue
      const question = { ...registers.somebody, ...NOBODY }
      contentOf((await askedAt(registers, each, { question })).exchanged)
    }
  })

  test(`what writes at ${where} knows a message that comes again`, async (t) => {
    const registers = await open(t)
    for (const each of servicesAt(registers)) {
      if (!each.service.contract.isWrite) continue
      const asking = { question: registers.somebody, messageId: randomUUID() }
      const first = contentOf((await askedAt(registers, each, asking)).exchanged)
      const again = contentOf((await askedAt(registers, each, asking)).exchanged)
      equal(again['record'], first['record'], each.service.contract.code)
    }
  })
}

test('every service that can be asked has its stand-in', async (t) => {
  const services = servicesAt(await standInRegisters(t)).map(({ service }) => service)
  for (const each of SERVICES) ok(services.includes(each), each.contract.code)
})

test('registers that are named are asked where they are, as whom the settings say, and no others', async (t) => {
  const { configuration, state } = await standIns(t)
  const { exchange } = configuration
  const registers = namedRegisters({
    KECID_TEST_SYSTEMS: join(SHIPPED_POLICY, 'systems.yaml'),
    KECID_TEST_PERSON: JSON.stringify({ 'document-number': 'CD0000218' }),
    KECID_SECURITY_SERVER_URL: exchange.securityServerUrl,
    KECID_SECURITY_SERVER_CERTIFICATE: exchange.serverCertificateFile,
    KECID_EXCHANGE_CERTIFICATE: exchange.own?.certificateFile,
    KECID_EXCHANGE_KEY: exchange.own?.keyFile,
    KECID_BRIDGE_URL: exchange.bridgeUrl,
    KECID_BRIDGE_SECRET_FILE: exchange.bridgeSecretFile,
  })
  ok(registers)
  equal(registers.somebody['document-number'], 'CD0000218')
  for (const each of servicesAt(registers)) {
    contentOf((await askedAt(registers, each, { question: registers.somebody })).exchanged)
  }
  deepEqual(
    state
      .calls()
      .map(({ service }) => service)
      .toSorted(),
    SERVICES.map(({ contract }) => contract.code).toSorted(),
  )
  equal(namedRegisters({}), undefined)
})
