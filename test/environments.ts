import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { MEANINGS } from '#core/policy/meanings.ts'
import type { System, Systems } from '#core/policy/systems.ts'
import type { Service } from '#exchange/asked-service.ts'
import type { Content } from '#exchange/content.ts'
import type { Exchanged } from '#exchange/driver.ts'
import { SERVICES } from '#exchange/services/all.ts'
import type { Saying, Ways } from '#exchange/ways.ts'
import { waysOf } from '#main/exchange.ts'
import { openStandInRegisters } from '#main/registers.ts'
import { systemClock } from '#platform/calendar.ts'
import { readConfiguration, type Configuration, type Environment } from '#platform/configuration.ts'
import { openLog } from '#platform/log.ts'
import type { Question } from '#records/inquiries.ts'
import { systemsShape } from '#records/policy-systems.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { dataFolder } from '#test/program.ts'
import { signedChange } from '#exchange/signing.ts'
import { TOY_SIGNING } from '#test/toy-signing.ts'

/**
 * Where services can be asked: the stand-ins always, and registers at the addresses of a file where
 * one is named (docs/specs/exchange.md, §5).
 */
export type Registers = {
  readonly systems: Systems
  readonly ways: Ways
  /** Of whom they are asked. */
  readonly somebody: Question
}

const KNOWN: Question = {
  surname: 'Ferreira',
  'given-names': 'Ana Luísa',
  'birth-date': '1987-03-27',
  'document-number': 'CD0000217',
  'document-issuer': 'PRT',
  school: 'Polytechnic of the Atlantic',
  'dwelling-address': 'Baku, 28 May 5, flat 12',
  'employer-number': '1234567891',
  tie: {
    relation: 'spouse',
    to: { surname: 'Ferreira', 'given-names': 'Ben', 'birth-date': '1985-06-13' },
  },
}

/** On ports of the machine's choice, with certificates and a secret of their own. */
export async function standIns(t: TestContext) {
  const reading = readConfiguration({
    KECID_DATA: dataFolder(t),
    KECID_SECURITY_SERVER_PORT: '0',
    KECID_SECURITY_SERVER_TLS_PORT: '0',
    KECID_BRIDGE_PORT: '0',
    KECID_PAYMENTS_PORT: '0',
  })
  ok(reading.ok)
  const endings: (() => Promise<void>)[] = []
  const opening = await openStandInRegisters(reading.configuration, {
    add: (_name, end) => void endings.push(end),
    run: async () => undefined,
  })
  ok(opening.ok)
  t.after(() => Promise.all(endings.map((end) => end())))
  const { ports, state } = opening.registers
  const { exchange } = reading.configuration
  const configuration: Configuration = {
    ...reading.configuration,
    exchange: {
      ...exchange,
      securityServerUrl: `https://127.0.0.1:${ports.tls}`,
      bridgeUrl: `http://127.0.0.1:${ports.bridge}`,
    },
  }
  return { configuration, state }
}

export async function standInRegisters(t: TestContext): Promise<Registers> {
  const { configuration } = await standIns(t)
  return registersAt(configuration, systemsIn(join(SHIPPED_POLICY, 'systems.yaml')), KNOWN)
}

/** Undefined where no file is named. */
export function namedRegisters(variables: Environment = process.env): Registers | undefined {
  const file = variables['KECID_TEST_SYSTEMS']
  if (file === undefined || file === '') return undefined
  const reading = readConfiguration(variables)
  ok(reading.ok, JSON.stringify(reading))
  const person = variables['KECID_TEST_PERSON']
  const somebody =
    person === undefined || person === '' ? KNOWN : { ...KNOWN, ...personIn(JSON.parse(person)) }
  return registersAt(reading.configuration, systemsIn(file), somebody)
}

const personIn = (said: unknown): Question =>
  z.partialRecord(z.enum(MEANINGS), z.string()).parse(said)

const systemsIn = (file: string): Systems => systemsShape.parse(parse(readFileSync(file, 'utf8')))

function registersAt({ exchange }: Configuration, systems: Systems, somebody: Question): Registers {
  const log = openLog({ level: 'silent', clock: systemClock, write: () => undefined })
  return { systems, ways: waysOf(exchange, { log, systems: () => systems }), somebody }
}

/** What is agreed and connected there, of what can be asked. */
export const servicesAt = ({ systems }: Registers) =>
  systems.systems
    .filter(({ state }) => state === 'connected')
    .flatMap((system) =>
      SERVICES.filter(({ contract }) =>
        system.services.some(({ code }) => code === contract.code),
      ).map((service) => ({ system, service })),
    )

/** One question by the driver that the file names; the same message is the same id. */
export async function askedAt(
  { ways, systems }: Registers,
  { system, service }: { readonly system: System; readonly service: Service },
  { question, messageId = randomUUID() }: Asking,
): Promise<{ readonly exchanged: Exchanged; readonly content: Content }> {
  const issue = 'HQM-2026-000123'
  const to = systems.offered?.clients.find(({ told }) => told?.by?.system === system.code)?.code
  const change = { ...CHANGE, to: to ?? '' }
  const content = await service.call(
    { ...question, status: STATUS, change, forwarded: FORWARDED },
    { issue, on: systemClock.today(), signed: (told) => signedChange(TOY_SIGNING, systems, told) },
  )
  ok(content, 'enough is known to ask')
  const saying: Saying = { contract: service.contract, content, messageId, issue }
  const way = ways[system.driver]
  const written = await way.write(system, saying)
  ok(written.ok, JSON.stringify(written))
  const sent = await way.send(written.request, system.limits.timeoutSeconds * 1000)
  ok(sent.ok, JSON.stringify(sent))
  return { exchanged: way.read(system, saying, sent.reply), content }
}

type Asking = { readonly question: Question; readonly messageId?: string }

const STATUS = {
  number: 'HQM-S-2026-000123',
  from: '2026-03-02',
  until: '2031-03-01',
  state: 'in-force',
  changedOn: '2026-03-02',
} as const

const FORWARDED = {
  does: 'send',
  heard: 0,
  filed: {
    type: 'change-of-address',
    title: 'Ünvan dəyişikliyi',
    on: '2026-11-27',
    answer: [
      { block: 'address', item: 'only', field: 'address', question: 'Yeni ünvan', value: ['Bakı'] },
    ],
    document: [
      {
        id: '0a1f6f0a-6c3e-4b29-9a14-7c6f5b1c2d3e',
        kind: 'lease',
        title: 'Kirayə müqaviləsi',
        media: 'pdf',
        bytes: '1024',
      },
    ],
  },
} as const

const CHANGE = {
  id: '8a1f6f0a-6c3e-4b29-9a14-7c6f5b1c2d3e',
  subscription: '3f0a4d0e-3f10-4a55-9c65-0d6fb6f7f4a1',
  n: '1',
  kind: 'recognition',
  state: 'ended',
  on: '2026-11-27',
  at: '2026-11-27T08:00:00.000Z',
} as const
