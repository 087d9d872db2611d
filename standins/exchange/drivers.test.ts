import { deepEqual, equal, ok } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { epochOf, fixedClock } from '#platform/calendar.ts'
import type { Contract } from '#exchange/contract.ts'
import type { Exchanged, Written } from '#exchange/driver.ts'
import { bridge, bridgeTokens } from '#exchange/drivers/bridge.ts'
import { xroadRest } from '#exchange/drivers/xroad-rest.ts'
import { xroadSoap } from '#exchange/drivers/soap/xroad-soap.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { providerAt, type ProviderReply } from '#standins/exchange/provider.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { PLACES, type SystemCode } from '#standins/exchange/systems.ts'
import { AGREED_NUMBERS, agreedNumber } from '#standins/exchange/troubles.ts'
import { questionTo } from '#test/asked-registers.ts'

/** What Keçid's own drivers make of the stand-ins: neither was written to please the other. */
const HOST = '127.0.0.1'
/** A second passes here in two milliseconds. */
const SLOWER = 500

const CLIENT = {
  instance: 'AZ-TEST',
  memberClass: 'GOV',
  memberCode: '9900002222',
  subsystem: 'HQM',
}
const personOf = (number: string) => ({
  surname: 'Ferreira & Söhne',
  givenNames: 'Ana <Luísa>',
  birthDate: '1987-03',
  documentNumber: number,
  documentIssuer: 'PRT',
})

type Asked = {
  readonly contract: Contract
  readonly system: SystemCode
  readonly number?: string
  readonly version?: string
}
type Ask = (asked: Asked) => Promise<Exchanged>

async function registers(t: TestContext) {
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const open = await openRegisters({
    host: HOST,
    ports: { plain: 0, bridge: 0 },
    certificatesFolder: '/nowhere',
    clock,
    wait: async (milliseconds) => pause(milliseconds / SLOWER, undefined, { ref: false }),
  })
  t.after(open.close)
  const at = (port = 0) => `http://${HOST}:${port}`
  const saying = ({ contract, number = 'CD0000218' }: Asked) => ({
    contract,
    content: questionTo(contract.code, personOf(number)),
    messageId: `m-${contract.code}`,
    issue: 'HQM-2026-000123',
  })
  const place = (system: SystemCode, service: string, version?: string) => {
    const { memberCode, subsystemCode: subsystem } = PLACES[system]
    const where = { ...CLIENT, memberCode, subsystem, service }
    return {
      securityServer: at(open.ports.plain),
      client: CLIENT,
      service: version === undefined ? where : { ...where, version },
    }
  }
  const rest: Ask = async (asked) => {
    const { contract, system, version } = asked
    const call = { ...saying(asked), address: place(system, contract.code, version) }
    return xroadRest.read(call, await sent(await xroadRest.write(call)))
  }
  const soap: Ask = async (asked) => {
    const { contract, system } = asked
    const address = place(system, contract.operation, contract.version)
    const call = { ...saying(asked), userId: 'AZ1ABCDEF', address }
    return xroadSoap.read(call, await sent(await xroadSoap.write(call)))
  }
  const driver = bridge(
    bridgeTokens(new TextEncoder().encode(open.bridge.secret), () => epochOf(clock.now())),
  )
  const bridged: Ask = async (asked) => {
    const { identity } = open.bridge
    const [url, serviceName] = [at(open.ports.bridge), asked.contract.operation]
    const address = { url, identity, serviceName, organization: 'Keçid', shortName: 'hqm' }
    const call = { ...saying(asked), address }
    return driver.read(call, await sent(await driver.write(call)))
  }
  return { ...open, clock, protocols: { rest, soap, bridged } }
}

async function sent(written: Written): Promise<ProviderReply> {
  ok(written.ok, 'what we ask can be written')
  const { method, url, headers, body = Buffer.alloc(0) } = written.request
  const { origin, pathname, search } = new URL(url)
  return providerAt(origin)({ method, path: `${pathname}${search}`, headers, body })
}

test('every register answers every driver, and each reads the same', async (t) => {
  const { protocols } = await registers(t)
  for (const { contract, system } of REGISTERS) {
    const answers = []
    for (const [protocol, ask] of Object.entries(protocols)) {
      if (protocol === 'bridged' && contract.rest.method === 'GET') continue
      const exchanged = await ask({ contract, system })
      ok(exchanged.outcome === 'answered', `${contract.code} by ${protocol}`)
      answers.push({ ...exchanged.content, ...(contract.isWrite ? { result: '' } : {}) })
    }
    for (const answer of answers) deepEqual(answer, answers[0], contract.code)
  }
})

test('a service is also known with its version in the address', async (t) => {
  const { protocols } = await registers(t)
  for (const { contract, system } of REGISTERS) {
    const { outcome } = await protocols.rest({ contract, system, version: contract.version })
    equal(outcome, 'answered', contract.code)
  }
})

test('an answer has with it by what the other side finds it again', async (t) => {
  const { protocols } = await registers(t)
  const [asked] = REGISTERS
  ok(asked)
  const receipts = await Promise.all(
    Object.values(protocols).map(async (ask) => Object.keys((await ask(asked)).receipt)),
  )
  deepEqual(receipts, [['requestId', 'requestHash'], ['requestHash'], ['requestId']])
})

test('no agreed number brings an answer that would be believed, but one that is late', async (t) => {
  const { protocols, state } = await registers(t)
  const asked = REGISTERS.find(({ contract }) => contract.code === 'identity-document')
  ok(asked)
  for (const [protocol, ask] of Object.entries(protocols)) {
    for (const { ending, trouble } of AGREED_NUMBERS) {
      // A bridge gives up when its caller does.
      if (protocol === 'bridged' && trouble === 'times-out') continue
      const exchanged = await ask({ ...asked, number: agreedNumber(ending) })
      const said = `${trouble} by ${protocol}`
      if (trouble === 'another-person') {
        ok(exchanged.outcome === 'answered', said)
        const { document } = exchanged.content
        ok(typeof document === 'object' && 'surname' in document)
        equal(document['surname'], 'Somebody', said)
      } else {
        equal(exchanged.outcome === 'answered', trouble === 'late', said)
      }
      state.setMode('identity', 'normal')
    }
  }
})

test('an opinion waits for the same message, and is given to it', async (t) => {
  const { protocols, clock, state } = await registers(t)
  const asked = REGISTERS.find(({ contract }) => contract.code === 'security-opinion')
  ok(asked)
  const result = async () => {
    const exchanged = await protocols.rest(asked)
    ok(exchanged.outcome === 'answered')
    return exchanged.content['result']
  }
  equal(await result(), 'waits')
  equal(state.opinions.waiting().length, 1)
  clock.advance(20_000)
  equal(await result(), 'given')
})
