import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request as requestHttp, type AgentOptions } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert } from '#core/assert.ts'
import { serviceOf, type DriverCode, type System, type Systems } from '#core/policy/systems.ts'
import type { Contract } from '#exchange/contract.ts'
import type { Request } from '#exchange/driver.ts'
import { diplomas } from '#exchange/services/diploma/contract.ts'
import { entryRestrictions } from '#exchange/services/entry-restrictions/contract.ts'
import type { Saying, Way } from '#exchange/ways.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { INSTANCE, isSystem, MEMBER_CLASS, PLACES } from '#standins/exchange/systems.ts'
import { CONNECTIONS, registersFor, type Connection, type Registers } from './exchange-ways.ts'
import { drained, median, quantile } from './rounds.ts'
import { figure, perSecond, times, type Figure } from './table.ts'

const ROUNDS = 10
/** Code that was just loaded is slower. */
const WARMING = 4
/** One after the other, for how long one takes. */
const ALONE = 25
/** As many at once as the shipped policy lets be, for how many a second are had. */
const TOGETHER = 80
const AT_ONCE = 8
const TIMEOUT_MS = 20_000

/** One question by each driver, beside the same bytes sent by node:http alone, by turns. */
export async function measureDrivers(root: string): Promise<readonly Figure[]> {
  const read = readPolicyFiles(join(root, 'policy'))
  if (!read.ok) throw new Error('the policy cannot be read')
  const { systems } = read.policy
  const folder = mkdtempSync(join(tmpdir(), 'kecid-bench-exchange-'))
  const registers = await registersFor(systems, folder)
  try {
    const found: Figure[] = []
    for (const service of [entryRestrictions, diplomas]) {
      for (const line of LINES) found.push(await compared(registers, systems, { ...line, service }))
    }
    return found
  } finally {
    await registers.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Line = { readonly driver: DriverCode; readonly title: string; readonly connection: Connection }

const LINES: readonly Line[] = [
  ...CONNECTIONS.map((each) => lineOf('xroad-rest', 'X-Road REST', each)),
  ...CONNECTIONS.map((each) => lineOf('xroad-soap', 'X-Road SOAP', each)),
  lineOf('bridge', 'bridge', 'plain'),
]

function lineOf(driver: DriverCode, title: string, connection: Connection): Line {
  return { driver, title, connection }
}

/** Somebody whom the registers know. */
const PERSON = {
  surname: 'Ferreira',
  givenNames: 'Ana Luísa',
  birthDate: '1987-03-27',
  documentNumber: 'CD0000217',
  documentIssuer: 'PRT',
}

type Called = () => Promise<void>
type Spent = { readonly each: number[]; readonly rates: number[]; processor: number; calls: number }

async function compared(
  { ways, folder }: Registers,
  systems: Systems,
  { driver, title, connection, service }: Line & { readonly service: Contract },
): Promise<Figure> {
  const [way, system] = [ways[connection][driver], systemBy(systems, driver, service)]
  const saying = { contract: service, content: { person: PERSON } }
  const ours: Called = () => asked(way, system, saying)
  const written = await way.write(system, messageOf(saying))
  assert(written.ok, 'what is asked can be written')
  const agent = bareAgent(connection, folder)
  const bare: Called = () => sentBarely(written.request, agent)
  const spent = [spentBy(), spentBy()] as const
  for (const call of [ours, bare]) {
    for (let turn = 0; turn < WARMING; turn += 1) await round(call, spentBy())
  }
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const order = [0, 1] as const
    for (const index of turn % 2 === 0 ? order : order.toReversed()) {
      await round(index === 0 ? ours : bare, spent[index === 0 ? 0 : 1])
    }
  }
  agent.destroy()
  return figureOf(`${title}, ${connection}, ${service.code}`, spent)
}

const spentBy = (): Spent => ({ each: [], rates: [], processor: 0, calls: 0 })

async function round(call: Called, spent: Spent): Promise<void> {
  for (let turn = 0; turn < ALONE; turn += 1) {
    const began = performance.now()
    await call()
    spent.each.push(performance.now() - began)
  }
  const before = process.threadCpuUsage()
  const calls = Array.from({ length: TOGETHER }, () => call)
  const { rate, done } = await drained(calls, { atOnce: AT_ONCE, msMax: TIMEOUT_MS })
  const { user, system } = process.threadCpuUsage(before)
  spent.rates.push(rate)
  spent.processor += (user + system) / 1000
  spent.calls += done
}

function figureOf(name: string, [ours, bare]: readonly [Spent, Spent]): Figure {
  const [own, peer] = [median(ours.each), median(bare.each)]
  const [late, peerLate] = [quantile(ours.each, 0.95), quantile(bare.each, 0.95)]
  const [rate, peerRate] = [median(ours.rates), median(bare.rates)]
  const [work, peerWork] = [ours.processor / ours.calls, bare.processor / bare.calls]
  return figure({
    name: `${name} | node:http, the same bytes`,
    ours: fine(own),
    peer: fine(peer),
    ratio: times(own, peer),
    note: [
      `adds ${fine(own - peer)}`,
      `p95 ${fine(late)} beside ${fine(peerLate)}, ${times(late, peerLate)}`,
      `${AT_ONCE} at once ${perSecond(rate)} beside ${perSecond(peerRate)}, ${times(rate, peerRate)}`,
      `${fine(work)} of Node's processor time each beside ${fine(peerWork)}`,
    ].join('; '),
  })
}

const fine = (time: number): string => `${time.toFixed(2)} ms`

const messageOf = (said: Pick<Saying, 'contract' | 'content'>): Saying => ({
  ...said,
  messageId: randomUUID(),
  issue: 'HQM-2026-000123',
})

async function asked(
  way: Way,
  system: System,
  said: Pick<Saying, 'contract' | 'content'>,
): Promise<void> {
  const saying = messageOf(said)
  const written = await way.write(system, saying)
  assert(written.ok, 'what is asked can be written')
  const sent = await way.send(written.request, TIMEOUT_MS)
  const read = sent.ok ? way.read(system, saying, sent.reply) : undefined
  if (read?.outcome !== 'answered') throw new Error(`${system.driver}: ${JSON.stringify(read)}`)
}

/** The system that has the service, as if it were asked by this driver. */
function systemBy(systems: Systems, driver: DriverCode, { code }: Contract): System {
  const found = serviceOf(systems, code)
  assert(found !== undefined && isSystem(found.system.code), `a system has ${code}`)
  const { memberCode, subsystemCode: subsystem } = PLACES[found.system.code]
  const member = { instance: INSTANCE, memberClass: MEMBER_CLASS, memberCode, subsystem }
  const bridged = systems.systems.find(({ address }) => 'identity' in address)
  assert(bridged !== undefined, 'a system is asked by a bridge')
  return { ...found.system, driver, address: driver === 'bridge' ? bridged.address : member }
}

/** Keeps its connections, as ours does; the same certificates, where there are any. */
function bareAgent(connection: Connection, folder: string): Agent {
  const kept: AgentOptions = { keepAlive: true }
  if (connection === 'plain') return new Agent(kept)
  const file = (name: string) => readFileSync(join(folder, name))
  const own = {
    cert: file('information-system.pem'),
    key: file('information-system.key'),
  }
  const server = { ca: file('security-server.pem'), allowPartialTrustChain: true }
  return new HttpsAgent({ ...kept, ...server, ...(connection === 'mutual TLS' ? own : {}) })
}

function sentBarely({ method, url, headers, body }: Request, agent: Agent): Promise<void> {
  const open = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method, agent, headers: Object.fromEntries(headers) }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.once('end', () => {
        if (reply.statusCode === 200 && Buffer.concat(chunks).length > 0) resolve()
        else reject(new Error(`answered ${reply.statusCode}`))
      })
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
